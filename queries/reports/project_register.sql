-- purpose: register entries about the number of projects or of their marks
-- grain: one row per entry
-- params: none
-- returns: discrepancy_id
select distinct discrepancy_id from subjects where metric_id in ('projects_marked', 'projects_total') order by discrepancy_id
