-- purpose: 回答率＝回答者数÷対象者数、回答者数は内訳の合計 | the response rate is answered / invited, and answered is the total of the breakdown
-- grain: one row per wave where it is not
-- params: none
-- returns: place, found
select wave_id as place, rate || ' ≠ ' || answered || '/' || invited as found
from raw.waves
where document_id in (select document_id from documents where origin = 'published') and rate is not null and (2000 * answered + invited) // (2 * invited) <> cast(round(rate * 10) as bigint)
union all
select wave_id, waves.answered || ' ≠ ' || respondents.count
from raw.waves as waves join respondents using (wave_id)
where waves.document_id in (select document_id from documents where origin = 'published') and population = 'answered' and sex = 'all' and age = 'all' and respondents.count <> waves.answered
