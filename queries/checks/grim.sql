-- purpose: 記載された割合は、その回答者数(n)で整数の人数から作れる | every printed share can come from a whole number of people on its base
-- grain: one row per printed share that no count gives
-- params: none
-- returns: place, found
with shares as (
    select *, cast(round(value * 10 ** decimals) as bigint) as digits, cast(floor(value * base / 100) as bigint) as near
    from staging.survey_results
    where origin = 'published' and measure = 'share' and status = 'printed' and value is not null and base > 0
),
candidates as (select shares.*, unnest(range(greatest(0, near - 4), near + 6)) as candidate from shares)
select question_id || '.' || option_id || '.' || group_id as place, value || ' % / ' || base as found
from candidates
group by question_id, option_id, group_id, value, base
having count(*) filter (where candidate <= base and (200 * candidate * cast(10 ** decimals as bigint) + base) // (2 * base) = digits) = 0
