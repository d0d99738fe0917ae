-- purpose: すべての数値が文書・節・言葉に結び付く | every transcribed row reaches the public mart with its document, section and words
-- grain: one row per row that is lost on the way
-- params: none
-- returns: place, found
with expected as (
    select concat_ws('.', question_id, option_id, group_id, measure) as figure_id from survey_figures
    union all
    select figure_id from metric_figures
    union all
    select concat_ws('.', wave_id, population, sex, age) from respondents
)
select coalesce(figure_id, '?') as place, 'codebook, metric, group, document or section unknown' as found
from expected
where figure_id is null or figure_id not in (select figure_id from figures)
union all
select figure_id, 'no words for it'
from figures
where subject_ja is null or subject_en is null or group_ja is null or group_en is null or document is null or section is null
