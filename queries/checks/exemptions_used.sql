-- purpose: 差異台帳によるチェックの除外は、どれも実際に外れている箇所を指す | every exemption from a check excuses a place that does violate it
-- grain: one row per exemption that excuses nothing
-- params: none
-- returns: place, found
select check_id || ': ' || place as place, discrepancy_id || ' excuses nothing' as found
from exemptions
where not exists (select 1 from violations where (violations.check_id, violations.place) = (exemptions.check_id, exemptions.place))
