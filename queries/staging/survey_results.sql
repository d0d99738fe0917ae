-- purpose: survey results as transcribed or counted from answers, with the wave and the concept of their question
-- grain: one row per question, option, group and measure
-- params: none
-- returns: document_id, section_id, wave_id, concept_id, question_id, option_id, group_id, measure, value, low, high, decimals, unit, base, base_status, status, note_ja, note_en, origin
select
    results.document_id,
    results.section as section_id,
    questions.wave_id,
    questions.concept_id,
    results.question_id,
    results.option_id,
    results.group_id,
    results.measure,
    results.value,
    results.low,
    results.high,
    results.decimals,
    results.unit,
    results.base,
    results.base_status,
    results.status,
    results.note_ja,
    results.note_en,
    documents.origin
from raw.survey_results as results
join raw.documents as documents using (document_id)
left join staging.questions as questions using (question_id)
where not exists (
    select 1 from staging.withheld as withheld
    where withheld.question_id = results.question_id and withheld.group_id = results.group_id
)
