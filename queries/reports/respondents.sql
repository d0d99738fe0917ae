-- purpose: who answered a survey, by age and sex
-- grain: one row per wave, population, sex and age
-- params: $wave
-- returns: population, sex, age, count
select population, sex, age, count from respondents where wave_id = $wave
