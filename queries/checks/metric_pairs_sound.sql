-- purpose: 市どうしの指標の組は、郡山市とほかの市の実在する指標で、並べるなら単位と種類が同じで両方に値がある | every pair of indicators between cities names two that exist, Koriyama's first; those set side by side share unit and kind and both have a value
-- grain: one row per pair that is not so, and per indicator of a pair or of another city without any figure
-- params: none
-- returns: place, found
with pairs as (
    select
        metric_a || ' ' || metric_b as place, verdict <> 'no' as beside, own.city as own_city, peer.city as peer_city,
        own.unit_ja as own_unit, peer.unit_ja as peer_unit, own.kind as own_kind, peer.kind as peer_kind,
        metric_a, metric_b
    from metric_pairs
    left join metrics as own on own.metric_id = metric_a
    left join metrics as peer on peer.metric_id = metric_b
),
known as (
    select distinct metric_id from metric_figures where origin = 'published' and segment = 'all' and coalesce(value, low, high) is not null
)
select place, 'cities ' || coalesce(own_city, 'unknown') || ', ' || coalesce(peer_city, 'unknown') as found
from pairs
where own_city is distinct from 'koriyama' or peer_city is null or peer_city = 'koriyama'
union all
select place, 'unit or kind differs: ' || own_unit || ' ' || own_kind || ', ' || peer_unit || ' ' || peer_kind
from pairs
where beside and (own_unit <> peer_unit or own_kind <> peer_kind)
union all
select place, 'set side by side without a value'
from pairs
where beside and not (metric_a in (select metric_id from known) and metric_b in (select metric_id from known))
union all
select metric_id, 'no figure in any document'
from metrics
where (city <> 'koriyama' or metric_id in (select metric_a from metric_pairs)) and metric_id not in (select metric_id from metric_figures)
