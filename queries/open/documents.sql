-- purpose: the source documents and the files taken in
-- grain: one row per document
-- params: none
-- returns: document_id, title_ja, title_en, publisher_ja, publisher_en, published, url, origin, figures
select
    document_id, title_ja, title_en, publisher_ja, publisher_en, published, url, origin,
    (select count(*) from all_figures as figures where figures.document_id = documents.document_id) as figures
from documents
order by origin <> 'published', import_order, published, document_id
