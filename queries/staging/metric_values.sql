-- purpose: metric values as transcribed or imported; of several imports that state the same the last one counts
-- grain: one row per metric, role, segment, period and section of a document; outside documents one per metric, role, segment and period
-- params: none
-- returns: the columns of raw.metric_values plus origin
select given.* exclude (place), documents.origin
from (select *, row_number() over () as place from raw.metric_values) as given
join raw.documents as documents using (document_id)
-- an invented value never takes the place of a real one
qualify documents.origin = 'published' or row_number() over (
    partition by documents.origin = 'published', metric_id, role, segment, period_start, period_end
    order by documents.origin = 'fictional', documents.import_order desc, given.place
) = 1
order by given.place
