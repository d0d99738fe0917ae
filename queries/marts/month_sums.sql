-- purpose: what flowed from April to the last month known, added up from months, quarters and halves that follow each other without gap
-- grain: one row per metric, segment and fiscal year, and per period of a document that imported months cover
-- params: none
-- returns: the columns of stated_values
with recursive
-- whole months of one fiscal year that were seen; where several state the same period, a document before an import
seen as (
    select
        stated.*,
        year(period_start) - if(month(period_start) < 4, 1, 0) as fiscal_year,
        date_diff('month', period_start, period_end) + 1 as length,
        metrics.unit_ja
    from stated_values as stated
    join staging.metrics as metrics using (metric_id)
    where metrics.kind = 'flow' and role in ('baseline', 'observed') and value is not null
        and day(period_start) = 1 and period_end = last_day(period_end)
    qualify row_number() over (
        partition by metric_id, segment, period_start, period_end
        order by stated.origin = 'fictional', stated.origin <> 'published', derived_by is not null, section_id
    ) = 1
),
whole as (
    select * from seen
    where coalesce(months, length) = length and period_end <= make_date(fiscal_year + 1, 3, 31)
),
pieces as (
    select
        *,
        {'document_id': document_id, 'section_id': section_id} as place_of,
        -- the section that makes a sum what it is: invented before imported before printed, then the last
        list_position(['published', 'imported', 'fictional'], origin) * 100_000_000 + cast(strftime(period_end, '%Y%m%d') as integer) as weight,
        cast(strftime(period_start, '%-m') as text) || if(length = 1, '', '～' || strftime(period_end, '%-m')) || '月 '
            || if(value = floor(value), format('{:,.0f}', value), format('{:,}', value)) as part_ja,
        strftime(period_start, '%b') || if(length = 1, '', '–' || strftime(period_end, '%b')) || ' '
            || if(value = floor(value), format('{:,.0f}', value), format('{:,}', value)) as part_en
    from whole
),
-- months, quarters and halves from April on, each beginning the day after the one before
sums as (
    select
        metric_id, segment, fiscal_year, period_start, period_end, length as base_length, 1 as parts, unit_ja as unit,
        coalesce(decimals, 0) as decimals, about, value, origin, place_of, weight, part_ja as note_ja, part_en as note_en
    from pieces
    where period_start = make_date(fiscal_year, 4, 1)
    union all
    select
        sums.metric_id, sums.segment, sums.fiscal_year, sums.period_start, piece.period_end, sums.base_length, sums.parts + 1, sums.unit,
        greatest(sums.decimals, coalesce(piece.decimals, 0)), sums.about or piece.about, sums.value + piece.value,
        -- in the order of the letters fictional stands first, and imported before published
        least(sums.origin, piece.origin),
        if(piece.weight > sums.weight, piece.place_of, sums.place_of), greatest(piece.weight, sums.weight),
        sums.note_ja || '＋' || piece.part_ja, sums.note_en || ' + ' || piece.part_en
    from sums
    join pieces as piece
        on piece.metric_id = sums.metric_id and piece.segment = sums.segment and piece.fiscal_year = sums.fiscal_year
        and piece.period_start = sums.period_end + 1
    qualify row_number() over (
        partition by sums.metric_id, sums.segment, sums.fiscal_year, piece.period_end order by sums.base_length desc, sums.period_end desc
    ) = 1
),
-- of the sums over one period the one with the fewest parts
candidates as (
    select *, max(period_end) over (partition by metric_id, segment, fiscal_year) as furthest
    from sums
    where parts > 1
    qualify row_number() over (partition by metric_id, segment, period_end, fiscal_year order by parts, base_length desc) = 1
)
select
    place_of.document_id, place_of.section_id, candidates.metric_id, 'observed' as role, candidates.segment,
    candidates.period_start, candidates.period_end, date_diff('month', candidates.period_start, candidates.period_end) + 1 as months,
    round(candidates.value, 9) as value,
    null::double as low, null::double as high, candidates.decimals, candidates.about, candidates.unit,
    null::double as numerator, null::double as denominator, 'computed' as status, candidates.note_ja, candidates.note_en,
    candidates.origin, 'month_sums' as derived_by
from candidates
left join seen using (metric_id, segment, period_start, period_end)
-- the same period as stated in a document is added up as well, to be held against it
where (candidates.period_end = furthest or seen.origin = 'published')
    and (seen.origin is null or seen.origin = 'published' and candidates.origin <> 'published')
    and not exists (
        select 1 from stated_values as stated
        where stated.metric_id = candidates.metric_id and stated.segment = candidates.segment
            and stated.period_start = candidates.period_start and stated.period_end = candidates.period_end
            and stated.origin <> 'published' and stated.role in ('baseline', 'observed') and stated.value is not null
    )
