"""Headings of time, alone and among their neighbours."""

from datetime import date

import pytest

from narabe.intake.figures.headings import read, year_in
from narabe.intake.figures.periods import Heading, axis
from narabe.intake.figures.spans import period_of
from narabe.model.figures_plan import Period
from narabe.model.intake import Value

APRIL = Period(date(2025, 4, 1), date(2025, 4, 30), 1)
YEAR = Period(date(2025, 4, 1), date(2026, 3, 31), 12)
MONTHS = ("4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月")


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("令和7年4月", APRIL),
        ("令和七年四月", APRIL),
        ("㋿7年4月", APRIL),
        ("令 和 ７ 年 ４ 月", APRIL),
        ("R7.4", APRIL),
        ("R7/4", APRIL),
        ("R07.04", APRIL),
        ("r7.4月分", APRIL),
        ("2025年4月", APRIL),
        ("2025/4", APRIL),
        ("2025.4", APRIL),
        ("2025-04", APRIL),
        ("Apr-25", APRIL),
        ("2025年4月1日", APRIL),
        ("2025年4月（前月）", APRIL),
        (date(2025, 4, 1), APRIL),
        (date(2025, 4, 30), APRIL),
        ("7年4月", APRIL),
        ("令和7年度", YEAR),
        ("R7年度", YEAR),
        ("7年度", YEAR),
        ("2025年度", YEAR),
        ("FY2025", YEAR),
        ("FY25", YEAR),
        ("令和7年度（実績）", YEAR),
        ("2025年", Period(date(2025, 1, 1), date(2025, 12, 31), 12)),
        ("令和元年度", Period(date(2019, 4, 1), date(2020, 3, 31), 12)),
        ("平成30年度", Period(date(2018, 4, 1), date(2019, 3, 31), 12)),
        ("H31.4", Period(date(2019, 4, 1), date(2019, 4, 30), 1)),
        ("令和7年4月末", Period(date(2025, 4, 30), date(2025, 4, 30), None)),
        ("令和6年度末", Period(date(2025, 3, 31), date(2025, 3, 31), None)),
        ("令和7年4月1日現在", Period(date(2025, 4, 1), date(2025, 4, 1), None)),
        ("R7.4.15", Period(date(2025, 4, 15), date(2025, 4, 15), None)),
        ("令和7年度第1四半期", Period(date(2025, 4, 1), date(2025, 6, 30), 3)),
        ("FY2025 Q4", Period(date(2026, 1, 1), date(2026, 3, 31), 3)),
        ("2025年度上半期", Period(date(2025, 4, 1), date(2025, 9, 30), 6)),
        ("R7年度下期", Period(date(2025, 10, 1), date(2026, 3, 31), 6)),
        ("2021年4月～11月", Period(date(2021, 4, 1), date(2021, 11, 30), 8)),
    ],
)
def test_a_heading_that_says_all(written: Value, period: Period) -> None:
    when = read(written)
    assert when is not None and period_of(when) == period


@pytest.mark.parametrize(
    "written", ["合計", "累計", "前年比", "件数", "人口", "7.4", "4", "十三月", "13月", "備考", "2025年13月", "", True, None, "10代", "A" * 99]
)  # fmt: skip
def test_what_says_nothing_of_time(written: Value) -> None:
    assert read(written) is None


def test_a_day_that_does_not_exist_is_no_period() -> None:
    when = read("令和7年2月30日")
    assert when is not None and period_of(when) is None


@pytest.mark.parametrize(
    ("title", "year", "fiscal"),
    [
        ("令和7年度 5レス月次実績", 2025, True),
        ("来庁者数の推移（2024年度）", 2024, True),
        ("月報 R7.4", 2025, False),
        ("令和7年3月31日現在", 2025, False),
    ],
)
def test_the_year_of_a_title(title: str, year: int, fiscal: bool) -> None:
    found = year_in(title)
    assert found is not None and (found.year, found.fiscal) == (year, fiscal)


@pytest.mark.parametrize("title", ["Sheet1", "令和6年度・令和7年度の比較", "10代の利用", "電話 024-924-2491"])
def test_a_title_that_leaves_the_year_open(title: str) -> None:
    assert year_in(title) is None


def resolved(headings: tuple[Value, ...], title: str = "", fiscal: bool | None = None) -> list[str]:
    found = axis(
        [Heading(line, read(one), str(one)) for line, one in enumerate(headings, start=1)],
        year_in(title),
        fiscal,
    )
    return [f"{line} {period.start}..{period.end}" for line, period in found.times]


def test_months_take_the_fiscal_year_of_the_title() -> None:
    found = resolved(MONTHS, "令和7年度")
    assert found[0] == "1 2025-04-01..2025-04-30"
    assert found[8:10] == ["9 2025-12-01..2025-12-31", "10 2026-01-01..2026-01-31"]
    assert found[11] == "12 2026-03-01..2026-03-31"


def test_months_go_on_from_the_one_that_names_its_year() -> None:
    assert resolved(("令和7年11月", "12月", "1月"))[2] == "3 2026-01-01..2026-01-31"
    assert resolved(("11月", "12月", "R8.1月"))[0] == "1 2025-11-01..2025-11-30"


def test_without_a_year_nothing_is_supposed() -> None:
    found = axis([Heading(1, read("4月"), "4月"), Heading(2, read("5月"), "5月")])
    assert (found.times, found.open) == ((), (1, 2))


def test_bare_years_are_calendar_years_unless_the_table_says_fiscal() -> None:
    assert resolved((2021, 2022))[0] == "1 2021-01-01..2021-12-31"
    assert resolved((2021, 2022), fiscal=True)[0] == "1 2021-04-01..2022-03-31"
    assert resolved(("R3", "R4"))[0] == "1 2021-04-01..2022-03-31"


def test_totals_over_time_are_known_by_word_or_because_their_parts_fill_them() -> None:
    words = ("4月", "5月", "6月", "第1四半期", "7月", "8月", "9月", "上期計", "累計", "前年比")
    found = axis([Heading(n, read(one), one) for n, one in enumerate(words, start=1)], year_in("令和7年度"))
    assert [line for line, _ in found.times] == [1, 2, 3, 5, 6, 7]
    assert found.totals == ((4, (1, 2, 3)), (8, (4, 5, 6, 7)), (9, (1, 2, 3, 5, 6, 7)))
