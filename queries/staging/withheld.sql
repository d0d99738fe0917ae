-- purpose: results of answers that rest on too few people to be shown, and those from which they could be worked out
-- grain: one row per question and group left out
-- params: none
-- returns: question_id, group_id, kind (of the group)
with
bases as (
    select question_id, group_id, groups.kind, groups.group_order, min(coalesce(base, 0)) as base
    from raw.survey_results as results
    join raw.documents as documents using (document_id)
    left join staging.groups as groups using (group_id)
    -- a room has a rule of its own: what fewer than five answered is not even saved
    where documents.origin not in ('published', 'room')
    group by all
),
wholes as (select question_id, base from bases where group_id = 'all'),
ranked as (
    select
        bases.*,
        bases.base < settings.mask_below as small,
        -- everyone outside the largest groups down to this one
        coalesce(wholes.base, sum(bases.base) over (partition by question_id, kind)) - sum(bases.base) over (
            partition by question_id, kind order by bases.base desc, group_order rows unbounded preceding
        ) as others,
        -- without an answer, or of a group that is not listed: nobody's group, but told by the total less the groups
        coalesce(wholes.base, 0) - sum(bases.base) over (partition by question_id, kind) as unlisted,
        settings.mask_below
    from bases
    left join wholes using (question_id)
    cross join raw.settings as settings
)
select question_id, group_id, kind
from ranked
-- the total less what is shown must not tell a group that is left out
qualify small or (others < mask_below and (bool_or(small) over (partition by question_id, kind) or unlisted > 0))
