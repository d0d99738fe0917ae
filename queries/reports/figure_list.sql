-- purpose: figures for the path from document to screen, in stored order
-- grain: one row per figure
-- params: $document (document_id, or null for all), $status (or null for all)
-- returns: figure_id, kind, subject_ja, subject_en, group_ja, group_en, period_start, period_end, months, value, low, high, numerator, denominator, unit_ja, unit_en, base, base_status, status, document, document_en, section, section_en
select
    figures.figure_id, figures.kind, figures.subject_ja, figures.subject_en, figures.group_ja, figures.group_en, figures.period_start, figures.period_end, figures.months, figures.value, figures.low, figures.high,
    figures.numerator, figures.denominator, figures.unit as unit_ja,
    coalesce(metrics.unit_en, case figures.unit when '人' then 'people' when '位' then 'rank' when 'ポイント' then 'points' else figures.unit end) as unit_en,
    figures.base, figures.base_status, figures.status, figures.document, documents.title_en as document_en, figures.section, sections.heading_en as section_en
from figures
join documents on documents.title_ja = figures.document
join sections on sections.document_id = documents.document_id and sections.heading_ja = figures.section
left join metrics on metrics.metric_id = figures.metric_id
left join waves on waves.wave_id = figures.wave
left join concepts on concepts.concept_id = figures.concept_id
left join options on options.question_id = figures.question_id and options.option_id = figures.option_id
where ($document is null or documents.document_id = $document) and ($status is null or figures.status = $status)
order by
    waves."order" is null, waves."order", concepts.concept_order nulls first, option_order, figures.kind,
    metrics.kpi_order nulls last, metrics.metric_id, figures.period_end, figures.figure_id
