-- purpose: 11のKPIに基準値と目標値の行がある（未収録も明示） | each of the eleven KPI has a baseline and a target row, even if not captured
-- grain: one row per KPI without
-- params: none
-- returns: place, found
select metric_id as place, 'baseline ' || count(*) filter (role = 'baseline') || ', target ' || count(*) filter (role = 'target') as found
from metrics left join (from metric_figures where origin = 'published') using (metric_id)
where kpi_order is not null
group by metric_id
having count(*) filter (role = 'baseline') <> 1 or count(*) filter (role = 'target') <> 1
union all
select 'kpi', count(*) || ' ≠ 11' from metrics where kpi_order is not null having count(*) <> 11
union all
-- the pace rule reads "more is better"
select metric_id, 'direction ' || direction from metrics where kpi_order is not null and direction <> 'up'
