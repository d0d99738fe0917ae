"""Numbers of a text file torn at their comma (`総務課,1,234` under two headings), and cells without a heading."""

import re
from collections.abc import Iterable
from itertools import pairwise

from narabe.intake.faults import Faults
from narabe.intake.figures.grid import Grid
from narabe.model.figures_plan import BlockPlan
from narabe.model.intake import Range
from narabe.words import figures_lost_sentences as lost_say
from narabe.words import figures_sentences as say

HEAD, REST = re.compile(r"[-△▲]?[1-9]\d{0,2}"), re.compile(r"\d{3}(\.\d+)?")
ZEROS = re.compile(r"0\d\d")


def check_torn(grid: Grid, area: Range, body_row: int, faults: Faults) -> None:
    """Refuse rows that reach beyond the headings where each holds two cells that make up a number; 1 is not 1,234.

    Headings narrower than the rows stand right above the table. Within the headings the end of a torn number is known
    by its zero (`30,020`), unless other rows hold such cells too, as codes.
    """
    if grid.name:  # a workbook keeps its cells apart
        return
    body = range(body_row, area.last_row + 1)
    torn = _beyond_headings(grid, area, body) | _by_zero(grid, area, body)
    for row in sorted(torn):
        faults.error(say.TORN, say.MEND_TORN, row=row, value=torn[row])


def _beyond_headings(grid: Grid, area: Range, body: range) -> dict[int, str]:
    """Row -> number, where every row that reaches beyond the headings holds one."""
    headed = [
        column
        for column in range(area.first_column, area.last_column + 1)
        if any(grid.text(row, column) for row in range(max(area.first_row - 1, 1), body.start))
    ]
    if not headed:
        return {}
    more = range(headed[-1] + 1, area.last_column + 1)
    beyond = [row for row in body if any(grid.text(row, column) for column in more)]
    torn = _torn(grid, area, beyond, REST)
    return torn if len(torn) == len(beyond) else {}


def _by_zero(grid: Grid, area: Range, body: range) -> dict[int, str]:
    """Row -> number, where fewer than half of the rows hold one."""
    torn = _torn(grid, area, body, ZEROS)
    return torn if 2 * len(torn) < len(body) else {}


def check_headed(grid: Grid, block: BlockPlan, faults: Faults) -> None:
    """Refuse numbers in a line without a name, beside lines that have one: an extra cell of a ragged row."""
    for one in block.series:
        if one.label or one.metric_id is not None:
            continue
        for time in dict.fromkeys((*(at for at, _ in block.times), *(at for at, _ in block.time_totals))):
            row, column = (one.line, time) if block.across else (time, one.line)
            if grid.number(row, column) is not None:
                faults.error(
                    lost_say.NO_HEADING, lost_say.MEND_HEADING, sheet=block.sheet, row=row,
                    column=grid.header(0, column), value=grid.text(row, column), leaves_out=(),
                )  # fmt: skip


def _torn(grid: Grid, area: Range, rows: Iterable[int], rest: re.Pattern[str]) -> dict[int, str]:
    """Row -> the first number that lies in two cells, as it was meant; rows without one are left out."""
    columns = range(area.first_column, area.last_column + 1)
    found = {}
    for row in rows:
        for head, tail in pairwise(grid.text(row, column) for column in columns):
            if HEAD.fullmatch(head) and rest.fullmatch(tail):
                found[row] = f"{head},{tail}"
                break
    return found
