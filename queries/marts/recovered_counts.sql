-- purpose: the only integer count that prints a share as it stands (half-up) on its base
-- grain: one row per question, option and group whose printed share has exactly one such count
-- params: none
-- returns: question_id, option_id, group_id, recovered_count
with
printed as (
    select question_id, option_id, group_id, base, decimals, cast(round(value * 10 ** decimals) as bigint) as printed_digits, value
    from staging.survey_results
    where measure = 'share' and status = 'printed' and origin = 'published' and value is not null and base > 0
),
candidates as (
    select
        printed.*,
        unnest(range(
            greatest(0, cast(floor((value - 1) * base / 100) as bigint)),
            least(base, cast(ceil((value + 1) * base / 100) as bigint)) + 1
        )) as candidate
    from printed
),
fitting as (
    select *
    from candidates
    where (200 * candidate * cast(10 ** decimals as bigint) + base) // (2 * base) = printed_digits
)
select question_id, option_id, group_id, any_value(candidate) as recovered_count
from fitting
group by question_id, option_id, group_id
having count(*) = 1
