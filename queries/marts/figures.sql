-- purpose: every figure of the store, public by name
-- grain: one row per figure
-- params: none
-- returns: figure_id, kind, concept_id, wave, question_id, option_id, metric_id, subject_ja, subject_en, group_ja, group_en, period_start, period_end, period_ja, months, value, low, high, numerator, denominator, unit, base, base_status, status, origin, document, section
select
    figure_id, kind, concept_id, wave, question_id, option_id, metric_id, subject_ja, subject_en, group_ja, group_en,
    period_start, period_end, period_ja, months, value, low, high, numerator, denominator, unit, base, base_status, status,
    all_figures.origin, documents.title_ja as document, sections.heading_ja as section
from all_figures
join documents using (document_id)
join sections using (document_id, section_id)
