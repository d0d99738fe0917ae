-- purpose: what residents ask for in the surveys, beside the indicator that comes closest, by our judgement
-- grain: one row per need
-- params: none
-- returns: need_id, label_ja, label_en, wave_id, question_id, option_id, value_area, kpi, reason_ja, reason_en
select need_id, label_ja, label_en, wave_id, question_id, option_id, value_area, kpi, reason_ja, reason_en from needs order by need_id
