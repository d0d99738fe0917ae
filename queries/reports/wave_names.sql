-- purpose: the surveys of published documents, which imported answers may be the answers of
-- grain: one row per wave
-- params: none
-- returns: wave_id, title_ja, title_en
select wave_id, title_ja, title_en from waves where not starts_with(wave_id, 'in_') order by "order"
