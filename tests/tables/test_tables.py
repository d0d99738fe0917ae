"""A table says what the result says: same numbers, a label for every column in both languages."""

from datetime import date

import pytest

from narabe.analyses.compare import compare
from narabe.analyses.indicator import indicator_detail
from narabe.analyses.kpi import kpi_board
from narabe.analyses.operations import operations
from narabe.analyses.provenance import provenance
from narabe.export import cells
from narabe.model.comparison import CompareAsk
from narabe.model.kpi import Indicator, KpiBoard
from narabe.model.metrics import Observation
from narabe.model.source import Source
from narabe.model.status import MetricKind, PaceState, Status
from narabe.model.table import Cell, Table
from narabe.model.text import EMPTY, Text, plain
from narabe.tables import compare as compare_tables
from narabe.tables import kpi as kpi_tables
from narabe.tables import operations as operations_tables
from narabe.tables import provenance as provenance_tables
from narabe.warehouse import Warehouse

NET = ("net2021", "net2025")


@pytest.fixture(scope="module")
def tables(warehouse: Warehouse) -> list[Table]:
    shown = [compare(warehouse, CompareAsk(c, NET)) for c in ("service_use", "fears", "priorities")]
    result, fives = provenance(warehouse), operations(warehouse)
    return [
        *(make(c) for c in shown for make in (compare_tables.shares, compare_tables.differences, compare_tables.base_effects)),
        kpi_tables.board(kpi_board(warehouse), {}),
        kpi_tables.history(indicator_detail(warehouse, "cashless_payments")),
        *(operations_tables.strip(strip, fives) for strip in fives.strips),
        *(operations_tables.parts(metric, fives) for metric in fives.broken_down),
        provenance_tables.documents(result),
        provenance_tables.figures(result),
        provenance_tables.register(result),
        provenance_tables.verdicts(result),
        provenance_tables.checks(result),
        provenance_tables.statuses(),
    ]  # fmt: skip


def records(table: Table) -> list[dict[str, Cell]]:
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def as_shown(table: Table) -> list[dict[str, object]]:
    """The records as the screen and the files for reading round them; texts in English."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in cells.rows(table, "en")]


def english(cell: Cell) -> str:
    assert isinstance(cell, Text)
    return cell.en


def test_every_row_has_a_cell_for_every_column(tables: list[Table]) -> None:
    for table in tables:
        assert {len(row) for row in table.rows} <= {len(table.columns)}, table.name


def test_column_keys_and_labels_are_unique_and_in_both_languages(tables: list[Table]) -> None:
    for table in tables:
        for names in (
            [column.key for column in table.columns],
            cells.header(table, "ja"),
            cells.header(table, "en"),
        ):
            assert all(name.strip() for name in names), table.name
            assert len(set(names)) == len(names), (table.name, names)


def test_file_names_are_plain_ascii(tables: list[Table]) -> None:
    for table in tables:
        assert table.name.isascii() and table.name.replace("_", "").isalnum()
        assert table.title.ja and table.title.en


def test_the_shares_table_shows_printed_value_count_and_base(warehouse: Warehouse) -> None:
    table = compare_tables.shares(compare(warehouse, CompareAsk("digital_progress", NET)))
    rows = [r for r in records(table) if english(r["option"]) == "Progressing (net)"]
    assert [(r["share"], r["count"], r["base"], english(r["base_status"])) for r in rows] == [
        (27.9, 91, 326, "printed"),
        (43.8, 162, 370, "inferred"),
    ]


def test_a_bounded_share_shows_its_range_and_no_point(warehouse: Warehouse) -> None:
    table = compare_tables.shares(compare(warehouse, CompareAsk("priorities", NET)))
    (wifi,) = [r for r in records(table) if "Wi-Fi" in english(r["option"]) and r["share"] is None]
    assert wifi["range"] == Text("27.3%以下", "at most 27.3%")


def test_the_differences_table_shows_both_last_digits(warehouse: Warehouse) -> None:
    table = compare_tables.differences(compare(warehouse, CompareAsk("fears", NET)))
    found = [(r["points"], r["printed_points"], r["told_apart"]) for r in as_shown(table)]
    assert sorted(found, key=lambda row: -float(str(row[0]))) == [
        (12.7, 12.8, "yes"),
        (8.5, None, "yes"),
        (0.9, None, "no"),
        (-0.4, None, "no"),
        (-4.7, None, "no"),
    ]


def test_the_base_table_takes_the_website_apart(warehouse: Warehouse) -> None:
    table = compare_tables.base_effects(compare(warehouse, CompareAsk("service_use", NET)))
    (row,) = [r for r in as_shown(table) if r["total"] == -6.3]
    assert [row[key] for key in ("from_base", "remaining", "low", "high", "answered", "asked", "chosen")] == [
        -4.1, -2.2, -8.2, 4.0, 310, 326, 326,
    ]  # fmt: skip


def test_the_kpi_table_has_a_row_per_indicator(warehouse: Warehouse) -> None:
    rows = records(kpi_tables.board(kpi_board(warehouse), {}))
    assert len(rows) == 11
    (ai,) = [r for r in rows if r["latest"] == 1816]
    assert [ai[key] for key in ("baseline", "yearly", "target", "pace_needed")] == [842, 2724, 2000, 63.2]
    lost = [r for r in rows if r["target"] is None]
    assert [english(r["state"]) for r in lost] == ["not captured"] * 3


def test_the_status_table_explains_every_status() -> None:
    assert [r["code"] for r in records(provenance_tables.statuses())] == [s.value for s in Status]


def test_a_yearly_figure_is_rounded_once() -> None:
    """60/11 = 5.4545… is 5; by way of 5.5 it would become 6."""
    here = Source("d", EMPTY, EMPTY, "s", EMPTY)
    known = Observation(5, date(2026, 4, 1), date(2027, 2, 28), 11, Status.PRINTED, here)
    indicator = Indicator(
        "m", 1, "security", plain("m"), plain("m"), plain("件"), MetricKind.FLOW, None, known, known, known,
        60 / 11, 60 / 11, 0.0, 0.0, PaceState.AHEAD, False, plain("why"),
    )  # fmt: skip
    table = kpi_tables.board(KpiBoard((indicator,), EMPTY, ()), {})
    place = [column.key for column in table.columns].index("yearly")
    assert cells.rows(table, "ja")[0][place] == 5
