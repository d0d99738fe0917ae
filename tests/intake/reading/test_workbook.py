"""What a workbook holds beyond its values, and the values as a person sees them."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font, PatternFill

from narabe.intake.reading import guess_kind, open_file, workbench
from narabe.intake.reading.incoming import Incoming
from narabe.intake.reading.package import MOST_CELLS, inspect
from narabe.model.intake import AS_FOUND, Kind, Range, ReadOptions, Refused, Severity
from narabe.settings import Limits
from tests.intake.corpus.readers import book, entity_bomb_in_a_sheet, formula_errors, replaced, survey_sheet


def test_a_hidden_sheet_is_told_once_and_only_of_answers(tmp_path: Path) -> None:
    def filled(workbook: openpyxl.Workbook) -> None:
        survey_sheet(workbook.active)
        workbook.create_sheet("控え")["A1"] = "見せない"
        workbook["控え"].sheet_state = "hidden"

    incoming = opened(book(filled), tmp_path)
    incoming.sheets()
    assert not incoming.faults, "figures say themselves what they do not read"
    with workbench(tmp_path) as work:
        incoming.bulk(work)
    assert [fault.sheet for fault in incoming.faults if "表示されていない" in fault.message.ja] == ["控え"]


def opened(content: bytes, folder: Path, options: ReadOptions = AS_FOUND) -> Incoming:
    path = folder / "received"
    path.write_bytes(content)
    return open_file(path, "a.xlsx", options, Limits())


def adorned(workbook: openpyxl.Workbook) -> None:
    sheet = workbook.active
    for row in (
        ("実績", None, None),
        ("月", "件数", "率"),
        (date(2025, 4, 1), 1234, 0.45),
        (None, "=B3*2", None),
    ):
        sheet.append(row)
    sheet["C3"].number_format = "0.0%"
    sheet["B2"].fill = PatternFill("solid", fgColor="FFFF0000")
    sheet["C2"].fill = PatternFill("solid", fgColor="FFFFFFFF")
    sheet["A2"].font = Font(color="FFFF0000")
    sheet.merge_cells("A1:C1")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["C"].hidden = True
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=3))
    sheet.add_chart(chart, "E2")
    other = workbook.create_sheet("控え")
    other["B2"] = "ここだけ"
    other.sheet_state = "veryHidden"


def test_looks_are_read(tmp_path: Path) -> None:
    incoming = opened(book(adorned), tmp_path)
    sheet, other = incoming.sheets()
    assert sheet.rows[1:] == (("月", "件数", "率"), (date(2025, 4, 1), 1234.0, 0.45), (None, None, None))
    warnings = [(fault.row, fault.column) for fault in incoming.faults if fault.severity is Severity.WARNING]
    assert warnings == [(4, "B")]
    assert sheet.merged == (Range(1, 1, 1, 3),)
    assert (sheet.hidden_rows, sheet.hidden_columns) == ((4,), (3,))
    assert (sheet.formulas, sheet.percent) == ({(4, 2)}, {(3, 3)})
    assert sheet.coloured == {(2, 1), (2, 2)}
    assert (sheet.objects, sheet.hidden) == (1, False)
    assert (other.name, other.hidden, other.rows) == ("控え", True, ((None, None), (None, "ここだけ")))


def test_few_rows_are_read_where_few_are_asked(tmp_path: Path) -> None:
    sheet, _ = opened(book(adorned), tmp_path).sheets(2)
    assert len(sheet.rows) == 2
    assert sheet.coloured == {(2, 1), (2, 2)}


def test_errors_of_formulas_stand_in_the_grid(tmp_path: Path) -> None:
    (sheet,) = opened(formula_errors(), tmp_path).sheets()
    assert sheet.rows[2][:2] == ("#REF!", "男性")
    assert sheet.formulas == {(3, 1)}


def test_columns_are_called_by_their_own_letters(tmp_path: Path) -> None:
    """The table begins in column C; its last column has no header."""

    def fill(workbook: openpyxl.Workbook) -> None:
        for row in (("ID", "性別", None), (1, "女", "あ"), (2, "男", "い")):
            workbook.active.append((None, None, *row))

    incoming = opened(book(fill), tmp_path)
    with workbench(tmp_path) as connection:
        raw = incoming.bulk(connection)
        assert connection.sql("from raw").fetchall() == [(2, "1", "女", "あ"), (3, "2", "男", "い")]
    assert [column.header for column in raw.columns] == ["ID", "性別", "E"]
    assert [(fault.column, fault.row) for fault in incoming.faults] == [("E", 1)]


def test_the_named_sheet_is_read(tmp_path: Path) -> None:
    def fill(workbook: openpyxl.Workbook) -> None:
        survey_sheet(workbook.active)
        small = workbook.create_sheet("小")
        small.append(("ID", "性別"))
        small.append((7, "女"))

    incoming = opened(book(fill), tmp_path, ReadOptions(sheet="小"))
    with workbench(tmp_path) as connection:
        raw = incoming.bulk(connection)
        assert connection.sql("from raw").fetchall() == [(2, "7", "女")]
    assert (raw.sheet, incoming.chosen_sheet, incoming.faults) == ("小", "小", ())


def test_openpyxl_reads_no_entities(tmp_path: Path) -> None:
    """With defusedxml installed openpyxl refuses what would multiply; our own inspection is before it."""
    with pytest.raises(ValueError, match="invalid XML") as failed:
        openpyxl.load_workbook(io.BytesIO(entity_bomb_in_a_sheet()))
    assert type(failed.value.__cause__).__name__ == "EntitiesForbidden"
    with pytest.raises(Refused):
        opened(entity_bomb_in_a_sheet(), tmp_path)


@pytest.mark.parametrize("reference", ["XFD9999999", "A99999999", "AAA100000"])
@pytest.mark.parametrize("form", ['<c r="{}"><v>1</v></c>', "<c t='n'\nr = '{}' ><v>1</v></c>"])
def test_cells_far_off_are_found_however_they_are_written(reference: str, form: str, tmp_path: Path) -> None:
    """Else the reader would lay out thousands of millions of cells in memory."""
    far = form.format(reference).encode()
    content = replaced(
        book(lambda workbook: survey_sheet(workbook.active)),
        "xl/worksheets/sheet1.xml",
        lambda data: data.replace(b"</row>", far + b"</row>", 1).replace(b'<c r="D2"', b'<c r="ZZ2"'),
    )
    path = tmp_path / "received"
    path.write_bytes(content)
    with pytest.raises(Refused, match="too wide"):
        inspect(path, Limits())
    assert MOST_CELLS < 1_048_576 * 40


def test_figures_and_answers_are_told_apart(tmp_path: Path) -> None:
    def figures(workbook: openpyxl.Workbook) -> None:
        for row in (
            ("令和7年度 窓口の実績",),
            ("区分", "4月", "5月", "6月", "合計"),
            ("件数", 1, 2, 3, 6),
            ("人数", 4, 5, 6, 15),
        ):
            workbook.active.append(row)

    def answers(workbook: openpyxl.Workbook) -> None:
        workbook.active.append(("問1 性別", "問2 年代", "問3 満足度"))
        for number in range(40):
            workbook.active.append((number % 2 + 1, number % 6 + 1, number % 5 + 1))

    assert guess_kind(opened(book(figures), tmp_path).sheets()) is Kind.FIGURES
    assert guess_kind(opened(book(answers), tmp_path).sheets()) is Kind.ANSWERS
