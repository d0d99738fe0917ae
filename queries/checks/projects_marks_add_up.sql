-- purpose: 事業の印の数と事業の数は、一覧表と3-7に記載された合計と同じ | the marks and the number of projects are the totals that the list and section 3-7 print
-- grain: one row per total that differs
-- params: none
-- returns: place, found
with marks as (unpivot (from projects) on convenience, efficiency, inclusion, security into name area value marked),
counted as (
    select 'projects_marked' as metric_id, 'value_' || area as segment, count(*) filter (marked) as total from marks group by area
    union all
    select 'projects_total', 'all', count(*) from projects
),
printed as (
    select metric_id, segment, value from metric_figures where origin = 'published' and metric_id in ('projects_marked', 'projects_total')
)
select metric_id || '.' || segment as place, coalesce(total, 0) || ' ≠ ' || coalesce(cast(value as text), 'nothing printed') as found
from counted full join printed using (metric_id, segment)
where total is distinct from value
