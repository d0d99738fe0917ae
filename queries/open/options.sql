-- purpose: the choices of every question, in order
-- grain: one row per question and option
-- params: none
-- returns: question_id, option_id, option_order, label_ja, label_en, is_net, part_of
select question_id, option_id, option_order, options.label_ja, options.label_en, is_net, part_of
from options
join questions using (question_id)
join waves using (wave_id)
order by waves."order", question_id, option_order
