-- purpose: 差異台帳の各項目が、実在する設問・選択肢・指標・文書を指す | every discrepancy points to a document, question, option or metric that exists
-- grain: one row per subject that points nowhere
-- params: none
-- returns: place, found
select discrepancy_id as place, concat_ws('.', wave_id, question_id, option_id, metric_id) as found
from raw.subjects as subjects
where (wave_id is not null and wave_id not in (select wave_id from waves))
    or (question_id is not null and question_id not in (select question_id from questions))
    or (metric_id is not null and metric_id not in (select metric_id from metrics))
    or (option_id is not null and not exists (
        select 1 from options where options.option_id = subjects.option_id and (subjects.question_id is null or options.question_id = subjects.question_id)))
union all
select discrepancy_id, coalesce(section_a, '-') || ' / ' || coalesce(section_b, '-')
from discrepancies
where not exists (select 1 from sections where document_id = document_a and section_id = section_a)
    or (document_b is not null and not exists (select 1 from sections where document_id = document_b and section_id = section_b))
