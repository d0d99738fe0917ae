-- purpose: the options of published questions that add up others, with their parts, of one concept
-- grain: one row per question and such option
-- params: $concept
-- returns: wave_id, net_id, label_ja, label_en, parts (option ids, in order); the newest wave first
select
    questions.wave_id, nets.option_id as net_id, nets.label_ja, nets.label_en,
    list(parts.option_id order by parts.option_order) as parts
from questions
join waves on waves.wave_id = questions.wave_id
join options as nets using (question_id)
join options as parts on parts.question_id = nets.question_id and parts.part_of = nets.option_id
where questions.concept_id = $concept and nets.is_net and waves.origin = 'published'
group by all
order by any_value(waves."order") desc, any_value(nets.option_order)
