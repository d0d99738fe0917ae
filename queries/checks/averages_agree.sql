-- purpose: 月平均×月数は、記載された累計と丸めの範囲で合う | a printed monthly average times its months agrees with the printed flow within rounding
-- grain: one row per average that does not
-- params: none
-- returns: place, found
select average.metric_id || ' ' || average.period_end as place, average.value || ' × ' || flow.months || ' ≠ ' || flow.value as found
from metric_figures as average
join metrics on metrics.metric_id = average.metric_id and monthly_average_of is not null
join metric_figures as flow on flow.metric_id = monthly_average_of and flow.period_end = average.period_end and flow.segment = average.segment
where average.origin = 'published' and flow.origin = 'published'
    and average.status = 'printed' and flow.status = 'printed' and flow.months is not null
    and abs(average.value * flow.months - flow.value) > 0.5 * flow.months
