-- purpose: the questions that can be compared between surveys
-- grain: one row per concept
-- params: none
-- returns: concept_id, concept_order, label_ja, label_en, question_ja, question_en, origin
select concept_id, concept_order, label_ja, label_en, question_ja, question_en, origin from concepts order by concept_order
