-- purpose: the plan's indicators by name, in its order
-- grain: one row per indicator
-- params: none
-- returns: metric_id, title_ja, title_en, value_area
select metric_id, title_ja, title_en, value_area from metrics where kpi_order is not null order by kpi_order
