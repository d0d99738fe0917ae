"""One block of a plan -> its figures, with its totals and shares checked."""

import re
from collections.abc import Container
from functools import partial

from openpyxl.utils import get_column_letter

from narabe.intake.faults import Faults
from narabe.intake.figures import values
from narabe.intake.figures.checks import Cells, check_shares, check_small_shares, check_totals
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.known import Known
from narabe.intake.figures.readout import Figure, Place, read_figure
from narabe.intake.figures.running import check_running
from narabe.intake.figures.spelling import tight
from narabe.intake.figures.stated import stated_totals
from narabe.intake.figures.unread import heading_over
from narabe.model.figures_plan import BlockPlan, Period
from narabe.model.status import MetricKind
from narabe.words import figures_cell_sentences as cell_say
from narabe.words import figures_sentences as say

FIRST_DAY = re.compile(r"(?<!\d)0?1日$")
UNTOLD = (values.Gap.WITHHELD, values.Gap.UNKNOWN)
"""Signs for a number that is there and not told."""


def figures_of(grid: Grid, block: BlockPlan, body_row: int, known: Known, faults: Faults) -> list[Figure]:
    """Every figure of a block, with totals and shares checked."""
    roles, place = dict(block.roles), partial(_place, grid, block, body_row)
    merged = _say_merged(grid, block, body_row, faults)
    cells = _cells(grid, block, merged)
    stated = stated_totals(block, cells, known.kind_of, place, faults)
    wanted = [(one, time, period) for one in block.series for time, period in block.times] + stated
    found = [
        figure
        for one, time, period in wanted
        if one.metric_id in known.kinds and _cell(block, one.line, time) not in merged
        and (figure := read_figure(
            grid.own(*_cell(block, one.line, time)), place(one.line, time), one,
            roles.get(time, one.role), _moment(block, time, period, known.kind_of(one)), known.kinds[one.metric_id or ""], known.units[one.metric_id or ""], faults,
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


def _moment(block: BlockPlan, time: int, period: Period, kind: MetricKind | None) -> Period:
    """A stock under 4月1日 stands at that day; any other figure there is of the month."""
    read_as = next((one for one in block.headings if one.line == time), None)
    if kind is MetricKind.STOCK and period.months == 1 and read_as and read_as.period == period and FIRST_DAY.search(tight(read_as.text)):  # fmt: skip
        return Period(period.start, period.start, None)
    return period


def _say_merged(grid: Grid, block: BlockPlan, body_row: int, faults: Faults) -> set[tuple[int, int]]:
    """The cells of figures that are merged over several lines or times: whose number it is nobody can say."""
    lines = [one.line for one in block.series if one.metric_id]
    times = [time for time, _ in (*block.times, *block.time_totals)]
    under: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for cell in dict.fromkeys(_cell(block, line, time) for line in lines for time in times):
        under.setdefault(grid.anchor(*cell), []).append(cell)
    merged = {at: cells for at, cells in under.items() if len(cells) > 1 and grid.filled(*at)}
    for at, cells in merged.items():
        first, last = (f"{get_column_letter(column)}{row}" for row, column in (cells[0], cells[-1]))
        faults.warning(
            cell_say.merged_over(f"{first}:{last}"), cell_say.SPLIT_MERGED, sheet=block.sheet, row=at[0],
            column=_header(grid, block, body_row, at[1]), value=grid.own(*at), leaves_out=(), kind="merged",
        )  # fmt: skip
    return {cell for cells in merged.values() for cell in cells}


def _cells(grid: Grid, block: BlockPlan, merged: Container[tuple[int, int]]) -> Cells:
    """What stands in the cells of a block, and in the columns that its side totals sum."""
    times = [time for time, _ in (*block.times, *block.time_totals, *block.side_totals)]
    times += [part for _, parts in block.side_totals for part in parts]
    numbers: dict[tuple[int, int], values.Number] = {}
    unsaid: set[tuple[int, int]] = set()
    for one in block.series:
        for time in dict.fromkeys(times):
            row, column = _cell(block, one.line, time)
            found = values.read(grid.own(row, column))
            if (row, column) in merged:
                unsaid.add((one.line, time))
            elif isinstance(found, values.Number):
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
