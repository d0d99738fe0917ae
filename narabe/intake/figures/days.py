"""Times that no figure can be kept for: single days, and years far ahead."""

from collections.abc import Mapping
from datetime import date

from openpyxl.utils import get_column_letter

from narabe.intake.faults import Faults
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import STATE, YEARS
from narabe.intake.figures.spans import month_end
from narabe.intake.figures.unread import heading_over
from narabe.model.figures_plan import BlockPlan, FiguresPlan, Period
from narabe.model.intake import Range
from narabe.model.status import MetricKind
from narabe.words import figures_time_sentences as say

AHEAD = 3
"""So many years from now a figure may be observed: the fiscal year that runs, and a year or two of slack."""
Place = tuple[str, Range]


def check_days(
    plan: FiguresPlan,
    grids: Mapping[str, Grid],
    body_rows: Mapping[Place, int],
    kinds: Mapping[str, MetricKind],
    faults: Faults,
) -> None:
    """Refuse a table of daily figures (the first of a month would pass for the month), and years beyond 2100."""
    tables: dict[Place, list[BlockPlan]] = {}
    for block in plan.blocks:
        if block.sheet in grids and any(one.metric_id for one in block.series):
            tables.setdefault((block.sheet, block.range), []).append(block)
    for place, blocks in tables.items():
        grid, first = grids[place[0]], body_rows[place]
        times = {(time, period): block for block in blocks for time, period in block.times}
        for (time, period), block in times.items():
            _check_year(grid, block, first, time, period, faults)
        _check_table(grid, first, times, kinds, faults)


def _check_year(grid: Grid, block: BlockPlan, first: int, time: int, period: Period, faults: Faults) -> None:
    """A year beyond 2100 is refused; figures that count as observed are not of years to come."""
    year = period.end.year
    roles = {dict(block.roles).get(time, one.role) for one in block.series if one.metric_id}
    ahead = year > date.today().year + AHEAD and roles & {"observed", "baseline"}
    if year in YEARS and not ahead:
        return
    row, column = _cell_of(grid, block, first, time)
    where = {"sheet": block.sheet, "row": row, "column": column, "value": _said(grid, block, first, time)}
    if year in YEARS:
        faults.warning(say.year_ahead(year), say.MEND_AHEAD, kind="year ahead", **where)
    else:
        faults.error(say.year_beyond(year), say.MEND_YEAR, kind="year", **where)


def _cell_of(grid: Grid, block: BlockPlan, first: int, time: int) -> tuple[int, str]:
    """Where the heading of a time stands: its row, and the heading or letter of its column."""
    area = block.range
    if block.across:
        rows = range(first - 1, area.first_row - 1, -1)
        row = next((row for row in rows if grid.when(row, time)), area.first_row)
        return row, heading_over(grid, area, first, time) or get_column_letter(time)
    columns = range(area.first_column, min(one.line for one in block.series))
    column = next((column for column in columns if grid.when(time, column)), area.first_column)
    return time, heading_over(grid, area, first, column) or get_column_letter(column)


def _check_table(
    grid: Grid,
    first: int,
    times: Mapping[tuple[int, Period], BlockPlan],
    kinds: Mapping[str, MetricKind],
    faults: Faults,
) -> None:
    series = [one for block in times.values() for one in block.series if one.metric_id]
    states = all(kinds.get(one.metric_id or "") is MetricKind.STOCK for one in series)
    if len(times) < 2 or (states and all(period.months is None for _, period in times)):
        return
    for (time, period), block in times.items():
        said = _said(grid, block, first, time)
        if _within_month(period) and not STATE.search(said):
            row = None if block.across else time
            faults.error(say.DAILY, say.SUM_TO_MONTHS, sheet=block.sheet, row=row, value=said, leaves_out=())
            return


def _within_month(period: Period) -> bool:
    """A single day, neither the first nor the last of its month."""
    day = period.start
    alone = period.months is None and day == period.end
    return alone and day.day != 1 and day != month_end(day.year, day.month)


def _said(grid: Grid, block: BlockPlan, first: int, time: int) -> str:
    """The heading of a time, as the file writes it."""
    if block.across:
        return heading_over(grid, block.range, first, time)
    lines = [one.line for one in block.series]
    texts = (grid.text(time, column) for column in range(block.range.first_column, min(lines)))
    return " ".join(text for text in texts if text)
