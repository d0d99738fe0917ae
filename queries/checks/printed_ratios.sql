-- purpose: 記載された比率は、記載された分子と分母から計算した値と同じ（違うものは差異台帳に記載） | every printed ratio is that of its printed numerator and denominator, or is in the register
-- grain: one row per ratio that is not
-- params: none
-- returns: place, found
select metric_id || ' ' || period_end as place, value || ' ≠ ' || numerator || '/' || denominator as found
from metric_figures
where unit = '%' and status = 'printed' and numerator is not null and denominator > 0
    and abs(100.0 * numerator / denominator - value) > 0.5 / 10 ** decimals + 1e-9
    and metric_id not in (select metric_id from subjects where metric_id is not null)
