-- purpose: what each project serves: an action, a metric or a need, by our judgement
-- grain: one row per project and target
-- params: none
-- returns: project_number, kind, target, reason_ja, reason_en
select number as project_number, kind, target, reason_ja, reason_en from project_links order by project_number, kind, target
