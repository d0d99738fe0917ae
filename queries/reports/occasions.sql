-- purpose: where people were heard: who, when, how many, and how many remarks are printed
-- grain: one row per occasion
-- params: none
-- returns: occasion_id, kind, cohort, who_ja, who_en, date, precision, people, note_ja, note_en, remarks, document_id, title_ja, title_en, publisher_ja, publisher_en, origin, section_id, heading_ja, heading_en
select
    occasions.occasion_id, occasions.kind, occasions.cohort, occasions.who_ja, occasions.who_en, occasions."date", occasions.precision,
    occasions.people, occasions.note_ja, occasions.note_en,
    (
        select count(*) from voices
        where voices.document_id = occasions.document_id and voices.occasion_id = occasions.occasion_id
    ) as remarks,
    occasions.document_id, documents.title_ja, documents.title_en, documents.publisher_ja, documents.publisher_en, documents.origin,
    sections.section_id, sections.heading_ja, sections.heading_en
from occasions
join documents on documents.document_id = occasions.document_id
join sections on sections.document_id = occasions.document_id and sections.section_id = occasions.section
order by occasions."date", occasions.document_id, occasions.occasion_id
