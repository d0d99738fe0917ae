"""Weights raked to a file of the population, the whole way: file, margin, weights, SQL, crossed table."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from narabe.analyses import raking
from narabe.analyses.crosstab import crosstab
from narabe.analyses.margins import margin_of
from narabe.analyses.raking import raked
from narabe.intake.margins import read_margin
from narabe.model.crosstab import CrossAsk
from narabe.model.problem import Problem
from narabe.model.raking import Margin, MarginCell, Weighting
from narabe.settings import Limits, Settings
from narabe.stats.raking import rake
from narabe.tables.raking import skew
from narabe.warehouse.answers import Answers
from narabe.words.raking_sentences import notes
from tests.crossing.survey import Person, Question, made
from tests.stats.crossed import people, reference

CLOSE = 1e-6
"""Weights are whole millionths."""
OPEN = Settings(mask_below=0)
SEXES, AGES, KNOWS = ("m", "f"), ("10s", "20s", "40s", "60s"), ("know", "heard", "no", "other")
SEX = Question("sex", options=(("m", "男性"), ("f", "女性"), ("x", "答えたくない")), header="性別")
AGE = Question("age", options=tuple((each, each) for each in AGES), header="年代")
KNOW = Question("q", options=tuple((each, each) for each in KNOWS), header="認知")
USE = Question("use", "multiple", (("u1", "電話"), ("u2", "窓口")), header="利用")
R = reference()


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """The reference survey of R as a dataset file."""
    everybody = [{name: each[name] or "!no_answer" for name in ("sex", "age", "q")} for each in people()]
    return made(tmp_path_factory.mktemp("raked"), (SEX, AGE, KNOW), everybody)


def margin(answers: Answers, text: str, name: str = "人口.csv") -> Margin:
    return margin_of(answers.survey, read_margin(text.encode("cp932"), name, Limits()))


def by_sex_and_age(answers: Answers) -> tuple[Margin, ...]:
    return (
        margin(answers, "性別,人口\n男性,117\n女性,123\n計,240\n", "性別.csv"),
        margin(answers, "年代,人口\n10s,30\n20s,50\n40s,80\n60s,80\n", "年代.csv"),
    )


def weights(weighting: Weighting) -> dict[tuple[str, ...], float]:
    return {cell.option_ids: cell.weight for cell in weighting.weights}


def test_the_weights_are_those_of_r(survey: Answers) -> None:
    found = raked(survey, by_sex_and_age(survey))
    assert weights(found) == {
        (sex, age): pytest.approx(R[f"raked/{sex}/{age}"], rel=CLOSE) for sex in SEXES for age in AGES
    }
    assert (found.converged, found.respondents, found.unanswered, found.left_out) == (True, 240, 0, ())
    everybody = [R[f"raked/{each['sex']}/{each['age']}"] for each in people()]
    assert found.effective_base == pytest.approx(
        sum(everybody) ** 2 / sum(w * w for w in everybody), rel=CLOSE
    )
    assert found.design_effect == pytest.approx(240 / found.effective_base)
    assert (found.low, found.high) == (
        pytest.approx(R["raked/f/10s"], rel=CLOSE),
        pytest.approx(R["raked/m/60s"], rel=CLOSE),
    )


def test_the_table_weighted_by_them_is_that_of_r(survey: Answers) -> None:
    told = crosstab(survey, CrossAsk("mini", "認知", (("性別",),), margins=by_sex_and_age(survey)), OPEN)
    (table,) = told.tables
    men, women = 1, 2
    assert [column.column_id for column in table.columns[:3]] == ["total", "m", "f"]
    for row, cells in zip(table.rows, table.cells, strict=True):
        for sex, at in (("m", men), ("f", women)):
            assert cells[at].weighted_count == pytest.approx(
                R[f"raked_q_sex/weighted/{row.row_id}/{sex}"], rel=CLOSE
            )
    assert told.weight == "性別.csv + 年代.csv"
    assert told.raking == raked(survey, by_sex_and_age(survey))
    assert table.tests.rao_scott is not None, "tested as weighted answers are"


def test_trimmed_weights_are_counted_with(survey: Answers) -> None:
    margins = by_sex_and_age(survey)
    found = raked(survey, margins, trim=1.4)
    assert (found.high, found.trimmed, found.ceiling, found.converged) == (1.4, 27, 1.4, True)
    told = crosstab(survey, CrossAsk("mini", "年代", margins=margins, trim=1.4), OPEN)
    assert told.raking == found
    sixties = told.tables[0].cells[3][0]
    assert sixties.weighted_count == pytest.approx(80, abs=1e-3), "the margin is met below the ceiling"


def test_a_ceiling_too_low_says_how_far_away_it_stays(survey: Answers) -> None:
    found = raked(survey, by_sex_and_age(survey), trim=1.3)
    assert (found.converged, found.high) == (False, 1.3)
    sixties = found.skew[1].categories[3]
    assert sixties.weighted_share == pytest.approx(58 * 1.3 / 240), "all 58 stand at the ceiling"
    assert found.off == pytest.approx(1 - 58 * 1.3 / 80)
    assert any("届かない" in note.ja for note in notes(found))


@pytest.mark.parametrize("trim", [1.0, 0.5, -3.0, float("inf"), float("nan")])
def test_a_ceiling_that_is_none_is_refused(survey: Answers, trim: float) -> None:
    with pytest.raises(Problem, match="above 1"):
        raked(survey, by_sex_and_age(survey), trim)


# 10 men (8 know) and 30 women (6 know); as many men as women live in the city. A man counts 20/10 = 2, a woman
# 20/30 = 2/3: 16 + 4 = 20 of 40 know, and not 14 of 40. Kish: 40² / (10·4 + 30·4/9) = 30.
TWO = [
    *[{"sex": "m", "age": "10s", "q": "know"}] * 8,
    *[{"sex": "m", "age": "20s", "q": "no"}] * 2,
    *[{"sex": "f", "age": "10s", "q": "know"}] * 6,
    *[{"sex": "f", "age": "20s", "q": "no"}] * 24,
]
EQUAL = "性別,人口\n男性,70000\n女性,70000\n"


def two(folder: Path, more: Sequence[Person] = ()) -> Answers:
    return made(folder, (SEX, AGE, KNOW), [*TWO, *more])


def test_two_cells_by_hand(tmp_path: Path) -> None:
    answers = two(tmp_path)
    margins = (margin(answers, EQUAL),)
    found = raked(answers, margins)
    assert weights(found) == {("m",): pytest.approx(2), ("f",): pytest.approx(2 / 3)}
    assert (found.rounds, found.effective_base) == (1, pytest.approx(30))
    told = crosstab(answers, CrossAsk("mini", "q", (("sex",),), margins=margins), OPEN)
    know = told.tables[0].cells[0]
    assert (know[0].unweighted_count, know[0].weighted_count) == (14, pytest.approx(20, abs=1e-4))
    assert know[0].column_share == pytest.approx(0.5, rel=CLOSE)
    assert know[1].column_share == pytest.approx(0.8), "inside a category of the margin nothing changes"
    column = told.tables[0].columns[0]
    assert (column.unweighted_base, column.weighted_base, column.effective_base) == (
        40, pytest.approx(40, abs=1e-4), pytest.approx(30, rel=CLOSE),
    )  # fmt: skip


def test_a_condition_leaves_the_weights_as_they_are(tmp_path: Path) -> None:
    """Weights belong to the survey: among those who know, 16 of 20 weighted are men."""
    answers = two(tmp_path)
    ask = CrossAsk("mini", "sex", where="q = know", margins=(margin(answers, EQUAL),))
    men = crosstab(answers, ask, OPEN).tables[0].cells[0][0]
    assert (men.unweighted_count, men.weighted_count) == (8, pytest.approx(16, abs=1e-4))


def test_a_joint_margin_is_met_in_every_combination(tmp_path: Path) -> None:
    """Columns in another order than the questions; a joint margin is met in one round."""
    answers = two(tmp_path)
    joint = margin(answers, "年代,性別,人口\n10s,男性,10\n10s,女性,20\n20s,男性,30\n20s,女性,40\n")
    found = raked(answers, (joint,))
    assert found.question_ids == ("age", "sex")
    assert weights(found) == {
        ("10s", "m"): pytest.approx(4 / 8), ("10s", "f"): pytest.approx(8 / 6),
        ("20s", "m"): pytest.approx(12 / 2), ("20s", "f"): pytest.approx(16 / 24),
    }  # fmt: skip
    turned = margin(answers, "性別,年代,人口\n男性,10s,10\n女性,10s,20\n男性,20s,30\n女性,20s,40\n")
    with_sex = raked(answers, (margin(answers, "性別,人口\n男性,40\n女性,60\n"), joint, turned))
    assert weights(with_sex) == {
        tuple(reversed(key)): pytest.approx(value) for key, value in weights(found).items()
    }


def test_who_cannot_be_matched_has_no_weight_and_is_counted(tmp_path: Path) -> None:
    """Three without an answer and two who would not say: 40 of 45 have a weight, with mean 1."""
    odd = [{"sex": "!no_answer", "age": "10s", "q": "know"}] * 3 + [
        {"sex": "x", "age": "10s", "q": "know"}
    ] * 2
    answers = two(tmp_path, odd)
    margins = (margin(answers, EQUAL),)
    found = raked(answers, margins)
    assert (found.respondents, found.unanswered) == (40, 3)
    assert [(each.label.ja, each.respondents) for each in found.left_out] == [("答えたくない", 2)]
    assert weights(found) == {("m",): pytest.approx(2), ("f",): pytest.approx(2 / 3)}
    total = crosstab(answers, CrossAsk("mini", "q", margins=margins), OPEN).tables[0]
    assert (total.columns[0].unweighted_base, total.columns[0].weighted_base) == (
        45,
        pytest.approx(40, abs=1e-4),
    )
    assert (total.cells[0][0].unweighted_count, total.cells[0][0].weighted_count) == (
        19, pytest.approx(20, abs=1e-4),
    )  # fmt: skip
    said = [note.ja for note in notes(found)]
    assert any("答えていない人 3人" in each for each in said)
    assert any("「答えたくない」の人 2人" in each for each in said)


def test_a_category_of_nobody_leaves_its_respondents_out(tmp_path: Path) -> None:
    answers = two(tmp_path)
    found = raked(answers, (margin(answers, "年代,人口\n10s,0\n20s,50\n"),))
    assert [(each.label.ja, each.respondents) for each in found.left_out] == [("10s", 14)]
    assert weights(found) == {("20s",): pytest.approx(1)}


def test_people_nobody_of_the_sample_stands_for_are_refused(tmp_path: Path) -> None:
    answers = two(tmp_path)
    with pytest.raises(Problem) as refused:
        raked(answers, (margin(answers, "年代,人口\n10s,10\n20s,10\n60s,5000\n"),))
    assert refused.value.message.ja.startswith("人口の表では「60s」が 5,000 人いますが")
    assert refused.value.advice.ja
    joint = margin(answers, "性別,年代,人口\n男性,10s,10\n女性,40s,10\n")
    with pytest.raises(Problem, match="女性 × 40s"):
        raked(answers, (joint,))


def test_nobody_with_an_answer_is_refused_too(tmp_path: Path) -> None:
    answers = made(tmp_path, (SEX,), [{"sex": "!no_answer"}, {"sex": "x"}])
    with pytest.raises(Problem, match="nobody"):
        raked(answers, (margin(answers, EQUAL),))


def test_margins_that_disagree_are_refused_with_both_numbers(tmp_path: Path) -> None:
    answers = two(tmp_path)
    sex, age = (
        margin(answers, EQUAL, "一.csv"),
        margin(answers, "年代,人口\n10s,70000\n20s,69999\n", "二.csv"),
    )
    with pytest.raises(Problem) as refused:
        raked(answers, (sex, age))
    assert all(part in refused.value.message.ja for part in ("一.csv", "140,000", "二.csv", "139,999"))
    joint = margin(answers, "年代,性別,人口\n10s,男性,70001\n20s,女性,69999\n", "三.csv")
    with pytest.raises(Problem) as refused:
        raked(answers, (sex, joint))
    assert all(part in refused.value.message.ja for part in ("男性", "70,000", "三.csv", "70,001"))


def test_margins_no_weights_can_meet_are_refused(tmp_path: Path) -> None:
    """All men are 10s and all women 20s: half and half by sex cannot be one to three by age."""
    people = [{"sex": "m", "age": "10s"}] * 10 + [{"sex": "f", "age": "20s"}] * 10
    answers = made(tmp_path, (SEX, AGE), people)
    margins = (margin(answers, EQUAL), margin(answers, "年代,人口\n10s,35000\n20s,105000\n"))
    for trim in (None, 5.0):
        with pytest.raises(Problem, match=r"男性.*50\.0%"):
            raked(answers, margins, trim)


def test_a_weight_and_margins_exclude_each_other(survey: Answers) -> None:
    margins = by_sex_and_age(survey)
    with pytest.raises(Problem, match="not both"):
        crosstab(survey, CrossAsk("mini", "q", weight="weight", margins=margins), OPEN)
    with pytest.raises(Problem, match="needs files"):
        crosstab(survey, CrossAsk("mini", "q", trim=5), OPEN)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("性別,人口\n男性,1\n女,2\n", "「人口.csv」の 3 行目：設問「性別」に選択肢「女」はありません"),
        ("性,人口\n男性,1\n", "「人口.csv」：設問「性」はありません"),
        ("利用,人口\n電話,1\n窓口,2\n", "答えが1つの設問ではない"),
        ("性別,sex,人口\n男性,男性,1\n", "設問「性別」の列が2つ"),
        ("性別,人口\n男性,1\nm,2\n", "「人口.csv」の 3 行目：同じ区分が 2 行目にも"),
    ],
)
def test_a_file_that_does_not_fit_the_survey_says_where(tmp_path: Path, text: str, part: str) -> None:
    answers = made(tmp_path, (SEX, USE), [{"sex": "m", "use": {"u1"}}])
    with pytest.raises(Problem) as refused:
        margin(answers, text)
    assert part in refused.value.message.ja


def test_the_sample_is_shown_beside_the_population(tmp_path: Path) -> None:
    """10 of 40 respondents are men, 50 % of the population: 25 points apart; those who would not say count nowhere."""
    answers = two(tmp_path, [{"sex": "x", "age": "10s", "q": "know"}])
    found = raked(answers, (margin(answers, EQUAL),))
    (side,) = found.skew
    men = side.categories[0]
    assert (side.respondents, men.respondents, men.population) == (40, 10, 70000)
    assert (men.sample_share, men.population_share, men.weighted_share) == (0.25, 0.5, pytest.approx(0.5))
    table = skew(found)
    assert [column.key for column in table.columns] == [
        "question", "category", "respondents", "sample_share", "population", "population_share", "apart", "weighted_share",
    ]  # fmt: skip
    assert [getattr(cell, "ja", cell) for cell in table.rows[0]] == [
        "性別", "男性", 10, 25.0, 70000, 50.0, 25.0, pytest.approx(50.0),
    ]  # fmt: skip
    assert table.notes


def test_who_lacks_another_answer_still_shows_in_the_skew(tmp_path: Path) -> None:
    """A man without an age has weight 0, but he is a man among the respondents."""
    answers = two(tmp_path, [{"sex": "m", "age": "!no_answer", "q": "know"}])
    margins = (margin(answers, EQUAL), margin(answers, "年代,人口\n10s,70000\n20s,70000\n"))
    found = raked(answers, margins)
    assert (found.respondents, found.unanswered) == (40, 1)
    assert [side.respondents for side in found.skew] == [41, 40]
    assert found.skew[0].categories[0].respondents == 11


def test_a_label_that_is_another_ones_id_is_the_label(tmp_path: Path) -> None:
    """Codes turned round: option 1 is called 2. 3 people of label 2 and 1 of label 1, as many of each in the city."""
    turned = Question("q", options=(("1", "2"), ("2", "1")))
    answers = made(tmp_path, (turned,), [{"q": "1"}] * 3 + [{"q": "2"}])
    found = raked(answers, (margin(answers, "q,人口\n2,50\n1,50\n"),))
    assert weights(found) == {("1",): pytest.approx(2 / 3), ("2",): pytest.approx(2)}
    uneven = raked(answers, (margin(answers, "q,人口\n2,75\n1,25\n"),))
    assert weights(uneven) == {("1",): pytest.approx(1), ("2",): pytest.approx(1)}


def test_one_who_would_stand_for_thousands_is_refused(tmp_path: Path) -> None:
    """One man beside 7,999 women shall be half of the city: he would weigh 4,000."""
    answers = made(tmp_path, (SEX,), [{"sex": "m"}] + [{"sex": "f"}] * 7999)
    margins = (margin(answers, EQUAL),)
    with pytest.raises(Problem, match="4,000") as refused:
        raked(answers, margins)
    assert "ウエイトの上限（平均の5倍までなど）を付けるか" in refused.value.advice.ja
    held = crosstab(answers, CrossAsk("mini", "sex", margins=margins, trim=2999), OPEN)
    assert held.raking is not None and held.tables[0].cells[0][0].weighted_count == pytest.approx(2999)


def test_weights_that_do_not_come_to_rest_are_refused(
    survey: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An early stop is no result: without a limit 6 rounds are needed, with one of 1.4 more."""
    monkeypatch.setattr("narabe.stats.raking.MOST_ROUNDS", 6)
    assert raked(survey, by_sex_and_age(survey)).converged
    with pytest.raises(Problem, match="come to rest"):
        raked(survey, by_sex_and_age(survey), trim=1.4)
    monkeypatch.setattr("narabe.stats.raking.MOST_ROUNDS", 5)
    raking._raked.cache_clear()
    with pytest.raises(Problem, match="at once"):
        raked(survey, by_sex_and_age(survey))


def test_ids_that_are_gone_are_refused(survey: Answers) -> None:
    gone = replace(by_sex_and_age(survey)[0], cells=(MarginCell(("y",), 5.0),))
    with pytest.raises(Problem, match="no option"):
        raked(survey, (gone,))


def test_small_groups_of_a_joint_margin_are_masked_with_a_partner(tmp_path: Path) -> None:
    """2 men of 20s: hidden, and with them one more of the men, one more of the 20s, and what those would tell."""
    answers = two(tmp_path)
    joint = margin(answers, "年代,性別,人口\n10s,男性,10\n10s,女性,20\n20s,男性,30\n20s,女性,40\n")
    (side,) = raked(answers, (joint,), fewest=10).skew
    assert [(each.option_ids, each.respondents) for each in side.categories] == [
        (("10s", "m"), None), (("10s", "f"), None), (("20s", "m"), None), (("20s", "f"), None),
    ]  # fmt: skip
    assert all(each.sample_share is None and each.weighted_share > 0 for each in side.categories)
    table = skew(raked(answers, (joint,), fewest=10))
    assert [row[2] for row in table.rows] == ["*"] * 4
    told = crosstab(answers, CrossAsk("mini", "q", margins=(joint,)), Settings(mask_below=10))
    assert told.raking is not None and told.raking.skew[0] == side
    (open_side,) = raked(answers, (joint,), fewest=2).skew
    assert [each.respondents for each in open_side.categories] == [8, 6, 2, 24]


def test_too_many_combinations_are_refused(tmp_path: Path) -> None:
    wide = [Question(name, options=tuple((f"{name}{n}", f"{n}") for n in range(150))) for name in "ab"]
    answers = made(tmp_path, wide, [{"a": "a1", "b": "b1"}])
    margins = [replace(margin(answers, f"{name},人口\n1,5\n"), name=name) for name in "ab"]
    with pytest.raises(Problem, match="22,500"):
        raked(answers, margins)


def test_ordinary_raking_takes_few_rounds(survey: Answers) -> None:
    assert raked(survey, by_sex_and_age(survey)).rounds < 20


def test_weights_are_raked_once_for_all_questions_and_anew_for_another_dataset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two files of the same name: what was made of the first must not weight the second."""
    runs = []
    monkeypatch.setattr(raking, "rake", lambda *given: runs.append(given) or rake(*given))
    told = []
    for place, women in enumerate((20, 60)):
        everybody = [{"sex": "f" if number < women else "m"} for number in range(100)]
        answers = made(tmp_path / str(place), (SEX,), everybody)
        ask = CrossAsk("mini", "sex", margins=(margin(answers, "性別,人口\n男性,50\n女性,50\n"),))
        told += [crosstab(answers, ask, OPEN).raking for _ in range(3)]
    assert [round(max(weights(each).values()), 9) for each in told if each] == [2.5] * 3 + [1.25] * 3
    assert len(runs) == len(set(map(id, told))) == 2
