-- purpose: the questions of every survey
-- grain: one row per question
-- params: none
-- returns: question_id, wave_id, concept_id, question_number, label_ja, label_en, answer_type, max_choices, base, base_status, base_rule, base_note_ja, base_note_en, options_complete, note_ja, note_en
select
    question_id, wave_id, concept_id, questions.number as question_number, questions.label_ja, questions.label_en, answer_type,
    max_choices, base, questions.base_status, base_rule, base_note_ja, base_note_en, options_complete,
    questions.note_ja, questions.note_en
from questions
join waves using (wave_id)
order by waves."order", question_id
