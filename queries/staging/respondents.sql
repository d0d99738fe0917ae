-- purpose: who was invited and who answered; of an imported wave, a breakdown only where nobody small is in it or left over by it
-- grain: one row per wave, population, sex and age
-- params: none
-- returns: the columns of raw.respondents
with
every as (
    select
        respondents.*, documents.origin = 'published' as printed,
        case when sex = 'all' and age = 'all' then 'total' when age = 'all' then 'sex' when sex = 'all' then 'age' else 'both' end as kind
    from raw.respondents as respondents
    join raw.documents as documents using (document_id)
),
-- whoever is a group of their own: the cells that are stated, and who remains of a total or of a margin
people as (
    select wave_id, population, kind, count as people from every where kind <> 'total'
    union all
    select wave_id, population, part.kind, sum(distinct whole.count) - sum(part.count)
    from every as part
    join (from every where kind = 'total') as whole using (wave_id, population)
    where part.kind <> 'total'
    group by all
    union all
    select part.wave_id, part.population, 'both', margin.count - sum(part.count)
    from every as part
    join every as margin on margin.wave_id = part.wave_id and margin.population = part.population
        and (margin.kind = 'sex' and margin.sex = part.sex or margin.kind = 'age' and margin.age = part.age)
    where part.kind = 'both'
    group by part.wave_id, part.population, margin.kind, margin.sex, margin.age, margin.count
    union all
    -- of neither a known sex nor a known age
    select wave_id, population, 'both', sum(case kind when 'total' then count when 'both' then count else -count end)
    from every
    group by all
),
small as (
    select wave_id, population, kind
    from people
    cross join raw.settings as settings
    where people > 0 and people < settings.mask_below
    group by all
)
select every.* exclude (printed, kind)
from every
where printed or not exists (
    select 1 from small
    where small.wave_id = every.wave_id and small.population = every.population
        -- both together would tell each
        and (small.kind = every.kind or every.kind = 'both')
)
