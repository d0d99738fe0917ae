-- purpose: 内訳の合計は、記載された全体と同じ | printed parts add up to their printed whole
-- grain: one row per whole whose parts, all printed, do not
-- params: none
-- returns: place, found
with printed as (
    select * from metric_figures join metrics using (metric_id)
    where metrics.kind in ('flow', 'stock') and metric_figures.status = 'printed' and metric_figures.unit <> '%'
),
parts as (
    select metric_id, part_of, period_start, period_end, section_id, sum(value) as total, count(*) as found
    from printed join segments on segments.segment_id = printed.segment
    where part_of is not null and part_of <> 'all'
    group by all
),
-- a whole is judged only where every part of it is printed
sizes as (select part_of, count(*) as parts from segments where part_of is not null group by part_of)
select whole.figure_id as place, parts.total || ' ≠ ' || whole.value as found
from parts
join sizes on sizes.part_of = parts.part_of and sizes.parts = parts.found
join printed as whole
    on whole.metric_id = parts.metric_id and whole.segment = parts.part_of and whole.section_id = parts.section_id
    and whole.period_start = parts.period_start and whole.period_end = parts.period_end
where parts.total <> whole.value
