-- purpose: the range that printed ranks set for a share that is not printed
-- grain: one row per question and option without a printed share, where a rank narrows its range
-- params: none
-- returns: question_id, option_id, low, high, offered (false where the option is only known from other waves)
with
ranked as (
    select ranks.question_id, ranks.option_id, ranks.value as rank, shares.value as share
    from staging.survey_results as ranks
    left join staging.survey_results as shares
        on shares.question_id = ranks.question_id and shares.option_id = ranks.option_id
        and shares.group_id = 'all' and shares.measure = 'share' and shares.status = 'printed'
    where ranks.measure = 'rank' and ranks.group_id = 'all' and ranks.status = 'rank'
),
-- ranks 1..depth are all printed, so an option outside them cannot exceed the last known share inside
depths as (
    select question_id, max(rank) as depth
    from (select question_id, rank, row_number() over (partition by question_id order by rank) as position from ranked)
    where rank = position
    group by question_id
),
ceilings as (
    select question_id, min(share) as ceiling
    from ranked join depths using (question_id)
    where rank <= depth
    group by question_id
    having min(share) is not null
),
between_ranks as (
    select
        own.question_id, own.option_id,
        coalesce(max(other.share) filter (where other.rank > own.rank), 0) as low,
        min(other.share) filter (where other.rank < own.rank) as high,
        true as offered
    from ranked as own
    join ranked as other using (question_id)
    where own.share is null
    group by own.question_id, own.option_id
),
-- an option some other wave ranks or counts, which this question's list of ranks leaves out
unlisted as (
    select distinct questions.question_id, elsewhere.option_id
    from staging.questions as questions
    join staging.survey_results as elsewhere
        on elsewhere.concept_id = questions.concept_id and elsewhere.question_id <> questions.question_id
        and elsewhere.group_id = 'all' and elsewhere.status in ('printed', 'rank') and elsewhere.origin = 'published'
    where questions.answer_type in ('multiple', 'limited')
        and not exists (
            select 1 from staging.survey_results as own
            where own.question_id = questions.question_id and own.option_id = elsewhere.option_id
                and own.group_id = 'all' and own.status <> 'not_captured'
        )
)
select * from between_ranks where high is not null
union all
select question_id, option_id, 0 as low, ceiling as high, false as offered
from unlisted join ceilings using (question_id)
