-- purpose: what each filter of the figures offers, with the figures that meet all the other filters
-- grain: one row per filter and choice, and one for all filters together (filter `all`, its choice how many things it is about)
-- params: those of explore without order and limit
-- returns: filter, choice, label_ja, label_en, figures, place
with
marked as (
    select
        figures.document_id, figures.wave, figures.concept_id, figures.metric_id, keys.part, figures.kind, figures.status, figures.origin,
        keys.thing, keys.place, keys.part_order, group_ja, group_en, period_start, period_end,
        len($documents::varchar[]) = 0 or list_contains($documents::varchar[], figures.document_id) as of_document,
        len($waves::varchar[]) = 0 or coalesce(list_contains($waves::varchar[], figures.wave), false) as of_wave,
        len($concepts::varchar[]) = 0 or coalesce(list_contains($concepts::varchar[], figures.concept_id), false) as of_concept,
        len($metrics::varchar[]) = 0 or coalesce(list_contains($metrics::varchar[], figures.metric_id), false) as of_metric,
        len($groups::varchar[]) = 0 or list_contains($groups::varchar[], keys.part) as of_group,
        len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], figures.kind) as of_kind,
        len($statuses::varchar[]) = 0 or list_contains($statuses::varchar[], figures.status) as of_status,
        len($origins::varchar[]) = 0 or list_contains($origins::varchar[], figures.origin) as of_origin,
        coalesce($since::varchar is null or period_start >= ($since::varchar || '-01')::date, false) as after_start,
        coalesce($until::varchar is null or period_end <= last_day(($until::varchar || '-01')::date), false) as before_end,
        ($word_1::varchar is null or regexp_matches(words, $word_1::varchar))
            and ($word_2::varchar is null or regexp_matches(words, $word_2::varchar))
            and ($word_3::varchar is null or regexp_matches(words, $word_3::varchar))
            and ($word_4::varchar is null or regexp_matches(words, $word_4::varchar))
            and ($word_5::varchar is null or regexp_matches(words, $word_5::varchar))
            and ($word_6::varchar is null or regexp_matches(words, $word_6::varchar))
            and ($word_7::varchar is null or regexp_matches(words, $word_7::varchar))
            and ($word_8::varchar is null or regexp_matches(words, $word_8::varchar)) as found
    from all_figures as figures
    join figure_keys as keys using (figure_id)
),
-- how many filters each figure fails: one choice of a filter counts what fails none, or only that filter
judged as (
    select *,
        8 - (of_document::int + of_wave::int + of_concept::int + of_metric::int + of_group::int + of_kind::int + of_status::int + of_origin::int) as failed,
        found and after_start and before_end as kept
    from marked
),
choices as (
    select 'document' as filter, document_id as choice, count(*) filter (where kept and failed - (not of_document)::int = 0) as figures, min(place) as place from judged group by all
    union all by name
    select 'wave' as filter, wave as choice, count(*) filter (where kept and failed - (not of_wave)::int = 0) as figures, min(place) as place from judged where wave is not null group by all
    union all by name
    select 'concept' as filter, concept_id as choice, count(*) filter (where kept and failed - (not of_concept)::int = 0) as figures, min(place) as place from judged where concept_id is not null group by all
    union all by name
    select 'metric' as filter, metric_id as choice, count(*) filter (where kept and failed - (not of_metric)::int = 0) as figures, min(place) as place from judged where metric_id is not null group by all
    union all by name
    select 'group' as filter, part as choice, count(*) filter (where kept and failed - (not of_group)::int = 0) as figures, min(part_order) as place,
        min(group_ja) as label_ja, min(group_en) as label_en from judged group by part
    union all by name
    select 'kind' as filter, kind as choice, count(*) filter (where kept and failed - (not of_kind)::int = 0) as figures, min(place) as place from judged group by all
    union all by name
    select 'status' as filter, status as choice, count(*) filter (where kept and failed - (not of_status)::int = 0) as figures, min(place) as place from judged group by all
    union all by name
    select 'origin' as filter, origin as choice, count(*) filter (where kept and failed - (not of_origin)::int = 0) as figures, min(place) as place from judged group by all
    union all by name
    select 'from' as filter, strftime(period_start, '%Y-%m') as choice, count(*) filter (where found and before_end and failed = 0) as figures, min(epoch(period_start)) as place
    from judged where period_start is not null group by all
    union all by name
    select 'to' as filter, strftime(period_end, '%Y-%m') as choice, count(*) filter (where found and after_start and failed = 0) as figures, min(epoch(period_end)) as place
    from judged where period_end is not null group by all
    union all by name
    select 'all' as filter, count(distinct thing) filter (where kept and failed = 0)::varchar as choice, count(*) filter (where kept and failed = 0) as figures, 0 as place from judged
)
select
    filter, choice,
    coalesce(choices.label_ja, documents.title_ja, waves.label_ja, concepts.label_ja, metrics.title_ja, choice) as label_ja,
    coalesce(choices.label_en, documents.title_en, waves.label_en, concepts.label_en, metrics.title_en, choice) as label_en,
    figures, place
from choices
left join documents on filter = 'document' and document_id = choice
left join waves on filter = 'wave' and wave_id = choice
left join concepts on filter = 'concept' and concepts.concept_id = choice
left join metrics on filter = 'metric' and metrics.metric_id = choice
order by filter, choices.place, choice
