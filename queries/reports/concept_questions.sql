-- purpose: how each wave asks one question: type, base, who was asked
-- grain: one row per wave that asks it
-- params: $concept
-- returns: wave_id, wave_order, origin, same_as, wave_ja, wave_en, short_ja, short_en, title_ja, title_en, period_ja, period_en, question_id, number, label_ja, label_en, answer_type, max_choices, base, base_status, base_rule, answered, options_complete, note_ja, note_en, withheld (the kinds of groups left out because too few answered)
select
    waves.wave_id, waves."order" as wave_order, waves.origin, waves.same_as, waves.label_ja as wave_ja, waves.label_en as wave_en,
    if(waves.origin = 'published', waves.short_ja, waves.label_ja) as short_ja,
    if(waves.origin = 'published', waves.short_en, waves.label_en) as short_en,
    waves.title_ja, waves.title_en,
    waves.period_ja, waves.period_en, questions.question_id, questions.number, questions.label_ja, questions.label_en,
    questions.answer_type, questions.max_choices, questions.base, questions.base_status, questions.base_rule,
    waves.answered, questions.options_complete, questions.note_ja, questions.note_en,
    (
        select coalesce(list(distinct withheld.kind order by withheld.kind), [])
        from withheld
        where withheld.question_id = questions.question_id
    ) as withheld
from questions
join waves using (wave_id)
where questions.concept_id = $concept
order by wave_order
