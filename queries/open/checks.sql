-- purpose: the consistency checks this version passed
-- grain: one row per check
-- params: none
-- returns: check_id, purpose_ja, purpose_en, violations
select check_id, purpose_ja, purpose_en, violations from checks order by check_id
