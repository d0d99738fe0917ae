"""Nothing is read as something else in silence: labels, subtotals, days, changes, names, fractions."""

from narabe.intake.figures.naming import Names
from narabe.words.figures_lost_sentences import LEFT_OVER
from tests.intake.figures.sheets import metrics, plan_of, said, sheet, taken, tidy
from tests.warehouse.tree import inputs

N = None


def test_a_column_of_numbers_is_never_a_label() -> None:
    for head in ("前年度計", "目標", "人口"):
        converted = taken(sheet([["項目", head, "令和7年4月", "令和7年5月"], ["来庁者数", 1000, 20, 30]]))
        assert tidy(converted) == [
            ("counter_visitors", "all", "2025-04", 20),
            ("counter_visitors", "all", "2025-05", 30),
        ]
        (fault,) = said(converted)
        assert fault[0] == "warning"
        assert head in fault[1]


def test_codes_beside_names_are_no_label_and_a_total_under_them_counts() -> None:
    rows = [
        ["施設コード", "施設名", "2023", "2024"],
        [101, "中央公民館", 100, 110],
        [102, "西部公民館", 50, 60],
        ["計", N, 150, 170],
    ]
    converted = taken(sheet(rows, name="利用者数"))
    message = "見出しの「2023～2024」を、年度でなく暦年（1月～12月）として読みました。"
    assert said(converted) == [("warning", message, 1, "", "2023～2024")]
    assert [(segment, value) for _, segment, _, value in tidy(converted)] == [
        ("all", 150), ("all", 170), ("中央公民館", 100), ("中央公民館", 110), ("西部公民館", 50), ("西部公民館", 60),
    ]  # fmt: skip


def test_years_down_the_side_of_months_are_times_and_not_lost_numbers() -> None:
    """Under 年度, or under nothing; what was read as a year under another heading is named, unit or not."""
    for head in ("年度", N):
        converted = taken(sheet([["来庁者数"], [head, "4月", "1月"], [2023, 20, 30], [2024, 21, 31]]))
        assert [(period, value) for *_, period, value in tidy(converted)] == [
            ("2023-04", 20), ("2024-01", 30), ("2024-04", 21), ("2025-01", 31),
        ]  # fmt: skip
        assert said(converted) == []
    opened = [
        ["令和7年度"],
        ["項目", "開設", "4月", "5月"],
        ["来庁者数", 2019, 20, 30],
        ["電話件数", 2020, 1, 2],
    ]
    assert [(fault[0], fault[3]) for fault in said(taken(sheet(opened)))] == [("warning", "開設")]
    unnamed = [["令和7年度"], ["項目", "12月", "1月"], ["来庁者数", 20, 30], [1984, 1, 2]]
    assert [fault[:3] for fault in said(taken(sheet(unnamed)))] == [
        ("warning", "単位が読み取れません。", 4),
        ("warning", LEFT_OVER.ja, 4),
    ]


def test_baselines_and_quarters_by_months_are_periods() -> None:
    rows = [["指標", "基準値(令和6年度)", "令和7年度"], ["オンライン申請件数", 100, 150]]
    assert tidy(taken(sheet(rows))) == [
        ("online_applications", "all", "FY2025", 150),
        ("online_applications baseline", "all", "FY2024", 100),
    ]
    rows = [["項目", "令和7年1-3月期", "令和7年4-6月期"], ["オンライン申請件数", 1, 2]]
    assert [period for _, _, period, _ in tidy(taken(sheet(rows)))] == [
        "2025-01..2025-03",
        "2025-04..2025-06",
    ]


def test_a_subtotal_is_never_the_whole() -> None:
    rows = [
        ["令和6年度 キャッシュレス決済の利用件数"],
        ["区分", "内訳", "件数"],
        ["税", "固定資産税", 10],
        [N, "軽自動車税", 20],
        [N, "小計", 30],
        ["料金", "水道料金", 5],
        [N, "下水道料金", 6],
        [N, "小計", 11],
        ["合計", N, 41],
    ]
    found = tidy(taken(sheet(rows)))
    assert {name for name, *_ in found} == {"cashless_payments"}
    assert {segment: value for _, segment, _, value in found if value in (30, 11, 41)} == {
        "税": 30, "料金": 11, "all": 41,
    }  # fmt: skip


def test_a_division_is_not_its_department() -> None:
    rows = [
        ["オンライン申請件数"],
        ["部", "課", "令和7年4月"],
        ["総務部", "総務課", 1],
        [N, "人事課", 2],
        [N, "小計", 3],
        ["環境部", "環境課", 4],
        [N, "清掃課", 5],
        [N, "小計", 9],
        ["総計", N, 12],
    ]
    soumu, kankyou = (Names(metrics()).segment(name) for name in ("総務部", "環境部"))
    assert {segment: value for _, segment, _, value in tidy(taken(sheet(rows)))} == {
        "all": 12, soumu: 3, kankyou: 9,
        "総務部 総務課": 1, "総務部 人事課": 2, "環境部 環境課": 4, "環境部 清掃課": 5,
    }  # fmt: skip


def test_daily_figures_are_refused_and_states_of_a_day_are_not() -> None:
    days = [["年月", "来庁者数"], ["2025/4/1", 10], ["2025/4/2", 20], ["2025/5/1", 30]]
    converted = taken(sheet(days))
    assert converted.refused
    assert said(converted)[0] == ("error", "日ごとの数値は取り込めません。", 3, "", "2025/4/2")
    states = [["時点", "LINE登録者数"], ["令和7年4月15日現在", 10], ["令和7年5月15日現在", 20]]
    assert [period for _, _, period, _ in tidy(taken(sheet(states)))] == ["@2025-04-15", "@2025-05-15"]


def test_headings_of_a_month_and_a_day_are_months() -> None:
    for heads in (["4/1", "5/1"], ["4/1"]):
        converted = taken(sheet([["項目", *heads], ["来庁者数", 10, 20][: len(heads) + 1]], name="令和7年度"))
        assert [period for _, _, period, _ in tidy(converted)] == ["2025-04", "2025-05"][: len(heads)]
    down = [["月", "来庁者数"], ["4/1", 10], ["5/1", 20]]
    assert [period for _, _, period, _ in tidy(taken(sheet(down, name="令和7年度")))] == [
        "2025-04",
        "2025-05",
    ]


def test_changes_are_no_figures_and_are_said() -> None:
    rows = [
        ["LINE登録者数の推移"],
        ["年度", "登録者数（人）", "対前年度増減"],
        ["令和5年度末", 12000, N],
        ["令和6年度末", 13500, 1500],
    ]
    converted = taken(sheet(rows))
    assert tidy(converted) == [
        ("line_registrations", "all", "@2024-03-31", 12000),
        ("line_registrations", "all", "@2025-03-31", 13500),
    ]
    assert said(converted) == [("note", "「対前年度増減」の行（列）は取り込みません。", N, "", "")]
    rows = [["令和7年4月分"], ["項目", "当月", "前年同月", "累計"], ["来庁者数", 90, 100, 700]]
    assert said(taken(sheet(rows))) == [
        ("warning", "「前年同月」の行（列）は取り込みません。", N, "", ""),
        ("note", "「累計」の行（列）は取り込みません。", N, "", ""),
    ]


def test_last_year_and_this_year_by_the_title() -> None:
    rows = [["令和7年度 実績"], ["項目", "前年度", "今年度", "増減"], ["来庁者数", 1000, 900, -100]]
    converted = taken(sheet(rows))
    assert tidy(converted) == [
        ("counter_visitors", "all", "FY2024", 1000),
        ("counter_visitors", "all", "FY2025", 900),
    ]
    assert said(converted) == [("note", "「増減」の行（列）は取り込みません。", N, "", "")]


def test_impossible_times_are_said() -> None:
    rows = [["年月", "来庁者数"], ["令和7年13月", 1], ["令和7年4月", 2], ["令和7年5月", 3]]
    message = "時期（年度または年月）が読み取れません。"
    assert said(taken(sheet(rows))) == [("warning", message, 2, "", "令和7年13月")]
    rows[1][0] = "令和99年4月"
    converted = taken(sheet(rows))
    assert converted.refused
    assert said(converted)[0] == ("error", "時期が2117年と読めます。", 2, "年月", "令和99年4月")


def test_labels_of_our_forms_name_their_metric() -> None:
    names, forms = Names(metrics()), next(table for table in inputs() if table.name == "forms")
    at = {name: place for place, (name, _) in enumerate(forms.columns)}
    for row in forms.rows:
        if row[at["segment"]] == "all":
            match = names.metric(row[at["label_ja"]], row[at["unit_ja"]])
            assert match is not None
            assert (match.entry.metric_id, match.certain) == (row[at["metric_id"]], 1)


def test_another_name_is_said_and_the_title_is_not() -> None:
    rows = [["項目", "R7.4"], ["うちキャッシュレスの件数", 40], ["来庁者数", 7]]
    notes = [fault.message.ja for fault in taken(sheet(rows)).faults]
    assert notes == ["「うちキャッシュレスの件数」を指標「窓口のキャッシュレス決済件数」として読みました。"]


def test_shares_that_look_like_fractions_are_said() -> None:
    head = ["項目", "令和7年4月", "令和7年5月"]
    said_of = "0.95% と読みました。95% ではありませんか。"
    text = taken(sheet([head, ["電子決裁率", "0.95", "0.97"]]))
    assert said(text) == [("warning", said_of, 2, "令和7年4月", "電子決裁率")]
    mixed = taken(sheet([head, ["電子決裁率", "96%", 0.95]]))
    assert said(mixed) == [("warning", said_of, 2, "令和7年5月", "電子決裁率")]
    for sure in (["0.95%", "0.97%"], [0.9, 45.2], ["45%", "46%"]):
        assert said(taken(sheet([head, ["電子決裁率", *sure]]))) == []
    assert plan_of(sheet([head, ["電子決裁率", 0.95, 0.97]])).blocks[0].series[0].factor == 100
