-- purpose: the source documents and imported files, and how many figures each gives
-- grain: one row per document
-- params: none
-- returns: document_id, title_ja, title_en, publisher_ja, publisher_en, published (of an import the day it was taken in), url, origin, figures
select
    documents.document_id, documents.title_ja, documents.title_en, documents.publisher_ja, documents.publisher_en,
    documents.published, documents.url, documents.origin,
    (select count(*) from all_figures as figures where figures.document_id = documents.document_id) as figures
from documents
order by documents.origin <> 'published', documents.import_order, documents.published, documents.document_id
