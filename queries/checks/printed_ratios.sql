-- purpose: 記載された比率は、記載された分子と分母から計算した値と同じ | every printed ratio is that of its printed numerator and denominator
-- grain: one row per ratio that is not
-- params: none
-- returns: place, found
select figure_id as place, value || ' ≠ ' || numerator || '/' || denominator as found
from metric_figures
where origin = 'published' and unit = '%' and status = 'printed' and numerator is not null and denominator is not null
    and abs(100.0 * numerator / denominator - value) > 0.5 / 10 ** decimals + 1e-9
