"""Who answered an imported survey, by sex and age: no numbers that stand there tell of a few people."""

import random
from datetime import date
from itertools import product

import numpy as np
import pytest

from narabe.settings import Settings
from tests.warehouse.planting import Import, Planted

SEXES, AGES = ("male", "female", None), ("age20s", "age30s", None)
CELLS = tuple(product(SEXES, AGES))
"""Everybody is in one of these; None where it is not known."""
FEWEST = 10
Population = tuple[int, ...]


def populations() -> dict[str, Population]:
    """Some by hand, and a hundred drawn with few and with many in each cell."""
    drawn = random.Random(7)
    found: dict[str, Population] = {
        "everybody known and many": (20, 20, 0, 20, 20, 0, 0, 0, 0),
        "six of a sex that is not listed": (6, 6, 0, 26, 26, 0, 3, 3, 0),
        "three of unknown age among the men": (20, 20, 3, 20, 20, 0, 0, 0, 0),
        "four of neither": (20, 20, 0, 20, 20, 0, 0, 0, 4),
        "four of neither among others unknown": (20, 20, 12, 20, 20, 12, 12, 12, 4),
    }
    for number in range(100):
        found[f"drawn {number}"] = tuple(drawn.choice((0, 3, 11, 40)) for _ in CELLS)
    return found


POPULATIONS = populations()


def member(sex: str, age: str) -> np.ndarray:
    """Whom a number counts, cell by cell."""
    return np.array([sex in ("all", cell[0]) and age in ("all", cell[1]) for cell in CELLS], int)


@pytest.fixture(scope="module")
def planted() -> Planted:
    each = Import("answers", 1)
    for place, people in enumerate(POPULATIONS.values()):
        each.wave(f"in_s{place}", date(2023, 5, 1))
        for sex, age in product(("all", "male", "female"), ("all", "age20s", "age30s")):
            count = int(np.dot(member(sex, age), people))
            if count or (sex, age) == ("all", "all"):
                row = {"wave_id": f"in_s{place}", "population": "answered", "sex": sex, "age": age}
                each.add("respondents", row | {"count": count, "section": "s1"})
    return Planted(each, chosen=Settings(mask_below=FEWEST))


def shown(planted: Planted, case: str) -> list[tuple[str, str]]:
    wave = f"in_s{list(POPULATIONS).index(case)}"
    rows = planted.rows("select sex, age from respondents where wave_id = $wave", wave=wave)
    return [(row["sex"], row["age"]) for row in rows]


@pytest.mark.parametrize("case", POPULATIONS)
def test_no_sum_or_difference_of_what_stands_there_is_a_few_people(planted: Planted, case: str) -> None:
    people = np.array(POPULATIONS[case])
    vectors = np.array([member(*place) for place in shown(planted, case) if place != ("all", "all")])
    total = member("all", "all")
    signs = np.array(list(product((-1, 0, 1), repeat=len(vectors)))) if len(vectors) else np.zeros((1, 0))
    told = signs @ vectors.reshape(len(vectors), len(CELLS)) if len(vectors) else np.zeros((1, len(CELLS)))
    for sets in (told, told + total):
        groups = sets[((sets == 0) | (sets == 1)).all(axis=1) & (sets != total).any(axis=1)]
        counts = groups @ people
        assert not ((counts > 0) & (counts < FEWEST)).any()


def test_what_is_large_enough_stands_there(planted: Planted) -> None:
    assert len(shown(planted, "everybody known and many")) == 9
    assert set(shown(planted, "six of a sex that is not listed")) == {
        ("all", "all"), ("all", "age20s"), ("all", "age30s"),
    }  # fmt: skip
    assert ("male", "age20s") not in shown(planted, "three of unknown age among the men")


def test_the_public_tables_hold_no_more(planted: Planted) -> None:
    rows = planted.rows(
        "select wave, group_en from figures where kind = 'respondents_answered' and wave like 'in_s%'"
    )
    total = sum(len(shown(planted, case)) for case in POPULATIONS)
    assert len(rows) == total


def test_what_documents_print_stays() -> None:
    """7 teenagers of 2021 stand in print."""
    (row,) = Planted().rows(
        "select count from respondents where wave_id = 'net2021' and population = 'answered' and sex = 'all' and age = 'age10s'"
    )
    assert row["count"] == 7
