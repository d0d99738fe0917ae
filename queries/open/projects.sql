-- purpose: the projects of the plan
-- grain: one row per project
-- params: none
-- returns: project_number, project_no, title_ja, title_en, department_ja, department_en, gist_ja, gist_en, convenience, efficiency, inclusion, security, document_id, section_id
select
    number as project_number, project_no, title_ja, title_en, department_ja, department_en, gist_ja, gist_en, convenience, efficiency,
    inclusion, security, document_id, section as section_id
from projects
order by project_number
