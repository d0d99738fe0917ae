-- purpose: 属性別の回答者数(n)が回答者内訳と同じ | the base of every subgroup result is the printed number of respondents in it
-- grain: one row per result that differs
-- params: none
-- returns: place, found
with people as (
    select wave_id, case when sex <> 'all' then sex else age end as group_id, count
    from respondents where population = 'answered' and (sex = 'all' or age = 'all')
)
select results.question_id || '.' || results.option_id || '.' || results.group_id as place, results.base || ' ≠ ' || people.count as found
from staging.survey_results as results join people using (wave_id, group_id)
where results.origin = 'published' and results.group_id <> 'all' and results.base is not null and results.base <> people.count
