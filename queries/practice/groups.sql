-- purpose: sexes and ages as options
-- grain: one row per group of people
-- params: none
-- returns: kind, group_id, label_ja, label_en; in order
select kind, group_id, label_ja, label_en from groups where kind in ('sex', 'age') order by group_order
