-- purpose: who answered the surveys of the fictional answers: by sex and age where published, else how many
-- grain: one row per dataset, sex and age (null where they are not published)
-- params: none
-- returns: dataset, sex, age, counted; in the order of the groups
with
cut as (
    select practice.dataset, people.sex, people.age, people.count as counted
    from practice
    join respondents as people using (wave_id)
    join documents using (document_id)
    where documents.origin = 'published' and population = 'answered' and sex <> 'all' and age <> 'all'
)
select dataset, sex, age, counted
from (
    from cut
    union all
    select practice.dataset, null, null, waves.answered
    from practice join waves using (wave_id)
    where practice.dataset not in (select dataset from cut)
)
left join groups as sexes on sexes.group_id = sex
left join groups as ages on ages.group_id = age
order by dataset, sexes.group_order, ages.group_order
