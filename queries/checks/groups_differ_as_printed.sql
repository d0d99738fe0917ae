-- purpose: 記載された男女差は、復元した人数からの差と合う（合わないものは差異台帳に記載） | printed gaps between groups agree with recovered counts, or are in the register
-- grain: one row per gap that does not
-- params: none
-- returns: place, found
select gap.question_id || '.' || gap.option_id as place, gap.value || ' ≠ ' || round(male.value - female.value, 1) as found
from survey_figures as gap
join survey_figures as male on (male.question_id, male.option_id, male.group_id, male.measure) = (gap.question_id, gap.option_id, 'male', 'share')
join survey_figures as female on (female.question_id, female.option_id, female.group_id, female.measure) = (gap.question_id, gap.option_id, 'female', 'share')
where gap.measure = 'difference' and abs(male.value - female.value - gap.value) > 0.05
    and not exists (select 1 from subjects where subjects.question_id = gap.question_id)
