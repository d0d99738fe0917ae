-- purpose: every survey figure of one question across waves and groups, with words, source and register marks
-- grain: one row per wave, option, group and measure
-- params: $concept
-- returns: wave_id, group_id, option_id, option_ja, option_en, option_order, is_net, measure, value, low, high, decimals, unit, numerator, denominator, base, base_status, status, offered, note_ja, note_en, document_id, title_ja, title_en, publisher_ja, publisher_en, origin, section_id, heading_ja, heading_en, discrepancies
select
    figures.wave_id, figures.group_id, figures.option_id, options.label_ja as option_ja, options.label_en as option_en,
    options.option_order, options.is_net, figures.measure, figures.value, figures.low, figures.high, figures.decimals,
    figures.unit, figures.numerator, figures.denominator, figures.base, figures.base_status, figures.status, figures.offered,
    figures.note_ja, figures.note_en, figures.document_id, documents.title_ja, documents.title_en,
    documents.publisher_ja, documents.publisher_en, documents.origin, figures.section_id, sections.heading_ja, sections.heading_en,
    (
        select coalesce(list(distinct subjects.discrepancy_id), [])
        from subjects
        where subjects.metric_id is null
            and (subjects.wave_id is null or subjects.wave_id = figures.wave_id)
            and (subjects.question_id is null or subjects.question_id = figures.question_id)
            and (subjects.option_id is null or subjects.option_id = figures.option_id)
            and (subjects.question_id is not null or subjects.option_id is not null)
    ) as discrepancies
from survey_figures as figures
join options using (question_id, option_id)
join waves on waves.wave_id = figures.wave_id
join documents on documents.document_id = figures.document_id
join sections on sections.document_id = figures.document_id and sections.section_id = figures.section_id
where figures.concept_id = $concept
order by waves."order" desc, options.option_order
