-- purpose: comparability of one question between waves, named in full
-- grain: one row per pair of waves
-- params: $concept
-- returns: wave_a, wave_b, wave_a_ja, wave_a_en, wave_b_ja, wave_b_en, verdict, reason_ja, reason_en
select
    wave_a, wave_b, a.series_ja || a.short_ja as wave_a_ja, a.series_en || ' ' || a.short_en as wave_a_en,
    b.series_ja || b.short_ja as wave_b_ja, b.series_en || ' ' || b.short_en as wave_b_en, verdict, reason_ja, reason_en
from comparability
join waves as a on a.wave_id = wave_a
join waves as b on b.wave_id = wave_b
where concept_id = $concept
