-- purpose: KPI達成状況の年度合計は100% | yearly KPI attainment adds up to 100 %
-- grain: one row per year that does not; a year beyond what rounding can do is another place
-- params: none
-- returns: place, found
select
    year(period_start) || if(abs(sum(value) - 100) > 0.5 * count(*), ' beyond rounding', '') as place,
    sum(value) || ' %' as found
from metric_figures
where origin = 'published' and metric_id in ('plan_achieved', 'plan_partly', 'plan_missed', 'plan_other')
group by period_start
having sum(value) <> 100
