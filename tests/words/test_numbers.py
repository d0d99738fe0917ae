"""Numbers, ranges and periods as people read them."""

from datetime import date

import pytest

from narabe.model.text import Text
from narabe.words import numbers

DASH = Text("—", "—")
MINUS = "\u2212"


def test_numbers_carry_thousands_and_their_decimals() -> None:
    assert numbers.number(1234567).ja == "1,234,567"
    assert numbers.number(43.75, 1).en == "43.8"
    assert numbers.number(45, 1).ja == "45.0"


def test_a_minus_is_the_minus_sign_not_a_hyphen() -> None:
    assert numbers.number(-6.3, 1).ja == f"{MINUS}6.3"
    assert numbers.signed(-1234.56).en == f"{MINUS}1,234.6"


@pytest.mark.parametrize(("value", "expected"), [(15.87, "+15.9"), (0.04, "0.0"), (-0.04, "0.0"), (0, "0.0")])
def test_a_change_has_a_sign_unless_it_is_nothing(value: float, expected: str) -> None:
    assert numbers.signed(value).ja == expected


def test_percent_and_points() -> None:
    assert numbers.percent(43.8) == Text("43.8%", "43.8%")
    assert numbers.percent(97, 0).ja == "97%"
    assert numbers.points(15.87) == Text("+15.9ポイント", "+15.9 points")


def test_intervals() -> None:
    assert numbers.point_interval(-8.24, 3.96) == Text(f"{MINUS}8.2～+4.0", f"{MINUS}8.2 to +4.0")


@pytest.mark.parametrize(
    ("floor", "ceiling", "ja", "en"),
    [
        (55, 65, "55～65%", "55–65%"),  # 約6割
        (80, 100, "80%以上", "80% or more"),  # 8割以上
        (0, 27.3, "27.3%以下", "at most 27.3%"),  # the ceiling a rank sets
        (29.2, 30.2, "29.2～30.2%", "29.2–30.2%"),
        (18.4, 33.5, "18.4～33.5%", "18.4–33.5%"),
    ],
)
def test_a_range_reads_as_a_range(floor: float, ceiling: float, ja: str, en: str) -> None:
    assert numbers.bounds(floor, ceiling) == Text(ja, en)


def test_people_and_ranks() -> None:
    assert numbers.people(1816) == Text("1,816人", "1,816 people")
    assert numbers.rank(2) == Text("2位", "no. 2")


@pytest.mark.parametrize(
    "said",
    [
        numbers.number(None),
        numbers.percent(None),
        numbers.signed(None),
        numbers.points(None),
        numbers.people(None),
        numbers.point_interval(None, None),
    ],
)
def test_nothing_is_a_dash(said: Text) -> None:
    assert said == DASH


@pytest.mark.parametrize(
    ("start", "end", "months", "ja", "en"),
    [
        (date(2024, 4, 1), date(2025, 3, 31), 12, "2024年度", "FY2024"),
        (date(2025, 11, 30), date(2025, 11, 30), None, "2025年11月末", "end of Nov 2025"),
        (date(2017, 1, 1), date(2017, 12, 31), None, "2017年", "2017"),
        (date(2021, 9, 1), date(2021, 9, 10), None, "2021年9月", "Sep 2021"),
    ],
)
def test_a_period_reads_as_people_say_it(
    start: date, end: date, months: int | None, ja: str, en: str
) -> None:
    assert numbers.period(start, end, months) == Text(ja, en)


def test_part_of_a_year_says_its_months() -> None:
    half = numbers.period(date(2024, 10, 1), date(2025, 3, 31), 6)
    assert half.ja.startswith("2024年10月～2025年3月") and "6か月" in half.ja
    assert half.en.startswith("Oct 2024–Mar 2025") and "6 months" in half.en


def test_twelve_months_that_begin_in_another_month_are_not_a_fiscal_year() -> None:
    calendar = numbers.period(date(2024, 1, 1), date(2024, 12, 31), 12)
    assert calendar == Text("2024年", "2024")
    assert "年度" not in numbers.period(date(2024, 10, 1), date(2025, 9, 30), 12).ja
