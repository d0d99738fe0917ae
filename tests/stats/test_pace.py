"""Pace: what a year needs and what it has brought."""

from datetime import date

import pytest

from narabe.stats.pace import needed_per_year, yearly_basis, years_between


@pytest.mark.parametrize(
    ("value", "months", "expected"),
    [
        (1816, 8, 2724),  # 227 a month × 12
        (46906, 8, 70359),  # 5,863.25 a month × 12
        (842, 6, 1684),
        (57356, 12, 57356),
    ],
)
def test_a_part_year_is_put_on_twelve_months(value: float, months: int, expected: float) -> None:
    assert yearly_basis(value, months) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (date(2025, 3, 31), date(2030, 3, 31), 5),
        (date(2025, 3, 31), date(2025, 11, 30), 8 / 12),
        (date(2024, 12, 31), date(2025, 1, 31), 1 / 12),
        (date(2025, 3, 31), date(2025, 3, 31), 0),
    ],
)
def test_years_are_whole_months_between_month_ends(earlier: date, later: date, expected: float) -> None:
    assert years_between(earlier, later) == pytest.approx(expected)


def test_a_target_is_reached_in_equal_yearly_steps() -> None:
    assert needed_per_year(740, 862, 5) == pytest.approx(24.4)  # 122 procedures in five years
    assert needed_per_year(100, 80, 4) == -5
