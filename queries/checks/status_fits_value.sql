-- purpose: 状態と値の組み合わせが正しい（記載値には値、幅には上下限、未収録には値なし） | status and value agree: printed has a value, bounded a range, not captured nothing
-- grain: one row per figure where they do not
-- params: none
-- returns: place, found
select figure_id as place, status as found
from figures
where case status
    when 'bounded' then value is not null or low is null and high is null or low > high
    when 'not_captured' then value is not null or low is not null or high is not null
    when 'not_published' then value is not null or low is not null or high is not null
    else value is null
end
