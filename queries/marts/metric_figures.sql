-- purpose: every metric value, stated or derived from what is stated
-- grain: one row per metric, role, segment, period and section; outside documents one per metric, role, segment and period
-- params: none
-- returns: figure_id and the columns of stated_values
with
every as (
    from stated_values
    union all by name
    from month_sums
)
select
    concat_ws('.', metric_id, role, nullif(segment, 'all'), strftime(period_start, '%Y-%m-%d'),
        strftime(period_end, '%Y-%m-%d'), if(origin = 'published', section_id, origin)) as figure_id,
    *
from every
