-- purpose: 順位は割合の大きい順 | ranks follow the printed shares
-- grain: one row per pair of options the wrong way round
-- params: none
-- returns: place, found
with both_known as (
    select ranks.question_id, ranks.option_id, ranks.value as rank, shares.value as share
    from staging.survey_results as ranks join staging.survey_results as shares using (question_id, option_id, group_id)
    where ranks.origin = 'published' and ranks.measure = 'rank' and shares.measure = 'share' and shares.status = 'printed'
)
select a.question_id || ': ' || a.option_id || ' / ' || b.option_id as place, a.share || ' < ' || b.share as found
from both_known as a join both_known as b on a.question_id = b.question_id and a.rank < b.rank
where a.share < b.share
