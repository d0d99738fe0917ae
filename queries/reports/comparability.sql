-- purpose: the verdict on every concept and pair of waves; between published waves not asked included
-- grain: one row per concept and pair of waves
-- params: none
-- returns: concept_ja, concept_en, wave_a_ja, wave_a_en, wave_b_ja, wave_b_en, verdict, reason_ja, reason_en
select
    concepts.label_ja as concept_ja, concepts.label_en as concept_en, a.label_ja as wave_a_ja, a.label_en as wave_a_en,
    b.label_ja as wave_b_ja, b.label_en as wave_b_en, coalesce(verdicts.verdict, 'not_asked') as verdict,
    coalesce(verdicts.reason_ja, '少なくとも一方の調査にこの設問がない') as reason_ja,
    coalesce(verdicts.reason_en, 'at least one of the two did not ask it') as reason_en
from concepts
cross join waves as a
join waves as b on a."order" < b."order"
left join comparability as verdicts
    on verdicts.concept_id = concepts.concept_id and verdicts.wave_a = a.wave_id and verdicts.wave_b = b.wave_id
where verdicts.verdict is not null
    or concepts.origin = 'published' and a.origin = 'published' and b.origin = 'published'
order by verdicts.verdict is null, concept_order, a."order", b."order"
