-- purpose: 1つ選択の設問は人数の合計が回答者数(n)になる | counts of a single-choice question with all options known add up to its base
-- grain: one row per question that does not
-- params: none
-- returns: place, found
with shares as (
    select figures.question_id, figures.option_id, figures.numerator, figures.base, options.part_of
    from survey_figures as figures
    join questions using (question_id)
    join options using (question_id, option_id)
    where figures.origin = 'published' and answer_type = 'single' and options_complete and measure = 'share' and group_id = 'all'
),
-- a net stands for its parts where one of them is not known
nets as (
    select question_id, part_of as option_id, count(*) = count(numerator) as parts_known
    from shares where part_of is not null group by all
),
counted as (
    select shares.*
    from shares
    left join nets as own using (question_id, option_id)
    left join nets as whole on whole.question_id = shares.question_id and whole.option_id = shares.part_of
    where not coalesce(own.parts_known, false) and coalesce(whole.parts_known, true)
)
select question_id as place, sum(numerator) || ' ≠ ' || any_value(base) as found
from counted
group by question_id
having count(*) = count(numerator) and sum(numerator) <> any_value(base)
