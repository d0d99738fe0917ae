-- purpose: every figure of the store, with the document and section it comes from
-- grain: one row per figure
-- params: none
-- returns: the columns of the mart figures, document_id, section_id
select figures.*, every.document_id, every.section_id
from figures
join all_figures as every using (figure_id)
left join waves on waves.wave_id = figures.wave
left join concepts on concepts.concept_id = figures.concept_id
left join options on options.question_id = figures.question_id and options.option_id = figures.option_id
left join metrics on metrics.metric_id = figures.metric_id
order by
    waves."order" nulls last, concept_order nulls first, figures.question_id, option_order, kpi_order nulls last,
    figures.metric_id, figures.kind, figures.period_end, figures.figure_id
