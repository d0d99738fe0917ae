-- purpose: figures for the path from document to screen
-- grain: one row per figure
-- params: $document (document_id, or null for all), $status (or null for all)
-- returns: figure_id, kind, subject_ja, subject_en, group_ja, group_en, period_start, period_end, months, value, low, high, numerator, denominator, unit, base, base_status, status, document, document_en, section, section_en
select
    figure_id, kind, subject_ja, subject_en, group_ja, group_en, period_start, period_end, months, value, low, high, numerator, denominator, unit,
    base, base_status, status, document, documents.title_en as document_en, section, sections.heading_en as section_en
from figures
join documents on documents.title_ja = figures.document
join sections on sections.document_id = documents.document_id and sections.heading_ja = figures.section
where ($document is null or documents.document_id = $document) and ($status is null or status = $status)
