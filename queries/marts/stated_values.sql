-- purpose: every metric value as it is stated, and the flow that a stated monthly average gives
-- grain: one row per metric, role, segment, period and section; outside documents one per metric, role, segment and period
-- params: none
-- returns: document_id, section_id, metric_id, role, segment, period_start, period_end, months, value, low, high, decimals, about, unit, numerator, denominator, status, note_ja, note_en, origin, derived_by (the query, or null for a stated figure)
with
given as (
    select document_id, section as section_id, * exclude (document_id, section), null::text as derived_by
    from staging.metric_values
),
-- a monthly average over known months gives the flow, where the flow itself is not stated
from_averages as (
    select given.* replace (
        metrics.monthly_average_of as metric_id,
        given.value * given.months as value,
        flow.unit_ja as unit,
        'computed' as status,
        'stated_values' as derived_by,
        '月平均 ' || cast(given.value as integer) || ' × ' || given.months || 'か月' as note_ja,
        'monthly average ' || cast(given.value as integer) || ' × ' || given.months || ' months' as note_en
    )
    from given
    join staging.metrics as metrics using (metric_id)
    join staging.metrics as flow on flow.metric_id = metrics.monthly_average_of
    where given.status = 'printed' and given.value is not null and given.months is not null and not exists (
        select 1 from given as stated
        where stated.metric_id = metrics.monthly_average_of and stated.segment = given.segment
            and stated.period_start = given.period_start and stated.period_end = given.period_end
            and stated.value is not null and (stated.origin = 'published' or given.origin <> 'published')
    )
)
select * from given
union all by name
select * from from_averages
