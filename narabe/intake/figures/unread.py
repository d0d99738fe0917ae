"""Rows and columns that hold numbers and are not taken in: said by name, none in silence."""

from collections.abc import Mapping, Sequence

from narabe.intake.faults import Faults
from narabe.intake.figures.beside import say_beside
from narabe.intake.figures.columns import PATTERNS
from narabe.intake.figures.durations import is_clock, of_day
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.row_labels import idle
from narabe.intake.figures.spelling import tight
from narabe.intake.figures.tables import UNIT_HEADERS
from narabe.intake.figures.vocabulary import is_derived, is_total
from narabe.model.figures_plan import BlockPlan, FiguresPlan
from narabe.model.intake import Range
from narabe.model.months import fiscal_year
from narabe.words import figures_cell_sentences as cell_say
from narabe.words import figures_sentences as say

Place = tuple[str, Range]


def say_unread(
    plan: FiguresPlan, grids: Mapping[str, Grid], body_rows: Mapping[Place, int], faults: Faults
) -> None:
    """Per table: a warning for numbers whose period cannot be read, one note for 前年比, 平均 and the like."""
    tables: dict[tuple[Place, bool], list[BlockPlan]] = {}
    for block in plan.blocks:
        if block.times and block.sheet in grids:
            tables.setdefault(((block.sheet, block.range), block.across), []).append(block)
    for (place, across), blocks in tables.items():
        grid, first = grids[place[0]], body_rows[place]
        beside = _columns(grid, blocks, first, faults) if across else _rows(grid, blocks, faults)
        beside += [] if across else _columns_beside(grid, blocks, first)
        if not across:
            _clocks(grid, blocks, first, faults)
        beside += [one.label for block in blocks for one in block.series if one.metric_id is None and is_derived(one.label)]  # fmt: skip
        if beside:
            say_beside(tuple(dict.fromkeys(beside)), place[0], faults)


def _times(blocks: Sequence[BlockPlan]) -> set[int]:
    return {time for block in blocks for time, _ in (*block.times, *block.time_totals)}


def _lines(blocks: Sequence[BlockPlan]) -> set[int]:
    return {one.line for block in blocks for one in block.series}


def _columns(grid: Grid, blocks: Sequence[BlockPlan], first: int, faults: Faults) -> list[str]:
    """Columns of numbers that are no time. Returns the names of those beside the figures."""
    area, times, lines = blocks[0].range, _times(blocks), _lines(blocks)
    block_of = {one.line: block for block in blocks for one in block.series}
    beside: list[str] = []
    for column in range(area.first_column, area.last_column + 1):
        name = heading_over(grid, area, first, column)
        numbers = [
            line
            for line, block in block_of.items()
            if grid.number(line, column) is not None and not year_of_row(grid, block, first, line, column)
        ]
        left = column < min(times)
        if column in times or not numbers or aside(name):
            continue
        if left and _words(grid, lines, column) >= len(numbers):
            continue
        if is_derived(name) or is_total(name):
            beside.append(name)
        else:
            said = name or grid.header(0, column)
            faults.warning(
                say.column_left_out(said), say.SAY_PERIOD, sheet=blocks[0].sheet, column=said, value=said,
                leaves_out=(said,), kind="column",
            )  # fmt: skip
    return beside


def _columns_beside(grid: Grid, blocks: Sequence[BlockPlan], first: int) -> list[str]:
    """Columns beside the figures where the times run down, or where there is but one time."""
    area, times, lines = blocks[0].range, _times(blocks), _lines(blocks)
    found = []
    for column in range(area.first_column, area.last_column + 1):
        name = heading_over(grid, area, first, column)
        held = any(grid.number(time, column) is not None for time in times)
        if held and column not in lines and (is_derived(name) or is_total(name)) and not aside(name):
            found.append(name)
    return found


def _clocks(grid: Grid, blocks: Sequence[BlockPlan], first: int, faults: Faults) -> None:
    """Columns of 12:30 that nobody reads as a length of time, nor as a time of day."""
    area, times, lines = blocks[0].range, _times(blocks), _lines(blocks)
    for column in range(area.first_column, area.last_column + 1):
        name = heading_over(grid, area, first, column) or grid.header(0, column)
        if (
            column not in lines
            and not of_day(name)
            and any(is_clock(grid.own(time, column)) for time in times)
        ):
            faults.warning(
                say.column_left_out(name), cell_say.WRITE_HOURS, sheet=blocks[0].sheet, column=name, value=name,
                leaves_out=(name,), kind="column",
            )  # fmt: skip


def _rows(grid: Grid, blocks: Sequence[BlockPlan], faults: Faults) -> list[str]:
    """Rows of numbers that are no time. Returns the names of those beside the figures."""
    area, times, lines = blocks[0].range, _times(blocks), _lines(blocks)
    beside: list[str] = []
    for row in range(area.first_row, area.last_row + 1):
        texts = [grid.text(row, column) for column in range(area.first_column, min(lines))]
        said = " ".join(text for text in texts if text)
        numbers = [line for line in lines if grid.number(row, line) is not None]
        if row in times or not numbers or (row < min(times) and not _below_head(grid, row, texts, numbers)):
            continue
        if any(is_derived(text) or is_total(text) for text in texts):
            beside += [text for text in texts if is_derived(text)]
        else:
            faults.warning(
                say.NO_PERIOD, say.SAY_PERIOD, sheet=blocks[0].sheet, row=row, value=said, leaves_out=()
            )
    return beside


def _below_head(grid: Grid, row: int, texts: Sequence[str], numbers: Sequence[int]) -> bool:
    """A row before the first time: one of figures, not of the headings (2023, 2024)."""
    return any(texts) and any(grid.when(row, line) is None for line in numbers)


def _words(grid: Grid, lines: set[int], column: int) -> int:
    return sum(bool(grid.label(line, column)) for line in lines)


def aside(name: str) -> bool:
    """Columns that nobody misses: コード, 単位, the month before on our own form."""
    return (
        idle(name) or name.casefold() in UNIT_HEADERS or PATTERNS["idle"].fullmatch(tight(name)) is not None
    )


def year_of_row(grid: Grid, block: BlockPlan, first: int, row: int, column: int) -> bool:
    """Whether a number left of the months is the year of its row: 2023, 2024 under 年度 or under nothing."""
    name, number = tight(heading_over(grid, block.range, first, column)), grid.number(row, column)
    if number is None or not block.times or column >= min(time for time, _ in block.times):
        return False
    if name and not PATTERNS["time"].fullmatch(name):
        return False
    return any(number.value in (period.start.year, fiscal_year(period.start)) for _, period in block.times)


def heading_over(grid: Grid, area: Range, first: int, column: int) -> str:
    """The lowest heading of a column; empty where nothing stands over it."""
    for above in range(first - 1, area.first_row - 1, -1):
        if text := grid.text(above, column):
            return text[:40]
    return ""
