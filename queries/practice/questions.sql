-- purpose: the questions of the fictional answers, as the rule of data/practice lists them
-- grain: one row per dataset and question, in order
-- params: none
-- returns: dataset, question_id, answer_type, base (null: everyone), number, label_ja, label_en, max_choices, concept_id, rest_ja, rest_en, asked_question, asked_option, base_rule, base_note_ja, base_note_en
select
    asked.dataset, question_id, coalesce(asked.answer_type, questions.answer_type) as answer_type,
    if(asked.everyone, null, questions.base) as base, questions.number, questions.label_ja, questions.label_en,
    questions.max_choices, questions.concept_id, asked.rest_ja, asked.rest_en, asked.asked_question, asked.asked_option,
    questions.base_rule, questions.base_note_ja, questions.base_note_en
from practice_questions as asked
join practice using (dataset)
join questions using (question_id)
order by practice.dataset_order, asked.question_order
