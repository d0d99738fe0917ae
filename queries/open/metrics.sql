-- purpose: definition of each operational metric
-- grain: one row per metric
-- params: none
-- returns: metric_id, title_ja, title_en, unit_ja, unit_en, kind, direction, city, value_area, strip, kpi_order, near, owner_ja, owner_en, definition_ja, definition_en, numerator_ja, numerator_en, denominator_ja, denominator_en, monthly_average_of
select
    metric_id, title_ja, title_en, unit_ja, unit_en, kind, direction, city, value_area, strip, kpi_order, near, owner_ja, owner_en,
    definition_ja, definition_en, numerator_ja, numerator_en, denominator_ja, denominator_en, monthly_average_of
from metrics
order by kpi_order nulls last, city, metric_id
