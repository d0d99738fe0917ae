-- purpose: the themes of the remarks, and the survey result each illuminates
-- grain: one row per theme
-- params: none
-- returns: theme_id, label_ja, label_en, theme_order, concept_id, option_id, option_ja, option_en
select
    themes.theme_id, themes.label_ja, themes.label_en, themes."order" as theme_order, themes.concept_id, themes.option_id,
    any_value(options.label_ja) as option_ja, any_value(options.label_en) as option_en
from themes
left join (
    select questions.* from questions join waves using (wave_id) where waves.origin = 'published'
) as questions using (concept_id)
left join options on options.question_id = questions.question_id and options.option_id = themes.option_id
group by all
order by theme_order
