-- purpose: the questions one can compare
-- grain: one row per concept
-- params: none
-- returns: concept_id, label_ja, label_en, question_ja, question_en, origin, known (figures with a value, range, rank or count)
select
    concepts.concept_id, concepts.label_ja, concepts.label_en, concepts.question_ja, concepts.question_en, concepts.origin,
    count(distinct (figures.question_id, figures.option_id, figures.group_id))
        filter (figures.measure in ('share', 'rank', 'count') and figures.status not in ('not_captured', 'not_published')) as known
from concepts
join questions using (concept_id)
left join survey_figures as figures using (question_id)
group by all
order by min(concept_order)
