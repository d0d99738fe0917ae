-- purpose: imported figures beside the published one of the same thing, of metrics or of one question
-- grain: one row per imported figure
-- params: $concept (concept_id, or null for metrics)
-- returns: figure_id, kind, metric_id, wave, subject_ja, subject_en, group_ja, group_en, period_start, period_end, months, unit_ja, unit_en, imported, published, difference, decimals, origin, derived_ja, derived_en (how the imported value was computed, or null), document_id, title_ja, title_en, publisher_ja, publisher_en, section_id, heading_ja, heading_en, published_document_id, published_title_ja, published_title_en, published_publisher_ja, published_publisher_en, published_section_id, published_heading_ja, published_heading_en
select
    beside.figure_id, own.kind, own.metric_id, own.wave, own.subject_ja, own.subject_en, own.group_ja, own.group_en,
    own.period_start, own.period_end, own.months, own.unit as unit_ja,
    coalesce(metrics.unit_en, if(own.unit = '人', 'people', own.unit)) as unit_en,
    beside.value as imported, beside.published_value as published, beside.difference, beside.decimals, own.origin,
    sums.note_ja as derived_ja, sums.note_en as derived_en,
    own.document_id, document.title_ja, document.title_en, document.publisher_ja, document.publisher_en,
    own.section_id, section.heading_ja, section.heading_en,
    other.document_id as published_document_id, printed.title_ja as published_title_ja, printed.title_en as published_title_en,
    printed.publisher_ja as published_publisher_ja, printed.publisher_en as published_publisher_en,
    other.section_id as published_section_id, place.heading_ja as published_heading_ja, place.heading_en as published_heading_en
from beside
join all_figures as own on own.figure_id = beside.figure_id
join all_figures as other on other.figure_id = beside.published_id
join documents as document on document.document_id = own.document_id
join sections as section on section.document_id = own.document_id and section.section_id = own.section_id
join documents as printed on printed.document_id = other.document_id
join sections as place on place.document_id = other.document_id and place.section_id = other.section_id
left join metrics on metrics.metric_id = own.metric_id
left join metric_figures as sums on sums.figure_id = beside.figure_id
left join options on options.question_id = own.question_id and options.option_id = own.option_id
left join waves on waves.wave_id = own.wave
left join groups on own.wave is not null and groups.label_ja = own.group_ja
where if($concept is null, own.metric_id is not null, own.concept_id = $concept)
order by
    metrics.kpi_order nulls last, own.metric_id, waves."order", group_order, option_order, own.kind desc,
    own.period_end, own.period_start, beside.figure_id
