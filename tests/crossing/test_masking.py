"""What a small group answered cannot be worked out from the tables of one output."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from narabe.analyses.crosstab import crosstab
from narabe.model.crosstab import Base, CrossAsk, CrossTab, Net, Recode
from narabe.model.problem import Problem
from narabe.model.text import plain
from narabe.settings import Settings
from tests.crossing.survey import Person, Question, made

SEX = Question("sex", "single", (("m", "男"), ("f", "女")))
AGE = Question("age", "single", (("a1", "10代"), ("a2", "20代"), ("a3", "30代"), ("a4", "40代")))
KNOW = Question("know", "single", (("k1", "はい"), ("k2", "いいえ")))
USE = Question("use", "multiple", (("u1", "窓口"), ("u2", "電話")))
QUESTIONS = (SEX, AGE, KNOW, USE)


def people(**counts: int) -> list[Person]:
    """`m_a1=3`: three men of that age; every second knows, every third left the ways of use empty."""
    return [
        {
            "sex": group.split("_")[0],
            "age": group.split("_")[1],
            "know": "k1" if n % 2 else "k2",
            "use": frozenset({"u1"}) if n % 3 else "!not_applicable",
        }
        for group, count in counts.items()
        for n in range(count)
    ]


TOWN = people(m_a1=2, f_a1=1, m_a2=40, f_a2=19, m_a3=32, f_a3=31, m_a4=100, f_a4=110)


def asked(tmp_path: Path, everybody: list[Person], ask: CrossAsk) -> CrossTab:
    return crosstab(made(tmp_path, QUESTIONS, everybody), ask, Settings(mask_below=10))


def told(found: CrossTab) -> list[dict[str, Any]]:
    """Per table, the counts of はい of the columns that are shown."""
    return [
        {
            column.column_id: cell.unweighted_count
            for column, cell in zip(each.columns, each.cells[0], strict=True)
            if not column.suppressed
        }
        for each in found.tables
    ]


@pytest.mark.parametrize(
    "nets",
    [
        [("a2", "a3"), ("a1", "a2", "a3")],
        [("a2", "a3", "a4")],
        [("a1", "a2"), ("a2", "a3"), ("a3", "a4")],
    ],
)
def test_no_sum_or_difference_of_nets_tells_the_small_group(
    tmp_path: Path, nets: list[tuple[str, ...]]
) -> None:
    """はい of the ten-year-olds (by hand) is no ±1 combination of what is shown, whatever the combination claims to be."""
    made_nets = tuple(Net(f"n{n}", plain(f"計{n}"), each) for n, each in enumerate(nets))
    found = asked(tmp_path, TOWN, CrossAsk("mini", "know", (("age",),), recodes=(Recode("age", made_nets),)))
    (shown,) = told(found)
    assert "a1" not in shown
    sets = {"total": {"a1", "a2", "a3", "a4"}} | {f"n{n}": set(each) for n, each in enumerate(nets)}
    members = {name: sets.get(name, {name}) for name in shown}
    for signs in product((-1, 0, 1), repeat=len(members)):
        summed = {
            age: sum(sign for sign, name in zip(signs, members, strict=True) if age in members[name])
            for age in ("a1", "a2", "a3", "a4")
        }
        assert summed != {"a1": 1, "a2": 0, "a3": 0, "a4": 0}


def test_nesting_in_either_order_masks_the_same_groups(tmp_path: Path) -> None:
    found = asked(tmp_path, TOWN, CrossAsk("mini", "know", (("sex", "age"), ("age", "sex"))))
    one, other = ({frozenset(name.split("__")) for name in shown} for shown in told(found))
    assert one == other


def test_a_group_of_which_few_were_asked_is_masked_whatever_is_shown(tmp_path: Path) -> None:
    """30 women, but only 6 of them were asked how they use it."""
    everybody = people(m_a2=60) + [
        {"sex": "f", "age": "a2", "know": "k1", "use": frozenset({"u2"}) if n < 6 else "!not_applicable"}
        for n in range(30)
    ]
    for ask in (
        CrossAsk("mini", "use", (("sex",),)),
        CrossAsk("mini", "use", (("sex",),), show_missing=True),
        CrossAsk("mini", "use", (("sex",),), base=Base.EVERYBODY),
    ):
        (shown,) = told(asked(tmp_path / str(ask.show_missing) / ask.base, everybody, ask))
        assert "f" not in shown


def test_a_masked_column_does_not_say_why(tmp_path: Path) -> None:
    (table,) = asked(tmp_path, TOWN, CrossAsk("mini", "know", (("age",),))).tables
    masked = [column for column in table.columns if column.suppressed]
    assert len(masked) == 2
    assert {column.small for column in masked} == {False}


def test_missing_answers_shown_are_in_the_base_and_not_in_the_test(tmp_path: Path) -> None:
    everybody = TOWN + [
        {"sex": sex, "age": "a4", "know": "!no_answer", "use": frozenset({"u1"})} for sex in "mmmmmmmmmff"
    ]
    without = asked(tmp_path / "a", everybody, CrossAsk("mini", "know", (("sex",),)))
    shown = asked(tmp_path / "b", everybody, CrossAsk("mini", "know", (("sex",),), show_missing=True))
    assert (without.base, shown.base) == (Base.ANSWERED, Base.EVERYBODY)
    assert shown.tables[0].columns[0].unweighted_base == len(everybody)
    assert [row.row_id for row in shown.tables[0].rows] == ["k1", "k2", "no_answer"]
    assert shown.tables[0].tests.pearson == without.tables[0].tests.pearson


def test_shares_of_answers_rest_on_answers_across_the_table_too(tmp_path: Path) -> None:
    """Men give 3 answers, women 1: the women's one is a quarter of all answers."""
    everybody = [
        {"sex": "m", "age": "a2", "know": "k1", "use": frozenset({"u1", "u2"})},
        {"sex": "m", "age": "a2", "know": "k1", "use": frozenset({"u1"})},
        {"sex": "f", "age": "a2", "know": "k1", "use": frozenset({"u1"})},
    ]
    answers = made(tmp_path, QUESTIONS, everybody)
    ask = CrossAsk("mini", "use", (("sex",),), base=Base.ANSWERS)
    (table,) = crosstab(answers, ask, Settings(mask_below=0)).tables
    assert [cell.total_share for cell in table.cells[0]] == [0.75, 0.5, 0.25]
    assert [column.answers for column in table.columns] == [4.0, 3.0, 1.0]

    hiding = CrossAsk("mini", "use", (("sex",),), base=Base.ANSWERS, recodes=(Recode("use", hidden=("u2",)),))
    (table,) = crosstab(answers, hiding, Settings(mask_below=0)).tables
    assert [cell.column_share for cell in table.cells[0]] == [0.75, 2 / 3, 1.0]


def test_a_label_nobody_has_is_no_column(tmp_path: Path) -> None:
    (table,) = asked(tmp_path, people(m_a2=20, m_a4=30), CrossAsk("mini", "know", (("age",),))).tables
    assert [column.column_id for column in table.columns] == ["total", "a2", "a4"]


def test_what_cannot_be_nested_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="cannot be nested in itself"):
        asked(tmp_path / "a", TOWN, CrossAsk("mini", "know", (("age", "age"),)))
    many = Question("town", "single", tuple((f"t{n}", f"{n}町") for n in range(400)))
    answers = made(tmp_path / "b", (*QUESTIONS, many), [{**person, "town": "t1"} for person in TOWN])
    with pytest.raises(Problem, match="1,600 columns"):
        crosstab(answers, CrossAsk("mini", "know", (("age", "town"),)), Settings())
