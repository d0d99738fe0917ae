-- purpose: the groups that survey figures are given for
-- grain: one row per group
-- params: none
-- returns: group_id, group_order, kind, label_ja, label_en
select group_id, group_order, kind, label_ja, label_en from groups order by group_order, group_id
