"""A total over time is left out only where exact figures beside it give it."""

import pytest

from narabe.intake.figures.headings import read
from narabe.intake.figures.periods import Heading, axis
from tests.intake.figures.sheets import Rows, records, said, sheet, taken, tidy

N = None
ONLINE, VISITORS = "online_applications", "counter_visitors"
QUARTERS = [f"2025年度第{place}四半期" for place in (1, 2, 3, 4)]
MONTHS = [f"{month}月" for month in (*range(4, 13), 1, 2, 3)]


def of_years(rows: Rows, name: str = "Sheet1") -> list[tuple[str, object]]:
    """Period and value of every figure longer than half a year."""
    return [
        (period, value) for _, _, period, value in tidy(taken(sheet(rows, name=name))) if period[4:5] != "-"
    ]


def test_a_year_of_inexact_quarters_is_kept_as_stated() -> None:
    rows: Rows = [
        ["項目", *QUARTERS, "2025年度計"],
        ["来庁者数", 10, 20, 30, 40, 100],
        ["オンライン申請件数", "1,000件", "約2,000件", "3千件", "4,000以上", 10000],
    ]
    converted = taken(sheet(rows))
    years = [row for row in records(converted) if row["months"] == 12]
    assert [(row["metric_id"], row["value"], row["status"]) for row in years] == [(ONLINE, 10000, "printed")]
    assert said(converted) == []


def test_a_year_that_its_months_do_not_fill_or_give() -> None:
    assert of_years([["項目", "2025年4月", "2025年5月", "2025年度計"], ["来庁者数", 20, 30, 1000]]) == [
        ("FY2025", 1000)
    ]
    halves: Rows = [["項目", "令和7年度上半期", "令和7年度下半期", "令和7年度"], ["来庁者数", 1, 2, 4]]
    assert of_years(halves) == [("FY2025", 4)]
    assert said(taken(sheet(halves))) == [
        ("warning", "合計の4と、内訳を足した3が違います。", 2, "令和7年度", "4")
    ]


def test_a_total_over_a_withheld_month_is_kept_for_the_months_it_covers() -> None:
    rows: Rows = [["令和7年度"], ["項目", *MONTHS, "計"], ["来庁者数", *[10] * 11, "x", 1000]]
    assert of_years(rows) == [("FY2025", 1000)]
    rows[2][-1] = 110  # type: ignore[index]
    assert of_years(rows) == []


def test_a_running_year_is_given_by_its_months_so_far() -> None:
    rows: Rows = [["令和7年度"], ["項目", *MONTHS, "計"], ["来庁者数", 201, 202, 203, *[N] * 9, 606]]
    assert of_years(rows) == []


def test_calendar_years_are_kept_for_nothing_else_adds_them_up() -> None:
    rows: Rows = [
        ["来庁者数（人）"],
        ["年", *(f"{month}月" for month in range(1, 13)), "計"],
        ["2024年", *range(11, 23), 198],
    ]
    assert of_years(rows) == [("2024", 198)]


def test_a_subtotal_under_a_merged_year_is_not_that_year() -> None:
    rows: Rows = [["項目", "令和7年", N, N], [N, "11月", "12月", "小計"], ["来庁者数", 1, "x", 9]]
    assert [period for _, _, period, _ in tidy(taken(sheet(rows, "B1:D1")))] == [
        "2025-11", "2025-11..2025-12", "2025-12",
    ]  # fmt: skip


def test_a_sum_of_states_is_left_out_and_said() -> None:
    rows: Rows = [["項目", "令和7年4月", "令和7年5月", "計"], ["LINE登録者数", 100, 110, 210]]
    converted = taken(sheet(rows))
    assert [value for *_, value in tidy(converted)] == [100, 110]
    message = "「計」の210は、どの時期の値か決められないため取り込みません。"
    assert said(converted) == [("warning", message, 2, "計", "210")]


def test_the_share_of_a_year_is_not_given_by_those_of_its_months() -> None:
    rows: Rows = [["項目", *QUARTERS, "2025年度計"], ["電子決裁率", "50%", "60%", "70%", "80%", "66%"]]
    assert of_years(rows) == [("FY2025", 66)]


def test_a_sum_beside_inexact_parts_is_not_held_against_them() -> None:
    rows: Rows = [["令和7年度"], ["項目", "4月", "5月", "計"], ["来庁者数", "約10", 20, 31]]
    converted = taken(sheet(rows))
    assert said(converted) == []
    assert (VISITORS, "all", "2025-04..2025-05", 31) in tidy(converted)


def test_the_year_is_carried_over_totals() -> None:
    heads = [
        "令和7年4月",
        "令和7年5月",
        "令和7年6月",
        "第1四半期計",
        "7月",
        "8月",
        "9月",
        "第2四半期計",
        "上半期計",
        "累計",
    ]
    converted = taken(sheet([["項目", *heads], ["オンライン申請件数", 1, 2, 3, 6, 4, 5, 6, 15, 21, 21]]))
    assert tidy(converted) == [
        (ONLINE, "all", f"2025-0{month}", value)
        for month, value in zip(range(4, 10), range(1, 7), strict=True)
    ]
    assert said(converted) == []


@pytest.mark.parametrize(
    ("headings", "last"),
    [
        (("令和7年11月", "12月", "1月", "第4四半期計"), "2026-01-01..2026-03-31"),
        (("2025年1月", "2月", "3月", "第1四半期計"), "2025-01-01..2025-03-31"),
        (("2025年度第3四半期", "第4四半期"), "2026-01-01..2026-03-31"),
        (("2025年度第4四半期", "第1四半期"), "2026-04-01..2026-06-30"),
        (("2025年度下半期", "4月"), "2026-04-01..2026-04-30"),
    ],
)
def test_what_follows_a_heading_with_its_year(headings: tuple[str, ...], last: str) -> None:
    found = axis([Heading(line, read(one), one) for line, one in enumerate(headings)])
    period = found.headings[-1].period
    assert period is not None and f"{period.start}..{period.end}" == last


def test_a_month_after_a_mere_year_is_of_no_year() -> None:
    found = axis([Heading(line, read(one), one) for line, one in enumerate(("令和6年度", "4月", "5月"))])
    assert found.open == (1, 2)
