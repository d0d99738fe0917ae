-- purpose: the projects of the plan with their marks as printed and where they stand
-- grain: one row per project
-- params: none
-- returns: number, project_no, title_ja, title_en, department_ja, department_en, gist_ja, gist_en, convenience, efficiency, inclusion, security, document_id, title_document_ja, title_document_en, publisher_ja, publisher_en, origin, section_id, heading_ja, heading_en
select
    projects.number, projects.project_no, projects.title_ja, projects.title_en, projects.department_ja, projects.department_en,
    projects.gist_ja, projects.gist_en, projects.convenience, projects.efficiency, projects.inclusion, projects.security,
    projects.document_id, documents.title_ja as title_document_ja, documents.title_en as title_document_en,
    documents.publisher_ja, documents.publisher_en, documents.origin, sections.section_id, sections.heading_ja, sections.heading_en
from projects
join documents using (document_id)
join sections on sections.document_id = projects.document_id and sections.section_id = projects.section
order by projects.number
