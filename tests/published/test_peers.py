"""The figures of Morioka and Shirakawa against a second reading, without metric ids and sections."""

from collections import Counter
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

import pytest

from tests.published.peers import (
    CARD_ROUNDING,
    CARD_SUMS,
    CARDS,
    MORIOKA,
    MORIOKA_CURRENT,
    MORIOKA_GROUPS,
    MORIOKA_OBSERVED,
    MORIOKA_OR_MORE,
    MORIOKA_TARGETS,
    OUTLOOK,
    SHIRAKAWA,
    SHIRAKAWA_TARGETS,
    Figure,
)
from tests.published.reading import as_printed, number, rows

ROUNDINGS = {"up": ROUND_UP, "half_up": ROUND_HALF_UP, "down": ROUND_DOWN}


def figure(row: dict[str, str]) -> Figure:
    """One CSV row in the shape of the second reading; the value as printed, or its bounds."""
    value = as_printed(row) if row["value"] else (row["low"], row["high"])
    return row["role"], row["period_end"][:4], value, row["unit"]


def undated(figures: list[Figure]) -> Counter[tuple[object, ...]]:
    """The figures without their years."""
    return Counter((role, value, unit) for role, _, value, unit in figures)


def figures(document: str, *roles: str) -> list[Figure]:
    """The figures of one document with these roles."""
    return [figure(row) for row in rows(document, "metric_values") if row["role"] in roles]


# --- Morioka -----------------------------------------------------------------------------------
def test_figures_of_morioka() -> None:
    expected = MORIOKA_TARGETS + MORIOKA_CURRENT + MORIOKA_OBSERVED
    found = [figure(row) for row in rows(MORIOKA, "metric_values")]
    assert undated(found) == undated(expected)
    dated = Counter(line for line in expected if line[1])
    assert dated - Counter(found) == Counter()


def test_only_ranges_of_morioka_are_bounded() -> None:
    found = Counter((row["low"], row["high"], row["status"]) for row in rows(MORIOKA, "metric_values"))
    ranges = [line[2] for line in MORIOKA_OBSERVED if isinstance(line[2], tuple)]
    expected = Counter((low, high, "bounded") for low, high in ranges)
    expected["", "", "printed"] = len(MORIOKA_TARGETS + MORIOKA_CURRENT + MORIOKA_OBSERVED) - len(ranges)
    assert found == expected


def test_or_more_stands_in_the_note() -> None:
    targets = [row for row in rows(MORIOKA, "metric_values") if row["role"] == "target"]
    assert {(row["value"], row["unit"]) for row in targets if "以上" in row["note_ja"]} == MORIOKA_OR_MORE
    assert {(row["value"], row["unit"]) for row in targets if "or more" in row["note_en"]} == MORIOKA_OR_MORE


def test_all_core_systems_of_morioka() -> None:
    (row,) = [row for row in rows(MORIOKA, "metric_values") if row["value"] == "17"]
    assert (row["numerator"], row["denominator"]) == (str(sum(MORIOKA_GROUPS)),) * 2


# --- Shirakawa ---------------------------------------------------------------------------------
def test_figures_of_shirakawa() -> None:
    expected = list(SHIRAKAWA_TARGETS)
    for month, (people, cards, rate) in CARDS.items():
        year = month[:4]
        expected += [
            ("observed", year, str(people), "人"),
            ("observed", year, str(cards), "件"),
            ("observed", year, rate, "%"),
        ]
    found = figures(SHIRAKAWA, "observed", "baseline", "target")
    assert Counter(found) == Counter(expected)


def test_months_of_the_card_table() -> None:
    table = [row for row in rows(SHIRAKAWA, "metric_values") if row["role"] == "observed"]
    assert Counter(row["period_end"][:7] for row in table) == dict.fromkeys(CARDS, 3)


def test_card_rates_carry_their_parts() -> None:
    rates = [
        row for row in rows(SHIRAKAWA, "metric_values") if row["role"] == "observed" and row["unit"] == "%"
    ]
    found: dict[str, tuple[object, ...]] = {
        row["period_end"][:7]: (number(row["denominator"]), number(row["numerator"]), as_printed(row))
        for row in rates
    }
    assert found == CARDS


@pytest.mark.parametrize("month", CARDS)
def test_how_card_rates_are_rounded(month: str) -> None:
    people, cards, printed = CARDS[month]
    rate = Decimal(cards) * 100 / Decimal(people)
    found = {
        name for name, way in ROUNDINGS.items() if rate.quantize(Decimal(printed), way) == Decimal(printed)
    }
    assert found == CARD_ROUNDING[month]


def test_sums_of_the_card_table() -> None:
    sums = (sum(line[0] for line in CARDS.values()), sum(line[1] for line in CARDS.values()))
    assert sums == CARD_SUMS


def test_population_outlook() -> None:
    table = [row for row in rows(SHIRAKAWA, "metric_values") if row["role"] == "outlook"]
    found = [(row["period_end"][:4], as_printed(row).removeprefix("-"), row["unit"]) for row in table]
    assert sorted(found) == sorted((year, fall, "%") for year, fall in OUTLOOK)
    assert all(row["note_ja"] and row["note_en"] for row in table)  # printed with "about"
