-- purpose: who was invited to a survey and who answered, by sex and age
-- grain: one row per wave, population, sex and age
-- params: none
-- returns: wave_id, population, sex, age, people, document_id, section_id
select wave_id, population, sex, age, "count" as people, respondents.document_id, respondents.section as section_id
from respondents
join waves using (wave_id)
join groups as sexes on sexes.group_id = sex
join groups as ages on ages.group_id = age
order by waves."order", population desc, sexes.group_order, ages.group_order
