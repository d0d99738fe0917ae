-- purpose: every survey figure, printed, counted from answers or derived from these, with its counts
-- grain: one row per question, option, group and measure
-- params: none
-- returns: the columns of staging.survey_results plus numerator, denominator, offered, derived_by (the query, or null for a transcribed figure)
with
results as (
    -- shares of answers are stated only where they are weighted
    select *, origin <> 'published' and measure = 'share' and status = 'computed' as weighted
    from staging.survey_results
),
printed as (
    select
        results.* exclude (weighted) replace (
            if(weighted, coalesce(results.note_ja, 'ウエイトで補正した割合。回答者数(n)は補正前'), results.note_ja) as note_ja,
            if(weighted, coalesce(results.note_en, 'Weighted share; the base is unweighted'), results.note_en) as note_en
        ),
        case when results.measure = 'share' then recovered.recovered_count end as numerator,
        -- a weighted share is not that of its counts
        case when results.measure = 'share' and results.origin = 'published' then results.base end as denominator,
        true as offered,
        null::text as derived_by
    from results
    left join recovered_counts as recovered using (question_id, option_id, group_id)
),
counts as (
    select printed.* replace (
        'count' as measure, numerator as value, null as low, null as high, 0 as decimals, '人' as unit,
        'recovered' as status, null as note_ja, null as note_en, null as numerator, null as denominator,
        'recovered_counts' as derived_by
    )
    from printed
    where numerator is not null and not exists (
        select 1 from printed as given
        where given.measure = 'count' and given.question_id = printed.question_id
            and given.option_id = printed.option_id and given.group_id = printed.group_id
    )
),
-- a count that several printed facts fix (the sex split), or of answers, gives its share by arithmetic
shares_of_counts as (
    select printed.* replace (
        'share' as measure, 100.0 * value / base as value, 1 as decimals, '%' as unit, 'computed' as status,
        cast(value as bigint) as numerator, base as denominator,
        'survey_figures' as derived_by
    )
    from printed
    where measure = 'count' and base > 0 and (
        status = 'recovered'
        or status = 'computed' and not exists (
            select 1 from printed as given
            where given.measure = 'share' and given.question_id = printed.question_id
                and given.option_id = printed.option_id and given.group_id = printed.group_id
        )
    )
),
bounds as (
    select
        question_of.document_id, question_of.section_id, question_of.wave_id, question_of.concept_id,
        bounds.question_id, bounds.option_id, 'all' as group_id, 'share' as measure, null as value,
        bounds.low, bounds.high, null as decimals, '%' as unit, question_of.base, question_of.base_status,
        'bounded' as status,
        if(bounds.offered, '順位から分かる範囲', '選択肢にあった場合の上限（順位から）') as note_ja,
        if(bounds.offered, 'range set by the printed ranks', 'ceiling set by the printed ranks, if it was offered') as note_en,
        null as numerator, null as denominator, bounds.offered, 'published' as origin, 'rank_bounds' as derived_by
    from rank_bounds as bounds
    join (
        select question_id, any_value(document_id) as document_id, any_value(section_id) as section_id,
            any_value(wave_id) as wave_id, any_value(concept_id) as concept_id,
            any_value(base) as base, any_value(base_status) as base_status
        from (from printed where measure in ('rank', 'share') and group_id = 'all' and origin = 'published' order by document_id)
        group by question_id
    ) as question_of using (question_id)
),
found as (
    select * from counts
    union all by name select * from shares_of_counts
    union all by name select * from bounds
)
select * from printed
-- what was found out replaces an empty slot, and a count replaces a worded range
where not (status in ('not_captured', 'bounded') and exists (
    select 1 from found
    where found.question_id = printed.question_id and found.option_id = printed.option_id
        and found.group_id = printed.group_id and found.measure = printed.measure
))
union all by name
select * from found
