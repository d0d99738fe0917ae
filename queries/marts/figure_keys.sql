-- purpose: what every figure is searched, filtered, ordered and added up by
-- grain: one row per figure
-- params: none
-- returns: figure_id, place (stored order), thing (metric, question, or people of a wave), adds (flow, stock, average, ratio, single, several, people or no), item (the option, if any), is_net (it takes options together), part (group or segment), part_order, dimension (parts of one do not overlap; a part that may overlap others is a dimension of its own), part_of, is_whole, words (folded, for the search)
with
answers as (
    select
        concat_ws('.', figures.question_id, figures.option_id, figures.group_id, figures.measure) as figure_id,
        figures.question_id as thing,
        case
            when figures.measure not in ('share', 'count') then 'no'
            when questions.answer_type in ('single', 'scale') then 'single'
            else 'several'
        end as adds,
        figures.option_id as item, options.is_net, figures.group_id as part, groups.group_order as part_order,
        groups.kind as dimension, null as part_of, figures.group_id = 'all' as is_whole,
        concat_ws(' ', concepts.question_ja, concepts.question_en, waves.label_ja, waves.label_en) as more_words
    from survey_figures as figures
    join questions using (question_id)
    join options using (question_id, option_id)
    join groups using (group_id)
    join waves on waves.wave_id = figures.wave_id
    left join concepts on concepts.concept_id = figures.concept_id
),
people as (
    select
        concat_ws('.', wave_id, population, sex, age) as figure_id, wave_id || '.' || population as thing,
        'people' as adds, null as item, false as is_net, if(sex = age, 'all', concat_ws('.', nullif(sex, 'all'), nullif(age, 'all'))) as part,
        100 * sexes.group_order + ages.group_order as part_order,
        concat_ws('.', if(sex = 'all', null, 'sex'), if(age = 'all', null, 'age')) as dimension,
        null as part_of, sex = 'all' and age = 'all' as is_whole, concat_ws(' ', waves.label_ja, waves.label_en) as more_words
    from respondents
    join waves using (wave_id)
    join groups as sexes on sexes.group_id = sex
    join groups as ages on ages.group_id = age
),
metric as (
    select
        figure_id, metric_id as thing, metrics.kind as adds, null as item, false as is_net, segment as part,
        segments."order" as part_order, if(together.metric_id is null, segments.dimension, segment) as dimension, segments.part_of, segment = 'all' as is_whole,
        concat_ws(' ', metrics.numerator_ja, metrics.numerator_en, metrics.denominator_ja, metrics.denominator_en) as more_words
    from metric_figures
    join metrics using (metric_id)
    join segments on segments.segment_id = segment
    left join raw."overlaps" as together using (metric_id, dimension)
),
-- a year as Japan counts it; two eras share a year in which one began
eras as (
    select
        year::integer as year,
        concat_ws(
            ' ', '令和' || nullif(greatest(year - 2018, 0), 0) || '年', 'R' || nullif(greatest(year - 2018, 0), 0), if(year = 2019, '令和元年', null),
            if(year < 2020, '平成' || (year - 1988) || '年', null), if(year < 2020, 'H' || (year - 1988), null)
        ) as names
    from range(1989, 2101) as years(year)
),
parts as (
    select * from answers union all by name select * from people union all by name select * from metric
)
select
    figures.figure_id,
    row_number() over (
        order by
            waves."order" is null, waves."order", concept_order nulls first, option_order, figures.kind,
            kpi_order nulls last, metrics.metric_id, period_end, figures.figure_id
    ) as place,
    -- what is printed as one number for a whole wave has no parts
    coalesce(thing, figures.kind || '.' || figures.wave) as thing, coalesce(adds, 'no') as adds, item,
    coalesce(parts.is_net, false) as is_net, coalesce(parts.part, 'all') as part, coalesce(part_order, 0) as part_order,
    coalesce(parts.dimension, 'all') as dimension, parts.part_of, coalesce(is_whole, true) as is_whole,
    folded(concat_ws(
        ' ', subject_ja, subject_en, group_ja, group_en, figures.period_ja, year(period_start)::text, year(period_end)::text,
        if(contains(figures.period_ja, '年度'), replace(first_year.names, '年', '年度'), first_year.names), last_year.names,
        documents.title_ja, documents.title_en, sections.heading_ja, sections.heading_en, metrics.title_ja, metrics.title_en,
        more_words, figures.figure_id
    )) as words
from all_figures as figures
join documents using (document_id)
join sections using (document_id, section_id)
left join parts using (figure_id)
left join metrics on metrics.metric_id = figures.metric_id
left join waves on waves.wave_id = figures.wave
left join concepts on concepts.concept_id = figures.concept_id
left join eras as first_year on first_year.year = year(period_start)
left join eras as last_year on last_year.year = year(period_end)
left join options on options.question_id = figures.question_id and options.option_id = figures.option_id
order by place
