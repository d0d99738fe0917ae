-- purpose: the fictional answers of this version
-- grain: one row per dataset, in order
-- params: none
-- returns: dataset, wave_id, title_ja, title_en
select dataset, wave_id, title_ja, title_en from practice order by dataset_order
