"""Level 1: the file can be read at all. One function a rule; L1-01 … L1-09, for every form of file."""

import re
from collections import Counter

from narabe.intake.readability import patterns
from narabe.intake.readability.columns import Column
from narabe.intake.readability.layout import Page
from narabe.intake.readability.look import (
    KEPT,
    NOT_APPLICABLE,
    File,
    Finding,
    area,
    broken,
    cell,
    cells_of,
    header_cell,
    row,
    verdict,
    whole_column,
)
from narabe.model.intake import Value
from narabe.words import readability_sentences as say

SPLITS = re.compile(r"[;；、\n／]|, |，")
SPLITS_HINT = re.compile(r"[;；、\r／]|, |，")
"""The same where many texts are joined by line (`Column.joined`)."""
SPACED_LETTERS = re.compile(r"[\u3041-\u9fff](?:[ \u3000]+[\u3041-\u9fff])+")
PADDED = re.compile(r"^[ \u3000\t]|[ \u3000\t]$|[ \u3000\t]{2,}")


def file_format(file: File) -> Finding:
    """L1-01. PDF, Word and pictures are refused before; what arrives here is kept, unless no cell holds anything."""
    filled = any(
        not patterns.is_blank(value) for page in file.pages for line in page.sheet.rows for value in line
    )
    return KEPT if filled else broken("L1-01", ())


def one_table(file: File) -> Finding:
    """L1-02. Tables parted by blank rows or columns, each with names of its own, on one sheet."""
    places = [area(page, table.area) for page in file.data if len(page.tables) > 1 for table in page.tables]
    return verdict("L1-02", places)


def not_parted(file: File) -> Finding:
    """L1-03. Blank rows and columns up to the last filled one, and headers that stand again."""
    places = [
        place
        for page in file.data
        for place in (
            *(row(page, number) for number in page.blank_rows),
            *(whole_column(page, number) for number in page.blank_columns),
            *(row(page, number) for number in _repeated_headers(page)),
        )
    ]
    return verdict("L1-03", places)


def nothing_around(file: File) -> Finding:
    """L1-04. Cells outside a table that are neither title or unit line above nor marked notes below it."""
    places = [
        cell(page, number, column)
        for page in file.data
        if page.tables
        for number, column, value in page.around
        if not _belongs(page, number, value)
    ]
    return verdict("L1-04", places, any(page.tables for page in file.data))


def named_columns(file: File) -> Finding:
    """L1-05. No name, a name that is a mark only (Q1, A, 列1), unless a sheet of definitions explains it."""
    explained, places, tables = file.explained(), [], 0
    for page, table in file.tables():
        tables += 1
        if not table.depth:
            places.append(row(page, table.area.first_row))
            continue
        places += [
            header_cell(page, table, column)
            for column in table.columns
            if column.place not in table.overflow
            and _says_nothing(column.name)
            and not (column.name and patterns.spelled(column.name) in explained)
        ]
    return verdict("L1-05", places, tables > 0)


def no_looks(file: File) -> Finding:
    """L1-06. Spaces at the ends, in runs or between single letters (氏　名); line breaks in names; cells of spaces.

    Line breaks and spaces inside free words are content.
    """
    places = [
        cell(page, number, table.area.first_column + place)
        for page, table in file.tables()
        for number, names in enumerate(table.header, table.area.first_row)
        for place, value in enumerate(names)
        if isinstance(value, str) and ("\n" in value or _for_looks(value))
    ]
    for page, _, column in file.columns():
        spaced = [text for text in _holding(column, " \u3000\t") if text not in column.times]
        free = column.is_free_text
        bad = [text for text in spaced if (PADDED.search(text) if free else _for_looks(text))]
        places += cells_of(page, column, bad)
        places += cells_of(page, column, column.spaces)
    return verdict("L1-06", places)


def one_datum(file: File) -> Finding:
    """L1-07. The same short parts return in cells with several of them; a number with another in brackets.

    Columns that the definitions call free text are left alone.
    """
    places: list[str] = []
    free = file.declared(patterns.FREE_TEXT)
    for page, _, column in file.columns():
        if patterns.spelled(column.name) in free:
            continue
        doubled = [
            text
            for text in _holding(column, "(（[［")
            if len(text) <= 40 and patterns.TWO_NUMBERS.fullmatch(patterns.folded(text))
        ]
        places += cells_of(page, column, [*_several(column), *doubled])
    return verdict("L1-07", places, any(True for _ in file.tables()))


def no_platform_characters(file: File) -> Finding:
    """L1-08. Signs of one maker (①, ㈱, Ⅲ, ㎡), private ones, emoji; kanji are let be, for they stand in names."""
    places: list[str] = []
    example = ""
    for page in file.data:
        named = [
            (number, table.area.first_column + place, value)
            for table in page.tables
            for number, names in enumerate(table.header, table.area.first_row)
            for place, value in enumerate(names)
        ]
        for number, place, value in sorted((*named, *page.around)):
            found = patterns.platform_characters(patterns.text_of(value))
            places += [cell(page, number, place)] if found else []
            example = example or found
    for page, _, column in file.columns():
        found = patterns.platform_characters(column.joined)
        if found:
            bad = [text for text in column.texts if patterns.platform_characters(text)]
            places += cells_of(page, column, bad)
            example = example or found
    return verdict("L1-08", places, detail=say.for_example(example) if example else None)


def zero_or_missing(file: File) -> Finding:
    """L1-09. Empty cells beside zeros in a column of numbers, where nothing in the file says what empty means."""
    measures = [(page, column) for page, _, column in file.columns() if column.is_number]
    if not measures:
        return NOT_APPLICABLE
    if patterns.EMPTY_EXPLAINED.search(file.prose()):
        return KEPT
    places: list[str] = []
    for page, column in measures:
        zero = any(patterns.text_of(value) == "0" for value in column.plain)
        if zero and column.filled < len(column.cells):
            empty = [n for n, value in enumerate(column.cells, column.first_row) if patterns.is_blank(value)]
            places += [cell(page, number, column.place) for number in empty[:20]]
    return verdict("L1-09", places)


def _repeated_headers(page: Page) -> list[int]:
    found = list(page.second_headers)
    for table in page.tables:
        if table.depth != 1 or not table.columns:
            continue
        named = [column for column in table.columns if column.name]
        candidates = named[0].rows_of(frozenset([named[0].name])) if len(named) > 1 else []
        found += [
            number
            for number in candidates
            if number not in found
            and all(
                patterns.text_of(column.cells[number - column.first_row]).strip() == column.name
                for column in named
            )
        ]
    return found


def _belongs(page: Page, number: int, value: Value) -> bool:
    """A title or unit line above the first table, or a note."""
    text = patterns.text_of(value)
    if patterns.NOTE.match(text) or (patterns.UNIT_LINE.search(text) and len(text) <= 20):
        return True
    above = number < min(table.area.first_row for table in page.tables)
    below = number > max(table.area.last_row for table in page.tables)
    return isinstance(value, str) and not patterns.is_number(value) and (above or (below and "。" in text))


def _says_nothing(name: str) -> bool:
    plain = patterns.folded(name)
    if not plain:
        return True
    if patterns.EMPTY_NAME.fullmatch(plain) and (plain[-1].isdigit() or ":" in plain):
        return True
    if patterns.names_time(plain) or patterns.is_year(plain):
        return False
    return (
        patterns.MARK_NAME.fullmatch(plain) is not None or patterns.QUESTION_NAME.fullmatch(plain) is not None
    )


def _for_looks(text: str) -> bool:
    return bool(PADDED.search(text) or SPACED_LETTERS.fullmatch(text.strip()))


def _holding(column: Column, marks: str) -> list[str]:
    """The texts of a column with one of these marks in them."""
    if not any(mark in column.joined for mark in marks):
        return []
    return [text for text in column.texts if any(mark in text for mark in marks)]


def _several(column: Column) -> list[str]:
    """Cells that hold several of the same short parts; sentences are left alone."""
    if column.is_number or not SPLITS_HINT.search(column.joined):
        return []
    texts = [text for text in column.texts if text not in column.times and text not in column.decorated]
    split = {
        text: [part.strip() for part in SPLITS.split(text) if part.strip()]
        for text in texts
        if "。" not in text
    }
    many = {text: parts for text, parts in split.items() if len(parts) > 1}
    said = Counter(part for parts in split.values() for part in set(parts))
    short = all(len(part) <= 30 for parts in many.values() for part in parts)
    known = [said[part] > 1 for parts in many.values() for part in parts]
    listed = len(many) >= max(2, 0.2 * len(split)) and short and sum(known) >= 0.7 * len(known)
    return list(many) if many and listed else []
