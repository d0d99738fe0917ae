-- purpose: 記載された男女差は、復元した人数からの差と合う | printed gaps between men and women agree with recovered counts
-- grain: one row per gap that does not
-- params: none
-- returns: place, found
select gap.question_id || '.' || gap.option_id || '.' || gap.group_id as place, gap.value || ' ≠ ' || round(male.value - female.value, 1) as found
from survey_figures as gap
join survey_figures as male on (male.question_id, male.option_id, male.group_id, male.measure) = (gap.question_id, gap.option_id, 'male', 'share')
join survey_figures as female on (female.question_id, female.option_id, female.group_id, female.measure) = (gap.question_id, gap.option_id, 'female', 'share')
where gap.origin = 'published' and gap.measure = 'difference' and gap.group_id = 'male-female' and abs(male.value - female.value - gap.value) > 0.05
