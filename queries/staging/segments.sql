-- purpose: parts of metrics, those of data/ first; one drafted again is kept once
-- grain: one row per segment
-- params: none
-- returns: the columns of raw.segments
select * exclude (place)
from (select *, row_number() over () as place from raw.segments)
qualify row_number() over (partition by segment_id order by place) = 1
order by place
