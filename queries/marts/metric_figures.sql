-- purpose: every metric value, printed or derived from a printed monthly average
-- grain: one row per metric, role, segment, period and section
-- params: none
-- returns: figure_id, document_id, section_id, metric_id, role, segment, period_start, period_end, months, value, low, high, decimals, unit, numerator, denominator, status, note_ja, note_en, derived_by (the query, or null for a transcribed figure)
with
given as (
    select document_id, section as section_id, * exclude (document_id, section), null::text as derived_by
    from raw.metric_values
),
-- a monthly average over known months gives the flow, where the flow itself is not printed
from_averages as (
    select given.* replace (
        metrics.monthly_average_of as metric_id,
        given.value * given.months as value,
        flow.unit_ja as unit,
        'computed' as status,
        'metric_figures' as derived_by,
        '月平均 ' || cast(given.value as integer) || ' × ' || given.months || 'か月' as note_ja,
        'monthly average ' || cast(given.value as integer) || ' × ' || given.months || ' months' as note_en
    )
    from given
    join raw.metrics as metrics using (metric_id)
    join raw.metrics as flow on flow.metric_id = metrics.monthly_average_of
    where given.status = 'printed' and given.months is not null and not exists (
        select 1 from given as printed
        where printed.metric_id = metrics.monthly_average_of and printed.period_end = given.period_end
            and printed.segment = given.segment and printed.value is not null
    )
),
every as (
    select * from given
    union all by name
    select * from from_averages
)
select
    concat_ws('.', metric_id, role, nullif(segment, 'all'), strftime(period_start, '%Y-%m-%d'),
        strftime(period_end, '%Y-%m-%d'), section_id) as figure_id,
    *
from every
