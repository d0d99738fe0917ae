"""Counts of the engine against counting one person after the other, and what must not change them."""

from itertools import count as numbers
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from narabe.analyses.crosstab import crosstab
from narabe.model.crosstab import Base, CrossAsk, CrossTable, Net, Recode, Rest
from narabe.model.text import plain
from narabe.settings import Settings
from tests.crossing.survey import Person, Question, by_hand, made

SEX = Question("sex", options=(("m", "男性"), ("f", "女性"), ("x", "答えたくない")), header="性別")
AGE = Question("age", options=(("a1", "10・20代"), ("a2", "30～50代"), ("a3", "60代以上")), header="年代")
KNOW = Question(
    "know", options=(("k1", "知っている"), ("k2", "聞いた"), ("k3", "知らない"), ("k4", "だれも選ばない"))
)
USE = Question("use", "multiple", tuple((f"u{n}", f"使う「{n}」") for n in range(1, 9)))
LIKE = Question("like", "limited", (("l1", "窓口"), ("l2", "ﾈｯﾄ, LINE"), ("l3", "郵送")))
SCALE = Question("scale", "scale", tuple((f"s{n}", f"{n} 段階") for n in range(1, 6)))
HOURS = Question("hours", "numeric")
QUESTIONS = (SEX, AGE, KNOW, USE, LIKE, SCALE, HOURS)
OPEN = Settings(mask_below=0)
folders = numbers()

reasons = st.sampled_from(["!no_answer", "!not_applicable", "!invalid"])


def one(question: Question) -> st.SearchStrategy[Any]:
    ids = [option for option, _ in question.options if option != "k4"]
    return st.one_of(*[st.sampled_from(ids)] * 6, reasons)


def several(question: Question) -> st.SearchStrategy[Any]:
    ids = [option for option, _ in question.options]
    return st.one_of(*[st.frozensets(st.sampled_from(ids))] * 6, reasons)


person = st.fixed_dictionaries(
    {
        "sex": one(SEX),
        "age": one(AGE),
        "know": one(KNOW),
        "use": several(USE),
        "like": several(LIKE),
        "scale": one(SCALE),
        "hours": st.one_of(st.integers(0, 9).map(float), reasons),
        "weight": st.sampled_from([0.0, 0.5, 1.0, 1.25, 3.1]),
    }
)
surveys = st.lists(person, min_size=1, max_size=40)
thorough = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def told(question: Question) -> list[list[str]]:
    return [[option] for option, _ in question.options]


def table(
    tmp_path: Path, people: list[Person], ask: CrossAsk, questions: tuple[Question, ...] = QUESTIONS
) -> Any:
    answers = made(tmp_path / str(next(folders)), questions, people)
    return crosstab(answers, ask, OPEN)


def laid_out(hand: Any, reasons_from: int | None = None) -> Any:
    """Without the columns nobody is in (the total stays), and without reasons (rows from there on) nobody gave."""
    counts, sums, bases, weights = hand
    across = [place for place, base in enumerate(bases) if base or not place]
    rows = [
        place for place, row in enumerate(counts) if reasons_from is None or place < reasons_from or row[0]
    ]
    return (
        [[counts[row][place] for place in across] for row in rows],
        [[sums[row][place] for place in across] for row in rows],
        [bases[place] for place in across],
        [weights[place] for place in across],
    )


def agrees(found: CrossTable, hand: Any, weighted: bool, reasons_from: int | None = None) -> None:
    counts, sums, bases, weights = laid_out(hand, reasons_from)
    assert [column.unweighted_base for column in found.columns] == bases
    assert [[cell.unweighted_count for cell in row] for row in found.cells] == counts
    if weighted:
        assert [column.weighted_base for column in found.columns] == pytest.approx(weights)
        assert [[cell.weighted_count for cell in row] for row in found.cells] == [
            pytest.approx(row) for row in sums
        ]
        for row, line in zip(found.cells, sums, strict=True):
            for cell, part, whole in zip(row, line, weights, strict=True):
                assert cell.column_share == (pytest.approx(part / whole, rel=1e-9) if whole else None)


AXES: list[tuple[Question, ...]] = [(), (SEX,), (AGE,), (USE,), (LIKE,), (SEX, AGE), (AGE, LIKE)]


@thorough
@given(people=surveys)
def test_counts_are_those_of_counting_by_hand(tmp_path: Path, people: list[Person]) -> None:
    """Every kind of row by every kind of axis, all axes in one ask, with weights."""
    answers = made(tmp_path / str(next(folders)), QUESTIONS, people)
    for rows in (KNOW, USE, LIKE, SCALE):
        banner = tuple(tuple(question.question_id for question in axis) for axis in AXES)
        found = crosstab(answers, CrossAsk("mini", rows.question_id, banner, weight="weight"), OPEN)
        for axis, each in zip(AXES, found.tables, strict=True):
            names = [question.question_id for question in axis]
            hand = by_hand(people, rows.question_id, told(rows), names, [told(q) for q in axis])
            agrees(each, hand, weighted=True)


@thorough
@given(people=surveys)
def test_missing_answers_are_counted_by_reason(tmp_path: Path, people: list[Person]) -> None:
    ask = CrossAsk("mini", "know", (("sex",), ("use",)), show_missing=True)
    found = table(tmp_path, people, ask)
    gone = [["!no_answer"], ["!not_applicable"], ["!invalid"]]

    def lines(question: Question) -> list[list[str]]:
        partly = any(str(p[question.question_id]).startswith("!") for p in people)
        return told(question) + (gone if partly else [])

    for axis, each in zip((SEX, USE), found.tables, strict=True):
        hand = by_hand(people, "know", lines(KNOW), [axis.question_id], [lines(axis)], everyone=True)
        agrees(each, hand, weighted=False, reasons_from=len(told(KNOW)))


@thorough
@given(people=surveys)
def test_nets_count_whoever_gave_any(tmp_path: Path, people: list[Person]) -> None:
    recodes = (
        Recode("use", (Net("n1", plain("計"), ("u1", "u2", "u8")),), hidden=("u1", "u3")),
        Recode("age", (Net("n2", plain("若い"), ("a1", "a2")),)),
    )
    found = table(tmp_path, people, CrossAsk("mini", "use", (("age",),), weight="weight", recodes=recodes))
    lines = [[f"u{n}"] for n in (2, 4, 5, 6, 7, 8)] + [["u1", "u2", "u8"]]
    hand = by_hand(people, "use", lines, ["age"], [[*told(AGE), ["a1", "a2"]]])
    agrees(found.tables[0], hand, weighted=True)


@thorough
@given(people=surveys, data=st.data())
def test_the_order_of_options_and_of_people_changes_nothing(
    tmp_path: Path, people: list[Person], data: st.DataObject
) -> None:
    def shares(questions: tuple[Question, ...], everybody: list[Person]) -> dict[Any, Any]:
        found = table(
            tmp_path, everybody, CrossAsk("mini", "use", (("age",), ("like",)), weight="weight"), questions
        )
        return {
            (each.banner, row.row_id, column.column_id): (cell, column.effective_base)
            for each in found.tables
            for row, cells in zip(each.rows, each.cells, strict=True)
            for column, cell in zip(each.columns, cells, strict=True)
        }

    turned = tuple(
        Question(q.question_id, q.kind, tuple(data.draw(st.permutations(q.options))), q.header)
        for q in QUESTIONS
    )
    before, after = shares(QUESTIONS, people), shares(turned, data.draw(st.permutations(people)))
    assert before.keys() == after.keys()
    for key, (cell, base) in before.items():
        other, other_base = after[key]
        assert other_base == pytest.approx(base)
        assert (other.unweighted_count, set(other.differs_from)) == (
            cell.unweighted_count,
            set(cell.differs_from),
        )
        assert (other.column_share, other.low) == (
            pytest.approx(cell.column_share),
            pytest.approx(cell.low),
        )


@thorough
@given(people=surveys)
def test_weights_times_k_leave_the_shares(tmp_path: Path, people: list[Person]) -> None:
    ask = CrossAsk("mini", "know", (("sex",),), weight="weight")
    heavy = [{**person, "weight": person["weight"] * 4} for person in people]
    one, four = table(tmp_path, people, ask).tables[0], table(tmp_path, heavy, ask).tables[0]
    for row, other in zip(one.cells, four.cells, strict=True):
        for cell, times in zip(row, other, strict=True):
            assert times.column_share == pytest.approx(cell.column_share)
            assert (times.low, times.high) == (pytest.approx(cell.low), pytest.approx(cell.high))
            assert times.against_rest == cell.against_rest


@thorough
@given(people=surveys, cut=st.integers(0, 40))
def test_counts_of_two_halves_add_up_to_the_whole(tmp_path: Path, people: list[Person], cut: int) -> None:
    ask = CrossAsk("mini", "use", (("sex", "age"),))
    halves = [half for half in (people[:cut], people[cut:]) if half]

    def counted(everybody: list[Person]) -> dict[tuple[str, str], int]:
        found = table(tmp_path, everybody, ask).tables[0]
        return {
            (row.row_id, column.column_id): cell.unweighted_count or 0
            for row, cells in zip(found.rows, found.cells, strict=True)
            for column, cell in zip(found.columns, cells, strict=True)
        }

    parts = [counted(half) for half in halves]
    for place, count in counted(people).items():
        assert count == sum(part.get(place, 0) for part in parts)


def test_the_sum_of_single_answers_is_the_base(tmp_path: Path) -> None:
    people = [
        {"sex": s, "age": a, "know": k, "use": frozenset(), "like": frozenset(), "scale": "s1", "hours": 1.0}
        for s, a, k in [("m", "a1", "k1"), ("f", "a1", "k2"), ("f", "a2", "!no_answer"), ("m", "a3", "k3")]
    ]
    found = table(tmp_path, people, CrossAsk("mini", "know", (("sex",), ("age",)))).tables
    for each in found:
        for c, column in enumerate(each.columns):
            assert column.unweighted_base == sum(row[c].unweighted_count or 0 for row in each.cells)


@thorough
@given(people=surveys)
def test_numbers_have_means_by_hand(tmp_path: Path, people: list[Person]) -> None:
    found = table(tmp_path, people, CrossAsk("mini", "hours", (("sex",), ("use",)))).tables
    for each, axis in zip(found, (SEX, USE), strict=True):
        shown = zip(each.columns, each.averages, strict=True)
        told_of = {column.members[0][1] if column.members else None: (column, mean) for column, mean in shown}
        for option in (None, *(option for option, _ in axis.options)):
            values = [
                p["hours"]
                for p in people
                if isinstance(p["hours"], float)
                and not str(p[axis.question_id]).startswith("!")
                and (option is None or option in p[axis.question_id])
            ]
            assert (option in told_of) == (option is None or bool(values))
            if option not in told_of:
                continue
            column, mean = told_of[option]
            assert column.unweighted_base == len(values)
            assert mean.mean == (pytest.approx(sum(values) / len(values)) if values else None)


def test_shares_of_answers_given_add_up_to_one(tmp_path: Path) -> None:
    """Three people give 2, 1 and 0 answers: u1 is two of three answers, of two thirds of the people."""
    empty = {"sex": "m", "age": "a1", "know": "k1", "like": frozenset(), "scale": "s1", "hours": 1.0}
    people = [{**empty, "use": frozenset(each)} for each in (["u1", "u2"], ["u1"], [])]
    people.append({**empty, "use": "!no_answer"})
    shares = {
        base: table(tmp_path, people, CrossAsk("mini", "use", base=base)).tables[0].cells[0][0].column_share
        for base in Base
    }
    assert shares == {
        Base.ANSWERS: pytest.approx(2 / 3),
        Base.ANSWERED: pytest.approx(2 / 3),
        Base.EVERYBODY: pytest.approx(2 / 4),
    }


def test_more_options_than_one_mask_holds(tmp_path: Path) -> None:
    many = Question("many", "multiple", tuple((f"m{n}", f"{n}") for n in range(70)))
    people = [
        {"many": frozenset({f"m{n}", f"m{(n * 7) % 70}"}), "sex": "mf"[n % 2]} for n in range(140) if n < 70
    ]
    found = table(tmp_path, people, CrossAsk("mini", "many", (("sex",),)), (many, SEX)).tables[0]
    agrees(found, by_hand(people, "many", told(many), ["sex"], [told(SEX)]), weighted=False)


def test_everybody_is_everybody_however_weights_add_up(tmp_path: Path) -> None:
    """0.1 + 0.2 + 0.3 is not 0.6 in binary; the share is 1 all the same, and nothing is tested against it."""
    empty = {"age": "a1", "use": frozenset(), "like": frozenset(), "scale": "s1", "hours": 1.0}
    people = [{**empty, "sex": "m", "know": "k1", "weight": weight} for weight in (0.1, 0.2, 0.3, 0.7)] + [
        {**empty, "sex": "f", "know": know, "weight": 0.3} for know in ("k1", "k2", "k2")
    ]
    found = table(tmp_path, people, CrossAsk("mini", "know", (("sex",),), weight="weight")).tables[0]
    assert found.cells[0][1].column_share == 1.0
    assert found.cells[0][1].against_rest is Rest.NOT_TESTED
    assert all(pair.p is None for pair in found.pairs if pair.row_id == "k1")


def test_dont_know_is_no_point_of_a_scale(tmp_path: Path) -> None:
    """1, 2 and 5 have the mean 8/3; わからない is an option, and no sixth point."""
    asked = Question("scale", "scale", (*SCALE.options, ("s6", "わからない")))
    people = [{"scale": each, "sex": "m"} for each in ("s1", "s2", "s5", "s6", "s6")]
    found = table(tmp_path, people, CrossAsk("mini", "scale"), (asked, SEX)).tables[0]
    assert found.averages[0].mean == pytest.approx(8 / 3)
    assert found.columns[0].unweighted_base == 5


def test_an_option_is_named_by_id_before_by_label(tmp_path: Path) -> None:
    """Ids 1 and 2 with the labels 2 and 1: `q = 2` is the id."""
    asked = Question("q", options=(("1", "2"), ("2", "1")))
    people = [{"q": "2", "sex": "m"}] * 3 + [{"q": "1", "sex": "f"}]
    found = table(tmp_path, people, CrossAsk("mini", "sex", where="q = 2"), (asked, SEX))
    assert found.part == 3
