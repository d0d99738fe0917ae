-- purpose: every value of the metrics of one city, whole and by segment, with source and register marks
-- grain: one row per metric, role, segment, period and section
-- params: $city
-- returns: metric_id, kpi_order, near, value_area, strip, title_ja, title_en, definition_ja, definition_en, unit_ja, unit_en, kind, direction, owner_ja, owner_en, numerator_ja, numerator_en, denominator_ja, denominator_en, role, segment, dimension, segment_ja, segment_en, segment_order, part_of, period_start, period_end, months, value, low, high, decimals, about, numerator, denominator, status, note_ja, note_en, document_id, title_document_ja, title_document_en, publisher_ja, publisher_en, origin, section_id, heading_ja, heading_en, discrepancies
select
    metrics.metric_id, metrics.kpi_order, metrics.near, metrics.value_area, metrics.strip, metrics.title_ja, metrics.title_en,
    metrics.definition_ja, metrics.definition_en, metrics.unit_ja, metrics.unit_en, metrics.kind, metrics.direction,
    metrics.owner_ja, metrics.owner_en, metrics.numerator_ja, metrics.numerator_en, metrics.denominator_ja, metrics.denominator_en,
    figures.role, figures.segment, segments.dimension, segments.label_ja as segment_ja, segments.label_en as segment_en,
    segments."order" as segment_order, segments.part_of, figures.period_start, figures.period_end, figures.months,
    figures.value, figures.low, figures.high, figures.decimals, figures.about, figures.numerator, figures.denominator, figures.status,
    figures.note_ja, figures.note_en, figures.document_id, documents.title_ja as title_document_ja,
    documents.title_en as title_document_en, documents.publisher_ja, documents.publisher_en, documents.origin, figures.section_id,
    sections.heading_ja, sections.heading_en,
    (select coalesce(list(distinct discrepancy_id), []) from subjects where subjects.metric_id = metrics.metric_id) as discrepancies
from metrics
join metric_figures as figures using (metric_id)
join segments on segments.segment_id = figures.segment
join documents using (document_id)
join sections using (document_id, section_id)
where metrics.city = $city
order by
    metrics.kpi_order nulls last, metrics.metric_id, segments."order", figures.period_end, figures.role,
    figures.origin <> 'published', figures.section_id
