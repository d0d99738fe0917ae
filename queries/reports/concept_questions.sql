-- purpose: how each wave asks one question: type, base, who was asked
-- grain: one row per wave that asks it
-- params: $concept
-- returns: wave_id, wave_order, series_ja, series_en, short_ja, short_en, title_ja, title_en, period_ja, period_en, question_id, number, label_ja, label_en, answer_type, max_choices, base, base_status, base_rule, answered, options_complete, note_ja, note_en
select
    waves.wave_id, waves."order" as wave_order, waves.series_ja, waves.series_en, waves.short_ja, waves.short_en, waves.title_ja, waves.title_en,
    waves.period_ja, waves.period_en, questions.question_id, questions.number, questions.label_ja, questions.label_en,
    questions.answer_type, questions.max_choices, questions.base, questions.base_status, questions.base_rule,
    waves.answered, questions.options_complete, questions.note_ja, questions.note_en
from questions
join waves using (wave_id)
where questions.concept_id = $concept
order by wave_order
