-- purpose: the parts that metrics are counted by
-- grain: one row per part
-- params: none
-- returns: segment_id, dimension, segment_order, label_ja, label_en, part_of
select segment_id, dimension, "order" as segment_order, label_ja, label_en, part_of from segments order by segment_order, segment_id
