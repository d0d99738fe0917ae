-- purpose: baseline, target and later values of the plan's indicators, with source and register marks
-- grain: one row per indicator, role and period
-- params: none
-- returns: metric_id, kpi_order, value_area, title_ja, title_en, definition_ja, definition_en, unit_ja, unit_en, kind, direction, owner_ja, owner_en, role, period_start, period_end, months, value, decimals, status, note_ja, note_en, document_id, title_document_ja, title_document_en, publisher_ja, publisher_en, section_id, heading_ja, heading_en, discrepancies
select
    metrics.metric_id, metrics.kpi_order, metrics.value_area, metrics.title_ja, metrics.title_en, metrics.definition_ja,
    metrics.definition_en, metrics.unit_ja, metrics.unit_en, metrics.kind, metrics.direction, metrics.owner_ja, metrics.owner_en,
    figures.role, figures.period_start, figures.period_end, figures.months, figures.value, figures.decimals, figures.status,
    figures.note_ja, figures.note_en, figures.document_id, documents.title_ja as title_document_ja,
    documents.title_en as title_document_en, documents.publisher_ja, documents.publisher_en, figures.section_id,
    sections.heading_ja, sections.heading_en,
    (select coalesce(list(distinct discrepancy_id), []) from subjects where subjects.metric_id = metrics.metric_id) as discrepancies
from metrics
join metric_figures as figures using (metric_id)
join documents using (document_id)
join sections using (document_id, section_id)
where metrics.kpi_order is not null
order by metrics.kpi_order, figures.role, figures.period_end
