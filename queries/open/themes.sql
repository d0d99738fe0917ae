-- purpose: the themes of what people said, and the survey answer each illuminates, by our judgement
-- grain: one row per theme
-- params: none
-- returns: theme_id, theme_order, label_ja, label_en, concept_id, option_id
select theme_id, "order" as theme_order, label_ja, label_en, concept_id, option_id from themes order by theme_order
