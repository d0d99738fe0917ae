-- purpose: 割合は 0～100% の間 | shares lie between 0 and 100 %
-- grain: one row per share outside
-- params: none
-- returns: place, found
select figure_id as place, coalesce(value, low, high) || ' %' as found
from figures
where kind = 'survey_share' and (value not between 0 and 100 or low < 0 or high > 100)
