"""What does not fit is said with its place; what cannot be trusted is refused."""

from dataclasses import replace

from narabe.model.figures_plan import FiguresPlan
from narabe.model.intake import Severity
from tests.intake.figures.sheets import plan_of, records, said, sheet, taken, tidy

N = None
HEAD = [["令和7年度"], ["指標", "4月", "5月", "6月", "7月", "合計"]]


def one_row(*cells: object, label: str = "来庁者数（人）") -> list:
    return [*HEAD, [label, *cells]]


def test_totals_are_checked_and_not_stored() -> None:
    converted = taken(sheet(one_row(10, 20, 30, 40, 101)))
    assert [value for *_, value in tidy(converted)] == [10, 20, 30, 40]
    assert said(converted) == [("warning", "合計の101と、内訳を足した100が違います。", 3, "合計", "101")]
    assert not converted.refused


def test_totals_of_rounded_numbers_may_be_off_by_their_rounding() -> None:
    assert said(taken(sheet(one_row("0.3", "0.3", "0.3", "0.3", "1.4")))) == []
    assert len(said(taken(sheet(one_row("0.3", "0.3", "0.3", "0.3", "1.6"))))) == 1


def test_the_end_of_the_year_is_no_sum_of_states_and_shares_have_none() -> None:
    states = taken(sheet(one_row(100, 110, 120, 130, 130, label="LINE登録者数（人）")))
    shares = taken(sheet(one_row("50%", "60%", "70%", "80%", "65%", label="電子決裁率")))
    assert said(states) == said(shares) == []


def test_totals_over_rows_count_subtotals_once() -> None:
    rows = [
        ["来庁者数（人）"],
        ["区分", "内訳", "令和7年度"],
        ["窓口", "本庁", 10],
        [N, "支所", 20],
        [N, "小計", 30],
        ["施設", "図書館", 5],
        [N, "体育館", 6],
        [N, "小計", 11],
        ["合計", N, 41],
    ]
    converted = taken(sheet(rows))
    assert said(converted) == []
    rows[8][2] = 42
    assert said(taken(sheet(rows))) == [
        ("warning", "合計の42と、内訳を足した41が違います。", 9, "令和7年度", "42")
    ]


def test_words_in_a_number_cell_are_named_and_left_out() -> None:
    converted = taken(sheet(one_row(10, "中止", "1,23", 40, N)))
    assert [value for *_, value in tidy(converted)] == [10, 40]
    message = "数として読めない文字があります。取り込みません。"
    assert said(converted) == [("warning", message, 3, "5月", "中止"), ("warning", message, 3, "6月", "1,23")]


def test_a_failed_formula_refuses_the_file() -> None:
    converted = taken(sheet(one_row(10, "#REF!", 30, 40, "#REF!")))
    assert converted.refused
    assert said(converted)[0] == ("error", "数式がエラーになっています。", 3, "5月", "#REF!")


def test_shares_above_a_hundred() -> None:
    alone = taken(sheet([*HEAD, ["電子決裁率", "99%", "120%", "98%", "97%"]]))
    assert said(alone) == [("warning", "割合が100%を超えています。", 3, "5月", "120")]
    with_counts = taken(
        sheet(
            [
                *HEAD,
                ["窓口の支払い件数", 100, 100],
                ["窓口のキャッシュレス決済件数", 45, 120],
                ["窓口キャッシュレス比率", "45.0%", "120.0%"],
            ]
        )
    )
    assert with_counts.refused
    assert said(with_counts)[0][:4] == (
        "error",
        "割合が100%を超えています（分子が全体の数より大きい）。",
        5,
        "5月",
    )


def test_a_share_that_its_counts_do_not_give_loses_them() -> None:
    rows = [
        ["令和7年度"],
        ["項目", "4月", "5月"],
        ["分子", 45, 50],
        ["分母", 100, 100],
        ["電子決裁率", "45.0%", "51.0%"],
    ]
    converted = taken(sheet(rows))
    assert [(row["value"], row["numerator"]) for row in records(converted)] == [(45.0, 45), (51.0, N)]
    assert (
        "warning",
        "割合は51%とありますが、50÷100では50%です。割合だけを取り込みます。",
        5,
        "5月",
        "51",
    ) in said(converted)


def test_the_same_period_twice() -> None:
    head = [["令和7年度"], ["指標", "4月", "4月"]]
    alike = taken(sheet([*head, ["来庁者数", 10, 10]]))
    assert tidy(alike) == [("counter_visitors", "all", "2025-04", 10)]
    assert [fault[0] for fault in said(alike)] == ["note"]
    apart = taken(sheet([*head, ["来庁者数", 10, 11]]))
    assert apart.refused
    assert said(apart) == [("error", "同じ指標・同じ時期に、違う数が2つあります。", 3, "4月", "11")]


def test_a_period_that_cannot_be_read() -> None:
    converted = taken(sheet([["令和7年度"], ["指標", "4月", "5月", "13月"], ["来庁者数", 1, 2, 3]]))
    assert [value for *_, value in tidy(converted)] == [1, 2]
    assert said(converted) == [
        (
            "warning",
            "「13月」の列は、時期（年度または年月）が読み取れません。取り込みません。",
            N,
            "13月",
            "13月",
        )
    ]
    nowhere = taken(sheet([["指標", "4月", "5月"], ["来庁者数", 1, 2]]))
    assert nowhere.refused
    assert said(nowhere)[0][:2] == ("error", "時期（年度または年月）が読み取れません。")


def test_a_remark_among_the_rows_of_a_table_whose_end_heading_was_changed() -> None:
    """Its number has no period at all; the figures below it are read."""
    head = ["指標ID", "内訳ID", "期間開始", "終了の日", "入力値"]
    figure = ["counter_visitors", "all", "2025-04-01", "2025-04-30", 1924]
    converted = taken(sheet([head, ["担当", N, "担当", N, 80], figure]))
    assert tidy(converted) == [("counter_visitors", "all", "2025-04", 1924)]
    assert [fault.message.ja for fault in converted.faults] == ["「担当」の行（列）は取り込みません。"]


UNDATED = [["課", "件数（件）"], ["総務課", 3], ["税務課", 4]]


def test_a_table_without_a_period_beside_one_that_has_it_is_left_out_and_said() -> None:
    """One on the same sheet, one on a sheet of its own; a sheet of codes is only noted."""
    page = sheet([*HEAD, ["来庁者数（人）", 1, 2, 3, 4, 10], [], *UNDATED], name="月次")
    other = sheet([["窓口の一覧"], *UNDATED], name="窓口")
    codes = sheet([["field", "code", "label_ja"], ["weather", 1, "晴れ"], ["weather", 2, "雨"]], name="codes")
    words = sheet([["項目", "定義"], ["来庁者数", "窓口に来た人"]], name="定義")
    meanings = sheet([["項目", "値", "意味"], ["天気", 1, "晴れ"], ["天気", 2, "雨"]], name="コード表")
    converted = taken(page, other, codes, words, meanings, sheet([], name="空"))
    assert [value for *_, value in tidy(converted)] == [1, 2, 3, 4]
    assert records(converted, "metrics") == [] and not converted.refused
    left_out = "の表は、時期（年度または年月）が読み取れないため、取り込みません。"
    assert [(fault.severity.value, fault.message.ja, fault.sheet, fault.row) for fault in converted.faults] == [
        ("warning", f"シート「月次」の5～7行目{left_out}", "月次", 5),
        ("warning", f"シート「窓口」の2～4行目{left_out}", "窓口", 2),
        ("note", f"シート「コード表」の1～3行目{left_out}", "コード表", 1),
        ("note", "数値の表がないシートです。取り込みません。", "codes", N),
        ("note", "数値の表がないシートです。取り込みません。", "定義", N),
    ]  # fmt: skip
    assert taken(other, words).refused


def test_a_number_torn_at_its_comma_refuses_a_text_file() -> None:
    rows = [["年度", "電子申請件数", N], ["令和6年度", "1", "234"], ["令和7年度", "56", N]]
    torn = taken(sheet(rows, name=""))
    message = "見出しより列の多い行です。「1,234」のような数が、コンマで二つの列に分かれたとみられます。"
    assert torn.refused and ("error", message, 2, "", "1,234") in said(torn)
    heading = [["年度", "電子申請件数", "来庁者数"], *rows[1:]]
    assert not taken(sheet(heading, name="")).refused
    remark = [rows[0], ["令和6年度", "1", "増"], rows[2]]
    assert not taken(sheet(remark, name="")).refused


def test_a_number_torn_within_the_headings_is_known_by_its_zero() -> None:
    """30,020 and an empty remark: five cells under four headings, the fifth empty."""
    head = ["年月", "電子申請件数", "来庁者数", "備考"]
    months = [["令和8年4月", "28500", "6100", N], ["令和8年5月", "29100", "6200", N]]
    torn = taken(sheet([head, *months, ["令和8年6月", "30", "020", "6150"]], name=""))
    message = "見出しより列の多い行です。「1,234」のような数が、コンマで二つの列に分かれたとみられます。"
    assert torn.refused and ("error", message, 4, "", "30,020") in said(torn)
    beyond = [["部署", "電子申請件数", N], ["本庁", "1", "034"], ["支所", "2", "045"]]
    for row, number in ((2, "1,034"), (3, "2,045")):  # every row is torn, and reaches beyond the headings
        assert ("error", message, row, "", number) in said(taken(sheet(beyond, name="")))
    codes = [
        ["年月", "課番号", "係番号", "件数"],
        ["令和8年4月", "12", "034", "5"],
        ["令和8年5月", "13", "035", "6"],
    ]
    assert message not in [fault[1] for fault in said(taken(sheet(codes, name="")))]


def test_a_running_total_is_left_out_and_checked_against_its_months() -> None:
    head = [["令和7年度"], ["指標", "11月", "12月", "1月", "2月"]]
    online = ["電子申請件数（件）", 10, 20, 30, 40]
    note = ("note", "「電子申請件数(累計)」の行（列）は取り込みません。", 4, "", "")
    fits = taken(sheet([*head, online, ["電子申請件数（累計）", 110, 130, 160, 200]]))
    assert [value for *_, value in tidy(fits)] == [10, 20, 30, 40]
    assert said(fits) == [note]
    slips = taken(sheet([*head, online, ["電子申請件数（累計）", 110, 130, 161, 200]]))
    assert said(slips) == [
        ("warning", "累計の161と、そこまでの値を足した160が違います。", 4, "1月", "161"),
        note,
    ]


def test_a_mere_running_total_adds_up_the_line_above_it_from_april_on() -> None:
    rows = [["年月", "電子申請件数", "累計"], ["2025年3月", 5, 95], ["2025年4月", 6, 6], ["2025年5月", 7, 14]]
    assert said(taken(sheet(rows)))[0] == (
        "warning", "累計の14と、そこまでの値を足した13が違います。", 4, "累計", "14",
    )  # fmt: skip
    calendar = [rows[0], ["2025年12月", 5, 60], ["2026年1月", 6, 6], ["2026年2月", 7, 13]]
    assert [fault[0] for fault in said(taken(sheet(calendar)))] == ["note"]
    several = [*HEAD, ["来庁者数", 1, 2, 3, 4, 10], ["電子申請件数", 1, 1, 1, 1, 4], ["累計", 2, 5, 9, 14, N]]
    assert [fault[0] for fault in said(taken(sheet(several)))] == ["note"]


def test_another_unit_than_that_of_the_metric() -> None:
    converted = taken(sheet([["令和7年度"], ["指標", "単位", "4月"], ["来庁者数", "件", 1]]))
    assert said(converted) == [
        ("warning", "ファイルの単位「件」と、指標の単位「人」が違います。", 3, "", "来庁者数")
    ]
    thousands = taken(
        sheet([["令和7年度（単位：千円）"], ["指標", "4月", "5月"], ["窓口の決済額", 12, "20千円"]])
    )
    assert [value for *_, value in tidy(thousands)] == [12000, 20000]


def test_a_number_ten_times_its_neighbours() -> None:
    converted = taken(sheet(one_row(1000, 1100, 12000, 1200, N)))
    assert said(converted) == [
        ("warning", "前後の値（1,100、1,200）と比べて12,000は10倍以上違います。", 3, "6月", "12,000")
    ]
    assert said(taken(sheet(one_row(1, 20, 1, 30, N)))) == []
    assert said(taken(sheet(one_row(100, 100, 2000, 2000, N)))) == []


def test_negative_counts_and_numbers_in_brackets() -> None:
    assert said(taken(sheet(one_row("△5", 1, 2, 3, N)))) == [
        ("warning", "マイナスの値です。", 3, "4月", "-5")
    ]
    assert said(taken(sheet(one_row(5, "(3)", 2, 3, N))))[-1] == (
        "note", "かっこで囲まれた数を、マイナスとして読みました。", 3, "5月", "(3)",
    )  # fmt: skip
    assert said(taken(sheet(one_row("△5", 1, 2, 3, N, label="印刷枚数の増減")))) == []


def test_a_state_for_a_metric_that_counts_over_time() -> None:
    converted = taken(sheet([["指標", "令和7年4月末"], ["来庁者数", 5]]))
    assert said(converted)[0][1] == "「末」「現在」の値ですが、この指標は期間の合計で数えるものです。"


def test_nothing_that_is_a_table_of_figures() -> None:
    for rows in ([], [["氏名", "住所"], ["佐藤", "郡山市"]], [["お知らせ"]]):
        converted = taken(sheet(rows))
        assert converted.refused
        assert said(converted)[0][1] == "数値の表が見つかりません。"


def test_a_table_without_any_number_yet() -> None:
    converted = taken(sheet([*HEAD, ["来庁者数", N, N, N, N, N]]))
    assert converted.refused


def test_formulas_and_markup_in_names_stay_plain_text() -> None:
    label = '=HYPERLINK("http://x")<b>新指標</b>'
    converted = taken(sheet([["令和7年度"], ["指標", "4月"], [label, 3]]))
    (metric,) = records(converted, "metrics")
    assert metric["title_ja"] == label


def edited(plan: FiguresPlan, **changed: object) -> FiguresPlan:
    block = plan.blocks[0]
    return replace(
        plan, blocks=(replace(block, series=(replace(block.series[0], **changed), *block.series[1:])),)
    )


def test_a_person_may_choose_otherwise() -> None:
    page = sheet([["令和7年度"], ["指標", "4月"], ["来た人", 3], ["電子申請件数", 4]])
    plan = plan_of(page)
    chosen = taken(page, plan=edited(plan, metric_id="counter_visitors", new=None))
    assert tidy(chosen)[0] == ("counter_visitors", "all", "2025-04", 3)
    left_out = taken(page, plan=edited(plan, metric_id=None, new=None))
    assert tidy(left_out) == [("online_applications", "all", "2025-04", 4)]
    assert said(left_out) == [("note", "「来た人」の行（列）は取り込みません。", 3, "", "")]
    unknown = taken(page, plan=edited(plan, metric_id="no_such", new=None))
    assert unknown.refused and said(unknown)[0][1] == "指標「no_such」が見つかりません。"


def test_many_equal_faults_are_counted_not_listed() -> None:
    rows = [
        ["令和7年度"],
        ["指標", "4月"],
        *([f"新しい指標{n}（件）", "なぞ"] for n in range(300)),
        ["来庁者数", 1],
    ]
    messages = [message for severity, message, *_ in said(taken(sheet(rows))) if severity == Severity.WARNING]
    assert len(messages) == 101 and messages[-1].startswith("ほか 200 件")
