"""What was decided for one table is not thrown onto another."""

from dataclasses import replace

from narabe.desk.remembering import remembered
from narabe.model.figures_plan import FiguresPlan
from tests.intake.figures.sheets import metrics, plan_of, sheet

KNOWN = {metric.metric_id for metric in metrics()}
N = None


def month(number: int, *tables: tuple[str, int, int]) -> FiguresPlan:
    rows: list[list[str | int | None]] = []
    for title, citizens, taxes in tables:
        rows += [[title, N], ["課", f"令和7年{number}月"], ["市民課", citizens], ["税務課", taxes], [N, N]]
    return plan_of(sheet(rows, name=f"令和7年{number}月"))


def mapped(plan: FiguresPlan) -> list[tuple[str, str | None]]:
    return [(one.label, one.metric_id) for block in plan.blocks for one in block.series]


APRIL = month(4, ("オンライン申請件数", 10, 11), ("来庁者数", 500, 501))


def test_a_month_with_one_of_two_tables_keeps_its_metric() -> None:
    june = remembered(month(6, ("オンライン申請件数", 30, 31)), APRIL, KNOWN)
    assert mapped(june) == [("市民課", "online_applications"), ("税務課", "online_applications")]


def test_both_tables_of_the_next_month_keep_theirs() -> None:
    may = remembered(month(5, ("オンライン申請件数", 20, 21), ("来庁者数", 600, 601)), APRIL, KNOWN)
    assert [metric for _, metric in mapped(may)] == ["online_applications"] * 2 + ["counter_visitors"] * 2


def test_a_decision_holds_for_the_same_table_of_another_month() -> None:
    def consultations(number: int, title: str) -> FiguresPlan:
        return plan_of(sheet([[f"{title}（令和7年{number}月）"], ["年月", "件数"], [f"R7.{number}", 1]]))

    april = consultations(4, "相談件数")
    (block,) = april.blocks
    (one,) = block.series
    decided = FiguresPlan(april.dataset, (replace(block, series=(replace(one, metric_id="online_applications", new=None),)),))  # fmt: skip
    assert mapped(remembered(consultations(5, "相談件数"), decided, KNOWN)) == [
        ("件数", "online_applications")
    ]
    other = consultations(5, "火葬件数")
    assert remembered(other, decided, KNOWN) == other


def test_a_name_that_stood_for_two_things_is_not_taken_over() -> None:
    (block, _) = APRIL.blocks
    twice = FiguresPlan(
        "t", (block, replace(block, series=tuple(replace(one, metric_id=None) for one in block.series)))
    )
    june = month(6, ("オンライン申請件数", 30, 31))
    assert remembered(june, twice, KNOWN) == june
