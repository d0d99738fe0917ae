-- purpose: the parts that a metric can be counted by
-- grain: one row per segment
-- params: none
-- returns: segment_id, label_ja, label_en
select segment_id, label_ja, label_en from segments order by "order", segment_id
