-- purpose: the figures that meet every filter, in a chosen order
-- grain: one row per figure
-- params: $documents, $waves, $concepts, $metrics, $groups, $kinds, $statuses, $origins (lists of ids, empty for all), $since, $until (months YYYY-MM, or null), $word_1 to $word_8 (patterns that the folded words must meet, or null), $by (stored, high, low, newest or oldest), $most (rows)
-- returns: figure_id, kind, subject_ja, subject_en, option_ja, option_en, wave_ja, wave_en (of a survey), group_ja, group_en, period_start, period_end, months, value, low, high, numerator, denominator, unit_ja, unit_en, base, base_status, status, origin, title_ja, title_en, heading_ja, heading_en, path (the file, of an import its name), derived_by, address, thing, adds, item, is_net, part, dimension, part_of, is_whole
select
    figures.figure_id, figures.kind, subject_ja, subject_en, options.label_ja as option_ja, options.label_en as option_en, waves.label_ja as wave_ja, waves.label_en as wave_en, group_ja, group_en, period_start, period_end, months,
    figures.value, figures.low, figures.high, figures.numerator, figures.denominator, figures.unit as unit_ja,
    coalesce(metrics.unit_en, case unit when '人' then 'people' when '位' then 'rank' when 'ポイント' then 'points' else unit end) as unit_en,
    figures.base, figures.base_status, figures.status, figures.origin, documents.title_ja, documents.title_en, sections.heading_ja, sections.heading_en,
    if(figures.origin = 'published', 'data/published/' || figures.document_id || '/' || table_name || '.csv', documents.title_ja) as path,
    'queries/marts/' || derived_by || '.sql' as derived_by, address,
    thing, adds, item, keys.is_net, part, keys.dimension, keys.part_of, is_whole
from all_figures as figures
join figure_keys as keys using (figure_id)
join documents using (document_id)
join sections using (document_id, section_id)
left join metrics on metrics.metric_id = figures.metric_id
left join waves on waves.wave_id = figures.wave
left join options on options.question_id = figures.question_id and options.option_id = figures.option_id
where
    (len($documents::varchar[]) = 0 or list_contains($documents::varchar[], figures.document_id))
    and (len($waves::varchar[]) = 0 or list_contains($waves::varchar[], wave))
    and (len($concepts::varchar[]) = 0 or list_contains($concepts::varchar[], concept_id))
    and (len($metrics::varchar[]) = 0 or list_contains($metrics::varchar[], figures.metric_id))
    and (len($groups::varchar[]) = 0 or list_contains($groups::varchar[], part))
    and (len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], figures.kind))
    and (len($statuses::varchar[]) = 0 or list_contains($statuses::varchar[], figures.status))
    and (len($origins::varchar[]) = 0 or list_contains($origins::varchar[], figures.origin))
    and ($since::varchar is null or period_start >= ($since::varchar || '-01')::date)
    and ($until::varchar is null or period_end <= last_day(($until::varchar || '-01')::date))
    and ($word_1::varchar is null or regexp_matches(words, $word_1::varchar))
    and ($word_2::varchar is null or regexp_matches(words, $word_2::varchar))
    and ($word_3::varchar is null or regexp_matches(words, $word_3::varchar))
    and ($word_4::varchar is null or regexp_matches(words, $word_4::varchar))
    and ($word_5::varchar is null or regexp_matches(words, $word_5::varchar))
    and ($word_6::varchar is null or regexp_matches(words, $word_6::varchar))
    and ($word_7::varchar is null or regexp_matches(words, $word_7::varchar))
    and ($word_8::varchar is null or regexp_matches(words, $word_8::varchar))
order by
    case $by when 'high' then -figures.value when 'low' then figures.value when 'newest' then -epoch(period_end) when 'oldest' then epoch(period_end) end nulls last,
    place
limit $most
