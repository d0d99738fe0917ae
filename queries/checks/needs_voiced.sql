-- purpose: 声は割合のある調査結果を指し、対応する指標は計画の指標 | every need points to a survey result that has a share, and to an indicator of the plan or none
-- grain: one row per need that does not
-- params: none
-- returns: place, found
select need_id as place, concat_ws('.', wave_id, question_id, option_id) || ': no share' as found
from needs
where not exists (
    select 1 from survey_figures as figures
    where figures.wave_id = needs.wave_id and figures.question_id = needs.question_id and figures.option_id = needs.option_id
        and figures.group_id = 'all' and figures.measure = 'share' and figures.value is not null
)
union all
select need_id, kpi || ': no indicator of the plan'
from needs
where kpi is not null and kpi not in (select metric_id from metrics where kpi_order is not null)
