-- purpose: the source documents and how many figures each gives
-- grain: one row per document
-- params: none
-- returns: document_id, title_ja, title_en, publisher_ja, publisher_en, published, url, figures
select
    documents.document_id, documents.title_ja, documents.title_en, documents.publisher_ja, documents.publisher_en,
    documents.published, documents.url, count(figures.figure_id) as figures
from documents
left join all_figures as figures using (document_id)
group by all
order by documents.published, documents.document_id
