-- purpose: whether one question may be compared between two waves, and why
-- grain: one row per concept and pair of waves
-- params: none
-- returns: concept_id, wave_a, wave_b, verdict, reason_ja, reason_en
select concept_id, wave_a, wave_b, verdict, reason_ja, reason_en
from comparability
join concepts using (concept_id)
join waves as a on a.wave_id = wave_a
join waves as b on b.wave_id = wave_b
order by concept_order, a."order", b."order"
