"""A question of answers brought in beside the same question elsewhere: small surveys counted by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from narabe.analyses.crossed_waves import crossed_waves
from narabe.export import cells
from narabe.model.comparison import Comparison, Difference, Share
from narabe.model.crossed_waves import CrossedWaves, WavesAsk
from narabe.model.crosstab import Base, CrossAsk
from narabe.model.problem import Problem
from narabe.model.status import Origin, Status, Verdict
from narabe.tables import crossed_waves as tables
from narabe.warehouse.answers import Answers
from tests.crossing.survey import Person, Question, made
from tests.stats.test_proportions import newcombe_by_formula
from tests.warehouse.planting import Import, Planted

PROGRESS = ("progressing_clearly", "progressing_somewhat", "neither", "not_progressing_somewhat",
            "not_progressing_clearly", "dont_know")  # fmt: skip
"""The options of net2021_q2 but for the two that add up others."""
SEX = Question("sex", options=(("m", "男性"), ("f", "女性")), header="性別")
GROUPS = {"m": "male", "f": "female"}
TOLD = ("progressing_clearly",) * 8 + ("progressing_somewhat",) * 12 + ("neither",) * 20
"""Forty people, of whom twenty say 進んでいる."""


class Brought:
    """Answers brought in, with the wave they are among the figures."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.imports: list[Import] = []
        self.answers: dict[str, Answers] = {}

    def survey(
        self,
        dataset: str,
        concept: str,
        options: Sequence[str],
        people: Sequence[Person],
        kind: str = "single",
        origin: Origin = Origin.IMPORTED,
        same_as: str | None = None,
    ) -> "Brought":
        number = len(self.imports) + 1
        question = Question("q", kind, tuple((option, option) for option in options))
        wave = Import(dataset, number, origin.value).wave(f"in_{dataset}", date(2023, number, 1), same_as)
        wave.question(f"in_{dataset}", "_q", concept, options, kind)
        base = len(people)
        wave.counts(f"in_{dataset}__q", "all", base, dict.fromkeys(options, 0), wave_id=f"in_{dataset}")
        self.imports.append(wave)
        found = made(self.folder / dataset, (SEX, question), people, origin is Origin.FICTIONAL)
        found.survey = replace(
            found.survey,
            dataset=dataset,
            questions=tuple(
                replace(
                    each,
                    concept_id=concept if each.question_id == "q" else None,
                    options=tuple(replace(o, group_id=GROUPS.get(o.option_id)) for o in each.options),
                )
                for each in found.survey.questions
            ),
        )
        self.answers[dataset] = found
        return self

    def beside(self, dataset: str = "mini", **ask: Any) -> CrossedWaves | None:
        waves = {name: ask.pop(name) for name in ("axis", "column_id", "beside") if name in ask}
        planted = Planted(*self.imports)
        wanted = WavesAsk(CrossAsk(dataset, "q", **ask), **waves)
        return crossed_waves(planted.warehouse, wanted, self.answers.__getitem__)

    def told(self, dataset: str = "mini", **ask: Any) -> CrossedWaves:
        found = self.beside(dataset, **ask)
        assert found is not None
        return found


@pytest.fixture
def brought(tmp_path: Path) -> Brought:
    return Brought(tmp_path)


def people(answers: Sequence[Any], sex: str = "m", **more: Any) -> list[Person]:
    return [{"sex": sex, "q": answer} | more for answer in answers]


def shares(crossed: CrossedWaves) -> Comparison:
    assert crossed.shares is not None
    return crossed.shares


def share(comparison: Comparison, option: str, cohort: str) -> Share:
    place = [each.key for each in comparison.cohorts].index(cohort)
    (row,) = [row for row in comparison.rows if row.option_id == option]
    return row.shares[place]


def apart(comparison: Comparison, option: str, other: str) -> Difference:
    (found,) = [
        d for d in comparison.differences if d.option_id == option and other in (d.earlier.key, d.later.key)
    ]
    return found


def test_a_question_stands_beside_the_waves_that_ask_the_same(brought: Brought) -> None:
    """20 of 40 say 進んでいる, which only the parts of the answers tell; 91 of 326 did in 2021, 162 of 370 in 2025."""
    crossed = brought.survey("mini", "digital_progress", PROGRESS, people(TOLD)).told()
    found = shares(crossed)
    assert [cohort.key for cohort in found.cohorts] == ["net2021", "in_mini", "net2025"]
    own = share(found, "progressing", "in_mini")
    assert (own.value, own.count, own.base, own.status) == (50.0, 20, 40, Status.COMPUTED)
    before, after = apart(found, "progressing", "net2021"), apart(found, "progressing", "net2025")
    assert before.points == pytest.approx(50 - 100 * 91 / 326)  # +22.086
    assert (before.low, before.high) == pytest.approx(newcombe_by_formula(20, 40, 91, 326))
    assert after.points == pytest.approx(100 * 162 / 370 - 50)  # −6.216
    assert (after.low, after.high) == pytest.approx(newcombe_by_formula(162, 370, 20, 40))
    assert before.verdict is Verdict.CAUTION and crossed.ranks is None
    assert {judgement.verdict for judgement in found.judgements} == {Verdict.CAUTION}
    assert all(judgement.reason.ja and judgement.reason.en for judgement in found.judgements)


def test_only_differences_of_the_column_itself_are_told(brought: Brought) -> None:
    found = shares(brought.survey("mini", "digital_progress", PROGRESS, people(TOLD)).told())
    assert all("in_mini" in (d.earlier.key, d.later.key) for d in found.differences)


def test_a_weighted_share_stands_on_its_effective_base_and_says_so(brought: Brought) -> None:
    """Eight weigh 2, the others 1: 28 of 48; Kish 48² ÷ (8·4 + 32) = 36, so the share counts as 21 of 36."""
    weighted = people(TOLD[:8], weight=2) + people(TOLD[8:], weight=1)
    crossed = brought.survey("mini", "digital_progress", PROGRESS, weighted).told(weight="weight")
    found = shares(crossed)
    own = share(found, "progressing", "in_mini")
    assert own.value == pytest.approx(100 * 28 / 48)
    assert (own.count, own.base) == (None, 40) and own.effective_base == pytest.approx(36)
    moved = apart(found, "progressing", "net2021")
    assert moved.points == pytest.approx(100 * 28 / 48 - 100 * 91 / 326)
    assert (moved.low, moved.high) == pytest.approx(newcombe_by_formula(21, 36, 91, 326))
    (base,) = [each for each in crossed.bases if each.cohort.key == "in_mini"]
    assert (base.unweighted_base, base.weight) == (40, "weight")
    assert base.effective_base == pytest.approx(36)
    (note,) = [note for note in crossed.notes if "ウエイト" in note.ja]
    assert "有効標本サイズ 36.0" in note.ja and "effective sample size 36.0" in note.en
    table = tables.shares(crossed, found)
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in cells.rows(table, "ja")]
    told = {(row["weight"], row["effective_base"]) for row in rows if row["share"] == 58.3}
    assert told == {("weight", 36.0)}


def test_unweighted_answers_have_no_effective_base(brought: Brought) -> None:
    crossed = brought.survey("mini", "digital_progress", PROGRESS, people(TOLD)).told()
    assert all(base.effective_base is None and base.weight is None for base in crossed.bases)


def test_a_sex_stands_beside_the_same_sex(brought: Brought) -> None:
    """15 of 30 men know the term; 59 of 151 did in 2021."""
    knows = people(["know"] * 15 + ["never_heard"] * 15) + people(["know"] * 4 + ["never_heard"] * 16, "f")
    brought.survey("mini", "dx_awareness", ("know", "never_heard"), knows)
    crossed = brought.told(axis=("sex",), column_id="m")
    found = shares(crossed)
    assert [cohort.key for cohort in found.cohorts] == ["net2021:male", "in_mini:male"]
    assert share(found, "know", "in_mini:male").value == 50.0
    moved = apart(found, "know", "net2021:male")
    assert moved.points == pytest.approx(50 - 100 * 59 / 151)  # +10.93
    assert (moved.low, moved.high) == pytest.approx(newcombe_by_formula(15, 30, 59, 151))
    assert {cohort.key for cohort in crossed.available} == {
        "net2021", "net2021:male", "net2025", "seniors2025", "youth2025",
    }  # fmt: skip
    chosen = brought.told(axis=("sex",), column_id="m", beside=("net2021",))
    assert [cohort.key for cohort in shares(chosen).cohorts] == ["net2021", "in_mini:male"]


def test_other_answers_stand_beside_by_the_same_group_and_on_their_own_base(brought: Brought) -> None:
    """The total of the other file is of all 60, though two did not tell their sex."""
    one = people(["know"] * 20 + ["never_heard"] * 20)
    other = people(["know"] * 12 + ["never_heard"] * 12) + people(["know"] * 4 + ["never_heard"] * 30, "f")
    other += people(["know"] * 2, "!no_answer")
    for dataset, answers in (("mini", one), ("later", other)):
        brought.survey(dataset, "dx_awareness", ("know", "never_heard"), answers)
    men = shares(brought.told(axis=("sex",), column_id="m"))
    assert [cohort.key for cohort in men.cohorts] == ["net2021:male", "in_mini:male", "in_later:male"]
    assert (share(men, "know", "in_later:male").count, share(men, "know", "in_later:male").base) == (12, 24)
    whole = share(shares(brought.told(beside=("in_later",))), "know", "in_later")
    assert (whole.count, whole.base) == (18, 60)


def test_other_answers_are_weighted_only_beside_weighted_ones(brought: Brought) -> None:
    answers = people(["know"] * 10, weight=3) + people(["never_heard"] * 10, weight=1)
    for dataset in ("mini", "later"):
        brought.survey(dataset, "dx_awareness", ("know", "never_heard"), answers)
    plain = shares(brought.told(beside=("in_later",)))
    assert share(plain, "know", "in_later").value == 50.0
    weighted = shares(brought.told(beside=("in_later",), weight="weight"))
    assert share(weighted, "know", "in_later").value == pytest.approx(75.0)  # 30 of 40


def test_what_may_not_be_compared_is_told_by_rank_alone(brought: Brought) -> None:
    """Any number of choices, as in 2025; in 2021 at most five could be chosen."""
    options = ("online_procedures", "free_wifi", "online_tax_payment")
    chosen = [{"online_procedures", "free_wifi"}] * 10 + [{"free_wifi"}] * 10 + [{"online_tax_payment"}] * 10
    brought.survey("mini", "priorities", options, people(chosen), kind="multiple")
    crossed = brought.told()
    assert [cohort.key for cohort in shares(crossed).cohorts] == ["in_mini", "net2025"]
    assert crossed.ranks is not None
    ranks = crossed.ranks
    assert [cohort.key for cohort in ranks.cohorts] == ["net2021", "in_mini"]
    assert [judgement.verdict for judgement in ranks.judgements] == [Verdict.NO]
    told = {option: share(ranks, option, "in_mini").rank for option in options}
    assert told == {"free_wifi": 1, "online_procedures": 2, "online_tax_payment": 2}  # 20, 10 and 10 of 30
    assert share(ranks, "online_procedures", "net2021").rank == 1
    every = [each for row in ranks.rows for each in row.shares]
    assert all((s.value, s.count, s.low, s.floor) == (None,) * 4 for s in every)
    assert ranks.differences == () and "比べられません" in ranks.finding.ja


def test_shares_of_answers_stand_beside_nobody_as_shares_of_people(brought: Brought) -> None:
    """20 people, 30 answers: half of the people are a third of the answers."""
    chosen = [{"online_procedures", "free_wifi"}] * 10 + [{"online_tax_payment"}] * 10
    brought.survey("mini", "priorities", ("online_procedures", "free_wifi", "online_tax_payment"),
                   people(chosen), kind="multiple")  # fmt: skip
    found = shares(brought.told(base=Base.ANSWERS))
    assert share(found, "free_wifi", "in_mini").value == 50.0


def test_who_gave_no_answer_counts_in_no_share_here(brought: Brought) -> None:
    """20 of the 40 who answered, though the table asked about shows the ten without an answer too."""
    brought.survey("mini", "digital_progress", PROGRESS, people([*TOLD, *["!no_answer"] * 10]))
    own = share(shares(brought.told(show_missing=True)), "progressing", "in_mini")
    assert (own.value, own.base) == (50.0, 40)


def test_what_the_crosstab_masks_is_masked_here(brought: Brought) -> None:
    """Nine people, below ten."""
    brought.survey("mini", "digital_progress", PROGRESS, people(TOLD[:9]))
    crossed = brought.told()
    found = shares(crossed)
    own = [share(found, option, "in_mini") for option in PROGRESS]
    assert {(s.value, s.count, s.base, s.rank, s.effective_base) for s in own} == {(None,) * 5}
    assert {s.note.ja for s in own if s.note} == {"少人数のため非表示"}
    assert found.differences == () and crossed.own.base is None


def test_answers_that_are_masked_are_not_set_beside_unasked(brought: Brought) -> None:
    brought.survey("mini", "digital_progress", PROGRESS, people(TOLD))
    brought.survey("few", "digital_progress", PROGRESS, people(TOLD[:9]))
    crossed = brought.told()
    assert "in_few" in {cohort.key for cohort in crossed.available}
    assert "in_few" not in {cohort.key for cohort in shares(crossed).cohorts}


def test_fictional_answers_never_appear(brought: Brought) -> None:
    brought.survey("mini", "digital_progress", PROGRESS, people(TOLD))
    brought.survey("dream", "digital_progress", PROGRESS, people(TOLD), origin=Origin.FICTIONAL)
    assert brought.beside("dream") is None
    crossed = brought.told()
    assert "in_dream" not in {cohort.key for cohort in crossed.available}
    asked = brought.told(beside=("in_dream", "net2025"))
    assert [cohort.key for cohort in shares(asked).cohorts] == ["in_mini", "net2025"]


def test_the_answers_to_a_published_survey_do_not_differ_from_it(brought: Brought) -> None:
    """What differs between a file and the print of the same survey is no difference between people."""
    brought.survey("mini", "digital_progress", PROGRESS, people(TOLD), same_as="net2021")
    found = shares(brought.told())
    assert "net2021" in {cohort.key for cohort in found.cohorts}
    assert all("net2021" not in (d.earlier.key, d.later.key) for d in found.differences)
    assert apart(found, "progressing", "net2025").low is not None


def test_a_question_that_nobody_else_asks_stands_beside_nothing(brought: Brought) -> None:
    brought.survey("mini", "in_mini__q", ("a", "b"), people(["a"] * 10 + ["b"] * 10))
    assert brought.beside() is None


def test_a_condition_is_named_and_applies_to_the_column_alone(brought: Brought) -> None:
    some = people(TOLD[:20]) + people(TOLD[20:], "f")
    crossed = brought.survey("mini", "digital_progress", PROGRESS, some).told(where="sex = m")
    own = share(shares(crossed), "progressing", "in_mini")
    assert (own.count, own.base) == (20, 20)
    assert "sex = m" in crossed.own.short.ja and any("sex = m" in note.ja for note in crossed.notes)


def test_a_column_that_is_not_there_is_a_problem(brought: Brought) -> None:
    brought.survey("mini", "digital_progress", PROGRESS, people(TOLD))
    with pytest.raises(Problem) as refused:
        brought.told(axis=("sex",), column_id="x")
    assert "「x」" in refused.value.message.ja and refused.value.advice.ja


def test_four_stand_side_by_side_at_most(brought: Brought) -> None:
    for dataset in ("mini", "b", "c", "d"):
        brought.survey(dataset, "digital_progress", PROGRESS, people(TOLD))
    assert len(shares(brought.told()).cohorts) == 4


def test_whose_shares_are_numbers_stand_beside_before_those_with_ranges(brought: Brought) -> None:
    """Of the three surveys of 2025 there are ranges alone; 23.0 % of 2021 is a number."""
    brought.survey("mini", "dx_awareness", ("know", "never_heard"), people(["know", "never_heard"] * 10))
    shown = [cohort.key for cohort in shares(brought.told()).cohorts]
    assert "net2021" in shown and len(shown) == 4


def test_tables_have_every_cell_and_both_languages(brought: Brought) -> None:
    crossed = brought.survey("mini", "digital_progress", PROGRESS, people(TOLD)).told()
    found = shares(crossed)
    for table in (tables.shares(crossed, found), tables.differences(crossed, found)):
        assert {len(row) for row in table.rows} == {len(table.columns)}
        for lang in ("ja", "en"):
            header = cells.header(table, lang)
            assert all(header) and len(set(header)) == len(header)
    assert len(tables.shares(crossed, found).rows) == 3 * len(found.rows)
