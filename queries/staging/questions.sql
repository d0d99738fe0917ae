-- purpose: questions of every wave; of two that a wave maps to one concept the first stands for it
-- grain: one row per question
-- params: none
-- returns: the columns of raw.questions
select * exclude (place) replace (
    case when row_number() over (partition by wave_id, concept_id order by place) = 1 then concept_id end as concept_id
)
from (select *, row_number() over () as place from raw.questions)
order by place
