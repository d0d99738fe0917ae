-- purpose: how many chose each option, where documents print the count or settle it; a net stands for its parts
-- grain: one row per question, option and group
-- params: none
-- returns: question_id, option_id, label_ja, label_en, group_id, counted; in codebook order
with
counted as (
    select question_id, option_id, group_id, any_value(cast(value as bigint)) as counted
    from survey_figures
    where measure = 'count' and origin = 'published' and value is not null
    group by all
    having count(distinct value) = 1
),
known as (
    from options
    where (question_id, option_id) in (select (question_id, option_id) from counted where group_id = 'all')
)
select question_id, option_id, known.label_ja, known.label_en, group_id, counted.counted
from known
join counted using (question_id, option_id)
join groups using (group_id)
where (question_id, part_of) not in (select (question_id, option_id) from known where is_net) or part_of is null
order by question_id, known.option_order, groups.group_order
