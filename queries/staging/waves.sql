-- purpose: survey waves with their period in words
-- grain: one row per wave
-- params: none
-- returns: the columns of raw.waves plus period_ja, period_en
select
    *,
    case field_precision when 'year' then strftime(field_start, '%Y年') else strftime(field_start, '%Y年%-m月') end as period_ja,
    case field_precision when 'year' then strftime(field_start, '%Y') else strftime(field_start, '%b %Y') end as period_en
from raw.waves
