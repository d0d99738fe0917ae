-- purpose: 1つ選択の設問は人数の合計が回答者数(n)になる | counts of a single-choice question with all options known add up to its base
-- grain: one row per question that does not
-- params: none
-- returns: place, found
select question_id as place, sum(figures.numerator) || ' ≠ ' || any_value(figures.base) as found
from survey_figures as figures
join questions using (question_id)
join options using (question_id, option_id)
where answer_type = 'single' and options_complete and measure = 'share' and group_id = 'all'
    and (not is_net or not exists (
        select 1 from survey_figures as part join options as plain using (question_id, option_id)
        where part.question_id = figures.question_id and not plain.is_net and part.measure = 'share' and part.status = 'not_captured'))
group by question_id
having count(*) = count(figures.numerator) and sum(figures.numerator) <> any_value(figures.base)
