"""Sheets as offices keep them, and the figures that stand in them, written down by hand."""

from narabe.model.status import Status
from tests.intake.figures.sheets import records, said, sheet, taken, tidy

N = None


def test_months_across_under_a_title_with_a_total_and_a_footnote() -> None:
    converted = taken(
        sheet(
            [
                ["令和7年度　5レス実績"],
                [N, N, N, N, N, "（単位：件）"],
                ["指標", "４月", "５月", "６月", "合計", "備考"],
                ["オンライン申請件数", "1,234※1", "1,300件", "—", "2,534", N],
                ["来庁者数（人）", 100, "１２０", "…", 220, "工事のため減"],
                ["※1 速報値"],
            ]
        )
    )
    assert tidy(converted) == [
        ("counter_visitors", "all", "2025-04", 100),
        ("counter_visitors", "all", "2025-05", 120),
        ("counter_visitors", "all", "2025-06", (N, N)),
        ("online_applications", "all", "2025-04", 1234),
        ("online_applications", "all", "2025-05", 1300),
        ("online_applications", "all", "2025-06", (N, N)),
    ]
    by_value = {row["value"]: row for row in records(converted)}
    assert by_value[1234]["note_ja"] == "速報値。" and "速報値" in by_value[1234]["note_en"]
    assert by_value[1300]["note_ja"] is N
    assert by_value[100]["note_ja"] == "工事のため減。"
    gaps = {
        row["metric_id"]: (row["status"], row["note_ja"]) for row in records(converted) if row["value"] is N
    }
    assert gaps["online_applications"] == (Status.NOT_PUBLISHED, "「—」などの記載（該当なし）。")
    assert gaps["counter_visitors"][1].startswith("「…」などの記載（不詳）。")
    assert said(converted) == []


def test_headings_in_two_rows_over_merged_cells_and_era_years() -> None:
    converted = taken(
        sheet(
            [
                ["区分", "項目", "単位", "令和7年", N, N, "令和8年", N, "計"],
                [N, N, N, "11月", "12月", "小計", "1月", "2月", N],
                ["カウンターレス", "電子申請件数", "件", 1, 2, 3, 4, 5, 12],
                [N, "来庁者数", "人", 10, 20, 30, 40, 50, 120],
                ["ムーブレス", "ウェブ会議数", "回", 7, N, 7, 0, N, 7],
            ],
            "A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:H1", "I1:I2", "A3:A4",
        )
    )  # fmt: skip
    assert tidy(converted) == [
        ("counter_visitors", "all", "2025-11", 10),
        ("counter_visitors", "all", "2025-12", 20),
        ("counter_visitors", "all", "2026-01", 40),
        ("counter_visitors", "all", "2026-02", 50),
        ("online_applications", "all", "2025-11", 1),
        ("online_applications", "all", "2025-12", 2),
        ("online_applications", "all", "2026-01", 4),
        ("online_applications", "all", "2026-02", 5),
        ("web_meetings", "all", "2025-11", 7),
        ("web_meetings", "all", "2026-01", 0),
    ]
    assert said(converted) == []


def test_two_tables_on_one_sheet_each_with_title_and_note() -> None:
    converted = taken(
        sheet(
            [
                ["表1　来庁者数（人）"],
                ["区分", "R5", "R6", "R7"],
                ["本庁", 10, 20, 30],
                ["行政センター", 4, 5, 6],
                ["合計", 14, 25, 36],
                ["※ 延べ人数"],
                [],
                ["表2　印刷枚数（令和7年度）（単位：千枚）"],
                ["部局", "4月", "5月"],
                ["総務部", "1.5", 2],
                ["環境部", 3, "x"],
            ]
        )
    )
    assert tidy(converted) == [
        ("counter_visitors", "all", "FY2023", 14),
        ("counter_visitors", "all", "FY2024", 25),
        ("counter_visitors", "all", "FY2025", 36),
        ("counter_visitors", "dept_branches", "FY2023", 4),
        ("counter_visitors", "dept_branches", "FY2024", 5),
        ("counter_visitors", "dept_branches", "FY2025", 6),
        ("counter_visitors", "本庁", "FY2023", 10),
        ("counter_visitors", "本庁", "FY2024", 20),
        ("counter_visitors", "本庁", "FY2025", 30),
        ("print_pages", "dept_environment", "2025-04", 3000),
        ("print_pages", "dept_environment", "2025-05", (N, N)),
        ("print_pages", "dept_general", "2025-04", 1500),
        ("print_pages", "dept_general", "2025-05", 2000),
    ]
    rows = records(converted)
    assert {row["note_ja"] for row in rows if row["metric_id"] == "counter_visitors"} == {"延べ人数。"}
    assert [section["heading_ja"] for section in records(converted, "sections")] == [
        "表1 来庁者数(人)（Sheet1）",
        "表2 印刷枚数(令和7年度)（Sheet1）",
    ]
    assert {row["section"] for row in rows if row["metric_id"] == "print_pages"} == {"s2"}


def test_two_tables_side_by_side() -> None:
    converted = taken(
        sheet(
            [
                ["来庁者数", N, N, "電子申請件数"],
                ["月", "人数", N, "月", "件数"],
                ["R7.4", 1, N, "R7.4", 5],
                ["R7.5", 2, N, "R7.5", 6],
            ]
        )
    )
    assert tidy(converted) == [
        ("counter_visitors", "all", "2025-04", 1),
        ("counter_visitors", "all", "2025-05", 2),
        ("online_applications", "all", "2025-04", 5),
        ("online_applications", "all", "2025-05", 6),
    ]


def test_tables_below_each_other_without_a_blank_row() -> None:
    converted = taken(
        sheet(
            [
                ["1 来庁者数（人）"],
                ["", "4月", "5月"],
                ["令和6年度", 1, 2],
                ["令和7年度", 4, 5],
                ["2 電子申請件数（件）"],
                ["", "4月", "5月"],
                ["令和6年度", 10, 20],
                ["令和7年度", 40, 50],
            ]
        )
    )
    assert tidy(converted) == [
        ("counter_visitors", "all", "2024-04", 1),
        ("counter_visitors", "all", "2024-05", 2),
        ("counter_visitors", "all", "2025-04", 4),
        ("counter_visitors", "all", "2025-05", 5),
        ("online_applications", "all", "2024-04", 10),
        ("online_applications", "all", "2024-05", 20),
        ("online_applications", "all", "2025-04", 40),
        ("online_applications", "all", "2025-05", 50),
    ]


def test_months_down_with_units_in_a_row_of_their_own() -> None:
    converted = taken(
        sheet(
            [
                ["年月", "カウンターレス", N, "ペーパーレス"],
                [N, "来庁者数", "電子申請件数", "印刷枚数"],
                [N, "（人）", "（件）", "（千枚）"],
                ["2025年4月", 1, 2, 3],
                ["2025年5月", 4, 5, 6],
                ["合計", 5, 7, 9],
                ["平均", 2.5, 3.5, 4.5],
            ],
            "A1:A3", "B1:C1",
        )
    )  # fmt: skip
    assert tidy(converted) == [
        ("counter_visitors", "all", "2025-04", 1),
        ("counter_visitors", "all", "2025-05", 4),
        ("online_applications", "all", "2025-04", 2),
        ("online_applications", "all", "2025-05", 5),
        ("print_pages", "all", "2025-04", 3000),
        ("print_pages", "all", "2025-05", 6000),
    ]
    assert said(converted) == [("note", "「平均」の行（列）は取り込みません。", N, "", "")]


def test_years_and_months_crossed_either_way() -> None:
    expected = [
        ("counter_visitors", "all", "2024-04", 1),
        ("counter_visitors", "all", "2024-05", 3),
        ("counter_visitors", "all", "2025-04", 2),
        ("counter_visitors", "all", "2025-05", 4),
    ]
    title = ["来庁者数の推移（人）"]
    years_down = [title, ["年度", "4月", "5月", "計"], ["令和6年度", 1, 3, 4], ["令和7年度", 2, 4, 6]]
    years_across = [title, ["月", "令和6年度", "令和7年度"], ["4月", 1, 2], ["5月", 3, 4], ["計", 4, 6]]
    for rows in (years_down, years_across):
        converted = taken(sheet(rows))
        assert tidy(converted) == expected
        assert said(converted) == []


def test_year_and_month_in_columns_of_their_own() -> None:
    rows = [["年度", "月", "来庁者数"], ["令和6年度", 4, 10], [N, 5, 20], ["令和7年度", 4, 30], [N, 3, 40]]
    assert tidy(taken(sheet(rows))) == [
        ("counter_visitors", "all", "2024-04", 10),
        ("counter_visitors", "all", "2024-05", 20),
        ("counter_visitors", "all", "2025-04", 30),
        ("counter_visitors", "all", "2026-03", 40),
    ]


def test_long_form_with_a_column_of_names() -> None:
    rows = [
        ["年月", "指標", "内訳", "値", "単位", "備考"],
        ["2025-04", "来庁者数", "全体", "100", "人", ""],
        ["2025-04", "印刷枚数", "総務部", "2", "千枚", "概数"],
        ["2025-05", "来庁者数", "全体", "110", "人", ""],
        ["2025-05", "見学者数", "全体", "7", "人", ""],
    ]
    converted = taken(sheet(rows, name=""))
    assert tidy(converted) == [
        ("counter_visitors", "all", "2025-04", 100),
        ("counter_visitors", "all", "2025-05", 110),
        ("print_pages", "dept_general", "2025-04", 2000),
        ("見学者数", "all", "2025-05", 7),
    ]


def test_one_value_column_and_names_that_repeat_are_segments() -> None:
    rows = [
        ["年月", "部局", "印刷枚数"],
        ["2025/4", "総務部", 1],
        ["2025/4", "環境部", 2],
        ["2025/5", "総務部", 3],
        ["2025/5", "環境部", 4],
    ]
    assert tidy(taken(sheet(rows))) == [
        ("print_pages", "dept_environment", "2025-04", 2),
        ("print_pages", "dept_environment", "2025-05", 4),
        ("print_pages", "dept_general", "2025-04", 1),
        ("print_pages", "dept_general", "2025-05", 3),
    ]


def test_a_report_of_one_month_takes_the_period_from_its_title() -> None:
    rows = [
        ["令和7年4月 月次報告"],
        ["No.", "指標", "単位", "実績", "前年同月比", "備考"],
        [1, "来庁者数", "人", 100, "98.0%", "減少"],
        [2, "LINE登録者数", "人", 2000, "110.0%", N],
    ]
    assert tidy(taken(sheet(rows))) == [
        ("counter_visitors", "all", "2025-04", 100),
        ("line_registrations", "all", "@2025-04-30", 2000),
    ]


def test_the_machine_readable_long_form_comes_back_as_it_was() -> None:
    head = [
        "area_code",
        "area_name",
        "metric_id",
        "metric_name_ja",
        "segment_id",
        "segment_name_ja",
        "segment_name_en",
        "role",
    ]
    rows = [
        [*head, "period_start", "period_end", "months", "value", "unit", "numerator", "denominator", "status", "note_ja"],
        ["072036", "郡山市", "counter_payments_cashless_ratio", "窓口のキャッシュレス比率（件数）", "all", "全体", "All",
         "observed", "2025-04-01", "2025-04-30", "1", "45.0", "%", "45", "100", "printed", "速報値。"],
        ["072036", "郡山市", "in_x_1", "見学者数", "in_x_2", "東館", "East", "observed", "2025-04-01", "2025-04-30", "1",
         "7", "人", N, N, "printed", N],
        ["072036", "郡山市", "online_procedures", "オンライン申請手続数", "all", "全体", "All", "target", "2030-03-31", "2030-03-31",
         N, "862", "手続", N, N, "printed", N],
        ["072036", "郡山市", "online_procedures", "オンライン申請手続数", "all", "全体", "All", "observed", "2025-03-31", "2025-03-31",
         N, "740", "手続", N, N, "printed", N],
    ]  # fmt: skip
    converted = taken(sheet(rows, name="data"))
    assert tidy(converted) == [
        ("counter_payments_cashless_ratio", "all", "2025-04", 45),
        ("online_procedures", "all", "@2025-03-31", 740),
        ("online_procedures target", "all", "@2030-03-31", 862),
        ("見学者数", "東館", "2025-04", 7),
    ]
    share = next(row for row in records(converted) if row["unit"] == "%")
    assert (share["numerator"], share["denominator"], share["note_ja"]) == (45, 100, "速報値。")
