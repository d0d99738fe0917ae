-- purpose: 公表された2つの調査にある設問の組には、比較可否の判定が必ず1つある（使われない判定はない） | every concept two published waves ask has exactly one verdict, and no verdict is unused
-- grain: one row per missing or unused verdict
-- params: none
-- returns: place, found
with pairs as (
    select distinct a.concept_id, a.wave_id as wave_a, b.wave_id as wave_b
    from raw.questions as a join raw.questions as b using (concept_id)
    join waves as first on first.wave_id = a.wave_id join waves as second on second.wave_id = b.wave_id
    where first."order" < second."order" and first.origin = 'published' and second.origin = 'published'
),
-- pairs with an imported wave are judged by rule
verdicts as (
    from comparability
    where not exists (select 1 from waves where origin <> 'published' and wave_id in (wave_a, wave_b))
)
select concat_ws(' ', coalesce(pairs.concept_id, verdicts.concept_id), coalesce(pairs.wave_a, verdicts.wave_a), coalesce(pairs.wave_b, verdicts.wave_b)) as place,
    if(verdicts.verdict is null, 'no verdict', 'unused verdict') as found
from pairs full join verdicts using (concept_id, wave_a, wave_b)
where pairs.concept_id is null or verdicts.concept_id is null
