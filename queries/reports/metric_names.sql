-- purpose: the metrics of one city that a file's numbers can be told to be
-- grain: one row per metric, KPI first
-- params: $city
-- returns: metric_id, title_ja, title_en, unit_ja, unit_en, kind, strip, kpi_order
select metric_id, title_ja, title_en, unit_ja, unit_en, kind, strip, kpi_order
from metrics
where city = $city
order by kpi_order nulls last, strip nulls last, metric_id
