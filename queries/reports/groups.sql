-- purpose: the groups inside a wave
-- grain: one row per group
-- params: none
-- returns: group_id, label_ja, label_en, kind, group_order
select group_id, label_ja, label_en, kind, group_order from groups order by group_order
