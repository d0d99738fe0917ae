-- purpose: 同じできごとを指す行は、実在する別の行で、それ自体が数えられる行を指す | a row that tells the same event as another names one that exists and is itself counted
-- grain: one row per event that names no such row
-- params: none
-- returns: place, found
select event_id as place, 'same as ' || same_as as found
from events
where same_as is not null and same_as not in (select event_id from events where same_as is null)
union all
select event_id, 'id used ' || count(*) || ' times'
from events
group by event_id
having count(*) > 1
