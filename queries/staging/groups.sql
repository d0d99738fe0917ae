-- purpose: groups inside a wave, those of the codebooks first; one drafted again is kept once
-- grain: one row per group
-- params: none
-- returns: the columns of raw.groups
select * exclude (place)
from (select *, row_number() over () as place from raw.groups)
qualify row_number() over (partition by group_id order by place) = 1
order by place
