"""One block of a plan -> its figures, with its totals and shares checked."""

from functools import partial

from narabe.intake.faults import Faults
from narabe.intake.figures import values
from narabe.intake.figures.checks import Cells, check_shares, check_small_shares, check_totals
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.known import Known
from narabe.intake.figures.readout import Figure, Place, read_figure
from narabe.intake.figures.running import check_running
from narabe.intake.figures.stated import stated_totals
from narabe.intake.figures.unread import heading_over
from narabe.model.figures_plan import BlockPlan
from narabe.model.status import MetricKind
from narabe.words import figures_sentences as say

UNTOLD = (values.Gap.WITHHELD, values.Gap.UNKNOWN)
"""Signs for a number that is there and not told."""


def figures_of(grid: Grid, block: BlockPlan, body_row: int, known: Known, faults: Faults) -> list[Figure]:
    """Every figure of a block, with totals and shares checked."""
    roles, place = dict(block.roles), partial(_place, grid, block, body_row)
    cells = _cells(grid, block)
    stated = stated_totals(block, cells, known.kind_of, place, faults)
    wanted = [(one, time, period) for one in block.series for time, period in block.times] + stated
    found = [
        figure
        for one, time, period in wanted
        if one.metric_id in known.kinds
        and (figure := read_figure(
            grid.own(*_cell(block, one.line, time)), place(one.line, time), one,
            roles.get(time, one.role), period, known.kinds[one.metric_id or ""], known.units[one.metric_id or ""], faults,
        ))
    ]  # fmt: skip
    flows = frozenset(
        one.line for one in block.series if known.kinds.get(one.metric_id or "") is MetricKind.FLOW
    )
    check_totals(block, cells, known.kind_of, place, faults)
    check_running(block, cells.numbers, flows, place, faults)
    of_a_day = {
        figure.series.line: figure.series
        for figure in found
        if figure.series.line in flows
        and figure.period.months is None
        and figure.period.start == figure.period.end
    }
    for one in block.series:
        if one.factor == 100 and known.kinds.get(one.metric_id or "") is MetricKind.RATIO:
            places = [_cell(block, one.line, time) for time, _ in block.times]
            if not any(place_of in grid.percent for place_of in places):
                where = {"sheet": block.sheet, "row": one.line if block.across else None, "value": one.label}
                faults.note(say.FRACTIONS, say.CHECK_FACTOR, **where)
    for line, one in of_a_day.items():
        where = {"sheet": block.sheet, "row": line if block.across else None, "value": one.label}
        faults.warning(say.STATE_FOR_FLOW, say.LOOK, **where)
    check_small_shares(found, known.kinds, known.units, faults)
    return check_shares(found, known.kinds, cells.numbers, faults)


def _cells(grid: Grid, block: BlockPlan) -> Cells:
    """What stands in the cells of a block, and in the columns that its side totals sum."""
    times = [time for time, _ in (*block.times, *block.time_totals, *block.side_totals)]
    times += [part for _, parts in block.side_totals for part in parts]
    numbers: dict[tuple[int, int], values.Number] = {}
    unsaid: set[tuple[int, int]] = set()
    for one in block.series:
        for time in dict.fromkeys(times):
            row, column = _cell(block, one.line, time)
            found = values.read(grid.own(row, column))
            if isinstance(found, values.Number):
                numbers[one.line, time] = found
            elif found is None or found in UNTOLD:
                unsaid.add((one.line, time))
    return Cells(numbers, frozenset(unsaid))


def _cell(block: BlockPlan, line: int, time: int) -> tuple[int, int]:
    return (line, time) if block.across else (time, line)


def _place(grid: Grid, block: BlockPlan, body_row: int, line: int, time: int) -> Place:
    row, column = _cell(block, line, time)
    return Place(block.sheet, row, _header(grid, block, body_row, column), line, time, column)


def _header(grid: Grid, block: BlockPlan, body_row: int, column: int) -> str:
    """The lowest heading of a column, or its letter."""
    return heading_over(grid, block.range, body_row, column) or grid.header(0, column)
