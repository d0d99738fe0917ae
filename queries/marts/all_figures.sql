-- purpose: every figure of the store with the table it was transcribed to, the query that derived it and the page that shows it
-- grain: one row per figure
-- params: none
-- returns: figure_id, kind, concept_id, wave, question_id, option_id, metric_id, subject_ja, subject_en, group_ja, group_en, period_start, period_end, period_ja, months, value, low, high, numerator, denominator, unit, base, base_status, status, origin, document_id, section_id, table_name, derived_by, address
with
survey as (
    select
        concat_ws('.', figures.question_id, figures.option_id, figures.group_id, figures.measure) as figure_id,
        'survey_' || figures.measure as kind,
        figures.concept_id, figures.wave_id as wave, figures.question_id, figures.option_id, null as metric_id,
        questions.label_ja || '：' || options.label_ja as subject_ja,
        questions.label_en || ': ' || options.label_en as subject_en,
        groups.label_ja as group_ja, groups.label_en as group_en,
        waves.field_start as period_start, waves.field_end as period_end, waves.period_ja, null as months,
        figures.value, figures.low, figures.high, figures.numerator, figures.denominator, figures.unit,
        figures.base, figures.base_status, figures.status, figures.document_id, figures.section_id,
        'survey_results' as table_name, figures.derived_by, 'compare?q=' || figures.concept_id as address
    from survey_figures as figures
    join questions using (question_id)
    join options using (question_id, option_id)
    join groups using (group_id)
    join waves on waves.wave_id = figures.wave_id
),
people as (
    select
        concat_ws('.', wave_id, population, sex, age) as figure_id,
        'respondents_' || population as kind,
        null as concept_id, wave_id as wave, null as question_id, null as option_id, null as metric_id,
        if(population = 'invited', '調査対象のモニター数', '回答者数') as subject_ja,
        if(population = 'invited', 'monitors invited', 'respondents') as subject_en,
        case when sex = 'all' then ages.label_ja when age = 'all' then sexes.label_ja
            else sexes.label_ja || '・' || ages.label_ja end as group_ja,
        case when sex = 'all' then ages.label_en when age = 'all' then sexes.label_en
            else sexes.label_en || ' ' || lower(ages.label_en[1]) || ages.label_en[2:] end as group_en,
        waves.field_start as period_start, waves.field_end as period_end, waves.period_ja, null as months,
        count as value, null as low, null as high, null as numerator, null as denominator, '人' as unit,
        null as base, null as base_status, if(waves.origin = 'published', 'printed', 'computed') as status, respondents.document_id, respondents.section as section_id,
        'respondents' as table_name, null as derived_by, null as address
    from respondents
    join waves using (wave_id)
    join groups as sexes on sexes.group_id = sex
    join groups as ages on ages.group_id = age
),
-- waves whose respondents are printed as one number only
totals as (
    select
        wave_id || '.answered.all.all' as figure_id, 'respondents_answered' as kind,
        null as concept_id, wave_id as wave, null as question_id, null as option_id, null as metric_id,
        '回答者数' as subject_ja, 'respondents' as subject_en, '全体' as group_ja, 'All' as group_en,
        field_start as period_start, field_end as period_end, period_ja, null as months,
        answered as value, null as low, null as high, null as numerator, null as denominator, '人' as unit,
        null as base, null as base_status, if(origin = 'published', 'printed', 'computed') as status, document_id, section as section_id,
        'waves' as table_name, null as derived_by, null as address
    from waves
    where answered is not null and wave_id not in (select wave_id from respondents)
),
response as (
    select
        wave_id || '.response_rate' as figure_id, 'response_rate' as kind,
        null as concept_id, wave_id as wave, null as question_id, null as option_id, null as metric_id,
        '回答率' as subject_ja, 'response rate' as subject_en, '全体' as group_ja, 'All' as group_en,
        field_start as period_start, field_end as period_end, period_ja, null as months,
        rate as value, null as low, null as high, answered as numerator, invited as denominator, '%' as unit,
        invited as base, 'printed' as base_status, if(origin = 'published', 'printed', 'computed') as status, document_id, section as section_id,
        'waves' as table_name, null as derived_by, null as address
    from waves
    where rate is not null
),
metric as (
    select
        figures.figure_id,
        'metric_' || figures.role as kind,
        null as concept_id, null as wave, null as question_id, null as option_id, figures.metric_id,
        metrics.title_ja as subject_ja, metrics.title_en as subject_en, segments.label_ja as group_ja, segments.label_en as group_en,
        figures.period_start, figures.period_end,
        case
            when figures.period_start = figures.period_end then strftime(figures.period_end, '%Y年%-m月末')
            when coalesce(figures.months, 12) = 12 and month(figures.period_start) = 4 and month(figures.period_end) = 3 and year(figures.period_end) = year(figures.period_start) + 1 then strftime(figures.period_start, '%Y年度')
            when strftime(figures.period_start, '%m-%d') = '01-01' and figures.period_end = figures.period_start + interval 1 year - interval 1 day then strftime(figures.period_start, '%Y年')
            when date_trunc('month', figures.period_start) = date_trunc('month', figures.period_end) then strftime(figures.period_start, '%Y年%-m月')
            else strftime(figures.period_start, '%Y年%-m月') || '～' || strftime(figures.period_end, '%Y年%-m月')
        end as period_ja,
        figures.months, figures.value, figures.low, figures.high, figures.numerator, figures.denominator, figures.unit,
        null as base, null as base_status, figures.status, figures.document_id, figures.section_id,
        'metric_values' as table_name, figures.derived_by,
        case
            when metrics.city <> 'koriyama' then 'peers'
            when metrics.kpi_order is not null then 'kpi?indicator=' || metrics.metric_id
            when metrics.strip is not null then 'operations?strip=' || metrics.strip
            when metrics.metric_id in ('projects_total', 'projects_marked') then 'projects'
            when figures.origin <> 'published' then coalesce('kpi?indicator=' || metrics.near, 'operations?strip=others')
        end as address
    from metric_figures as figures
    join metrics using (metric_id)
    join segments on segments.segment_id = figures.segment
),
every as (
    select * from survey union all by name select * from people union all by name select * from totals
    union all by name select * from response union all by name select * from metric
)
select
    every.figure_id, kind, concept_id, wave, question_id, option_id, metric_id, subject_ja, subject_en,
    group_ja, group_en, period_start, period_end, period_ja, cast(months as integer) as months, value, low, high,
    numerator, denominator, unit, cast(base as integer) as base, base_status, status, documents.origin,
    every.document_id, every.section_id, table_name, derived_by, address
from every
join documents using (document_id)
order by kind, wave, question_id, metric_id, every.figure_id
