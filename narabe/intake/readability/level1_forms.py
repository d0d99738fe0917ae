"""Level 1, what only workbooks (L1-10 … L1-13) or only text files (L1-14, L1-15) can break."""

from collections import Counter
from itertools import pairwise

from narabe.intake.readability import patterns
from narabe.intake.readability.layout import Page, Table
from narabe.intake.readability.look import (
    NOT_APPLICABLE,
    File,
    Finding,
    area,
    cell,
    of_workbook,
    row,
    verdict,
    whole_column,
)


def no_objects(file: File) -> Finding:
    """L1-10. Pictures, shapes, text boxes and charts of a workbook."""
    return of_workbook(file, "L1-10", [page.sheet.name for page in file.pages if page.sheet.objects])


def no_colours(file: File) -> Finding:
    """L1-11. Cells of the body marked by format, other than whole columns, every second row, and rows of totals."""
    places = [
        cell(page, number, column) for page, table in file.tables() for number, column in _marked(page, table)
    ]
    return of_workbook(file, "L1-11", places)


def no_merges(file: File) -> Finding:
    """L1-12. Any merged cells."""
    return of_workbook(
        file, "L1-12", [area(page, merge) for page in file.pages for merge in page.sheet.merged]
    )


def nothing_hidden(file: File) -> Finding:
    """L1-13. Hidden or folded rows and columns, and hidden sheets."""
    places = [
        place
        for page in file.pages
        for place in (
            *((page.sheet.name,) if page.sheet.hidden else ()),
            *(row(page, number) for number in page.sheet.hidden_rows),
            *(whole_column(page, number) for number in page.sheet.hidden_columns),
        )
    ]
    return of_workbook(file, "L1-13", places)


def one_line(file: File) -> Finding:
    """L1-14. A line break inside a cell of a text file."""
    if not file.is_delimited:
        return NOT_APPLICABLE
    places = [
        cell(page, number, place)
        for page in file.pages
        for number, line in enumerate(page.sheet.rows, 1)
        if any(value.__class__ is str and ("\n" in value or "\r" in value) for value in line)
        for place, value in enumerate(line, 1)
        if isinstance(value, str) and ("\n" in value or "\r" in value)
    ]
    return verdict("L1-14", places)


def quoted(file: File) -> Finding:
    """L1-15. Rows with more cells than there are names: a comma that was not quoted."""
    if not file.is_delimited or file.detection.delimiter not in (",", None):
        return NOT_APPLICABLE
    places: list[str] = []
    for page, table in file.tables():
        for column in table.columns:
            if column.place in table.overflow:
                numbers = column.rows_of(frozenset(column.counts))
                places += [row(page, number) for number in numbers]
    return verdict("L1-15", places)


def _marked(page: Page, table: Table) -> list[tuple[int, int]]:
    first, last = table.first_data_row, table.area.last_row
    left, right = table.area.first_column, table.area.last_column
    marked = {(n, c) for n, c in page.sheet.coloured if first <= n <= last and left <= c <= right}
    by_column = Counter(column for _, column in marked)
    whole_columns = {column for column, many in by_column.items() if many == last - first + 1}
    marked = {(n, c) for n, c in marked if c not in whole_columns}
    marked = {(n, c) for n, c in marked if not _is_total(page, table, n)}
    by_row = Counter(number for number, _ in marked)
    across = right - left + 1 - len(whole_columns)
    whole_rows = sorted(number for number, many in by_row.items() if many == across)
    steps = {lower - upper for upper, lower in pairwise(whole_rows)}
    every_second = steps == {2} and len(whole_rows) >= (last - first + 1) // 2
    banded = set(whole_rows) if every_second else set()
    return sorted((n, c) for n, c in marked if n not in banded)


def _is_total(page: Page, table: Table, number: int) -> bool:
    cells = page.sheet.rows[number - 1][table.area.first_column - 1 : table.area.last_column]
    names = [value for value in cells if isinstance(value, str) and not patterns.is_number(value)]
    return any(patterns.TOTAL.fullmatch(patterns.folded(name)) for name in names)
