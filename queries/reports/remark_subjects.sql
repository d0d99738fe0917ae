-- purpose: what a department may write a remark on
-- grain: one row per subject
-- params: $internal (whether entries kept internal count)
-- returns: subject
select 'kpi:' || metric_id as subject
from metrics
union all
select 'register:' || discrepancy_id
from discrepancies
where $internal or not internal
