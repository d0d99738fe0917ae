"""The five strips, by hand from the appendix of 2022 and the plan of 2026; ratios from counts at every level."""

import re
from datetime import date
from typing import Any, cast

import duckdb
import pytest

from narabe.analyses.metrics import metrics
from narabe.analyses.operations import breakdown, operations
from narabe.charts import breakdown as chart
from narabe.charts import timeline
from narabe.charts.theme import Look
from narabe.model.metrics import Metric, Observation
from narabe.model.operations import Operations
from narabe.model.problem import Problem
from narabe.model.status import Status
from narabe.sources import CheckedTable, checked_tables
from narabe.tables import operations as tables
from narabe.warehouse import Warehouse
from narabe.warehouse.compose import compose
from narabe.warehouse.sql import query
from narabe.words import operations_sentences as say

STRIPS = ["counterless", "cashless", "moveless", "paperless", "fileless"]
# (numerator, denominator, printed %): smartphone payments of 市税等, April to November 2021
TAXES = {
    "tax": (15_867, 792_690, 2.1),
    "tax_resident": (2_876, 98_943, 3.0),
    "tax_property": (8_185, 408_194, 2.1),
    "tax_vehicle": (2_376, 110_818, 2.2),
    "tax_health_insurance": (2_430, 174_735, 1.4),
}


@pytest.fixture(scope="module")
def result(warehouse: Warehouse) -> Operations:
    return operations(warehouse)


def of(metric: Metric, segment: str) -> Observation:
    (found,) = [o for o in metric.observations if o.segment.segment_id == segment]
    return found


def test_the_five_stand_in_the_order_of_the_plan(result: Operations) -> None:
    assert [strip.strip_id for strip in result.strips] == STRIPS
    assert all(strip.label.ja and strip.aim.en and strip.measure.ja for strip in result.strips)


def test_one_strip_alone(warehouse: Warehouse) -> None:
    (only,) = operations(warehouse, "cashless").strips
    assert only.strip_id == "cashless"
    assert {"cashless_payments", "bill_payments", "counter_payments"} <= {m.metric_id for m in only.metrics}


def test_moveless_is_an_empty_slot(result: Operations) -> None:
    """No number of online meetings is printed anywhere: both charts are lost."""
    moveless = next(strip for strip in result.strips if strip.strip_id == "moveless")
    assert moveless.known == () and moveless.empty
    assert all(o.status is Status.NOT_CAPTURED for m in moveless.metrics for o in m.observations)
    assert "ムーブレス" in result.sentence.ja and "Moveless" in result.sentence.en


@pytest.mark.parametrize("segment", TAXES)
def test_a_ratio_is_recomputed_beside_the_printed_one(warehouse: Warehouse, segment: str) -> None:
    part, whole, printed = TAXES[segment]
    found = of(breakdown(warehouse, "bill_payments_phone_ratio"), segment)
    assert (found.value, found.numerator, found.denominator) == (printed, part, whole)
    assert found.recomputed == pytest.approx(100 * part / whole)


def test_every_ratio_with_parts_is_that_of_their_sums(warehouse: Warehouse) -> None:
    """A total's ratio is Σ numerators ÷ Σ denominators: never the mean, never the sum of the parts' ratios."""
    seen = 0
    for metric in metrics(warehouse).values():
        for whole in metric.observations:
            parts = [
                o
                for o in metric.observations
                if o.segment.part_of == whole.segment.segment_id
                and (o.start, o.end) == (whole.start, whole.end)
                and o.segment.segment_id != whole.segment.segment_id
            ]
            ratios = [o.recomputed for o in parts if o.recomputed is not None]
            if whole.recomputed is None or len(ratios) < 2 or len(ratios) < len(parts):
                continue
            seen += 1
            numerator = sum(o.numerator or 0 for o in parts)
            denominator = sum(o.denominator or 0 for o in parts)
            assert whole.recomputed == pytest.approx(100 * numerator / denominator)
            assert whole.recomputed != pytest.approx(sum(ratios) / len(ratios))
            assert whole.recomputed != pytest.approx(sum(ratios))
    assert seen == 6  # three tables, counts and yen


def test_months_are_told_so_that_three_and_eight_are_not_mistaken(warehouse: Warehouse) -> None:
    bills, counter = breakdown(warehouse, "bill_payments"), breakdown(warehouse, "counter_payments")
    assert {o.months for o in bills.observations} == {8}
    assert {o.months for o in counter.observations} == {3}
    assert say.reading(bills, of(bills, "tax")).ja == "792,690件・8か月"
    assert say.reading(counter, of(counter, "counter")).en == "110,928 payments, 3 months"


def test_a_printed_ratio_that_arithmetic_does_not_give_shows_both(warehouse: Warehouse) -> None:
    """408,194 payments, 8,185 by phone: 2.005…%, printed as 2.1 %."""
    metric = breakdown(warehouse, "bill_payments_phone_ratio")
    said = say.value(metric, of(metric, "tax_property"))
    assert said.ja == "記載 2.1%（計算 2.01%）"
    assert say.value(metric, of(metric, "tax_health_insurance")).ja == "1.4%"  # 1.3906…


def test_departments_have_no_total(warehouse: Warehouse) -> None:
    pages = breakdown(warehouse, "print_pages")
    assert pages.whole == pages.observations
    assert len({o.segment.segment_id for o in pages.known}) == 7
    assert of(breakdown(warehouse, "print_pages_change"), "dept_policy").value == -506_606


def test_an_unknown_breakdown_is_a_problem(warehouse: Warehouse) -> None:
    with pytest.raises(Problem):
        breakdown(warehouse, "no_such_metric")
    with pytest.raises(Problem):
        breakdown(warehouse, "national_cashless_ratio")


# --- Simpson: both parts rise, the whole falls --------------------------------------------------
# fiscal year -> segment: (cashless, all). Parts 10 → 20 % and 80 → 90 %; the whole 66 → 34 %.
SIMPSON = {
    2023: {"counter_certificates": (20, 200), "counter_sports": (640, 800), "counter": (660, 1000)},
    2024: {"counter_certificates": (160, 800), "counter_sports": (180, 200), "counter": (340, 1000)},
}
RATIO = "counter_payments_cashless_ratio"


class Planted:
    """A warehouse whose one metric is the mini-survey above; it answers the report the analysis asks."""

    build_id = "planted"

    def __init__(self) -> None:
        self._connection = duckdb.connect()
        compose(self._connection, tuple(map(_planted, checked_tables())))

    def ask(self, report: str, **params: str) -> list[dict[str, Any]]:
        cursor = self._connection.execute(query("reports", report).text, params)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _planted(table: CheckedTable) -> CheckedTable:
    """The table as it is, or the values of the ratio replaced by the mini-survey's."""
    if table.name != "metric_values":
        return table
    names = [name for name, _ in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    like = next(row for row in rows if row["metric_id"] == RATIO)
    for year, parts in SIMPSON.items():
        for segment, (part, whole) in parts.items():
            rows.append(
                like
                | {
                    "segment": segment,
                    "period_start": date(year, 4, 1),
                    "period_end": date(year + 1, 3, 31),
                    "months": 12,
                    "value": 100 * part / whole,
                    "numerator": part,
                    "denominator": whole,
                }
            )
    kept = [row for row in rows if row["metric_id"] != RATIO or row["months"] == 12]
    return CheckedTable(
        table.name, table.columns, tuple(tuple(row[name] for name in names) for row in kept), table.file
    )


def test_no_ratio_of_any_result_is_the_mean_or_sum_of_its_parts() -> None:
    """Screen, chart and table of the reversed case hold the parts' ratios and that of the sums, nothing else."""
    planted = cast("Warehouse", Planted())
    metric = breakdown(planted, RATIO)
    whole = {o.end.year - 1: o.recomputed for o in metric.observations if o.segment.segment_id == "counter"}
    assert whole == {2023: pytest.approx(66), 2024: pytest.approx(34)}
    parts = {
        (o.end.year - 1, o.segment.segment_id): o.recomputed
        for o in metric.observations
        if o.segment.segment_id != "counter"
    }
    assert parts == {
        (2023, "counter_certificates"): pytest.approx(10),
        (2023, "counter_sports"): pytest.approx(80),
        (2024, "counter_certificates"): pytest.approx(20),
        (2024, "counter_sports"): pytest.approx(90),
    }
    allowed = {10, 80, 20, 90, 66, 34}
    result = operations(planted)
    table = tables.parts(metric, result)
    place = [column.key for column in table.columns].index("recomputed")
    assert {round(float(row[place]), 6) for row in table.rows} == allowed
    drawn = chart.parts(metric, Look())["datasets"]["rows"]
    assert {round(row["value"], 6) for row in drawn if row["value"] is not None} == allowed
    strip = next(s for s in result.strips if s.strip_id == "cashless")
    texts = [row["text"] for row in timeline.strip(strip, Look())["datasets"]["rows"]]
    ratios = {float(found) for text in texts for found in re.findall(r"(\d+\.\d)%・12か月", text)}
    assert {66.0, 34.0} <= ratios and not ratios & {45.0, 55.0, 90.0, 110.0}  # means and sums of the parts
