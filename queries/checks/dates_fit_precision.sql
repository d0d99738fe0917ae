-- purpose: あゆみと場の日付は1960～2026年の間で、精度に合う（年度は4月1日、年は1月1日、月と計画の公表月は1日） | dates of events and occasions lie between 1960 and 2026 and fit their precision (fiscal year 1 April, year 1 January, month and month of publication the first day)
-- grain: one row per event or occasion that does not
-- params: none
-- returns: place, found
with dated as (
    select event_id as place, "date" as day, precision from events
    union all
    select occasion_id, "date", precision from occasions
)
select place, day || ' ' || precision as found
from dated
where year(day) not between 1960 and 2026
    or (precision = 'fiscal_year' and strftime(day, '%m-%d') <> '04-01')
    or (precision = 'year' and strftime(day, '%m-%d') <> '01-01')
    or (precision in ('month', 'published') and day(day) <> 1)
