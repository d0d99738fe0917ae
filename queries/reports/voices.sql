-- purpose: every remark in short words, with its theme, its occasion and where it stands
-- grain: one row per remark
-- params: none
-- returns: voice_id, theme_id, gist_ja, gist_en, sex, age, occasion_id, kind, who_ja, who_en, date, precision, people, occasion_note_ja, occasion_note_en, document_id, title_ja, title_en, publisher_ja, publisher_en, origin, section_id, heading_ja, heading_en
select
    voices.voice_id, voices.theme_id, voices.gist_ja, voices.gist_en, voices.sex, voices.age, voices.occasion_id,
    occasions.kind, occasions.who_ja, occasions.who_en, occasions."date", occasions.precision, occasions.people,
    occasions.note_ja as occasion_note_ja, occasions.note_en as occasion_note_en, voices.document_id,
    documents.title_ja, documents.title_en, documents.publisher_ja, documents.publisher_en, documents.origin,
    sections.section_id, sections.heading_ja, sections.heading_en
from voices
join occasions on occasions.document_id = voices.document_id and occasions.occasion_id = voices.occasion_id
join documents on documents.document_id = voices.document_id
join sections on sections.document_id = voices.document_id and sections.section_id = voices.section
order by occasions."date", voices.document_id, sections."order", voices.voice_id
