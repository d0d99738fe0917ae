"""One question of a cross-tabulation as a sheet in the N・%表 layout: counts on the upper line, shares below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from narabe.charts.theme import LIGHT
from narabe.export.cells import Plain, harmless
from narabe.export.grid import clean
from narabe.export.sheet_look import HEADER_FILL, bare, landscape
from narabe.model.crosstab import Base, CrossTab
from narabe.model.table import Cell as Shown
from narabe.model.text import EMPTY, Lang, Text
from narabe.tables.crossed_groups import Group, groups, tested
from narabe.tables.crossed_measures import (
    Marks,
    Measure,
    averages,
    bases,
    count_label,
    counts,
    given,
    letters,
    shares,
)
from narabe.tables.crosstab import notes, side, title
from narabe.words import crosstab_file_sentences as say

HEAD = 5
"""The row of headings (表頭); above it title, the way back, and how to read the lines."""
GREY = "B8B8C4"
THIN, MEDIUM = Side("thin", color=GREY), Side("medium", color=bare(LIGHT.quiet))
FORMATS = {0: "#,##0", 1: "#,##0.0", 2: "#,##0.00"}
AXIS_WIDTH, GROUP_WIDTH, LINE_WIDTH, NUMBER_WIDTH = 18, 26, 12, 12
AXIS_AND_LINE = 2
"""Columns before the numbers beside those of the groups, which take one for each level of nesting."""


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
    heads, before = headings(told), labels_of(told)
    for place, head in enumerate(heads, start=1):
        _heading(write(sheet, HEAD, place, head, lang), before)
    lines = list(table_lines(told, lettered))
    for row, line in enumerate(lines, start=HEAD + 1):
        _draw(sheet, row, line, lang, before)
    _close(sheet, HEAD + len(lines), len(heads))
    for row, note in enumerate(_foot(told, lettered), start=HEAD + len(lines) + 2):
        write(sheet, row, 1, note, lang)
    _laid_out(sheet, len(heads), before)


def labels_of(told: CrossTab) -> int:
    """Columns before the numbers: axis, groups by level, which line."""
    return AXIS_AND_LINE + max(len(group.levels) for group in groups(told))


def headings(told: CrossTab) -> tuple[Text, ...]:
    measures = (*bases(told), *counts(told), *averages(told))
    inner = [say.PART] * (labels_of(told) - AXIS_AND_LINE - 1)
    return (say.AXIS, say.GROUP, *inner, say.LINE, *(each.label for each in measures))


def table_lines(told: CrossTab, lettered: bool) -> Iterator[Line]:
    """Two lines a group, three with letters; a number has one."""
    marks = Marks.LETTERS if lettered else Marks.NONE
    before: Text | None = None
    shown = groups(told)
    for group, labels in zip(shown, side(shown, marks is Marks.LETTERS), strict=True):
        opens = group.axis != before
        before = group.axis
        names = (group.axis if opens else EMPTY, *labels)
        upper = (*bases(told), *counts(told), *averages(told))
        kind = count_label(told) if told.tables[0].rows else EMPTY
        yield Line((*_words(*names, kind), *_numbers(upper, group)), True, opens)
        if not told.tables[0].rows:
            continue
        width = len(averages(told))
        lower = (*_whole(told, group), *_numbers(shares(told), group), *_blank(width))
        yield Line((*_words(*[EMPTY] * len(names), say.SHARE), *lower), False, False)
        if lettered:
            marked = [(letters(group, place), None) for place in range(len(group.cells))]
            cells = (*_blank(labels_of(told) + len(bases(told))), *marked, *_blank(width))
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
    """100.0 under what shares are of: the base, or the answers given."""
    of_answers = told.base is Base.ANSWERS
    whole = given(group) if of_answers else group.column.weighted_base
    hundred: Shown = 100.0 if whole and not group.column.suppressed else None
    of = "answers" if of_answers else "weighted_base" if told.weight else "unweighted_base"
    return tuple((hundred if each.key == of else None, 1) for each in bases(told))


def _reading(told: CrossTab) -> Text:
    kind = say.ANSWER_TYPE[told.answer_type]
    if not told.tables[0].rows:
        return kind
    lines = say.TWO_WEIGHTED_LINES if told.weight else say.TWO_LINES
    return Text(f"{kind.ja}　{lines.ja}", f"{kind.en}. {lines.en}")


def _foot(told: CrossTab, lettered: bool) -> Iterator[Text]:
    yield from notes(told, say.ALONG_ROW, Marks.LETTERS if lettered else Marks.NONE)
    for table in told.tables:
        yield from say.whole_tests(table.label, table.tests)


def _heading(cell: Cell, before: int) -> None:
    cell.font, cell.fill, cell.border = Font(bold=True), HEADER_FILL, Border(top=MEDIUM, bottom=MEDIUM)
    cell.alignment = Alignment(
        wrap_text=True, vertical="center", horizontal="center" if cell.column > before else "left"
    )


def _draw(sheet: Worksheet, row: int, line: Line, lang: Lang, before: int) -> None:
    side = MEDIUM if line.opens else THIN if line.first else None
    for column, (value, decimals) in enumerate(line.cells, start=1):
        cell = write(sheet, row, column, value, lang)
        if column > 1 or line.opens:
            cell.border = Border(top=side)
        cell.alignment = (
            Alignment(horizontal="right") if column > before else Alignment(wrap_text=True, vertical="top")
        )
        if decimals is not None and isinstance(value, (int, float)):
            cell.number_format = FORMATS[decimals]


def _close(sheet: Worksheet, row: int, columns: int) -> None:
    """A line under the last row."""
    for column in range(1, columns + 1):
        cell = sheet.cell(row, column)
        cell.border = Border(top=cell.border.top, bottom=MEDIUM)


def _laid_out(sheet: Worksheet, columns: int, before: int) -> None:
    """Headings stay in sight, on screen and on every printed page."""
    names = [AXIS_WIDTH] + [GROUP_WIDTH] * (before - AXIS_AND_LINE) + [LINE_WIDTH]
    widths = names + [NUMBER_WIDTH] * (columns - before)
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = sheet.cell(HEAD + 1, before + 1)
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    landscape(sheet)
