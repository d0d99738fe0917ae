-- purpose: survey waves with their names and period in words; imported ones stand where their time puts them
-- grain: one row per wave
-- params: none
-- returns: the columns of raw.waves ("order" counts through) plus origin, label_ja, label_en, period_ja, period_en
with
every as (
    select
        waves.*, documents.origin, documents.import_order,
        -- two imported surveys of one title are told apart by the names of their imports
        if(count(*) over (partition by documents.origin, waves.title_ja) > 1, ' ' || regexp_replace(wave_id, '^(in|room)_', ''), '') as namesake
    from raw.waves as waves
    join raw.documents as documents using (document_id)
),
-- an imported wave follows the published one whose answers it holds, or the last that is not younger
placed as (
    select every.wave_id, max(published."order") as after
    from every
    join every as published
        on published.origin = 'published' and (
            published.wave_id = coalesce(every.same_as, every.wave_id)
            or every.same_as is null and every.origin <> 'published'
            and coalesce(published.field_start <= every.field_start, true)
        )
    group by every.wave_id
)
select
    every.* exclude (import_order, namesake) replace (
        row_number() over (
            order by coalesce(after, 0), origin <> 'published', field_start, import_order, every.wave_id
        ) as "order"
    ),
    case origin
        when 'published' then series_ja || short_ja
        when 'imported' then title_ja || namesake || '（取込）'
        when 'room' then title_ja || namesake
        else title_ja || namesake || '（架空）'
    end as label_ja,
    case origin
        when 'published' then series_en || ' ' || short_en
        when 'imported' then title_en || namesake || ' (imported)'
        when 'room' then title_en || namesake
        else title_en || namesake || ' (fictional)'
    end as label_en,
    coalesce(
        case field_precision when 'year' then strftime(field_start, '%Y年') else strftime(field_start, '%Y年%-m月') end,
        '時期の記載なし'
    ) as period_ja,
    coalesce(
        case field_precision when 'year' then strftime(field_start, '%Y') else strftime(field_start, '%b %Y') end,
        'date not given'
    ) as period_en
from every
left join placed using (wave_id)
order by "order"
