-- purpose: what the fictional answers cannot give, and why
-- grain: one row per published figure, or per thing said in words
-- params: none
-- returns: place_order, reason_id, reason_order, label_ja, label_en, why_ja, why_en, wave_id, question_id, option_id, group_id, measure, question_ja, question_en, option_ja, option_en, group_ja, group_en, what_ja, what_en, document_id, section_id
with
printed as (
    select question_id, option_id, group_id, measure, wave_id, document_id, section_id
    from staging.survey_results
    where origin = 'published'
)
select
    listed.place_order, reason_id, reasons.reason_order, reasons.label_ja, reasons.label_en, reasons.why_ja, reasons.why_en,
    coalesce(listed.wave_id, printed.wave_id) as wave_id, question_id, option_id, group_id, measure,
    questions.label_ja as question_ja, questions.label_en as question_en,
    options.label_ja as option_ja, options.label_en as option_en,
    groups.label_ja as group_ja, groups.label_en as group_en, listed.what_ja, listed.what_en,
    coalesce(listed.document_id, printed.document_id) as document_id,
    coalesce(listed.section_id, printed.section_id) as section_id
from raw.not_reproduced as listed
join raw.not_reproduced_reasons as reasons using (reason_id)
left join printed using (question_id, option_id, group_id, measure)
left join questions using (question_id)
left join options using (question_id, option_id)
left join groups using (group_id)
order by listed.place_order
