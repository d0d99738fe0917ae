-- purpose: 事業の番号は1から切れ目なく続き、どの事業にも印がある | projects are numbered from 1 without a gap, and each has a mark
-- grain: one row per number
-- params: none
-- returns: place, found
select cast(expected.number as text) as place, 'no such project' as found
from (select unnest(range(1, (select max(number) from projects) + 1)) as number) as expected
where expected.number not in (select number from projects)
union all
select cast(number as text), count(*) || ' projects' from projects group by number having count(*) > 1
union all
select cast(number as text), 'no mark' from projects where not (convenience or efficiency or inclusion or security)
