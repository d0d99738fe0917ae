-- purpose: comparability of one question between waves
-- grain: one row per pair of waves
-- params: $concept
-- returns: wave_a, wave_b, verdict, reason_ja, reason_en
select wave_a, wave_b, verdict, reason_ja, reason_en
from comparability
where concept_id = $concept
