-- purpose: the sections of the documents, and the sheets of files taken in
-- grain: one row per section
-- params: none
-- returns: document_id, section_id, section_order, heading_ja, heading_en, page
select document_id, section_id, sections."order" as section_order, heading_ja, heading_en, page
from sections
join documents using (document_id)
order by documents.origin <> 'published', documents.import_order, documents.published, document_id, section_order
