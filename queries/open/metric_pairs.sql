-- purpose: whether metrics of two cities may be set side by side, and why
-- grain: one row per pair of metrics
-- params: none
-- returns: metric_a, metric_b, verdict, reason_ja, reason_en
select metric_a, metric_b, verdict, reason_ja, reason_en from metric_pairs order by metric_a, metric_b
