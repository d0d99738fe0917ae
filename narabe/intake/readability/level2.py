"""Level 2: the values can be worked with. One function a rule; L2-01 … L2-06."""

from collections import Counter, defaultdict
from itertools import pairwise

from narabe.intake.readability import patterns
from narabe.intake.readability.columns import Column
from narabe.intake.readability.layout import Table
from narabe.intake.readability.look import (
    File,
    Finding,
    area,
    cell,
    cells_of,
    header_cell,
    of_workbook,
    verdict,
)
from narabe.model.intake import Range, Value
from narabe.words import readability_sentences as say

SAME_CHOICE = (
    frozenset(["有", "有り", "あり", "有る", "ある"]),
    frozenset(["無", "無し", "なし", "無い", "ない"]),
)
CIRCLES = str.maketrans({"◯": "○", "〇": "○", "●": "○", "✓": "○", "✔": "○"})
LINES = str.maketrans(dict.fromkeys("‐‑–—―−－ー～〜・･", "-"))


def numbers_are_numbers(file: File) -> Finding:
    """L2-01. In a column of numbers: units, commas, ▲, ※ or other words in a cell; text numbers among true ones.

    Symbols for numbers that are not there are a matter of L3-03.
    """
    numeric = [(page, column) for page, _, column in file.columns() if column.is_measure]
    places: list[str] = []
    example = ""
    for page, column in numeric:
        bad = {*column.decorated, *column.words, *column.times}
        typed = any(not isinstance(value, str) for value in column.plain)
        if typed or (file.is_workbook and _is_numeric_text(column)):
            bad |= {value for value in column.plain if isinstance(value, str)}
        if bad:
            found = cells_of(page, column, bad)
            example = example or patterns.text_of(_at(column, bad))
            places += found
    return verdict("L2-01", places, bool(numeric), say.for_example(example) if example else None)


def nothing_left_out(file: File) -> Finding:
    """L2-02. Leading columns of words that name a row only where it changes; 〃 and 同上; merged down the rows."""
    places: list[str] = []
    tables = 0
    for page, table in file.tables():
        tables += 1
        leading = True
        for number, column in enumerate(table.columns):
            dittos = [text for text in column.words | column.symbols if _is_ditto(text)]
            if dittos and not column.is_number:
                places += cells_of(page, column, dittos)
            left_out = _left_out(table, number) if leading else []
            places += [cell(page, row, column.place) for row in left_out[:20]]
            leading = leading and bool(left_out)
    return verdict("L2-02", places, tables > 0)


def unique_names(file: File) -> Finding:
    """L2-03. Two columns of one name; a header of several rows."""
    places: list[str] = []
    headed = 0
    for page, table in file.tables():
        if not table.depth:
            continue
        headed += 1
        if table.depth > 1:
            last = table.first_data_row - 1
            whole = Range(table.area.first_row, table.area.first_column, last, table.area.last_column)
            places.append(area(page, whole))
            continue
        counts = Counter(patterns.spelled(name) for name in table.names if name)
        places += [
            header_cell(page, table, column)
            for column in table.columns
            if counts[patterns.spelled(column.name)] > 1
        ]
    return verdict("L2-03", places, headed > 0)


def fixed_choices(file: File) -> Finding:
    """L2-04. Choices of one meaning in several spellings (width, spaces, circles, dashes); codes among words.

    Columns that the definitions call free text are no choices.
    """
    places: list[str] = []
    detail, free = None, file.declared(patterns.FREE_TEXT)
    choices = [
        (page, column)
        for page, _, column in file.columns()
        if column.is_choice and patterns.spelled(column.name) not in free
    ]
    for page, column in choices:
        for variants in _variants(column):
            most = max(variants, key=lambda value: (column.counts[value], patterns.text_of(value)))
            fewer = [value for value in variants if value != most]
            places += cells_of(page, column, fewer)
            detail = detail or say.for_example(" / ".join(map(patterns.text_of, (most, *fewer))))
        if column.plain and _is_code_among_words(column):
            places += cells_of(page, column, column.plain)
    return verdict("L2-04", places, bool(choices), detail)


def other_apart(file: File) -> Finding:
    """L2-05. 「その他（犬の散歩）」: what others said stands in the cell of the choice.

    Columns that the definitions call free text are no choices.
    """
    named, free = False, file.declared(patterns.FREE_TEXT)
    places: list[str] = []
    example = ""
    for page, _, column in file.columns():
        texts = (
            [text for text in column.texts if text.lstrip().startswith("その他")]
            if "その他" in column.joined and patterns.spelled(column.name) not in free
            else []
        )
        named = named or bool(texts)
        for text in texts:
            match = patterns.OTHER_WITH_TEXT.fullmatch(text.strip())
            if match and len(text) <= 200 and patterns.folded(match.group(1)) not in patterns.OTHER_LABELS:
                places += cells_of(page, column, [text])
                example = example or text
    return verdict("L2-05", places, named, say.for_example(example) if example else None)


def no_formulas(file: File) -> Finding:
    """L2-06. Cells that are computed when the workbook is opened."""
    places = [cell(page, row, column) for page in file.pages for row, column in sorted(page.sheet.formulas)]
    return of_workbook(file, "L2-06", places)


def _is_numeric_text(column: Column) -> bool:
    """Numbers kept as text in a workbook, other than numbering that needs its leading zeros."""
    numbering = patterns.IDENTIFIER_NAME.search(column.name) is not None
    zeros = any(
        patterns.text_of(value).lstrip("+-")[:2].isdigit() and patterns.text_of(value)[0] == "0"
        for value in column.plain
    )
    return column.is_measure and not (numbering or zeros)


def _at(column: Column, values: set[Value]) -> Value:
    """The first of these values down the column."""
    return next(value for value in column.cells if value in values)


def _left_out(table: Table, number: int) -> list[int]:
    """Rows where a leading column is empty because the row above says it; none where empty means missing.

    A value that stands in two rows running shows that values are repeated, so that empty means missing.
    """
    column = table.columns[number]
    if number + 1 >= len(table.columns) or column.is_measure or column.is_free_text or not column.filled:
        return []
    after = table.columns[number + 1].cells
    empty = [place for place, value in enumerate(column.cells) if patterns.is_blank(value)]
    if not empty or empty[0] == 0 or any(patterns.is_blank(after[place]) for place in empty):
        return []
    neighbours = pairwise(column.cells)
    if any(upper == lower and not patterns.is_blank(upper) for upper, lower in neighbours):
        return []
    return [column.first_row + place for place in empty]


def _variants(column: Column) -> list[list[Value]]:
    """Groups of values that are the same choice, spelled differently."""
    groups: dict[str, list[Value]] = defaultdict(list)
    for value in column.words | column.symbols:
        if isinstance(value, str):
            groups[_same(value)].append(value)
    found = [sorted(group, key=patterns.text_of) for group in groups.values() if len(group) > 1]
    return sorted(found, key=lambda group: patterns.text_of(group[0]))


def _is_ditto(value: Value) -> bool:
    return isinstance(value, str) and len(value) <= 6 and patterns.DITTO.fullmatch(value.strip()) is not None


def _same(text: str) -> str:
    plain = patterns.spelled(text).translate(CIRCLES).translate(LINES)
    for number, spellings in enumerate(SAME_CHOICE):
        if plain in spellings:
            return f"\x00{number}"
    return plain


def _is_code_among_words(column: Column) -> bool:
    """Small whole numbers beside words without any: some answered by code, some by label."""
    if patterns.IDENTIFIER_NAME.search(column.name) or any(map(str.isdigit, "".join(map(str, column.words)))):
        return False
    return all(
        patterns.text_of(value).isdigit() and len(patterns.text_of(value)) <= 2 for value in column.plain
    )
