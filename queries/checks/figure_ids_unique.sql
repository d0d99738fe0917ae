-- purpose: 数値の番号に重複がない | every figure has an id of its own
-- grain: one row per id used twice
-- params: none
-- returns: place, found
select figure_id as place, count(*) || ' rows' as found from figures group by figure_id having count(*) > 1
