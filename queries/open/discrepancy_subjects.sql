-- purpose: what the entries of the register are about; those of internal entries are left out
-- grain: one row per entry and subject
-- params: none
-- returns: discrepancy_id, wave_id, question_id, option_id, metric_id
select discrepancy_id, wave_id, question_id, option_id, metric_id
from subjects
where discrepancy_id in (select discrepancy_id from discrepancies where not internal)
order by all
