-- purpose: the questions one can compare, those of documents first; one drafted again is kept once
-- grain: one row per concept
-- params: none
-- returns: the columns of raw.concepts (concept_order counts through) plus origin (of the waves that ask it)
with
asked as (
    -- a question belongs to the first of these that asks it
    select questions.concept_id, arg_min(documents.origin, list_position(['published', 'imported', 'fictional', 'room'], documents.origin)) as origin
    from raw.questions as questions
    join raw.waves as waves using (wave_id)
    join raw.documents as documents using (document_id)
    group by questions.concept_id
),
once as (
    select * from (select *, row_number() over () as place from raw.concepts)
    qualify row_number() over (partition by concept_id order by place) = 1
)
select
    once.* exclude (place) replace (
        row_number() over (
            order by coalesce(origin, 'published') <> 'published',
            if(coalesce(origin, 'published') = 'published', concept_order, null), place
        ) as concept_order
    ),
    coalesce(origin, 'published') as origin
from once
left join asked using (concept_id)
