"""One question of a cross-tabulation as a sheet in the N・%表 layout: counts on the upper line, shares below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from narabe.export.cells import Plain, harmless
from narabe.export.grid import clean
from narabe.export.xlsx_file import HEADER_FILL
from narabe.model.crosstab import Base, CrossTab
from narabe.model.table import Cell as Shown
from narabe.model.text import EMPTY, Lang, Text
from narabe.tables.crossed_groups import Group, groups, tested
from narabe.tables.crossed_measures import (
    Marks,
    Measure,
    averages,
    bases,
    counts,
    group_label,
    letters,
    shares,
)
from narabe.tables.crosstab import notes, title
from narabe.words import crosstab_file_sentences as say

HEAD = 5
"""The row of headings (表頭); above it title, the way back, and how to read the lines."""
GREY = "B8B8C4"
THIN, MEDIUM = Side("thin", color=GREY), Side("medium", color="626264")
FORMATS = {0: "#,##0", 1: "#,##0.0", 2: "#,##0.00"}
AXIS_WIDTH, GROUP_WIDTH, LINE_WIDTH, NUMBER_WIDTH = 18, 26, 6, 12
LABELS = 3
"""Columns before the numbers: axis, group, which line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet: its cells with their decimals, None for words. `opens`: the first of an axis."""

    cells: tuple[tuple[Shown, int | None], ...]
    first: bool
    opens: bool


def fill_sheet(sheet: Worksheet, told: CrossTab, lang: Lang, lettered: bool) -> None:
    """Title, table, notes."""
    lettered = lettered and tested(told)
    write(sheet, 1, 1, title(told), lang).font = Font(bold=True, size=14)
    write(sheet, 3, 1, _reading(told), lang)
    heads = headings(told)
    for place, head in enumerate(heads, start=1):
        _heading(write(sheet, HEAD, place, head, lang))
    lines = list(table_lines(told, lettered))
    for row, line in enumerate(lines, start=HEAD + 1):
        _draw(sheet, row, line, lang)
    _close(sheet, HEAD + len(lines), len(heads))
    for row, note in enumerate(_foot(told, lettered), start=HEAD + len(lines) + 2):
        write(sheet, row, 1, note, lang)
    _laid_out(sheet, len(heads))


def headings(told: CrossTab) -> tuple[Text, ...]:
    measures = (*bases(told), *counts(told), *averages(told))
    return (say.AXIS, say.GROUP, say.LINE, *(each.label for each in measures))


def table_lines(told: CrossTab, lettered: bool) -> Iterator[Line]:
    """Two lines a group, three with letters; a number has one."""
    marks = Marks.LETTERS if lettered else Marks.NONE
    before: Text | None = None
    for group in groups(told):
        opens = group.axis != before
        before = group.axis
        names = (group.axis if opens else EMPTY, group_label(group, marks is Marks.LETTERS))
        upper = (*bases(told), *counts(told), *averages(told))
        kind = say.COUNT if told.tables[0].rows else EMPTY
        yield Line((*_words(*names, kind), *_numbers(upper, group)), True, opens)
        if not told.tables[0].rows:
            continue
        width = len(averages(told))
        lower = (*_whole(told, group), *_numbers(shares(told), group), *_blank(width))
        yield Line((*_words(EMPTY, EMPTY, say.SHARE), *lower), False, False)
        if lettered:
            marked = [(letters(group, place), None) for place in range(len(group.cells))]
            cells = (*_blank(LABELS + len(bases(told))), *marked, *_blank(width))
            yield Line(cells, False, False)


def write(sheet: Worksheet, row: int, column: int, value: Shown, lang: Lang) -> Cell:
    """A cell in one language that no spreadsheet runs as a formula."""
    told: Plain = value.in_(lang) if isinstance(value, Text) else value
    if isinstance(told, str):
        told = harmless(clean(told)) or None
    cell = sheet.cell(row, column, told)
    assert isinstance(cell, Cell)
    return cell


def _words(*texts: Text) -> tuple[tuple[Shown, None], ...]:
    return tuple((text, None) for text in texts)


def _blank(number: int) -> tuple[tuple[Shown, None], ...]:
    return ((None, None),) * number


def _numbers(measures: Sequence[Measure], group: Group) -> tuple[tuple[Shown, int], ...]:
    return tuple((each.of(group), each.decimals) for each in measures)


def _whole(told: CrossTab, group: Group) -> tuple[tuple[Shown, int], ...]:
    """100.0 under the base that shares are of; shares of answers given are of no base shown here."""
    hundred: Shown = (
        100.0
        if told.base is not Base.ANSWERS and not group.column.suppressed and group.column.weighted_base
        else None
    )
    return tuple(
        (hundred if each.key == ("weighted_base" if told.weight else "unweighted_base") else None, 1)
        for each in bases(told)
    )


def _reading(told: CrossTab) -> Text:
    kind = say.ANSWER_TYPE[told.answer_type]
    if not told.tables[0].rows:
        return kind
    lines = say.TWO_WEIGHTED_LINES if told.weight else say.TWO_LINES
    return Text(f"{kind.ja}　{lines.ja}", f"{kind.en}. {lines.en}")


def _foot(told: CrossTab, lettered: bool) -> Iterator[Text]:
    yield from notes(told, say.ALONG_ROW, Marks.LETTERS if lettered else Marks.NONE)
    for table in told.tables:
        tests = table.tests
        if tests.pearson:
            yield say.chi_square(table.label, *tests.pearson, tests.cramers_v)
        if tests.rao_scott:
            yield say.rao_scott(table.label, *tests.rao_scott)
        if tests.exact is not None:
            yield say.exact(table.label, tests.exact)


def _heading(cell: Cell) -> None:
    cell.font, cell.fill, cell.border = Font(bold=True), HEADER_FILL, Border(top=MEDIUM, bottom=MEDIUM)
    cell.alignment = Alignment(
        wrap_text=True, vertical="center", horizontal="center" if cell.column > LABELS else "left"
    )


def _draw(sheet: Worksheet, row: int, line: Line, lang: Lang) -> None:
    side = MEDIUM if line.opens else THIN if line.first else None
    for column, (value, decimals) in enumerate(line.cells, start=1):
        cell = write(sheet, row, column, value, lang)
        if column > 1 or line.opens:
            cell.border = Border(top=side)
        cell.alignment = (
            Alignment(horizontal="right") if column > LABELS else Alignment(wrap_text=True, vertical="top")
        )
        if decimals is not None and isinstance(value, (int, float)):
            cell.number_format = FORMATS[decimals]


def _close(sheet: Worksheet, row: int, columns: int) -> None:
    """A line under the last row."""
    for column in range(1, columns + 1):
        cell = sheet.cell(row, column)
        cell.border = Border(top=cell.border.top, bottom=MEDIUM)


def _laid_out(sheet: Worksheet, columns: int) -> None:
    """Headings stay in sight, on screen and on every printed page."""
    widths = [AXIS_WIDTH, GROUP_WIDTH, LINE_WIDTH] + [NUMBER_WIDTH] * (columns - LABELS)
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = sheet.cell(HEAD + 1, LABELS + 1)
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    landscape(sheet)


def landscape(sheet: Worksheet) -> None:
    """One page across."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
