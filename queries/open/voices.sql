-- purpose: what people said, in our own short words
-- grain: one row per remark
-- params: none
-- returns: voice_id, occasion_id, theme_id, gist_ja, gist_en, sex, age, document_id, section_id
select voice_id, voices.occasion_id, theme_id, gist_ja, gist_en, sex, age, voices.document_id, voices.section as section_id
from voices
join occasions on occasions.document_id = voices.document_id and occasions.occasion_id = voices.occasion_id
join sections on sections.document_id = voices.document_id and sections.section_id = voices.section
order by occasions."date", voices.document_id, sections."order", voice_id
