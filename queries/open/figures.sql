-- purpose: every figure of the store, with the document and section it comes from, and the group or the part it is of
-- grain: one row per figure
-- params: none
-- returns: the columns of the mart figures, document_id, section_id, group_id, segment_id
select
    figures.*, every.document_id, every.section_id,
    case
        when figures.metric_id is not null then null
        when survey.group_id is not null then survey.group_id
        when people.sex is null or people.sex = 'all' then coalesce(people.age, 'all')
        -- people of one sex and one age are no single group
        when people.age = 'all' then people.sex
    end as group_id,
    parts.segment as segment_id
from figures
join all_figures as every using (figure_id)
left join waves on waves.wave_id = figures.wave
left join concepts on concepts.concept_id = figures.concept_id
left join options on options.question_id = figures.question_id and options.option_id = figures.option_id
left join metrics on metrics.metric_id = figures.metric_id
left join survey_figures as survey
    on concat_ws('.', survey.question_id, survey.option_id, survey.group_id, survey.measure) = figures.figure_id
left join respondents as people
    on concat_ws('.', people.wave_id, people.population, people.sex, people.age) = figures.figure_id
left join metric_figures as parts on parts.figure_id = figures.figure_id
order by
    waves."order" nulls last, concept_order nulls first, figures.question_id, option_order, kpi_order nulls last,
    figures.metric_id, figures.kind, figures.period_end, figures.figure_id
