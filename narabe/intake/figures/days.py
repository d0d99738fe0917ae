"""Times that no figure can be kept for: single days, and years far ahead."""

from collections.abc import Mapping

from narabe.intake.faults import Faults
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import STATE, YEARS
from narabe.intake.figures.periods import month_end
from narabe.intake.figures.unread import heading_over
from narabe.model.figures_plan import BlockPlan, FiguresPlan, Period
from narabe.model.intake import Range
from narabe.model.status import MetricKind
from narabe.words import figures_sentences as say

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
            if period.end.year not in YEARS:
                said = _said(grid, block, first, time)
                row = None if block.across else time
                faults.error(say.year_beyond(period.end.year), say.MEND_YEAR, sheet=place[0], row=row, value=said, kind="year")  # fmt: skip
        _check_table(grid, first, times, kinds, faults)


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
            faults.error(say.DAILY, say.SUM_TO_MONTHS, sheet=block.sheet, row=row, value=said)
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
