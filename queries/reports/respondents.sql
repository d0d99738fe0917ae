-- purpose: who was invited to a survey and who answered, by age and sex, and where that is printed
-- grain: one row per wave, population, sex and age
-- params: $wave
-- returns: population, sex, age, count, document_id, title_ja, title_en, publisher_ja, publisher_en, origin, section_id, heading_ja, heading_en
select
    respondents.population, respondents.sex, respondents.age, respondents."count", respondents.document_id,
    documents.title_ja, documents.title_en, documents.publisher_ja, documents.publisher_en, documents.origin,
    sections.section_id, sections.heading_ja, sections.heading_en
from respondents
join documents using (document_id)
join sections on sections.document_id = respondents.document_id and sections.section_id = respondents.section
where respondents.wave_id = $wave
