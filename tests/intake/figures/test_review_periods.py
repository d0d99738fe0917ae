"""Periods, units and cells that a reviewer found read wrongly, each as a small sheet worked out by hand."""

from datetime import time

import pytest

from narabe.intake.figures.spelling import plain
from narabe.model.intake import Value
from tests.intake.figures.sheets import Rows, records, said, sheet, taken, tidy

VISITORS = "counter_visitors"


def times(rows: Rows, *merged: str, name: str = "s") -> list[tuple[str, object]]:
    return [(period, value) for _, _, period, value in tidy(taken(sheet(rows, *merged, name=name)))]


def warnings(rows: Rows, *merged: str) -> list[tuple[str, str]]:
    """Message and value of every warning and error."""
    return [(message, value) for severity, message, _, _, value in said(taken(sheet(rows, *merged))) if severity != "note"]  # fmt: skip


def monthly(*above: list[Value], months: str = "4月|5月|1月|2月") -> Rows:
    heads = months.split("|")
    return [*above, ["項目", *heads], ["来庁者数", *range(1, len(heads) + 1)]]


@pytest.mark.parametrize(
    "above",
    [
        ([["令和7年度実績"], [None, None, None, None, "令和8年1月15日作成"]]),
        ([["令和7年度実績", None, None, None, "令和8年1月15日印刷"]]),
        ([["令和7年度実績"], [None, None, None, None, "作成日：2026/1/15"]]),
        ([["令和7年度実績"], [None, None, None, None, "R8.1.15"]]),
    ],
)
def test_the_day_of_the_document_is_not_the_year_of_its_months(above: list[list[Value]]) -> None:
    rows = monthly(*above)
    assert times(rows) == [("2025-04", 1), ("2025-05", 2), ("2026-01", 3), ("2026-02", 4)]
    message = "「2月」に実績の数がありますが、表の上の日付（2026年1月15日）より後です。"
    assert warnings(rows) == [(message, "2月")]


@pytest.mark.parametrize("day", ["令和8年1月15日現在", "令和8年1月15日作成"])
def test_without_a_year_the_months_before_the_day_are_meant_and_said(day: str) -> None:
    rows = monthly(["来庁者数の推移", None, None, day], months="10月|11月|12月")
    assert times(rows) == [("2025-10", 1), ("2025-11", 2), ("2025-12", 3)]
    assert [value for _, value in warnings(rows)] == ["10月"]
    alone = [["来庁者数の推移"], [None, None, None, "令和8年1月15日"], *monthly(months="10月|11月|12月")]
    assert times(alone) == [("2025-10", 1), ("2025-11", 2), ("2025-12", 3)]
    across_new_year = monthly(["来庁者数の推移", None, None, "令和8年2月3日現在"], months="12月|1月")
    assert times(across_new_year) == [("2025-12", 1), ("2026-01", 2)]


def test_months_that_may_lie_on_either_side_of_the_day_are_asked_for() -> None:
    rows = monthly(["来庁者数の推移 令和8年1月15日現在"], months="4月|5月|6月|1月|2月|3月")
    assert times(rows) == []
    assert next(severity for severity, *_ in said(taken(sheet(rows)))) == "error"


def test_a_table_of_one_moment_stands_at_its_moment_but_not_at_the_day_of_printing() -> None:
    rows = [["人口（令和8年1月1日現在）"], ["地区", "人口"], ["東", 10], ["西", 20]]
    assert {period for period, _ in times(rows)} == {"@2026-01-01"}
    rows = [["来庁者数 令和8年1月15日作成"], ["課", "件数"], ["市民課", 10], ["税務課", 20]]
    assert times(rows) == []


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("令和7年度（4～9月）", "2025-04..2025-09"),
        ("令和7年度（4月～9月）", "2025-04..2025-09"),
        ("令和7年度（9月末現在）", "2025-04..2025-09"),
        ("令和7年度（9月まで）", "2025-04..2025-09"),
        ("令和7年度（上半期）", "2025-04..2025-09"),
        ("令和7年度（4～9月実績）", "2025-04..2025-09"),
        ("令和7年度（10～3月）", "2025-10..2026-03"),
        ("令和7年度（2025年度）", "FY2025"),
    ],
)
def test_a_part_of_a_year_in_brackets_is_that_part(heading: str, period: str) -> None:
    rows = [
        ["窓口来庁者数"],
        ["課", "令和5年度", "令和6年度", heading],
        ["市民課", 100, 110, 55],
        ["税務課", 10, 11, 5],
    ]
    found = [(period, value) for period, value in times(rows) if value == 55]
    assert found == [(period, 55)]
    assert warnings(rows) == []


def test_a_stock_in_a_part_of_a_year_stands_at_its_end() -> None:
    rows = [["登録者数（人口）"], ["地区", "令和6年度", "令和7年度（9月末現在）"], ["東地区人口", 100, 110]]
    assert times(rows) == [("@2025-03-31", 100), ("@2025-09-30", 110)]


def test_a_part_of_a_year_that_cannot_be_read_is_said() -> None:
    for heading, *note in (
        ("令和7年度（途中）",),
        ("令和7年度※", "※令和7年度は4～9月の実績"),
        ("令和7年度※1", "※1 9月末まで"),
    ):
        rows = [
            ["窓口来庁者数"],
            ["課", "令和6年度", heading],
            ["市民課", 100, 55],
            ["税務課", 10, 5],
            *([one] for one in note),
        ]
        assert [value for _, value in warnings(rows)] == [plain(heading)]
    whole = [
        ["窓口来庁者数"],
        ["課", "令和6年度", "令和7年度※"],
        ["市民課", 100, 55],
        ["※令和7年度から新庁舎"],
    ]
    assert warnings(whole) == []


@pytest.mark.parametrize("name", ["4月", "4月分", "令和7年4月"])
def test_a_sheet_of_a_month_under_a_fiscal_year_is_that_month(name: str) -> None:
    rows = [["令和7年度窓口来庁者数"], ["課", "件数"], ["市民課", 10], ["税務課", 20]]
    if name.startswith("令和"):
        rows = [["窓口来庁者数"], *rows[1:]]
    assert times(rows, name=name) == [("2025-04", 10), ("2025-04", 20)]


def test_a_book_of_twelve_monthly_sheets() -> None:
    months = [*range(4, 13), 1, 2, 3]
    book = [
        sheet(
            [["令和7年度窓口来庁者数"], ["課", "件数"], ["市民課", month], ["税務課", 20]], name=f"{month}月"
        )
        for month in months
    ]
    converted = taken(*book)
    found = {period: value for _, segment, period, value in tidy(converted) if segment == "市民課"}
    assert found == {f"{2025 if month > 3 else 2026}-{month:02}": month for month in months}
    assert [fault for fault in said(converted) if fault[0] == "error"] == []


def test_a_year_of_school_is_no_year() -> None:
    rows = [
        ["令和6年度 小学校 児童数"],
        ["学年", "男", "女"],
        ["1年", 50, 51],
        ["2年", 60, 61],
        ["3年", 70, 71],
    ]
    assert {period for period, _ in times(rows)} == {"FY2024"}
    across = [["令和6年度 児童数"], ["性別", "1年", "2年", "3年"], ["男", 50, 60, 70]]
    assert {period for period, _ in times(across)} == {"FY2024"}
    years = [["来庁者数"], ["年", "件数"], ["5年", 10], ["6年", 20], ["7年", 30]]
    assert times(years) == [("2023", 10), ("2024", 20), ("2025", 30)]


def test_a_stock_under_the_first_of_a_month_stands_at_that_day() -> None:
    rows = [["令和7年度 世帯数（住民基本台帳）"], ["地区", "4月1日", "5月1日"], ["東地区", 100, 101], ["西地区", 200, 201], ["合計", 300, 302]]  # fmt: skip
    assert {("@2025-04-01", 100), ("@2025-05-01", 101)} < set(times(rows))
    down = [["年月日", "世帯数"], ["令和7年4月1日", 100], ["令和7年5月1日", 101]]
    assert times(down) == [("@2025-04-01", 100), ("@2025-05-01", 101)]
    flow = [["令和7年度 来庁者数"], ["地区", "4月1日", "5月1日"], ["東地区", 100, 101]]
    assert times(flow) == [("2025-04", 100), ("2025-05", 101)]


def test_lengths_of_time_are_hours() -> None:
    rows = [["年月", "削減時間（時間）"], ["R7.4", time(12, 30)], ["R7.5", "30:15:00"], ["R7.6", "8時間15分"], ["R7.7", "10h"], ["R7.8", "30分"]]  # fmt: skip
    assert times(rows) == [
        ("2025-04", 12.5),
        ("2025-05", 30.25),
        ("2025-06", 8.25),
        ("2025-07", 10),
        ("2025-08", 0.5),
    ]
    assert warnings(rows) == []
    minutes = [["年月", "待ち時間（分）"], ["R7.4", "1時間5分"], ["R7.5", 20]]
    assert times(minutes) == [("2025-04", 65), ("2025-05", 20)]


def test_times_that_are_no_lengths_are_said_and_a_time_of_day_is_left_alone() -> None:
    rows = [["年月", "処理", "件数"], ["R7.4", time(12, 30), 3], ["R7.5", time(8, 15), 4]]
    assert times(rows) == [("2025-04", 3), ("2025-05", 4)]
    assert [value for _, value in warnings(rows)] == ["処理"]
    hours = [["令和7年度 来庁者数"], ["時間帯", "4月", "5月"], ["9:00", 1, 2], ["10:00", 3, 4]]
    assert sorted(value for _, value in times(hours)) == [1, 2, 3, 4]


def test_a_number_merged_over_two_months_is_left_out_and_said() -> None:
    rows = [["令和7年度 窓口来庁者数"], ["施設", "4月", "5月", "6月"], ["A", 10, 20, 30], ["B", 15, None, 16]]
    assert sorted(value for _, value in times(rows, "B4:C4")) == [10, 16, 20, 30]
    message = "結合されたセル B4:C4 の数は、どの時期（項目）の数か分からないため取り込みません。"
    assert warnings(rows, "B4:C4") == [(message, "15")]


def test_cash_is_no_unit_of_yen() -> None:
    rows = [
        ["令和7年度 支払方法別件数"],
        ["月", "現金", "手数料", "カード"],
        ["4月", 100, 5, 10],
        ["5月", 110, 6, 11],
    ]
    assert {row["unit"] for row in records(taken(sheet(rows)))} == {"件"}
    assert {row["unit"] for row in records(taken(sheet([["月", "現金"], ["R7.4", 1], ["R7.5", 2]])))} == {""}
    assert {row["unit"] for row in records(taken(sheet([["月", "補助金"], ["R7.4", 1], ["R7.5", 2]])))} == {
        "円"
    }


def test_a_provisional_figure_keeps_the_note_of_its_label() -> None:
    down = [["年月", "来庁者数"], ["令和7年4月", 10], ["令和7年5月（速報）", 20]]
    assert [(row["value"], "速報" in (row["note_ja"] or "")) for row in records(taken(sheet(down)))] == [(10, False), (20, True)]  # fmt: skip
    rows = [["令和7年度"], ["項目", "4月", "5月（速報）"], ["来庁者数", 10, 20], ["利用件数（速報）", 1, 2]]
    noted = sorted((row["value"], "速報" in (row["note_ja"] or "")) for row in records(taken(sheet(rows))))
    assert noted == [(1, True), (2, True), (10, False), (20, True)]
