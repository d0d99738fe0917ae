"""The operational figures of 2022 against a second reading; sets are compared both ways."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

import pytest

from tests.published.operations_2022 import (
    ADVISORS,
    BILL_METRICS,
    BILLS,
    COUNTER,
    COUNTER_METRICS,
    EIGHT_MONTHS_2021,
    FY2019,
    FY2020,
    LOST_NAMED,
    MEETINGS,
    MEETINGS_SUM,
    PAYMENT_ROUNDING,
    PAYMENT_SUMS,
    PAYMENT_UNITS,
    POPULATION,
    PRINT_CHANGE,
    PRINT_CHANGE_RATIO,
    PRINT_PAGES,
    PRINT_ROUNDING,
    PRINT_SUMS,
    SLOTS_2026,
    THREE_MONTHS_2021,
)
from tests.published.reading import APPENDIX, MAIN, PLAN, as_printed, exact, number, rows

PAYMENTS = BILLS | COUNTER
ROUNDINGS = {"up": ROUND_UP, "half_up": ROUND_HALF_UP, "down": ROUND_DOWN}

# metric, segment, start, end, months
Place = tuple[str, str, str, str, str]
# printed value, unit, numerator, denominator
Fact = tuple[str, str, Decimal | None, Decimal | None]


def payment_facts(
    table: dict[str, tuple[int, int, str, int, int, str]],
    metrics: tuple[str, ...],
    period: tuple[str, str, str],
) -> dict[Place, Fact]:
    """The six cells of each line; each ratio carries the two cells before it."""
    facts: dict[Place, Fact] = {}
    for segment, cells in table.items():
        for at, (metric, unit) in enumerate(zip(metrics, PAYMENT_UNITS, strict=True)):
            parts: tuple[Decimal | None, Decimal | None] = (None, None)
            if unit == "%":
                parts = (Decimal(cells[at - 1]), Decimal(cells[at - 2]))
            facts[metric, segment, *period] = (str(cells[at]), unit, *parts)
    return facts


def print_facts() -> dict[Place, Fact]:
    """Pages of both years, printed reductions and printed rates."""
    facts: dict[Place, Fact] = {}
    for segment, (before, after) in PRINT_PAGES.items():
        facts["print_pages", segment, *FY2019] = (str(before), "枚", None, None)
        facts["print_pages", segment, *FY2020] = (str(after), "枚", None, None)
    for segment, change in PRINT_CHANGE.items():
        facts["print_pages_change", segment, *FY2020] = (str(change), "枚", None, None)
    for segment, ratio in PRINT_CHANGE_RATIO.items():
        before, after = PRINT_PAGES[segment]
        parts = (Decimal(after - before), Decimal(before))
        facts["print_pages_change_ratio", segment, *FY2020] = (ratio, "%", *parts)
    return facts


def rounded_to(value: Decimal) -> dict[str, str]:
    """The value at one decimal by each way of rounding."""
    return {name: str(value.quantize(Decimal("0.1"), way)) for name, way in ROUNDINGS.items()}


def ways(numerator: int, denominator: int, printed: str) -> set[str]:
    """The ways of rounding that give the printed ratio."""
    found = rounded_to(Decimal(numerator) * 100 / Decimal(denominator))
    return {name for name, text in found.items() if text == printed}


def test_every_printed_figure_of_reference_3() -> None:
    expected = (
        payment_facts(BILLS, BILL_METRICS, EIGHT_MONTHS_2021)
        | payment_facts(COUNTER, COUNTER_METRICS, THREE_MONTHS_2021)
        | print_facts()
        | {
            ("paperless_meetings", segment, *FY2020): (count, "回", None, None)
            for segment, count in MEETINGS.items()
        }
    )
    assert len(expected) == 93  # 48 + 18 cells of payments, 14 + 5 + 5 of printing, 3 of meetings
    fields = ("metric_id", "segment", "period_start", "period_end", "months")
    found = exact(
        [
            (
                tuple(row[field] for field in fields),
                (as_printed(row), row["unit"], number(row["numerator"]), number(row["denominator"])),
            )
            for row in rows(APPENDIX, "metric_values")
            if row["status"] != "not_captured"
        ]
    )
    assert found == expected


def test_rows_of_reference_3_are_observed_and_printed() -> None:
    table = rows(APPENDIX, "metric_values")
    assert table
    assert {(row["role"], row["section"]) for row in table} == {("observed", "s_ref3")}
    assert {row["status"] for row in table} == {"printed", "not_captured"}
    assert {(row["low"], row["high"]) for row in table} == {("", "")}


def test_lost_charts_of_reference_3() -> None:
    lost = [row for row in rows(APPENDIX, "metric_values") if row["status"] == "not_captured"]
    assert {row["metric_id"] for row in lost} == LOST_NAMED
    assert {row["segment"] for row in lost} == {"all"}
    (applications,) = [row for row in lost if row["metric_id"] == "easy_applications"]
    assert (applications["period_start"], applications["period_end"]) == ("2021-04-01", "2022-03-31")


@pytest.mark.parametrize("total", PAYMENT_SUMS)
def test_printed_totals_are_the_sums_of_their_lines(total: str) -> None:
    line = PAYMENTS[total]
    assert (line[0], line[1], line[3], line[4]) == PAYMENT_SUMS[total]


@pytest.mark.parametrize("segment", PAYMENT_ROUNDING)
def test_how_payment_ratios_are_rounded(segment: str) -> None:
    count, cashless, ratio, yen, cashless_yen, yen_ratio = PAYMENTS[segment]
    found = (ways(cashless, count, ratio), ways(cashless_yen, yen, yen_ratio))
    assert found == PAYMENT_ROUNDING[segment]


def test_every_payment_line_has_its_rounding() -> None:
    assert set(PAYMENT_ROUNDING) == set(PAYMENTS)
    assert all("up" in kind for kinds in PAYMENT_ROUNDING.values() for kind in kinds)


def test_pages_saved() -> None:
    assert {name: PRINT_PAGES[name][1] - PRINT_PAGES[name][0] for name in PRINT_CHANGE} == PRINT_CHANGE
    before = sum(PRINT_PAGES[name][0] for name in PRINT_CHANGE)
    after = sum(PRINT_PAGES[name][1] for name in PRINT_CHANGE)
    assert (before, after, sum(PRINT_CHANGE.values())) == PRINT_SUMS
    assert after - before == PRINT_SUMS[2]


@pytest.mark.parametrize("segment", PRINT_CHANGE_RATIO)
def test_how_print_ratios_are_rounded(segment: str) -> None:
    before, after = PRINT_PAGES[segment]
    size = PRINT_CHANGE_RATIO[segment].removeprefix("-")
    assert ways(before - after, before, size) == PRINT_ROUNDING[segment]


def test_meetings_sum() -> None:
    assert sum(map(int, MEETINGS.values())) == MEETINGS_SUM


def test_population() -> None:
    people = [row for row in rows(MAIN, "metric_values") if row["section"].startswith("s_4_1")]
    found = [(row["role"], row["period_end"][:4], as_printed(row)) for row in people]
    assert sorted(found) == sorted(POPULATION)
    assert {(row["status"], row["unit"]) for row in people} == {("printed", "人")}


def test_advisors() -> None:
    advisors = [row for row in rows(MAIN, "metric_values") if row["section"] == "s_6_4"]
    before, after = sorted(advisors, key=lambda row: row["period_end"])
    assert (as_printed(before), as_printed(after)) == ADVISORS
    assert before["period_end"] < after["period_start"]
    assert after["period_end"][:4] == "2016"


def test_slots_of_the_five_aims_in_the_plan_2026() -> None:
    slots = [row for row in rows(PLAN, "metric_values") if row["section"] == "s_1_4"]
    assert sorted(row["metric_id"] for row in slots) == sorted(SLOTS_2026)
    assert {row["status"] for row in slots} == {"not_captured"}
    assert {(row["period_start"], row["period_end"]) for row in slots} == {("2022-04-01", "2026-03-31")}
    assert all(row["note_ja"] and row["note_en"] for row in slots)
