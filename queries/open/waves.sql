-- purpose: the surveys: when, how and of whom
-- grain: one row per survey wave
-- params: none
-- returns: wave_id, wave_order, title_ja, title_en, label_ja, label_en, population_ja, population_en, mode_ja, mode_en, field_start, field_end, field_precision, invited, answered, response_rate, base_status, same_as, note_ja, note_en, origin, document_id, section_id
select
    wave_id, "order" as wave_order, title_ja, title_en, label_ja, label_en, population_ja, population_en, mode_ja, mode_en,
    field_start, field_end, field_precision, invited, answered, rate as response_rate, base_status, same_as, note_ja, note_en,
    origin, document_id, section as section_id
from waves
order by wave_order
