"""Every number of a table accounted for: taken in, checked as a total, or named in a message; none is lost in silence."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from narabe.intake.faults import MOST_OF_A_KIND, Faults
from narabe.intake.figures.beside import say_beside
from narabe.intake.figures.columns import PATTERNS
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.spelling import tight
from narabe.intake.figures.unread import aside, heading_over, year_of_row
from narabe.intake.figures.vocabulary import is_derived
from narabe.model.figures_plan import BlockPlan, FiguresPlan
from narabe.model.intake import Fault, Range
from narabe.words import figures_lost_sentences as say

Place = tuple[str, Range]
Cell = tuple[int, int]
FEWEST = 3
"""So many lost numbers, and as many as are taken in, refuse a table."""


def say_lost(
    plan: FiguresPlan,
    grids: Mapping[str, Grid],
    body_rows: Mapping[Place, int],
    read: Collection[tuple[str, int, int]],
    faults: Faults,
) -> None:
    """A warning per line with numbers that nothing accounts for; an error where a table loses more than it gives.

    `read` are (sheet, row, column) of the figures taken in.
    """
    tables: dict[Place, list[BlockPlan]] = defaultdict(list)
    for block in plan.blocks:
        if block.times and block.sheet in grids:
            tables[block.sheet, block.range].append(block)
    listed = faults.listed()
    for (sheet, area), blocks in tables.items():
        grid, first = grids[sheet], body_rows[sheet, area]
        told = [fault for fault in listed if fault.sheet == sheet]
        if max(Counter(fault.message.ja for fault in told).values(), default=0) >= MOST_OF_A_KIND:
            continue  # so many problems that they are counted, not listed: what is not named was counted
        numbers = [cell for cell in _cells(area, first) if grid.number(*cell) is not None]
        open_cells = [
            cell
            for cell in numbers
            if (sheet, *cell) not in read and not _meant(grid, area, first, cell, blocks)
        ]
        taken = sum((sheet, *cell) in read for cell in numbers)
        lost = [cell for cell in open_cells if not _named(grid, area, first, cell, blocks, told)]
        unread_rows = _rows_lost(blocks, open_cells)
        if (len(lost) >= max(FEWEST, taken)) or unread_rows:
            row = min(cell[0] for cell in lost or open_cells)
            faults.error(say.MANY_LOST, say.MEND_TABLE, sheet=sheet, row=row, value=blocks[0].title)
        else:
            _say(grid, area, first, lost, sheet, faults)


def _say(grid: Grid, area: Range, first: int, lost: list[Cell], sheet: str, faults: Faults) -> None:
    """増減 and the like as beside the figures; the rest once per row, or per column where that is shorter."""
    beside = {cell: name for cell in lost if (name := _derived(grid, area, first, cell))}
    if beside:
        say_beside(tuple(dict.fromkeys(beside.values())), sheet, faults)
    rest = [cell for cell in lost if cell not in beside]
    rows, columns = dict.fromkeys(row for row, _ in rest), dict.fromkeys(column for _, column in rest)
    if len(rows) <= len(columns):
        for row in rows:
            said = " ".join(_words(grid, area, row))
            faults.warning(say.LEFT_OVER, say.MEND_TABLE, sheet=sheet, row=row, value=said)
        return
    for column in columns:
        name = heading_over(grid, area, first, column) or grid.header(0, column)
        faults.warning(say.LEFT_OVER, say.MEND_TABLE, sheet=sheet, column=name, value=name)


def _derived(grid: Grid, area: Range, first: int, cell: Cell) -> str:
    """The heading or row label that says 増減, 平均 or the like."""
    names = (heading_over(grid, area, first, cell[1]), *_words(grid, area, cell[0]))
    return next((name for name in names if is_derived(name)), "")


def _words(grid: Grid, area: Range, row: int) -> list[str]:
    columns = range(area.first_column, area.last_column + 1)
    return [text for column in columns if (text := grid.label(row, column))]


def _cells(area: Range, first: int) -> Iterable[Cell]:
    rows = range(first, area.last_row + 1)
    return ((row, column) for row in rows for column in range(area.first_column, area.last_column + 1))


def _rows_lost(blocks: list[BlockPlan], open_cells: list[Cell]) -> bool:
    """Whether one row of several was read as the whole table."""
    down = [block for block in blocks if not block.across]
    times = {time for block in down for time, _ in block.times}
    lines = {one.line for block in down for one in block.series}
    rows = {row for row, column in open_cells if column in lines and row not in times}
    return len(times) == 1 and len(rows) > 1


def _meant(grid: Grid, area: Range, first: int, cell: Cell, blocks: list[BlockPlan]) -> bool:
    """Whether a number is no figure: a total or running total that is checked, a label, a time, a code."""
    row, column = cell
    name = tight(heading_over(grid, area, first, column))
    if aside(name) or PATTERNS["time"].fullmatch(name):
        return True
    text = grid.text(row, column)
    for block in blocks:
        line, time = (row, column) if block.across else (column, row)
        totals = {at for at, _ in (*block.time_totals, *block.side_totals)}
        lines = {one.line: one for one in block.series}
        one = lines.get(line)
        if time in totals and one is not None:
            return True
        if one is not None and (one.total_of or one.running_of is not None):
            return True
        parts = {part for each in block.series for part in (each.numerator, each.denominator)}
        if line in parts:
            return True
        if (
            block.across
            and one is not None
            and (text in one.label.split() or year_of_row(grid, block, first, row, column))
        ):
            return True
        if any(
            heading.line == (column if block.across else row) and text in heading.text.split()
            for heading in block.headings
        ):
            return True
    return False


def _named(
    grid: Grid, area: Range, first: int, cell: Cell, blocks: list[BlockPlan], told: Iterable[Fault]
) -> bool:
    """Whether a message speaks of the cell, its row or its column, or of the line by its name."""
    row, column = cell
    head = heading_over(grid, area, first, column)
    letter = grid.header(0, column)
    names = {head} | {one.label for block in blocks for one in block.series
                      if one.line == (row if block.across else column) and one.metric_id is None}  # fmt: skip
    names |= {grid.text(row, at) for at in range(area.first_column, column) if grid.label(row, at)}
    names.discard("")
    for fault in told:
        at_column = bool(fault.column) and fault.column in (head, letter)
        if fault.row == row and at_column:
            return True
        if fault.leaves_out is None:  # that a metric is new does not account for a number
            continue
        if (fault.row == row and not fault.column) or (fault.row is None and at_column):
            return True
        if names.intersection(fault.leaves_out):
            return True
    return False
