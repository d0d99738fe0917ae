"""Where the tables of a sheet lie: bands between blank rows, parts between blank columns, titles above, notes below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from narabe.intake.figures.columns import PATTERNS
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import STATE
from narabe.intake.figures.spelling import tight
from narabe.model.intake import Range

NOTE = re.compile(r"^[(\[]?(※|\*|注|備考|資料|出典|出所|【注|留意|補足)")
MOST_IN_TITLE = 2
"""A row with more filled cells than this is part of a table, not a title."""
PERIODS_IN_AXIS = 2


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle that holds one table, with the lines of text around it."""

    range: Range
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())


def regions(grid: Grid, header_row: int | None = None) -> tuple[Region, ...]:
    """The tables of a sheet from top to bottom, left to right.

    Where a person names the row of headings the first table begins there, and what lies above is but a title.
    """
    found: list[Region] = []
    top = header_row or 1
    titles = [row for row in range(1, top) if _line(grid, row) and _lone(grid, row)]
    for first, last in _bands(grid, top):
        parts = [part for part in _parts(grid, first, last) if _numeric(grid, part)]
        if not parts:
            notes = [row for row in range(first, last + 1) if NOTE.match(_line(grid, row))]
            if found and notes:
                found[-1] = replace(found[-1], notes=(*found[-1].notes, *(_line(grid, row) for row in notes)))
            titles += [row for row in range(first, last + 1) if row not in notes and _line(grid, row)]
            continue
        found += [
            _trimmed(grid, part, titles, alone=len(parts) == 1, told=first == header_row) for part in parts
        ]
        titles = []
    return tuple(_continued(grid, found))


def time_row(grid: Grid, row: int, first: int, last: int) -> list[int]:
    """The columns of a row that are headings of time, each merged cell once."""
    return [
        column
        for column in range(first, last + 1)
        if grid.own(row, column) is not None
        and (when := grid.when(row, column)) is not None
        and when.timed
        and not when.weak
    ]


def _bands(grid: Grid, top: int) -> Iterator[tuple[int, int]]:
    """Stretches of rows without a blank one; a second row of months within begins a band of its own.

    A blank row between headings and numbers does not part them.
    """
    start = None
    for row in range(top, grid.height + 2):
        blank = row > grid.height or row in grid.blank_rows
        if start is None and not blank:
            start = row
        elif start is not None and blank and (row > grid.height or not _head_only(grid, start, row - 1)):
            yield from _split(grid, start, row - 1)
            start = None


def _head_only(grid: Grid, first: int, last: int) -> bool:
    """Headings of time side by side, and no number yet."""
    rows = range(first, last + 1)
    return not any(_numbers_in(grid, row) for row in rows) and any(
        len(time_row(grid, row, 1, grid.width)) >= PERIODS_IN_AXIS for row in rows
    )


def _split(grid: Grid, first: int, last: int) -> Iterator[tuple[int, int]]:
    axes = [
        row
        for row in range(first, last + 1)
        if len(time_row(grid, row, 1, grid.width)) >= PERIODS_IN_AXIS and not _numbers_in(grid, row)
    ]
    begin = first
    for above, row in pairwise(axes):
        numbers = [at for at in range(above + 1, row) if _numbers_in(grid, at)]
        if numbers:
            cut = numbers[-1] + 1
            while cut < row and NOTE.match(_line(grid, cut)):
                cut += 1
            yield begin, cut - 1
            begin = cut
    yield begin, last


def _numbers_in(grid: Grid, row: int) -> int:
    return sum(grid.number(row, column) is not None for column in range(1, grid.width + 1))


def _parts(grid: Grid, first: int, last: int) -> Iterator[Range]:
    """Rectangles of a band set apart by blank columns; one without words of its own belongs to its left neighbour."""
    used = [
        any(grid.seen(row, column) is not None and not _lone(grid, row) for row in range(first, last + 1))
        for column in range(1, grid.width + 1)
    ]
    parts: list[Range] = []
    start = None
    for column in range(1, grid.width + 2):
        here = column <= grid.width and used[column - 1]
        if here and start is None:
            start = column
        elif not here and start is not None:
            part = Range(first, start, last, column - 1)
            if parts and not _labelled(grid, part):
                parts[-1] = Range(first, parts[-1].first_column, last, column - 1)
            else:
                parts.append(part)
            start = None
    yield from parts


def _lone(grid: Grid, row: int) -> bool:
    """A title or note: nothing but text, in a cell or two, perhaps merged."""
    if len(time_row(grid, row, 1, grid.width)) >= PERIODS_IN_AXIS:
        return False
    cells = {
        grid.anchor(row, column) for column in range(1, grid.width + 1) if grid.seen(row, column) is not None
    }
    return len(cells) <= MOST_IN_TITLE and not any(grid.filled(*cell) for cell in cells) and bool(cells)


def _labelled(grid: Grid, part: Range) -> bool:
    """Whether its first column holds words or times down the rows."""
    cells = [grid.seen(row, part.first_column) for row in range(part.first_row, part.last_row + 1)]
    words = [
        row
        for row in range(part.first_row, part.last_row + 1)
        if grid.label(row, part.first_column) and not _lone(grid, row)
    ]
    return len(words) * 2 > sum(cell is not None for cell in cells)


def _numeric(grid: Grid, part: Range) -> bool:
    """Whether anything in it reads as a number, or as a sign for none beside a heading."""
    return any(
        grid.number(row, column) is not None and grid.when(row, column) is None
        for row in range(part.first_row, part.last_row + 1)
        for column in range(part.first_column, part.last_column + 1)
    ) or (part.last_row > part.first_row and len(time_row(grid, part.first_row, part.first_column, part.last_column)) >= 2) or _long_form(grid, part)  # fmt: skip


def _long_form(grid: Grid, part: Range) -> bool:
    """Whether it is headed by metric ids and values, as our own forms are: all its values may be signs for none."""
    heads = [
        tight(grid.text(part.first_row, column)) for column in range(part.first_column, part.last_column + 1)
    ]
    named = [any(PATTERNS[role].fullmatch(head) for head in heads) for role in ("metric_id", "value")]
    return part.last_row > part.first_row and all(named)


def _line(grid: Grid, row: int) -> str:
    cells = dict.fromkeys(
        grid.anchor(row, column) for column in range(1, grid.width + 1) if grid.seen(row, column) is not None
    )
    return " ".join(grid.text(*cell) for cell in cells)


def _trimmed(grid: Grid, part: Range, titles: list[int], alone: bool, told: bool) -> Region:
    """Title lines taken off the top, notes off the bottom; beside another table only the titles over its own columns."""
    first, last = part.first_row, part.last_row
    notes: list[str] = []
    above = list(titles)
    while last > first and (
        (_lone(grid, last) and NOTE.match(_line(grid, last))) or _is_note(grid, last, part)
    ):
        notes.insert(0, _line(grid, last))
        last -= 1
    while (
        not told
        and first < last
        and (first in grid.blank_rows or (_lone(grid, first) and not _heads(grid, first, part)))
    ):
        above.append(first)
        first += 1
    said = [_line(grid, row) if alone else _over(grid, row, part) for row in above if _line(grid, row)]
    return Region(Range(first, part.first_column, last, part.last_column), tuple(said), tuple(notes))


def _over(grid: Grid, row: int, part: Range) -> str:
    """What a title row says over these columns, or as a whole where it says nothing there."""
    texts = [grid.text(row, column) for column in range(part.first_column, part.last_column + 1) if grid.own(row, column) is not None]  # fmt: skip
    return " ".join(texts) or _line(grid, row)


def _is_note(grid: Grid, row: int, part: Range) -> bool:
    cells = [
        column
        for column in range(part.first_column, part.last_column + 1)
        if grid.seen(row, column) is not None
    ]
    return len(cells) == 1 and NOTE.match(grid.text(row, cells[0])) is not None


def _heads(grid: Grid, row: int, part: Range) -> bool:
    """Whether a row of one or two words is the head of the table: it stands over a row of the same columns."""
    columns = [
        column
        for column in range(part.first_column, part.last_column + 1)
        if grid.own(row, column) is not None
    ]
    texts = [grid.text(row, column) for column in columns]
    if len(columns) == 1 and _dated(grid, row, columns[0]):
        return False
    if any("単位" in text or (STATE.search(text) and grid.when(row, column)) for text, column in zip(texts, columns, strict=True)):  # fmt: skip
        return False
    if part.first_column == part.last_column or len(columns) == part.last_column - part.first_column + 1:
        return True
    below = [
        grid.when(row + 1, column) for column in time_row(grid, row + 1, part.first_column, part.last_column)
    ]
    if len(set(below)) < len(below) and columns[-1] > part.first_column:
        return True
    return any(
        grid.anchor(row + 1, column) == (row, column)
        or (column > part.first_column and grid.anchor(row, column + 1) == (row, column))
        or (column > part.first_column and grid.when(row, column) is not None and grid.when(row + 1, column) is not None)
        for column in columns
    )  # fmt: skip


def _dated(grid: Grid, row: int, column: int) -> bool:
    """A day that stands alone: that of the document or of all the table, not of the column below it."""
    when = grid.when(row, column)
    if when is None or when.year is None or when.day is None:
        return False
    return when.day != 1 or isinstance(grid.own(row, column), str)


def _continued(grid: Grid, found: list[Region]) -> Iterator[Region]:
    """A part without a head of its own goes on from the table above it."""
    before: Region | None = None
    for region in found:
        if before and _goes_on(grid, before, region):
            grown = Range(
                before.range.first_row,
                before.range.first_column,
                region.range.last_row,
                before.range.last_column,
            )
            before = Region(grown, before.titles, before.notes + region.notes)
            continue
        if before:
            yield before
        before = region
    if before:
        yield before


def _goes_on(grid: Grid, above: Region, region: Region) -> bool:
    same = (above.range.first_column, above.range.last_column) == (
        region.range.first_column,
        region.range.last_column,
    )
    first = region.range.first_row
    return same and not region.titles and _numbers_in(grid, first) > 0
