-- purpose: imported figures beside the published figure of the same thing
-- grain: one row per imported figure of which a document states the same metric, part and period, or the same survey, option and group
-- params: none
-- returns: figure_id, published_id, value, published_value, difference (imported minus published), decimals (digits the published one is printed with)
with
metrics_of_both as (
    select
        imported.figure_id, published.figure_id as published_id, imported.value, published.value as published_value,
        published.decimals, published.status
    from metric_figures as imported
    join metric_figures as published
        on published.metric_id = imported.metric_id and published.segment = imported.segment
        and published.period_start = imported.period_start and published.period_end = imported.period_end
        -- a baseline was observed too
        and replace(published.role, 'baseline', 'observed') = replace(imported.role, 'baseline', 'observed')
    where imported.origin <> 'published' and published.origin = 'published'
),
answers_of_both as (
    select
        concat_ws('.', imported.question_id, imported.option_id, imported.group_id, imported.measure) as figure_id,
        concat_ws('.', published.question_id, published.option_id, published.group_id, published.measure) as published_id,
        imported.value, published.value as published_value, published.decimals, published.status
    from survey_figures as imported
    join waves on waves.wave_id = imported.wave_id
    join survey_figures as published
        on published.wave_id = waves.same_as and published.concept_id = imported.concept_id
        and published.option_id = imported.option_id and published.group_id = imported.group_id
        and published.measure = imported.measure
    where imported.origin <> 'published' and published.origin = 'published'
),
every as (
    from metrics_of_both
    union all by name
    from answers_of_both
)
select
    figure_id, published_id, value, published_value, round(value - published_value, 9) as difference,
    coalesce(decimals, 0) as decimals
from every
where value is not null and published_value is not null
qualify row_number() over (partition by figure_id order by status <> 'printed', published_id) = 1
order by figure_id
