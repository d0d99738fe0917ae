"""What is said of periods: assumed years, years to come, corrections by hand; and of hidden lines and header rows."""

from dataclasses import replace
from datetime import date

import pytest

from narabe.intake.figures import period_said, propose
from narabe.ledger.as_json import from_json, to_json
from narabe.model.figures_plan import FiguresPlan, Period
from narabe.model.intake import Refused
from tests.intake.figures.sheets import Rows, metrics, plan_of, said, sheet, taken, tidy

N = None
VISITORS = "counter_visitors"
APRIL, MAY = Period(date(2025, 4, 1), date(2025, 4, 30), 1), Period(date(2025, 5, 1), date(2025, 5, 31), 1)
TWO_MONTHS: Rows = [["項目", "令和7年4月", "令和7年5月"], ["来庁者数", 10, 20]]


def of_block(plan: FiguresPlan, line: int, period: Period | None) -> FiguresPlan:
    """The plan with another period for a time line of its first block."""
    return replace(plan, blocks=(plan.blocks[0].with_period(line, period), *plan.blocks[1:]))


def test_the_plan_states_every_heading_with_the_period_it_was_read_as() -> None:
    rows: Rows = [["項目", "令和7年4月", "令和7年13月", "令和7年5月", "計"], ["来庁者数", 10, 20, 30, 40]]
    headings = plan_of(sheet(rows)).blocks[0].headings
    assert [(one.line, one.text, one.period) for one in headings] == [
        (2, "令和7年4月", APRIL),
        (3, "令和7年13月", None),
        (4, "令和7年5月", MAY),
        (5, "計", None),
    ]


def test_a_corrected_period_is_used_and_said() -> None:
    page = sheet(TWO_MONTHS)
    june = period_said("令和7年6月")
    assert june is not None
    plan = of_block(plan_of(page), 3, june)
    assert plan_of(page).blocks[0].corrected == ()
    converted = taken(page, plan=plan)
    assert tidy(converted) == [(VISITORS, "all", "2025-04", 10), (VISITORS, "all", "2025-06", 20)]
    message = "「令和7年5月」の時期は、2025年5月でなく2025年6月として取り込みます。"
    assert said(converted) == [("note", message, N, "", "令和7年5月")]


def test_a_period_can_be_given_to_a_heading_that_says_none_and_taken_from_one() -> None:
    titled: Rows = [
        ["令和7年度 KPI実績報告"],
        ["KPI", "基準値", "実績値"],
        ["オンライン申請件数", 1000, 2000],
    ]
    page = sheet(titled)
    plan = plan_of(page)
    (place,) = [at for at, block in enumerate(plan.blocks) if not block.times]
    blocks = list(plan.blocks)
    blocks[place] = blocks[place].with_period(2, period_said("令和3年度"))
    converted = taken(page, plan=replace(plan, blocks=tuple(blocks)))
    assert tidy(converted) == [
        ("online_applications", "all", "FY2025", 2000),
        ("online_applications baseline", "all", "FY2021", 1000),
    ]
    without = taken(sheet(TWO_MONTHS), plan=of_block(plan_of(sheet(TWO_MONTHS)), 3, None))
    assert tidy(without) == [(VISITORS, "all", "2025-04", 10)]


def test_a_total_may_be_given_a_period_of_its_own() -> None:
    page = sheet([["項目", "令和7年4月", "令和7年5月", "計"], ["来庁者数", 10, 20, 30]])
    plan = of_block(plan_of(page), 4, period_said("2025年4月～5月"))
    assert (VISITORS, "all", "2025-04..2025-05", 30) in tidy(taken(page, plan=plan))


def test_a_file_without_any_period_comes_in_once_they_are_given() -> None:
    page = sheet([["項目", "4月", "5月"], ["来庁者数", 10, 20]])
    plan = plan_of(page)
    assert taken(page, plan=plan).refused
    plan = of_block(of_block(plan, 2, APRIL), 3, MAY)
    converted = taken(page, plan=plan)
    assert tidy(converted) == [(VISITORS, "all", "2025-04", 10), (VISITORS, "all", "2025-05", 20)]
    assert not converted.refused


def test_a_period_that_contradicts_itself_is_refused() -> None:
    for wrong in (
        Period(MAY.end, MAY.start, N),
        Period(MAY.start, MAY.end, 12),
        Period(MAY.start, date(2025, 5, 30), 1),
    ):
        converted = taken(sheet(TWO_MONTHS), plan=of_block(plan_of(sheet(TWO_MONTHS)), 3, wrong))
        assert converted.refused
        assert "「令和7年5月」に入れた時期は" in said(converted)[0][1]


def test_a_plan_comes_back_from_its_file_and_one_of_before_still_does() -> None:
    plan = plan_of(sheet(TWO_MONTHS))
    assert from_json(to_json(plan), FiguresPlan) == plan
    bare = replace(plan, blocks=tuple(replace(block, headings=()) for block in plan.blocks))
    assert tidy(taken(sheet(TWO_MONTHS), plan=bare)) == tidy(taken(sheet(TWO_MONTHS)))


@pytest.mark.parametrize(
    ("written", "period"), [("令和7年4月", APRIL), ("R7.4", APRIL), ("4月", N), ("来庁者数", N), ("", N)]
)
def test_a_period_as_a_person_writes_it(written: str, period: Period | None) -> None:
    assert period_said(written) == period


def test_bare_years_are_said_to_be_calendar_years_until_corrected() -> None:
    rows: Rows = [["項目", "2023", "2024"], ["来庁者数", 10, 20]]
    page = sheet(rows)
    converted = taken(page)
    assert [period for _, _, period, _ in tidy(converted)] == ["2023", "2024"]
    message = "見出しの「2023～2024」を、年度でなく暦年（1月～12月）として読みました。"
    assert said(converted) == [("warning", message, 1, "", "2023～2024")]
    plan = of_block(of_block(plan_of(page), 2, period_said("2023年度")), 3, period_said("2024年度"))
    fiscal = taken(page, plan=plan)
    assert [period for _, _, period, _ in tidy(fiscal)] == ["FY2023", "FY2024"]
    assert not [message for severity, message, *_ in said(fiscal) if severity == "warning"]
    for clear in ("年度", "年"):
        assert said(taken(sheet([[clear, "2023", "2024"], ["来庁者数", 10, 20]]))) == []


def test_bare_years_down_the_rows_are_calendar_years_too() -> None:
    converted = taken(sheet([["時期", "来庁者数"], [2023, 10], [2024, 20]]))
    assert [period for _, _, period, _ in tidy(converted)] == ["2023", "2024"]
    assert "暦年" in said(converted)[0][1]
    assert said(taken(sheet([["年度", "来庁者数"], [2023, 10], [2024, 20]]))) == []


def test_years_far_ahead_are_named_with_their_cell() -> None:
    beyond = taken(sheet([["項目", "令和7年4月", "令和99年4月"], ["来庁者数", 10, 20]]))
    assert beyond.refused
    assert said(beyond)[0] == ("error", "時期が2117年と読めます。", 1, "令和99年4月", "令和99年4月")
    ahead = taken(sheet([["年月", "来庁者数"], ["令和7年4月", 10], ["令和60年4月", 20]]))
    message = "時期が2078年と読めます。実績としては先の年です。"
    assert said(ahead)[0] == ("warning", message, 3, "年月", "令和60年4月")
    assert said(taken(sheet([["項目", "令和7年度", "令和60年度目標"], ["来庁者数", 10, 20]]))) == []


def test_hidden_rows_and_columns_with_figures_are_counted_and_named() -> None:
    rows: Rows = [*TWO_MONTHS, ["オンライン申請件数", 1, 2], ["※ 速報"]]
    shown = replace(sheet(rows), hidden_rows=(3, 4, 9), hidden_columns=(3,))
    assert said(taken(shown)) == [("note", "非表示の1行（3行）と1列（C列）の数値も取り込みます。", 3, "", "")]
    assert said(taken(replace(sheet(rows), hidden_rows=(1, 4)))) == []


def test_the_header_row_a_person_names_is_where_the_table_begins() -> None:
    rows: Rows = [
        ["令和6年度"],
        ["項目", "令和6年4月", "令和6年5月"],
        ["来庁者数", 1, 2],
        ["項目", "令和7年4月", "令和7年5月"],
        ["来庁者数", 10, 20],
    ]
    plan = propose([sheet(rows)], metrics(), "monthly", 4)
    assert tidy(taken(sheet(rows), plan=plan)) == [
        (VISITORS, "all", "2025-04", 10),
        (VISITORS, "all", "2025-05", 20),
    ]


def test_a_header_row_that_cannot_be_is_refused() -> None:
    page, other = sheet([*TWO_MONTHS, [N]]), sheet(TWO_MONTHS, name="別")
    for row in (0, 3, 99):
        with pytest.raises(Refused) as refused:
            propose([page], metrics(), "monthly", row)
        assert refused.value.message.ja == "見出しの行に指定した行がありません。"
    with pytest.raises(Refused) as refused:
        propose([page, other], metrics(), "monthly", 1)
    assert "どのシートの行か" in refused.value.message.ja
    assert propose([page, replace(other, hidden=True)], metrics(), "monthly", 1).blocks
