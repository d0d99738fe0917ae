"""Names of rows, columns and tables: what a label is, whose total a total is, and that no number goes missing."""

from datetime import date
from pathlib import Path

import pytest

from narabe.intake.figures import convert
from narabe.model.figures_plan import BlockPlan, FiguresPlan
from narabe.model.intake import Sheet
from narabe.settings import Limits
from tests.intake.figures.sheets import metrics, plan_of, records, said, sheet, taken, tidy

N = None


def table(text: str, name: str = "表1") -> Sheet:
    """`|` parts cells, lines are rows; whole numbers are numbers."""
    rows = [[int(cell) if cell.isdecimal() and not cell.startswith("0") else cell or N for cell in line.split("|")]
            for line in text.split("/")]  # fmt: skip
    return sheet(rows, name=name)


def wholes(converted: object) -> list[tuple[str, str, float]]:
    return [(metric, period, value) for metric, segment, period, value in tidy(converted) if segment == "all"]  # type: ignore[arg-type]


@pytest.mark.parametrize("names", ["10代 20代 30代", "1階 2階 3階", "1丁目 2丁目 3丁目", "9時台 10時台 11時台", "001 002 003"])  # fmt: skip
def test_names_with_digits_are_labels(names: str) -> None:
    first, second, third = names.split()
    text = f"LINE登録者数（令和7年9月末現在）/区分|男|女|計/{first}|5|6|11/{second}|15|16|31/{third}|25|26|51/合計|45|48|93"
    converted = taken(table(text))
    assert said(converted) == []
    assert wholes(converted) == [("line_registrations", "@2025-09-30", 93)]
    values = {segment: value for _, segment, _, value in tidy(converted)}
    assert (values[f"{second} 男"], values["女"], values[third]) == (15, 48, 51)


def test_bare_numbers_under_a_heading_of_names_are_labels() -> None:
    rows = [["LINE登録者数（令和7年9月末現在）"], ["年代", "男", "女", "計"], [10, 5, 6, 11], [20, 15, 16, 31],
            ["合計", 20, 22, 42]]  # fmt: skip
    assert wholes(taken(sheet(rows))) == [("line_registrations", "@2025-09-30", 42)]


@pytest.mark.parametrize("east", [(12, 2, 14), (1, 2, 3)])
def test_a_total_of_one_column_is_of_that_column(east: tuple[int, int, int]) -> None:
    men, women, both = east
    text = (
        f"公民館利用者数（令和6年度）/公民館|男性|女性|合計/中央|10|20|30/東|{men}|{women}|{both}/"
        f"合計|{10 + men}|{20 + women}|{30 + both}"
    )
    converted = taken(table(text))
    assert said(converted) == []
    values = {segment: value for _, segment, _, value in tidy(converted)}
    assert values == {
        "中央 男性": 10, "中央 女性": 20, "中央": 30, "東 男性": men, "東 女性": women, "東": both,
        "男性": 10 + men, "女性": 20 + women, "all": 30 + both,
    }  # fmt: skip


def test_a_total_beside_its_columns_is_checked() -> None:
    converted = taken(
        table("公民館利用者数（令和6年度）/公民館|男性|女性|合計/中央|10|20|31/東|1|2|3/合計|11|22|34")
    )
    assert ("warning", "合計の31と、内訳を足した30が違います。", 3, "合計", "31") in said(converted)


def test_totals_of_two_years_side_by_side() -> None:
    rows = [["健診受診者数"], ["地区", "令和5年度", N, N, "令和6年度", N, N], [N, "男", "女", "計", "男", "女", "計"],
            ["東", 1, 2, 3, 4, 5, 9], ["西", 11, 12, 23, 14, 15, 29], ["計", 12, 14, 26, 18, 20, 38]]  # fmt: skip
    converted = taken(sheet(rows, "A2:A3", "B2:D2", "E2:G2"))
    assert said(converted) == []
    assert wholes(converted) == [("健診受診者数", "FY2023", 26), ("健診受診者数", "FY2024", 38)]


def test_a_group_ends_where_its_rows_stand_further_out() -> None:
    converted = taken(
        table("令和7年度 窓口来庁者数/|4月|5月/本庁|/　1階|5|6/　2階|15|16/※電話を除く|/支所|2|3/合計|22|25")
    )
    assert said(converted) == []
    found = {(segment, period): value for _, segment, period, value in tidy(converted)}
    assert {segment for segment, _ in found} == {"本庁 1階", "本庁 2階", "支所", "all"}
    assert found["all", "2025-05"] == 25


def test_the_last_total_after_groups_without_their_own_is_that_of_all() -> None:
    converted = taken(
        table(
            "令和7年度 窓口来庁者数/|4月|5月/本庁|/市民課|5|6/税務課|15|16/支所|/東支所|2|3/西支所|3|4/合計|25|29"
        )
    )
    assert said(converted) == []
    assert wholes(converted) == [("counter_visitors", "2025-04", 25), ("counter_visitors", "2025-05", 29)]


def test_other_measures_under_a_title_are_metrics_of_their_own() -> None:
    converted = taken(table("窓口来庁者数（令和6年度）/月|来庁者数|開庁日数/4月|1000|20/5月|1050|21"))
    assert tidy(converted) == [
        ("counter_visitors", "all", "2024-04", 1000),
        ("counter_visitors", "all", "2024-05", 1050),
        ("窓口来庁者数 開庁日数", "all", "2024-04", 20),
        ("窓口来庁者数 開庁日数", "all", "2024-05", 21),
    ]
    rows = "LINE登録者数/年月|新規登録|ブロック|登録者数（累計）/R7.4|10|1|1009/R7.5|20|2|1027"
    assert tidy(taken(table(rows))) == [
        ("LINE登録者数 ブロック", "all", "2025-04", 1), ("LINE登録者数 ブロック", "all", "2025-05", 2),
        ("LINE登録者数 新規登録", "all", "2025-04", 10), ("LINE登録者数 新規登録", "all", "2025-05", 20),
        ("line_registrations", "all", "@2025-04-30", 1009), ("line_registrations", "all", "@2025-05-31", 1027),
    ]  # fmt: skip
    waiting = taken(table("窓口来庁者数（令和7年度）/||4月|5月/来庁者数|実数|100|200/待ち時間|最大|30|40"))
    assert [line[:2] for line in tidy(waiting)] == [
        ("counter_visitors", "all"), ("counter_visitors", "all"),
        ("窓口来庁者数 待ち時間 最大", "all"), ("窓口来庁者数 待ち時間 最大", "all"),
    ]  # fmt: skip


def test_a_mere_count_goes_by_its_title_or_sheet() -> None:
    two = taken(table("月|件数/R7.4|1/R7.5|2", "相談"), table("月|件数/R7.4|30/R7.5|40", "火葬"))
    assert tidy(two) == [
        ("火葬件数", "all", "2025-04", 30), ("火葬件数", "all", "2025-05", 40),
        ("相談件数", "all", "2025-04", 1), ("相談件数", "all", "2025-05", 2),
    ]  # fmt: skip
    titled = taken(table("相談件数/月|件数|人数/R7.4|1|2"))
    assert [line[0] for line in tidy(titled)] == ["相談件数", "相談件数 人数"]


def test_what_is_told_again_is_no_part_of_a_total() -> None:
    converted = taken(
        table("令和6年度 相談件数/課|4月|5月/市民課|1|2/税務課|3|4/（再掲）うち電子|1|1/合計|4|6")
    )
    assert [fault for fault in said(converted) if fault[0] != "note"] == []
    assert wholes(converted) == [("相談件数", "2024-04", 4), ("相談件数", "2024-05", 6)]


def test_a_running_total_beside_this_month_is_checked() -> None:
    rows = "令和7年度 申請/|4月|5月|6月|7月/申請件数（当月）|10|20|30|40/申請件数（累計）|10|30|60|101"
    message = "累計の101と、そこまでの値を足した100が違います。"
    assert ("warning", message, 4, "7月", "101") in said(taken(table(rows)))


def test_lines_beside_the_figures_are_left_out_for_their_own_reason() -> None:
    rows = "令和7年4月分/項目|当月|前年同月|前年比|達成率|平均/来庁者数|90|100|90|95|3"
    told = {fault.message.ja: (fault.severity.value, fault.advice.ja) for fault in taken(table(rows)).faults}
    assert told["「前年同月」の行（列）は取り込みません。"][0] == "warning"
    assert "この表の時期の数ではありません" in told["「前年同月」の行（列）は取り込みません。"][1]
    assert "計算するもの" in told["「前年比」の行（列）は取り込みません。"][1]
    assert "目標と実績" in told["「達成率」の行（列）は取り込みません。"][1]
    assert "合計とは別の値" in told["「平均」の行（列）は取り込みません。"][1]


def test_an_extra_cell_of_a_ragged_row_is_refused() -> None:
    rows = [["年月", "件数", "金額"], ["R7.4", "1", "2"], ["R7.5", "3"], ["R7.6", "4", "5", "6"]]
    converted = taken(sheet(rows, name=""))
    assert [fault for fault in said(converted) if fault[0] == "error"] == [
        (
            "error",
            "見出しのない列（行）に数があります。どの指標の数か分からないため、取り込めません。",
            4,
            "D",
            "6",
        )
    ]
    assert {row["title_ja"] for row in records(converted, "metrics")} == {"件数", "金額"}


def without(plan: FiguresPlan, lines: set[int]) -> FiguresPlan:
    """A plan that has forgotten some lines: a fault of ours."""
    (block,) = plan.blocks
    kept = tuple(one for one in block.series if one.line not in lines)
    return FiguresPlan(plan.dataset, (_with(block, kept),))


def _with(block: BlockPlan, series: tuple) -> BlockPlan:
    from dataclasses import replace

    return replace(block, series=series)


def test_a_number_that_no_line_of_the_plan_holds_is_said() -> None:
    rows = table("令和7年度/|4月|5月/来庁者数|10|11/オンライン申請件数|20|21/職員数|30|31")
    lost = convert((rows,), without(plan_of(rows), {5}), metrics(), Path(), Limits())
    assert [fault for fault in said(lost) if fault[0] != "note"] == [
        (
            "warning",
            "この行（列）の数は、どの指標のどの時期の数か読み取れないため、取り込みません。",
            5,
            "",
            "職員数",
        )
    ]
    many = convert((rows,), without(plan_of(rows), {4, 5}), metrics(), Path(), Limits())
    assert [(fault[0], fault[2]) for fault in said(many) if fault[0] == "error"] == [("error", 4)]
    assert date(2025, 4, 1) in {row["period_start"] for row in records(many)}


def test_one_row_of_many_is_never_a_whole_table() -> None:
    text = "LINE登録者数（令和7年9月末現在）/男|女|計/5|6|11/15|16|31/25|26|51/45|48|93"
    errors = [fault for fault in said(taken(table(text))) if fault[0] == "error"]
    assert len(errors) == 1 and "一部だけを取り込むことはしません" in errors[0][1]
