-- purpose: figures for the path from document to screen, in stored order
-- grain: one row per figure
-- params: $document (document_id, or null for all), $status (null for all; not_stated: not published, in a file that was brought in)
-- returns: figure_id, kind, subject_ja, subject_en, option_ja, option_en, wave_ja, wave_en (of a survey), group_ja, group_en, period_start, period_end, months, value, low, high, numerator, denominator, unit_ja, unit_en, base, base_status, status, origin, title_ja, title_en, heading_ja, heading_en, path (the file, of an import its name), derived_by, address
select
    figures.figure_id, figures.kind, subject_ja, subject_en, options.label_ja as option_ja, options.label_en as option_en, waves.label_ja as wave_ja, waves.label_en as wave_en, group_ja, group_en, period_start, period_end, months,
    figures.value, figures.low, figures.high, figures.numerator, figures.denominator, figures.unit as unit_ja,
    coalesce(metrics.unit_en, case unit when '人' then 'people' when '位' then 'rank' when 'ポイント' then 'points' else unit end) as unit_en,
    figures.base, figures.base_status, figures.status, figures.origin, documents.title_ja, documents.title_en, sections.heading_ja, sections.heading_en,
    if(figures.origin = 'published', 'data/published/' || figures.document_id || '/' || table_name || '.csv', documents.title_ja) as path,
    'queries/marts/' || derived_by || '.sql' as derived_by, address
from all_figures as figures
join documents using (document_id)
join sections using (document_id, section_id)
left join metrics on metrics.metric_id = figures.metric_id
left join waves on waves.wave_id = figures.wave
left join concepts on concepts.concept_id = figures.concept_id
left join options on options.question_id = figures.question_id and options.option_id = figures.option_id
where ($document is null or figures.document_id = $document) and ($status is null or $status = if(figures.status = 'not_published' and figures.origin <> 'published', 'not_stated', figures.status))
order by
    waves."order" is null, waves."order", concept_order nulls first, option_order, figures.kind,
    kpi_order nulls last, metrics.metric_id, period_end, figures.figure_id
