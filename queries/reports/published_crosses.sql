-- purpose: the questions of published waves of which something is known by sex or age, those of which most is known first
-- grain: one row per question
-- params: none
-- returns: wave_id, concept_id, question_id, wave_ja, wave_en, number, label_ja, label_en, shares (values of groups known as numbers), ranges (known as ranges alone), empty (only in a lost chart)
with
of_groups as (
    select
        figures.question_id,
        count(*) filter (figures.value is not null) as shares,
        count(*) filter (figures.value is null and figures.low is not null) as ranges,
        count(*) filter (figures.status = 'not_captured') as empty
    from survey_figures as figures
    join groups using (group_id)
    where figures.origin = 'published' and figures.measure = 'share' and groups.kind in ('sex', 'age')
    group by figures.question_id
)
select
    waves.wave_id, questions.concept_id, question_id, waves.label_ja as wave_ja, waves.label_en as wave_en,
    questions.number, questions.label_ja, questions.label_en, of_groups.shares, of_groups.ranges, of_groups.empty
from of_groups
join questions using (question_id)
join waves on waves.wave_id = questions.wave_id
join concepts using (concept_id)
where of_groups.shares + of_groups.ranges > 0
order by of_groups.shares desc, of_groups.ranges desc, waves."order" desc, concepts.concept_order
