"""Cross-tabulations -> XLSX for reading (閲覧用): contents, notes, one sheet a question."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from narabe.export.crosstab_sheet import THIN, fill_sheet, write
from narabe.export.grid import clean
from narabe.export.sheet_look import HEADER_FILL, LINK, landscape
from narabe.model.crosstab import CrossTab
from narabe.model.status import Origin
from narabe.model.table import Cell as Shown
from narabe.model.text import EMPTY, Lang, Text, plain
from narabe.tables.crossed_groups import groups, one_total, part_shown, tested
from narabe.tables.crossed_measures import Marks, marks_in
from narabe.tables.crosstab import title
from narabe.words import crosstab_file_sentences as say
from narabe.words import crosstab_sentences as words
from narabe.words import raking_sentences

T = TypeVar("T")
LONGEST_NAME = 31
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
CONTENT_WIDTHS, NOTE_WIDTHS = (8, 60, 26, 40, 18, 34), (22, 110)
FIRST = 4
"""The row of headings of the contents, and of the first note."""


def crosstab_book(told: Sequence[CrossTab], lang: Lang, lettered: bool = False) -> bytes:
    """The workbook; `lettered` adds a third line of letters where groups were compared."""
    book = Workbook()
    contents = book.active
    assert isinstance(contents, Worksheet)
    contents.title = say.CONTENTS.in_(lang)
    notes = book.create_sheet(say.NOTES.in_(lang))
    sheets = [book.create_sheet(name) for name in sheet_names(told, lang)]
    for sheet, each in zip(sheets, told, strict=True):
        fill_sheet(sheet, each, lang, lettered)
        _linked(write(sheet, 2, 1, say.BACK, lang), contents)
    _contents(contents, told, sheets, lang)
    _notes(notes, told, lang, lettered)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def sheet_names(told: Sequence[CrossTab], lang: Lang) -> list[str]:
    """`01_性別`: the number keeps them apart however long or alike the questions are."""
    digits = max(2, len(str(len(told))))
    return [
        f"{place:0{digits}d}_{NOT_IN_NAMES.sub('', clean(each.label.in_(lang)))}"[:LONGEST_NAME].strip()
        for place, each in enumerate(told, start=1)
    ]


def _contents(sheet: Worksheet, told: Sequence[CrossTab], sheets: Sequence[Worksheet], lang: Lang) -> None:
    write(sheet, 1, 1, _marked(say.BOOK, told), lang).font = Font(bold=True, size=14)
    write(sheet, 2, 1, plain("、".join(_each(each.dataset for each in told))), lang)
    heads = (say.NUMBER, say.QUESTION, say.KIND, say.AXIS, words.UNWEIGHTED_BASE, say.SHEET)
    for place, head in enumerate(heads, start=1):
        cell = write(sheet, FIRST, place, head, lang)
        cell.font, cell.fill = Font(bold=True), HEADER_FILL
    for number, (each, target) in enumerate(zip(told, sheets, strict=True), start=1):
        axes = [table.label for table in each.tables if table.banner]
        row: tuple[Shown, ...] = (
            number,
            title(each),
            say.ANSWER_TYPE[each.answer_type],
            Text("、".join(axis.ja for axis in axes), ", ".join(axis.en for axis in axes)),
            _people(each),
            plain(target.title),
        )
        for place, value in enumerate(row, start=1):
            cell = write(sheet, FIRST + number, place, value, lang)
            cell.border, cell.alignment = Border(bottom=THIN), Alignment(wrap_text=True, vertical="top")
        _linked(sheet.cell(FIRST + number, 2), target)
    _wide(sheet, CONTENT_WIDTHS)
    sheet.freeze_panes = sheet.cell(FIRST + 1, 1)


def _people(told: CrossTab) -> Shown:
    if not one_total(told):
        return say.BY_AXIS
    total = groups(told)[0].column
    return say.MASK if total.suppressed else total.unweighted_base


def _notes(sheet: Worksheet, told: Sequence[CrossTab], lang: Lang, lettered: bool) -> None:
    write(sheet, 1, 1, _marked(say.NOTES, told), lang).font = Font(bold=True, size=14)
    for row, (kind, line) in enumerate(_said(told, lettered), start=FIRST):
        write(sheet, row, 1, kind, lang).font = Font(bold=True)
        write(sheet, row, 2, line, lang).alignment = Alignment(wrap_text=True, vertical="top")
    _wide(sheet, NOTE_WIDTHS)


def _said(told: Sequence[CrossTab], lettered: bool) -> Iterator[tuple[Text, Text]]:
    """What holds for the whole book; what differs between its sheets is said once each."""
    fictional = any(each.origin is Origin.FICTIONAL for each in told)
    compared = any(tested(each) for each in told)
    weighted = any(each.weight for each in told)
    yield say.DATASET, plain("、".join(_each(each.dataset for each in told)))
    yield say.SOURCE, say.FICTIONAL if fictional else say.IMPORTED
    for people in _each(say.people(part_shown(each), each.respondents) for each in told):
        yield say.RESPONDENTS, people
    for where in _each(each.where for each in told):
        yield say.WHERE, plain(where) if where else say.NONE
    for weight in _each(each.weight for each in told):
        yield say.WEIGHT, plain(weight) if weight else say.NONE
    for note in _each(note for each in told if each.raking for note in raking_sentences.notes(each.raking)):
        yield say.WEIGHT, note
    for base in _each(say.share_base(each.base, say.ALONG_ROW) for each in told if each.tables[0].rows):
        yield say.SHARE_BASE, base
    yield say.READING, say.TWO_WEIGHTED_LINES if weighted else say.TWO_LINES
    yield say.READING, say.WHO_COUNTS
    if weighted:
        yield say.BASES, say.THREE_BASES
    for rule in _each(say.masking(each.suppressed_below) for each in told):
        yield say.MASKING, rule
    yield say.SMALL_TITLE, say.SMALL_NOTE
    if fictional and not compared:
        yield say.TESTS, say.NO_TESTS
    if compared:
        tests = (say.TABLE_TESTS, say.EXACT_TESTS, say.COLUMN_TESTS, say.IF_RANDOM)
        yield from ((say.TESTS, line) for line in tests)
    if compared and lettered:
        for correction in _each(each.correction for each in told):
            yield say.LETTERS_TITLE, say.letters_used(correction)
        if any(say.UNTESTED in marks_in(each, Marks.LETTERS) for each in told):
            yield say.LETTERS_TITLE, say.UNTESTED_NOTE
    yield say.VERSION, plain("、".join(_each(each.content for each in told)))


def _marked(heading: Text, told: Sequence[CrossTab]) -> Text:
    fictional = any(each.origin is Origin.FICTIONAL for each in told)
    mark = Text(f"【{say.FICTIONAL.ja}】", f"[{say.FICTIONAL.en}]") if fictional else EMPTY
    return heading + mark


def _each(values: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(values))


def _linked(cell: object, target: Worksheet) -> None:
    assert isinstance(cell, Cell)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{target.title}'!A1")
    cell.font = LINK


def _wide(sheet: Worksheet, widths: Sequence[int]) -> None:
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    landscape(sheet)
