-- purpose: how the fictional answers are made, in words
-- grain: one row per step, in order
-- params: none
-- returns: version, step_ja, step_en
select version, step_ja, step_en from practice_steps order by step_order
