-- purpose: テーマが指す設問と選択肢は実在する | the question and option that a theme illuminates exist
-- grain: one row per theme that points nowhere
-- params: none
-- returns: place, found
select theme_id as place, coalesce(concept_id, 'no question') || '.' || coalesce(option_id, 'no option') as found
from themes
where (concept_id is not null or option_id is not null)
    and not exists (
        select 1 from questions
        join options using (question_id)
        where questions.concept_id = themes.concept_id and options.option_id = themes.option_id)
