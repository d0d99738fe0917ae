-- purpose: which indicators of Koriyama and of other cities may stand side by side, and why
-- grain: one row per pair, those that may first, then by metric
-- params: none
-- returns: metric_a, metric_b, city, verdict, reason_ja, reason_en
select metric_a, metric_b, metrics.city, verdict, reason_ja, reason_en
from metric_pairs
join metrics on metrics.metric_id = metric_b
order by list_position(['same', 'caution', 'no'], verdict), metrics.city, metric_a, metric_b
