-- purpose: comparability of one question between waves, named in full
-- grain: one row per pair of waves
-- params: $concept
-- returns: wave_a, wave_b, wave_a_ja, wave_a_en, wave_b_ja, wave_b_en, verdict, reason_ja, reason_en
select
    wave_a, wave_b, a.label_ja as wave_a_ja, a.label_en as wave_a_en,
    b.label_ja as wave_b_ja, b.label_en as wave_b_en, verdict, reason_ja, reason_en
from comparability
join waves as a on a.wave_id = wave_a
join waves as b on b.wave_id = wave_b
where concept_id = $concept
