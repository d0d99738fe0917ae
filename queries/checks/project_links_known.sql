-- purpose: 事業のつながりは、実在する事業と、5つのアクション・11の指標・一覧の声のどれかを結ぶ | every link joins a project to one of the five actions, an indicator of the plan or a listed need
-- grain: one row per link that does not
-- params: none
-- returns: place, found
select
    number || '.' || kind || '.' || target as place,
    if(number in (select number from projects), 'no such ' || kind, 'no such project') as found
from project_links
where number not in (select number from projects)
    or (kind = 'action' and target not in ('fiveless', 'procedures', 'technology', 'skills', 'divide'))
    or (kind = 'kpi' and target not in (select metric_id from metrics where kpi_order is not null))
    or (kind = 'need' and target not in (select need_id from needs))
