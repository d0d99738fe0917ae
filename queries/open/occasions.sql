-- purpose: where people were heard: who, when and how many
-- grain: one row per occasion
-- params: none
-- returns: occasion_id, kind, cohort, who_ja, who_en, date, precision, people, note_ja, note_en, document_id, section_id
select occasion_id, kind, cohort, who_ja, who_en, "date", precision, people, note_ja, note_en, document_id, section as section_id
from occasions
order by "date", document_id, occasion_id
