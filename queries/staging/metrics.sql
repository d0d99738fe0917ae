-- purpose: metrics, those of data/ first; one drafted again is kept once
-- grain: one row per metric
-- params: none
-- returns: the columns of raw.metrics
select * exclude (place)
from (select *, row_number() over () as place from raw.metrics)
qualify row_number() over (partition by metric_id order by place) = 1
order by place
