-- purpose: what the fictional answers of a survey cannot give, and why; also the surveys without any
-- grain: one row per published figure, or per thing said in words; in the order of the reasons
-- params: $wave (wave_id)
-- returns: reason_ja, reason_en, why_ja, why_en, question_ja, question_en, option_ja, option_en, group_ja, group_en, measure, what_ja, what_en, document_id, title_ja, title_en, publisher_ja, publisher_en, section_id, heading_ja, heading_en, origin
select
    label_ja as reason_ja, label_en as reason_en, why_ja, why_en, question_ja, question_en, option_ja, option_en,
    if(group_id <> 'all', group_ja, null) as group_ja, if(group_id <> 'all', group_en, null) as group_en,
    measure, what_ja, what_en, document_id, documents.title_ja, documents.title_en, publisher_ja, publisher_en,
    section_id, heading_ja, heading_en, documents.origin
from not_reproduced
join documents using (document_id)
join sections using (document_id, section_id)
where wave_id = $wave or wave_id not in (select wave_id from practice)
order by reason_order, place_order
