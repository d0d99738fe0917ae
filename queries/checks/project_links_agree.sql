-- purpose: 声に対応する指標につながる事業は、その声にもつながる | a project linked to the indicator that a need names is linked to that need too
-- grain: one row per project and need where it is not
-- params: none
-- returns: place, found
select links.number || '.' || needs.need_id as place, 'linked to ' || needs.kpi || ' only' as found
from project_links as links
join needs on links.kind = 'kpi' and needs.kpi = links.target
where not exists (
    select 1 from project_links as answers
    where answers.number = links.number and answers.kind = 'need' and answers.target = needs.need_id)
