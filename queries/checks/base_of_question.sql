-- purpose: 全体の回答者数(n)がコードブックの値と同じ | the base of every result over all respondents is the codebook's
-- grain: one row per result that differs
-- params: none
-- returns: place, found
select results.question_id || '.' || results.option_id as place, results.base || ' ≠ ' || questions.base as found
from staging.survey_results as results join raw.questions as questions using (question_id)
where results.origin = 'published' and results.group_id = 'all' and results.base is not null and results.base is distinct from questions.base
