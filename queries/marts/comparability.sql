-- purpose: the verdict on every concept and pair of waves that ask it: as judged in data/comparability, or by rule where an imported wave or a room is one of them
-- grain: one row per concept and pair of waves
-- params: none
-- returns: concept_id, wave_a (the earlier), wave_b, verdict, reason_ja, reason_en
with
asked as (
    select
        questions.concept_id, questions.wave_id, waves."order" as place, waves.origin, waves.same_as,
        -- a scale is answered once, and a file never holds an option that only adds up others
        if(questions.answer_type = 'scale', 'single', questions.answer_type) as answer_type, questions.max_choices,
        (
            select list(option_id order by option_id) from raw.options as options
            where options.question_id = questions.question_id and not options.is_net
        ) as option_ids,
        case
            when questions.answer_type in ('single', 'scale') then '1つだけ選ぶ'
            when questions.answer_type = 'multiple' then 'いくつでも選べる'
            when questions.answer_type = 'limited' then coalesce(questions.max_choices || 'つまで選べる', '選べる数に限りがある')
            else '数や文字で答える'
        end as way_ja,
        case
            when questions.answer_type in ('single', 'scale') then 'choose one'
            when questions.answer_type = 'multiple' then 'choose any number'
            when questions.answer_type = 'limited' then coalesce('choose up to ' || questions.max_choices, 'choose a limited number')
            else 'answer with a number or words'
        end as way_en
    from questions
    join waves using (wave_id)
    where questions.concept_id is not null
),
pairs as (
    select
        a.concept_id, a.wave_id as wave_a, b.wave_id as wave_b,
        coalesce(b.same_as = a.wave_id or a.same_as = b.wave_id, false) as same_answers,
        a.answer_type is not distinct from b.answer_type and a.max_choices is not distinct from b.max_choices as same_way,
        a.option_ids is not distinct from b.option_ids as same_options,
        'fictional' in (a.origin, b.origin) as invented, 'room' in (a.origin, b.origin) as voted,
        a.way_ja as way_a_ja, a.way_en as way_a_en, b.way_ja as way_b_ja, b.way_en as way_b_en
    from asked as a
    join asked as b on a.concept_id = b.concept_id and a.place < b.place
    where a.origin <> 'published' or b.origin <> 'published'
),
judged as (
    select
        given.concept_id, if(a."order" > b."order", wave_b, wave_a) as wave_a, if(a."order" > b."order", wave_a, wave_b) as wave_b,
        given.verdict, given.reason_ja, given.reason_en
    from raw.comparability as given
    left join waves as a on a.wave_id = wave_a
    left join waves as b on b.wave_id = wave_b
),
by_rule as (
    select
        concept_id, wave_a, wave_b,
        case
            when same_answers and same_way and same_options then 'same'
            when same_answers or same_way then 'caution'
            else 'no'
        end as verdict,
        case
            when voted then '会場は標本ではありません。' || if(same_way, '見比べるだけにし、差は検定しません。', '答え方も違います（前は' || way_a_ja || '、後は' || way_b_ja || '）。')
            when same_answers and same_way and same_options then '同じ調査の回答で、答え方も選択肢も同じです。'
            when same_answers then '同じ調査の回答ですが、取り込んだファイルの答え方または選択肢が、公表されたものと違います。'
            when not same_way then '答え方が違います（前は' || way_a_ja || '、後は' || way_b_ja || '）。'
            else '取り込んだデータとの比較です。対象者、尋ね方、時期の違いは確かめていません。'
        end || if(invented, '一方は架空のデータです。', '') as reason_ja,
        case
            when voted then 'A room is not a sample. ' || if(same_way, 'It is set beside the survey, never tested against it.', 'It was asked in another way, too (earlier: ' || way_a_en || '; later: ' || way_b_en || ').')
            when same_answers and same_way and same_options then 'Answers to the same survey, asked in the same way with the same options.'
            when same_answers then 'Answers to the same survey, but the imported file asks in another way or has other options than the published one.'
            when not same_way then 'Asked in different ways (earlier: ' || way_a_en || '; later: ' || way_b_en || ').'
            else 'One of the two is imported: differences in population, wording and time have not been checked.'
        end || if(invented, ' One of them is fictional.', '') as reason_en
    from pairs
)
select * from judged
union all by name
select * from by_rule
where not exists (
    select 1 from judged
    where judged.concept_id = by_rule.concept_id and judged.wave_a = by_rule.wave_a and judged.wave_b = by_rule.wave_b
)
