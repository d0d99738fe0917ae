"""Where the tables of a sheet lie, and what lies around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from narabe.intake.readability import patterns
from narabe.intake.readability.columns import Column, column_of
from narabe.intake.readability.headers import header_depth, same_header
from narabe.model.intake import Range, Sheet, Value

Filled = NDArray[np.bool_]
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header (`depth` rows, none where there is no header) and the columns of its body.

    `overflow` are columns beyond the header that only some rows reach.
    """

    area: Range
    depth: int
    header: tuple[Row, ...]
    columns: tuple[Column, ...]
    overflow: tuple[int, ...] = ()

    @property
    def first_data_row(self) -> int:
        return self.area.first_row + self.depth

    @property
    def names(self) -> list[str]:
        """The name of each column; several header rows joined."""
        return [column.name for column in self.columns]


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet taken apart. `around` are filled cells outside every table as (row, column, value).

    `blank_rows` and `blank_columns` lie before the last filled ones; `second_headers` are rows of a table that repeat
    its header. `prefix` stands before an address where a file has several sheets.
    """

    sheet: Sheet
    prefix: str
    tables: tuple[Table, ...]
    around: tuple[tuple[int, int, Value], ...]
    blank_rows: tuple[int, ...]
    blank_columns: tuple[int, ...]
    second_headers: tuple[int, ...]


@dataclass(slots=True)
class _Group:
    """Pieces of what is one table, though blank lines or a repeated header part it."""

    area: Range
    header: Row
    repeats: list[int] = field(default_factory=list)


def page_of(sheet: Sheet, prefix: str) -> Page:
    """Take a sheet apart."""
    filled = _filled(sheet.rows)
    if not filled.any():
        return Page(sheet, prefix, (), (), (), (), ())
    groups: list[_Group] = []
    islands = [_stripped(island, filled, sheet) for island in _islands(filled)]
    several = any(island and _is_table(island, filled) for island in islands)
    for island in islands:
        if island and (_is_table(island, filled) or (not several and _is_list(island))):
            _place(groups, island, sheet)
        elif island and groups:
            _extend(groups, island, filled)
    tables = tuple(_table(group, sheet) for group in groups)
    rows, columns = _lines(filled)
    return Page(
        sheet,
        prefix,
        tables,
        tuple(_outside(filled, sheet.rows, [table.area for table in tables])),
        tuple(int(row) + 1 for row in np.flatnonzero(~rows[: np.flatnonzero(rows)[-1]])),
        tuple(int(column) + 1 for column in np.flatnonzero(~columns[: np.flatnonzero(columns)[-1]])),
        tuple(row for group in groups for row in group.repeats),
    )


def _filled(rows: Sequence[Row]) -> Filled:
    width = len(rows[0]) if rows else 0
    marks = [
        value is not None and value != "" and not (value.__class__ is str and value.isspace())
        for row in rows
        for value in row
    ]
    return np.array(marks, dtype=np.bool_).reshape(len(rows), width)


def _lines(filled: Filled) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which rows, and which columns, hold anything."""
    return np.asarray(filled.any(axis=1)), np.asarray(filled.any(axis=0))


def _islands(filled: Filled) -> list[Range]:
    """Rectangles parted by rows or columns without any filled cell, from the top."""
    found: list[Range] = []
    waiting = [(0, filled.shape[0], 0, filled.shape[1])]
    while waiting:
        top, bottom, left, right = waiting.pop()
        part = filled[top:bottom, left:right]
        rows, columns = map(_runs, _lines(part))
        if len(rows) > 1:
            waiting += [(top + a, top + b, left, right) for a, b in reversed(rows)]
        elif len(columns) > 1:
            waiting += [(top, bottom, left + a, left + b) for a, b in reversed(columns)]
        elif rows and columns:
            (first, last), (start, end) = rows[0], columns[0]
            if (last - first, end - start) != part.shape:
                waiting.append((top + first, top + last, left + start, left + end))
            else:
                found.append(Range(top + 1, left + 1, bottom, right))
    return sorted(found, key=lambda each: (each.first_row, each.first_column))


def _runs(marks: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches of true, as half-open pairs."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marks, [False])).astype(np.int8)))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _stripped(island: Range, filled: Filled, sheet: Sheet) -> Range | None:
    """The island without a title and unit line above it and without notes below; None where nothing stays."""
    top, bottom = island.first_row, island.last_row
    left, right = island.first_column, island.last_column
    if right > left:
        while top < bottom and _is_title(top, island, filled, sheet):
            top += 1
        while bottom > top and _is_note(bottom, island, filled, sheet):
            bottom -= 1
    part = filled[top - 1 : bottom, left - 1 : right]
    columns = np.flatnonzero(part.any(axis=0))
    if not columns.size:
        return None
    return Range(top, left + int(columns[0]), bottom, left + int(columns[-1]))


def _is_title(row: int, island: Range, filled: Filled, sheet: Sheet) -> bool:
    """One text alone over a wider row, or two of which one states the unit; not the upper half of a merged header."""
    inside = slice(island.first_column - 1, island.last_column)
    here = np.flatnonzero(filled[row - 1, inside]) + island.first_column
    wide = island.last_column - island.first_column + 1
    if any(
        merge.first_row <= row <= merge.last_row
        and merge.first_column < merge.last_column
        and merge.last_column - merge.first_column + 1 < wide
        and merge.first_column in here
        and filled[row, merge.first_column - 1 : merge.last_column].sum() > 1
        for merge in sheet.merged
    ):
        return False
    values = [sheet.rows[row - 1][column - 1] for column in here]
    if any(patterns.is_number(value) for value in values):
        return False
    said = any(patterns.UNIT_LINE.search(patterns.text_of(value)) for value in values)
    below = filled[row, inside].sum()
    return bool(below >= 2 and (len(here) == 1 or (len(here) == 2 and wide >= 3 and said)))


def _is_note(row: int, island: Range, filled: Filled, sheet: Sheet) -> bool:
    """One text alone at the foot that is marked as a note, or is a sentence."""
    here = np.flatnonzero(filled[row - 1, island.first_column - 1 : island.last_column])
    if len(here) != 1:
        return False
    text = patterns.text_of(sheet.rows[row - 1][island.first_column - 1 + int(here[0])])
    return bool(patterns.NOTE.match(text)) or (len(text) > 15 and "。" in text)


def _is_table(area: Range, filled: Filled) -> bool:
    """Two rows and two columns at least, and two rows with two filled cells."""
    if area.last_row == area.first_row or area.last_column == area.first_column:
        return False
    part = filled[area.first_row - 1 : area.last_row, area.first_column - 1 : area.last_column]
    return bool((part.sum(axis=1) >= 2).sum() >= 2)


def _is_list(area: Range) -> bool:
    """One column under a name."""
    return area.first_column == area.last_column and area.last_row - area.first_row >= 2


def _place(groups: list[_Group], island: Range, sheet: Sheet) -> None:
    """A table of its own, or a piece of one that came before."""
    first = _cells(sheet.rows, island.first_row, island)
    for group in reversed(groups):
        stacked = group.area.last_row < island.first_row and _columns_shared(group.area, island) >= 0.6
        if stacked:
            if same_header(group.header, _cells(sheet.rows, island.first_row, group.area)):
                group.repeats.append(island.first_row)
            elif header_depth(sheet, island) and _new_names(sheet, group, island):
                break
            group.area = _around(group.area, island)
            return
        beside = group.area.last_column < island.first_column
        if beside and _same_rows(group.area, island) and not (set(_names(group.header)) & set(_names(first))):
            group.area = _around(group.area, island)
            group.header = _cells(sheet.rows, group.area.first_row, group.area)
            return
    groups.append(_Group(island, first))


def _extend(groups: list[_Group], island: Range, filled: Filled) -> None:
    """A single row of two cells or more under a table, in its columns, belongs to it."""
    group = groups[-1]
    inside = group.area.first_column <= island.first_column and island.last_column <= group.area.last_column
    row = filled[island.first_row - 1, island.first_column - 1 : island.last_column]
    wide = group.area.last_column - group.area.first_column + 1
    if inside and island.first_row > group.area.last_row and row.sum() >= max(2, wide / 2):
        group.area = _around(group.area, island)


def _new_names(sheet: Sheet, group: _Group, island: Range) -> bool:
    """Whether the first row of a piece names columns anew: words where the table above has numbers, or time."""
    first = _cells(sheet.rows, island.first_row, island)
    below = _cells(sheet.rows, island.first_row + 1, island)
    numbers = [place for place, value in enumerate(below) if patterns.is_number(value)]
    return bool(numbers) and not any(
        patterns.is_number(first[place]) and not patterns.is_year(first[place]) for place in numbers
    )


def _columns_shared(upper: Range, lower: Range) -> float:
    shared = min(upper.last_column, lower.last_column) - max(upper.first_column, lower.first_column) + 1
    return shared / (lower.last_column - lower.first_column + 1)


def _same_rows(left: Range, right: Range) -> bool:
    return (left.first_row, left.last_row) == (right.first_row, right.last_row)


def _around(one: Range, other: Range) -> Range:
    return Range(
        min(one.first_row, other.first_row),
        min(one.first_column, other.first_column),
        max(one.last_row, other.last_row),
        max(one.last_column, other.last_column),
    )


def _cells(rows: Sequence[Row], row: int, area: Range) -> Row:
    return rows[row - 1][area.first_column - 1 : area.last_column]


def _names(cells: Row) -> list[str]:
    return [patterns.spelled(patterns.text_of(value)) for value in cells if not patterns.is_blank(value)]


def _table(group: _Group, sheet: Sheet) -> Table:
    area = group.area
    depth = header_depth(sheet, area)
    header = tuple(_cells(sheet.rows, area.first_row + offset, area) for offset in range(depth))
    first = area.first_row + depth
    body = [_cells(sheet.rows, row, area) for row in range(first, area.last_row + 1)]
    by_column = list(zip(*body, strict=True)) or [()] * (area.last_column - area.first_column + 1)
    names = _joined(header, len(by_column))
    columns = tuple(
        column_of(area.first_column + place, name, cells, first)
        for place, (name, cells) in enumerate(zip(names, by_column, strict=True))
    )
    last = max((place for place, name in enumerate(names) if name), default=len(names))
    overflow = tuple(
        column.place for column in columns[last + 1 :] if depth and column.filled < 0.5 * len(body)
    )
    return Table(area, depth, header, columns, overflow)


def _joined(header: tuple[Row, ...], width: int) -> list[str]:
    """One name a column: a name of an upper row goes on over the empty cells right of it."""
    parts: list[list[str]] = [[] for _ in range(width)]
    for level, row in enumerate(header):
        before = ""
        for place in range(width):
            text = patterns.text_of(row[place]).strip()
            goes_on = level < len(header) - 1 and any(
                not patterns.is_blank(lower[place]) for lower in header[level + 1 :]
            )
            before = text or (before if goes_on else "")
            if before and before not in parts[place]:
                parts[place].append(before)
    return ["_".join(each) for each in parts]


def _outside(filled: Filled, rows: Sequence[Row], areas: list[Range]) -> Iterator[tuple[int, int, Value]]:
    free = filled.copy()
    for area in areas:
        free[area.first_row - 1 : area.last_row, area.first_column - 1 : area.last_column] = False
    for row, column in np.argwhere(free)[:2000]:
        yield int(row) + 1, int(column) + 1, rows[row][column]
