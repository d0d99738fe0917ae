-- purpose: the dated history of the city's computing, networks and digital services
-- grain: one row per event
-- params: none
-- returns: event_id, date, precision, category, label_ja, label_en, same_as, document_id, title_ja, title_en, publisher_ja, publisher_en, origin, section_id, heading_ja, heading_en
select
    events.event_id, events."date", events.precision, events.category, events.label_ja, events.label_en, events.same_as,
    events.document_id, documents.title_ja, documents.title_en, documents.publisher_ja, documents.publisher_en, documents.origin,
    sections.section_id, sections.heading_ja, sections.heading_en
from events
join documents on documents.document_id = events.document_id
join sections on sections.document_id = events.document_id and sections.section_id = events.section
order by events."date", events.event_id
