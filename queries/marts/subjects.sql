-- purpose: what the entries of the discrepancy register mark; entries kept internal mark nothing beside a figure
-- grain: one row per entry and marked thing
-- params: none
-- returns: discrepancy_id, wave_id, question_id, option_id, metric_id
select discrepancy_id, wave_id, question_id, option_id, metric_id
from raw.subjects
where discrepancy_id not in (select discrepancy_id from raw.discrepancies where internal)
