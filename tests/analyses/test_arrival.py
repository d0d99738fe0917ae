"""When a target would be reached by arithmetic: one date from two values, a range only from four equal periods."""

from datetime import date

import pytest

from narabe.analyses.kpi import arrival, kpi_board
from narabe.model.kpi import Arrival
from narabe.model.metrics import Observation
from narabe.model.source import Source
from narabe.model.status import MetricKind, Status
from narabe.model.text import EMPTY
from narabe.warehouse import Warehouse
from narabe.words import kpi_sentences as say

HERE = Source("d", EMPTY, EMPTY, "s", EMPTY)
FLOW, STOCK = MetricKind.FLOW, MetricKind.STOCK


def stock(value: float | None, year: int, month: int, day: int) -> Observation:
    return Observation(value, date(year, month, day), date(year, month, day), None, Status.PRINTED, HERE)


def year(value: float, fiscal: int, months: int = 12) -> Observation:
    ends = {12: date(fiscal + 1, 3, 31), 8: date(fiscal, 11, 30), 6: date(fiscal, 9, 30)}
    return Observation(value, date(fiscal, 4, 1), ends[months], months, Status.PRINTED, HERE)


TARGET = year(100, 2029)
TWO = [stock(740, 2025, 3, 31), stock(791, 2025, 11, 30)]  # 51 in eight months, 6.375 a month
FOUR = [year(10, 2022), year(20, 2023), year(24, 2024), year(40, 2025)]  # steps 10, 4, 16


def test_two_values_give_one_month() -> None:
    """71 left ÷ 6.375 = 11.1 months: the twelfth month after November 2025."""
    found = arrival(TWO, stock(862, 2030, 3, 31), STOCK)
    assert found == Arrival(date(2026, 11, 30), date(2026, 11, 30), by_year=False, periods=2)
    assert not found.ranged


def test_two_years_give_one_fiscal_year() -> None:
    """57,356 → 46,906 × 12 / 8 = 70,359: 13,003 a year; 41,641 left are 3.2 years, so FY2025 + 4."""
    found = arrival([year(57_356, 2024), year(46_906, 2025, 8)], year(112_000, 2029), FLOW)
    assert found == Arrival(date(2030, 3, 31), date(2030, 3, 31), by_year=True, periods=2)


def test_four_equal_periods_give_a_range() -> None:
    """60 left: at 16 a year 3.75 → 4 years, at 4 a year 15 years."""
    found = arrival(FOUR, TARGET, FLOW)
    assert found == Arrival(date(2030, 3, 31), date(2041, 3, 31), by_year=True, periods=4)
    assert found.ranged


def test_three_equal_periods_do_not() -> None:
    found = arrival(FOUR[1:], TARGET, FLOW)  # 20 → 40 in two years: 10 a year, 60 left
    assert found == Arrival(date(2032, 3, 31), date(2032, 3, 31), by_year=True, periods=2)


def test_four_periods_of_unequal_length_do_not() -> None:
    found = arrival([*FOUR[:3], year(20, 2025, 6)], TARGET, FLOW)  # 40 a year: the line from 10 to 40
    assert found is not None and not found.ranged


def test_a_gap_between_periods_is_no_series() -> None:
    found = arrival([year(5, 2020), *FOUR[1:]], TARGET, FLOW)
    assert found is not None and not found.ranged


def test_the_slowest_step_may_never_arrive() -> None:
    found = arrival([year(10, 2022), year(20, 2023), year(18, 2024), year(40, 2025)], TARGET, FLOW)
    assert found is not None and found.last is None
    assert found.first == date(2029, 3, 31)  # 22 a year: 2.7 → 3 years after FY2025


@pytest.mark.parametrize(
    ("values", "target"),
    [
        ([stock(740, 2025, 3, 31)], stock(862, 2030, 3, 31)),  # one value
        ([stock(740, 2025, 3, 31), stock(740, 2025, 11, 30)], stock(862, 2030, 3, 31)),  # stands still
        ([stock(740, 2025, 3, 31), stock(700, 2025, 11, 30)], stock(862, 2030, 3, 31)),  # falls
        ([stock(740, 2025, 3, 31), stock(862, 2025, 11, 30)], stock(862, 2030, 3, 31)),  # is there
        (TWO, None),
        (TWO, stock(None, 2030, 3, 31)),
    ],
)
def test_no_date_where_none_follows(values: list[Observation], target: Observation | None) -> None:
    assert arrival(values, target, STOCK) is None


def test_the_plan_has_two_arrivals_and_no_range(warehouse: Warehouse) -> None:
    found = {i.metric_id: i.arrival for i in kpi_board(warehouse).indicators if i.arrival}
    assert set(found) == {"online_procedures", "cashless_payments"}
    assert found["online_procedures"].first == date(2026, 11, 30)
    assert found["cashless_payments"].first == date(2030, 3, 31)
    assert not any(each.ranged for each in found.values())


def test_the_sentence_says_it_is_arithmetic(warehouse: Warehouse) -> None:
    said = {i.metric_id: say.arrival(i) for i in kpi_board(warehouse).indicators}
    assert (
        "2026年11月" in said["online_procedures"].ja and "予測ではありません" in said["online_procedures"].ja
    )
    assert "FY2029" in said["cashless_payments"].en and "not a forecast" in said["cashless_payments"].en
    assert said["ai_users"] == EMPTY
