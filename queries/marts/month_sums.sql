-- purpose: what flowed from April to the last month known, added up from months that follow each other without gap
-- grain: one row per metric, segment and fiscal year, and per period of a document that imported months cover
-- params: none
-- returns: the columns of stated_values
with
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
-- a value from April on, and every later month of its fiscal year
pieces as (
    select
        piece.*, base.period_start as first_day, base.period_end as base_end, base.length as base_length,
        cast(strftime(piece.period_start, '%-m') as text) || if(piece.length = 1, '', '～' || strftime(piece.period_end, '%-m')) || '月' as when_ja,
        strftime(piece.period_start, '%b') || if(piece.length = 1, '', '–' || strftime(piece.period_end, '%b')) as when_en,
        if(piece.value = floor(piece.value), format('{:,.0f}', piece.value), format('{:,}', piece.value)) as amount
    from whole as base
    join whole as piece
        on piece.metric_id = base.metric_id and piece.segment = base.segment and piece.fiscal_year = base.fiscal_year
        and (piece.period_end = base.period_end and piece.period_start = base.period_start
            or piece.length = 1 and piece.period_start > base.period_end)
    where base.period_start = make_date(base.fiscal_year, 4, 1)
),
sums as (
    select
        metric_id, segment, fiscal_year, first_day as period_start, period_end, base_length, unit_ja as unit,
        row_number() over so_far - 1 as place,
        date_diff('month', base_end, period_end) as distance,
        max(coalesce(decimals, 0)) over so_far as decimals,
        bool_or(about) over so_far as about,
        round(sum(value) over so_far, 9) as value,
        -- in the order of the letters fictional stands first, and imported before published
        min(origin) over so_far as origin,
        -- the section that makes the sum what it is: invented before imported before printed, then the last
        arg_max(
            {'document_id': document_id, 'section_id': section_id},
            list_position(['published', 'imported', 'fictional'], origin) * 100_000_000 + cast(strftime(period_end, '%Y%m%d') as integer)
        ) over so_far as place_of,
        string_agg(when_ja || ' ' || amount, '＋') over so_far as note_ja,
        string_agg(when_en || ' ' || amount, ' + ') over so_far as note_en
    from pieces
    window so_far as (
        partition by metric_id, segment, fiscal_year, base_end order by pieces.period_start rows unbounded preceding
    )
    qualify place > 0 and place = distance
),
-- of the sums over one period the one with the fewest parts
candidates as (
    select *, max(period_end) over (partition by metric_id, segment, fiscal_year) as furthest
    from sums
    qualify row_number() over (partition by metric_id, segment, period_end, fiscal_year order by base_length desc) = 1
)
select
    place_of.document_id, place_of.section_id, candidates.metric_id, 'observed' as role, candidates.segment,
    candidates.period_start, candidates.period_end, base_length + distance as months, candidates.value,
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
