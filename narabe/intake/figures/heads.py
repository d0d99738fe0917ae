"""The rows of headings over a table: what they say of time, and the words beside that."""

from dataclasses import dataclass, replace

from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import When
from narabe.intake.figures.units import is_unit
from narabe.intake.figures.vocabulary import is_total
from narabe.model.intake import Range


@dataclass(frozen=True, slots=True)
class Head:
    """The rows of headings over a table: for each column, texts from top to bottom and the time they say."""

    last_row: int
    whens: dict[int, When]
    texts: dict[int, tuple[str, ...]]


def head_of(grid: Grid, area: Range, axis_row: int) -> Head:
    """The headings around the row of times: rows above it in the table, and rows of words right below it."""
    top = area.first_row
    last = axis_row
    while last < area.last_row and all_words(grid, area, last + 1):
        last += 1
    whens: dict[int, When] = {}
    for column in range(area.first_column, area.last_column + 1):
        said: When | None = None
        for row in range(top, last + 1):
            when = _lent(grid, area, row, column, axis_row, last)
            if when is not None:
                said = when.under(said) if said else when
        if said is not None:
            whens[column] = replace(said, total=said.total or is_total(grid.text(last, column)))
    return Head(last, whens, texts_over(grid, area, range(top, last + 1)))


def all_words(grid: Grid, area: Range, row: int) -> bool:
    """A further row of headings: words or units over the values, no number, no label of its own on the left."""
    cells = [grid.own(row, column) for column in range(area.first_column, area.last_column + 1)]
    filled = [column for column, cell in enumerate(cells, start=area.first_column) if cell is not None]
    words = all(grid.label(row, column) or is_unit(grid.text(row, column)) for column in filled)
    covered = grid.anchor(row, area.first_column) != (row, area.first_column)
    return bool(filled) and words and (covered or cells[0] is None) and len(filled) > 1


def _lent(grid: Grid, area: Range, row: int, column: int, axis_row: int, last: int) -> When | None:
    """The time said in a cell; an empty cell that looks merged takes that of its left neighbour."""
    when = grid.when(row, column)
    if when is not None or row > axis_row or grid.seen(row, column) is not None:
        return None if when is not None and when.weak and row != axis_row else when
    if grid.when(axis_row, column) is None and not _goes_under(grid, axis_row, column, last):
        return None
    for left in range(column - 1, area.first_column - 1, -1):
        if grid.seen(row, left) is not None:
            return grid.when(row, left)
    return None


def _goes_under(grid: Grid, axis_row: int, column: int, last: int) -> bool:
    """Whether a blank cell beside a time looks merged with it: words stand below both."""
    left = next((at for at in range(column - 1, 0, -1) if grid.seen(axis_row, at) is not None), 0)
    below = range(axis_row + 1, last + 1)
    return grid.when(axis_row, left) is not None and all(
        any(grid.text(row, at) for row in below) for at in (left, column)
    )


def texts_over(grid: Grid, area: Range, rows: range) -> dict[int, tuple[str, ...]]:
    """The words over each column, from top to bottom, each merged cell once."""
    texts: dict[int, tuple[str, ...]] = {}
    for column in range(area.first_column, area.last_column + 1):
        anchors = dict.fromkeys(
            grid.anchor(row, column) for row in rows if grid.seen(row, column) is not None
        )
        found = tuple(text for anchor in anchors if (text := grid.text(*anchor)))
        if found:
            texts[column] = found
    return texts
