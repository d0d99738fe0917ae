-- purpose: numbers of the documents that are not carried over, and why
-- grain: one row per omission
-- params: none
-- returns: document_id, omission_id, section_id, what_ja, what_en, why
select document_id, omission_id, section_id, what_ja, what_en, why
from omissions
join sections using (document_id)
where sections.section_id = omissions.section
order by document_id, sections."order", omission_id
