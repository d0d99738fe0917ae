"""What the cells and headings of a table mean: targets, dates, shares, ranges, new names."""

from dataclasses import replace
from datetime import datetime

from tests.intake.figures.sheets import plan_of, records, said, sheet, taken, tidy

N = None


def test_targets_and_results_side_by_side_and_in_the_headings() -> None:
    under = sheet(
        [
            ["指標", "令和6年度", N, "令和7年度", N],
            [N, "目標", "実績", "目標", "実績"],
            ["電子申請件数（件）", 1, 2, 3, 4],
        ],
        "A1:A2", "B1:C1", "D1:E1",
    )  # fmt: skip
    assert tidy(taken(under)) == [
        ("online_applications", "all", "FY2024", 2),
        ("online_applications", "all", "FY2025", 4),
        ("online_applications target", "all", "FY2024", 1),
        ("online_applications target", "all", "FY2025", 3),
    ]
    beside = sheet(
        [["指標", "R6実績", "R7見込", "R11目標"], ["オンライン申請手続数", "740", "約760", "862以上"]]
    )
    converted = taken(beside)
    assert tidy(converted) == [
        ("online_procedures", "all", "@2025-03-31", 740),
        ("online_procedures outlook", "all", "@2026-03-31", 760),
        ("online_procedures target", "all", "@2030-03-31", 862),
    ]
    assert [(row["about"], row["note_ja"]) for row in records(converted)] == [
        (False, N),
        (True, N),
        (False, "「以上」つきの記載。"),
    ]


def test_dates_and_serial_days_as_headings_are_months() -> None:
    for heading in (
        [datetime(2025, 4, 1), datetime(2025, 5, 1), datetime(2025, 6, 1)],
        [45748, 45778, 45809],
    ):
        rows = [["指標", *heading], ["LINE登録者数", 1, 2, 3], ["電子申請件数", 4, 5, 6]]
        assert tidy(taken(sheet(rows))) == [
            ("line_registrations", "all", "@2025-04-30", 1),
            ("line_registrations", "all", "@2025-05-31", 2),
            ("line_registrations", "all", "@2025-06-30", 3),
            ("online_applications", "all", "2025-04", 4),
            ("online_applications", "all", "2025-05", 5),
            ("online_applications", "all", "2025-06", 6),
        ]


def test_quarters_halves_and_the_year_they_make() -> None:
    rows = [
        ["指標", "令和7年度", N, N, N, N],
        [N, "第1四半期", "第2四半期", "第3四半期", "第4四半期", "年度計"],
        ["電子申請件数", 10, 20, 30, 40, 100],
    ]
    converted = taken(sheet(rows, "A1:A2", "B1:F1"))
    assert tidy(converted) == [
        ("online_applications", "all", "2025-04..2025-06", 10),
        ("online_applications", "all", "2025-07..2025-09", 20),
        ("online_applications", "all", "2025-10..2025-12", 30),
        ("online_applications", "all", "2026-01..2026-03", 40),
    ]
    assert [row["months"] for row in records(converted)] == [3, 3, 3, 3]


def test_a_state_on_a_day_stays_on_that_day() -> None:
    rows = [["区分", "令和6年4月1日現在", "令和7年4月1日現在"], ["人口", "318,000", "315,000"]]
    assert tidy(taken(sheet(rows))) == [
        ("population", "all", "@2024-04-01", 318000),
        ("population", "all", "@2025-04-01", 315000),
    ]


def test_blank_rows_and_columns_within_a_table() -> None:
    rows = [
        ["令和7年度"],
        [],
        ["指標", N, "4月", "5月"],
        [],
        ["来庁者数", N, 1, 2],
        [],
        ["電子申請件数", N, 3, 4],
        [],
    ]
    assert tidy(taken(sheet(rows))) == [
        ("counter_visitors", "all", "2025-04", 1),
        ("counter_visitors", "all", "2025-05", 2),
        ("online_applications", "all", "2025-04", 3),
        ("online_applications", "all", "2025-05", 4),
    ]


def test_shares_keep_the_counts_they_come_from() -> None:
    rows = [
        ["令和7年度"],
        ["指標", "4月", "5月"],
        ["窓口の支払い件数", 100, 300],
        ["窓口のキャッシュレス決済件数", 45, 100],
        ["窓口キャッシュレス比率", "45.0%", "33.3%"],
    ]
    shares = [row for row in records(taken(sheet(rows))) if row["unit"] == "%"]
    assert [(row["value"], row["numerator"], row["denominator"], row["decimals"]) for row in shares] == [
        (45.0, 45, 100, 1),
        (33.3, 100, 300, 1),
    ]


def test_shares_held_as_fractions_become_percentages() -> None:
    converted = taken(sheet([["令和7年度"], ["指標", "4月", "5月"], ["電子決裁率", 0.45, 0.875]]))
    assert [(row["value"], row["unit"], row["decimals"]) for row in records(converted)] == [
        (45, "%", 0),
        (87.5, "%", 1),
    ]
    assert [message for _, message, *_ in said(converted)] == [
        "0から1の値を割合とみて、100倍して％にしました。"
    ]


def test_numbers_that_carry_their_own_unit_go_before_the_unit_of_the_sheet() -> None:
    rows = [
        ["令和８年度　電子申請の状況"],
        [N, N, N, N, N, "（単位：件）"],
        ["指標", "４月", "５月", "６月", "７月", "８月"],
        ["電子申請件数", "１，２００", "1,310件", 1290, "1,305", 1400],
        ["オンライン申請率", "45.0％", "46.1％", "47%", 48.2, "—"],
        ["講座の満足度の割合", 81, "82.5", 83, 84, 85],
        ["要望への回答率", 120, 130, 140, 150, 160],
    ]
    converted = taken(sheet(rows))
    drafted = [(row["title_ja"], row["unit_ja"], row["kind"]) for row in records(converted, "metrics")]
    assert drafted[:2] == [("オンライン申請率", "%", "ratio"), ("講座の満足度の割合", "%", "ratio")]
    by_metric = {
        title: [line[3] for line in tidy(converted) if line[0] == title]
        for title in ("online_applications", "オンライン申請率")
    }
    assert by_metric["online_applications"] == [1200, 1310, 1290, 1305, 1400]
    assert by_metric["オンライン申請率"] == [45.0, 46.1, 47, 48.2, (N, N)]
    assert not [message for _, message, *_ in said(converted) if "単位" in message]


def test_one_number_in_another_unit_does_not_change_that_of_its_row() -> None:
    rows = [["令和7年度（単位：千円）"], ["指標", "4月", "5月", "6月"], ["窓口の決済額", 12, "20千円", "5円"]]
    assert [value for *_, value in tidy(taken(sheet(rows)))] == [12000, 20000, 5]
    odd = [["令和7年度（単位：人）"], ["指標", "4月", "5月", "6月"], ["来庁者数", 12, "20件", 5]]
    assert [(message, row, column) for _, message, row, column, _ in said(taken(sheet(odd)))] == [
        ("ファイルの単位「件」と、指標の単位「人」が違います。", 3, "5月")
    ]


def test_cells_that_the_workbook_shows_as_percentages() -> None:
    page = sheet([["令和7年度"], ["指標", "4月", "5月"], ["電子決裁率", 0.45, 1.2], ["利用の度合い", 1, 0.5]])
    shown = replace(page, percent=frozenset({(3, 2), (3, 3), (4, 2), (4, 3)}))
    converted = taken(shown)
    assert tidy(converted) == [
        ("e_approval_ratio", "all", "2025-04", 45),
        ("e_approval_ratio", "all", "2025-05", 120),
        ("利用の度合い", "all", "2025-04", 100),
        ("利用の度合い", "all", "2025-05", 50),
    ]
    assert [(row["kind"], row["unit_ja"]) for row in records(converted, "metrics")] == [("ratio", "%")]
    assert [message for _, message, *_ in said(converted)] == ["割合が100%を超えています。"]


def test_ranges_are_ranges() -> None:
    converted = taken(sheet([["指標", "R5", "R6"], ["来庁者数", "2,600人以上", "55～65人"]]))
    assert [(row["status"], row["value"], row["low"], row["high"]) for row in records(converted)] == [
        ("bounded", N, 2600, N),
        ("bounded", N, 55, 65),
    ]


def test_a_sheet_named_by_its_year_and_one_that_is_hidden() -> None:
    rows = [["", "4月", "5月"], ["来庁者数", 4, 5]]
    converted = taken(sheet(rows, name="令和7年度"), sheet(rows, name="令和6年度", hidden=True))
    assert tidy(converted) == [
        ("counter_visitors", "all", "2025-04", 4),
        ("counter_visitors", "all", "2025-05", 5),
    ]
    assert said(converted) == [("note", "隠れたシートは読みません。", N, "", "")]


def test_new_metrics_are_drafted_with_unit_and_kind_and_the_same_id_every_time() -> None:
    rows = [
        ["令和7年度"],
        ["指標", "4月", "5月"],
        ["図書館の貸出点数（点）", 1, 2],
        ["施設稼働率", "45.1%", "46.2%"],
        ["地域アプリ登録者数", "10人", "12人"],
    ]
    converted = taken(sheet(rows))
    drafted = records(converted, "metrics")
    assert [(row["title_ja"], row["unit_ja"], row["kind"], row["city"], row["strip"]) for row in drafted] == [
        ("図書館の貸出点数", "点", "flow", "koriyama", N),
        ("施設稼働率", "%", "ratio", "koriyama", N),
        ("地域アプリ登録者数", "人", "stock", "koriyama", N),
    ]
    assert ("地域アプリ登録者数", "all", "@2025-04-30", 10) in tidy(converted)
    again = records(taken(sheet([["令和8年度"], *rows[1:]])), "metrics")
    assert [row["metric_id"] for row in again] == [row["metric_id"] for row in drafted]


def test_a_certain_proposal_says_so_and_an_uncertain_one_too() -> None:
    rows = [["令和7年度"], ["指標", "4月"], ["来庁者数", 1], ["LINE登録者数の合計値", 2], ["見学者数", 3]]
    certain = [series.certain for series in plan_of(sheet(rows)).blocks[0].series]
    assert certain[0] == 1.0 and certain[2] == 0.5
