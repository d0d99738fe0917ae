-- purpose: what a prepared version changes in the figures of imports, against the version before
-- grain: one row per figure of the import, and per figure of an earlier import that is no longer there
-- params: $document (document_id of the import)
-- returns: in the order of subject, group and time: effect, subject_ja, subject_en, group_ja, group_en, period_start, period_end, months, unit_ja, unit_en, after, before, published, derived
with
after as (
    select *, concat_ws('|', kind, wave, question_id, option_id, metric_id, group_ja, period_start, period_end, months) as key,
        row(wave, metric_id, question_id, kind, group_ja, period_start, period_end, option_id) as place
    from prepared.main.all_figures where origin <> 'published'
),
before as (
    select *, concat_ws('|', kind, wave, question_id, option_id, metric_id, group_ja, period_start, period_end, months) as key,
        row(wave, metric_id, question_id, kind, group_ja, period_start, period_end, option_id) as place
    from current.main.all_figures where origin <> 'published'
),
added as (
    select
        after.subject_ja, after.subject_en, after.group_ja, after.group_en, after.period_start, after.period_end, after.months, after.unit, after.metric_id, after.place,
        after.value as after, before.value as before, beside.published_value as published, after.derived_by is not null as derived,
        case
            when before.key is null then 'added'
            when before.value is not distinct from after.value then 'unchanged'
            else 'changed'
        end as effect
    from after
    left join before using (key)
    left join prepared.main.beside as beside on beside.figure_id = after.figure_id
    where after.document_id = $document
),
removed as (
    select
        before.subject_ja, before.subject_en, before.group_ja, before.group_en, before.period_start, before.period_end, before.months, before.unit, before.metric_id, before.place,
        null as after, before.value as before, null as published, before.derived_by is not null as derived, 'removed' as effect
    from before
    where not exists (from after where after.key = before.key)
),
every as (
    from added
    union all by name
    from removed
)
select
    effect, subject_ja, subject_en, group_ja, group_en, period_start, period_end, months, unit as unit_ja,
    coalesce(metrics.unit_en, case unit when '人' then 'people' when '位' then 'rank' when 'ポイント' then 'points' else unit end) as unit_en,
    after, before, published, derived
from every
left join prepared.main.metrics as metrics using (metric_id)
order by place
