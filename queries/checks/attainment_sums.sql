-- purpose: KPI達成状況の年度合計は100%（四捨五入による差は差異台帳に記載） | yearly KPI attainment adds up to 100 %, or rounding is in the register
-- grain: one row per year that does not
-- params: none
-- returns: place, found
select cast(year(period_start) as text) as place, sum(value) || ' %' as found
from metric_figures
where metric_id in ('plan_achieved', 'plan_partly', 'plan_missed', 'plan_other')
group by period_start
having sum(value) <> 100 and (abs(sum(value) - 100) > 2 or not exists (select 1 from subjects where metric_id = 'plan_other'))
