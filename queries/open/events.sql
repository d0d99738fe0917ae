-- purpose: the dated history of the city's computing, networks and digital services
-- grain: one row per event as printed
-- params: none
-- returns: event_id, date, precision, category, label_ja, label_en, same_as, document_id, section_id
select event_id, "date", precision, category, label_ja, label_en, same_as, document_id, section as section_id
from events
order by "date", event_id
