-- purpose: 回答者内訳の縦横の合計が合う | respondents by age and sex add up to their margins
-- grain: one row per margin that does not
-- params: none
-- returns: place, found
with printed as (select * from respondents where document_id in (select document_id from documents where origin = 'published')),
cells as (select * from printed where sex <> 'all' and age <> 'all'),
sums as (
    select wave_id, population, sex, 'all' as age, sum(count) as total from cells group by all
    union all select wave_id, population, 'all', age, sum(count) from cells group by wave_id, population, age
    union all select wave_id, population, 'all', 'all', sum(count) from printed where sex <> 'all' and age = 'all' group by wave_id, population
)
select concat_ws('.', wave_id, population, sex, age) as place, total || ' ≠ ' || count as found
from sums join printed using (wave_id, population, sex, age)
where total <> count
