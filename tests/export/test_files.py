"""Files people take away: exact bytes for an awkward table, and CSV = XLSX = table for the real ones."""

import csv
import io
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from narabe.analyses.compare import compare
from narabe.analyses.indicator import indicator_detail
from narabe.analyses.kpi import kpi_board
from narabe.analyses.operations import breakdown, operations
from narabe.analyses.provenance import provenance
from narabe.export.csv_file import to_csv
from narabe.export.xlsx_file import to_xlsx
from narabe.model.comparison import CompareAsk
from narabe.model.source import Source
from narabe.model.table import Column, Table
from narabe.model.text import EMPTY, Lang, Text, plain
from narabe.tables import compare as compare_tables
from narabe.tables import kpi as kpi_tables
from narabe.tables import operations as operations_tables
from narabe.tables import provenance as provenance_tables
from narabe.warehouse import Warehouse

BOM = b"\xef\xbb\xbf"
HEADER_ROW = 3  # in the workbook: title, empty line, header

AWKWARD = Table(
    name="awkward",
    title=Text("題", "Title"),
    columns=(
        Column("name", Text("名前", "Name")),
        Column("share", Text("割合", "Share"), 1, plain("%")),
        Column("people", Text("人数", "People"), 0),
        Column("day", Text("日", "Day")),
    ),
    rows=(
        (Text("甲, 乙", "A, B"), 43.75, 91, date(2025, 9, 1)),
        (Text('「"引用"」', 'a "quote"'), -6.25, 1234.0, None),
        (EMPTY, None, 0, None),
        (Text("一行目\n二行目", "line 1\nline 2"), 0.0, None, None),
    ),
    notes=(Text("注記", "a note"),),
    sources=(Source("d", Text("計画", "Plan"), Text("市", "City"), "s", Text("1-1", "1-1")),),
    build_id="abc",
)
FORMULAS = ("=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", '=HYPERLINK("http://x")')


def of_texts(*texts: str) -> Table:
    return Table("t", plain("t"), (Column("a", plain("a")),), tuple((text,) for text in texts))


def test_csv_bytes_in_japanese() -> None:
    # 43.75 → 43.8 and −6.25 → −6.3, half-up; a whole number where the column has no decimals
    assert (
        to_csv(AWKWARD, "ja")
        == BOM
        + (
            "名前,割合（%）,人数,日\r\n"
            '"甲, 乙",43.8,91,2025-09-01\r\n'
            '"「""引用""」",-6.3,1234,\r\n'
            ",,0,\r\n"
            "一行目 二行目,0.0,,\r\n"
        ).encode()
    )


def test_csv_bytes_in_english() -> None:
    assert to_csv(AWKWARD, "en") == BOM + (
        b"Name,Share (%),People,Day\r\n"
        b'"A, B",43.8,91,2025-09-01\r\n'
        b'"a ""quote""",-6.3,1234,\r\n'
        b",,0,\r\n"
        b"line 1 line 2,0.0,,\r\n"
    )


@pytest.mark.parametrize("formula", FORMULAS)
def test_csv_runs_no_formula(formula: str) -> None:
    """However the cell is squeezed onto one line, it does not begin as a formula."""
    ((cell,),) = list(csv.reader(io.StringIO(to_csv(of_texts(formula), "ja").decode("utf-8-sig"))))[1:]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("formula", FORMULAS)
def test_xlsx_runs_no_formula_in_a_cell(formula: str) -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx(of_texts(formula), "ja"))).active
    assert sheet is not None and sheet.cell(HEADER_ROW + 1, 1).data_type == "s"


def test_xlsx_runs_no_formula_in_its_title_or_header() -> None:
    table = Table("t", plain("=1+1"), (Column("a", plain("=2+2")),), ())
    sheet = load_workbook(io.BytesIO(to_xlsx(table, "ja"))).active
    assert sheet is not None
    assert [cell.data_type for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_negative_numbers_stay_numbers() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx(AWKWARD, "ja"))).active
    assert sheet is not None and sheet.cell(HEADER_ROW + 2, 2).value == -6.3
    assert b",-6.3," in to_csv(AWKWARD, "ja")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_xlsx_opens_with_title_and_ends_with_notes_sources_and_version(lang: Lang) -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx(AWKWARD, lang))).active
    assert sheet is not None
    column = [str(row[0].value or "") for row in sheet.iter_rows()]
    assert column[0] == AWKWARD.title.in_(lang)
    foot = " ".join(column[HEADER_ROW + len(AWKWARD.rows) :])
    assert AWKWARD.notes[0].in_(lang) in foot
    assert AWKWARD.sources[0].line.in_(lang) in foot
    assert "abc" in foot


def test_xlsx_cells_carry_dates_and_number_formats() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx(AWKWARD, "en"))).active
    assert sheet is not None
    first = HEADER_ROW + 1
    assert sheet.cell(first, 4).value in (date(2025, 9, 1), datetime(2025, 9, 1))
    assert (sheet.cell(first, 2).value, sheet.cell(first, 2).number_format) == (43.8, "#,##0.0")
    assert (sheet.cell(first, 3).value, sheet.cell(first, 3).number_format) == (91, "#,##0")


@pytest.fixture(scope="module")
def tables(warehouse: Warehouse) -> dict[str, Table]:
    net = ("net2021", "net2025")
    used = compare(warehouse, CompareAsk("service_use", net))
    result, fives = provenance(warehouse), operations(warehouse)
    return {
        "shares": compare_tables.shares(used),
        "priorities": compare_tables.shares(compare(warehouse, CompareAsk("priorities", net))),
        "differences": compare_tables.differences(used),
        "base": compare_tables.base_effects(used),
        "kpi": kpi_tables.board(kpi_board(warehouse), {}),
        "history": kpi_tables.history(indicator_detail(warehouse, "cashless_payments")),
        "bills": operations_tables.parts(breakdown(warehouse, "bill_amount_phone_ratio"), fives),
        "pages": operations_tables.parts(breakdown(warehouse, "print_pages_change"), fives),
        "figures": provenance_tables.figures(result),
        "register": provenance_tables.register(result),
        "verdicts": provenance_tables.verdicts(result),
        "checks": provenance_tables.checks(result),
        "statuses": provenance_tables.statuses(),
    }


NAMES = ["shares", "priorities", "differences", "base", "kpi", "history", "bills", "pages", "figures", "register", "verdicts", "checks", "statuses"]  # fmt: skip


def as_text(value: Any) -> str:
    """A workbook cell as a CSV would spell it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return " ".join(str(value).split())


def same(csv_cell: str, value: Any) -> bool:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(csv_cell) == value
    return csv_cell == as_text(value)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_the_workbook_equals_the_csv_cell_for_cell(tables: dict[str, Table], name: str, lang: Lang) -> None:
    table = tables[name]
    content = to_csv(table, lang)
    assert content.startswith(BOM)
    assert content.count(b"\r\n") == content.count(b"\n") == len(table.rows) + 1
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    sheet = load_workbook(io.BytesIO(to_xlsx(table, lang))).active
    assert sheet is not None
    book = [
        [cell.value for cell in row]
        for row in sheet.iter_rows(
            min_row=HEADER_ROW, max_row=HEADER_ROW + len(table.rows), max_col=len(table.columns)
        )
    ]
    assert lines[0] == book[0]
    assert len(lines) == len(book) == len(table.rows) + 1
    differing = [
        (place, left, right)
        for place, (line, row) in enumerate(zip(lines, book, strict=True))
        for left, right in zip(line, row, strict=True)
        if not same(left, right)
    ]
    assert differing == []


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_the_csv_equals_the_table(tables: dict[str, Table], name: str, lang: Lang) -> None:
    table = tables[name]
    lines = list(csv.reader(io.StringIO(to_csv(table, lang).decode("utf-8-sig"), newline="")))[1:]
    for line, row in zip(lines, table.rows, strict=True):
        for shown, cell, column in zip(line, row, table.columns, strict=True):
            if cell is None:
                assert shown == ""
            elif isinstance(cell, Text):
                assert shown == " ".join(cell.in_(lang).split())
            elif isinstance(cell, (int, float)) and column.decimals is not None:
                # at most half of the last digit away
                assert abs(float(shown) - cell) <= 0.5 / 10**column.decimals + 1e-9
            else:
                assert shown == str(cell)


@pytest.mark.parametrize("name", NAMES)
def test_no_japanese_column_is_left_in_the_english_header(tables: dict[str, Table], name: str) -> None:
    header = to_csv(tables[name], "en").decode("utf-8-sig").split("\r\n")[0]
    assert not any("\u3040" <= character <= "\u9fff" for character in header), header
