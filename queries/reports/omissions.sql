-- purpose: numbers of the documents that are not carried over, with the reason
-- grain: one row per omission
-- params: none
-- returns: omission_id, what_ja, what_en, why, title_ja, title_en, heading_ja, heading_en
select omission_id, what_ja, what_en, why, documents.title_ja, documents.title_en, sections.heading_ja, sections.heading_en
from omissions
join documents using (document_id)
join sections on sections.document_id = omissions.document_id and sections.section_id = omissions.section
order by documents.published, omissions.document_id, sections."order", omission_id
