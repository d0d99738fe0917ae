-- purpose: what residents voice in a survey, with its share and the indicator that answers it
-- grain: one row per need
-- params: none
-- returns: need_id, label_ja, label_en, value_area, reason_ja, reason_en, kpi, kpi_title_ja, kpi_title_en, share, base, base_status, concept_id, question_ja, question_en, wave_ja, wave_en, document_id, title_ja, title_en, publisher_ja, publisher_en, origin, section_id, heading_ja, heading_en
select
    needs.need_id, needs.label_ja, needs.label_en, needs.value_area, needs.reason_ja, needs.reason_en, needs.kpi,
    metrics.title_ja as kpi_title_ja, metrics.title_en as kpi_title_en, figures.value as share, figures.base, figures.base_status,
    questions.concept_id, questions.label_ja as question_ja, questions.label_en as question_en,
    waves.label_ja as wave_ja, waves.label_en as wave_en,
    figures.document_id, documents.title_ja, documents.title_en, documents.publisher_ja, documents.publisher_en, documents.origin,
    figures.section_id, sections.heading_ja, sections.heading_en
from needs
join survey_figures as figures
    on figures.question_id = needs.question_id and figures.option_id = needs.option_id
    and figures.group_id = 'all' and figures.measure = 'share'
join questions on questions.question_id = needs.question_id
join waves on waves.wave_id = needs.wave_id
join documents on documents.document_id = figures.document_id
join sections on sections.document_id = figures.document_id and sections.section_id = figures.section_id
left join metrics on metrics.metric_id = needs.kpi
order by figures.value desc, needs.need_id
