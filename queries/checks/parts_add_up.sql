-- purpose: 内訳の合計は、記載された全体と同じ（割合は分子と分母のそれぞれ） | printed parts add up to their printed whole; of ratios, numerators and denominators do
-- grain: one row per whole whose parts, all printed, do not
-- params: none
-- returns: place, found
with amounts as (
    select figure_id, metric_id, segment, period_start, period_end, section_id, 'value' as kind, value as amount
    from metric_figures join metrics using (metric_id)
    where origin = 'published' and metrics.kind in ('flow', 'stock') and status = 'printed'
    union all
    select figure_id, metric_id, segment, period_start, period_end, section_id, 'numerator', numerator
    from metric_figures where origin = 'published' and status = 'printed' and numerator is not null
    union all
    select figure_id, metric_id, segment, period_start, period_end, section_id, 'denominator', denominator
    from metric_figures where origin = 'published' and status = 'printed' and denominator is not null
),
parts as (
    select metric_id, part_of, period_start, period_end, section_id, kind, sum(amount) as total, count(*) as found
    from amounts join segments on segments.segment_id = amounts.segment
    where part_of is not null and part_of <> 'all'
    group by all
),
-- a whole is judged only where every part of it is printed; a part that an import adds is none of these
sizes as (
    select part_of, count(*) as parts
    from segments
    where part_of is not null and segment_id in (select segment from metric_figures where origin = 'published')
    group by part_of
)
select whole.figure_id as place, whole.kind || ' ' || parts.total || ' ≠ ' || whole.amount as found
from parts
join sizes on sizes.part_of = parts.part_of and sizes.parts = parts.found
join amounts as whole
    on whole.metric_id = parts.metric_id and whole.segment = parts.part_of and whole.section_id = parts.section_id
    and whole.period_start = parts.period_start and whole.period_end = parts.period_end and whole.kind = parts.kind
where parts.total <> whole.amount
