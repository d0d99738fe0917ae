"""Numbers of a text file torn at their comma (`総務課,1,234` under two headings), and cells without a heading."""

import re
from collections.abc import Mapping
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
    zeros = {row: found for row in body if (found := _torn(grid, area, row, ZEROS))}
    if 2 * len(zeros) < len(body):
        _refuse(zeros, faults)
    headed = [
        column
        for column in range(area.first_column, area.last_column + 1)
        if any(grid.text(row, column) for row in range(max(area.first_row - 1, 1), body_row))
    ]
    if not headed or headed[-1] == area.last_column:
        return
    beyond = [
        row
        for row in range(body_row, area.last_row + 1)
        if any(grid.text(row, column) for column in range(headed[-1] + 1, area.last_column + 1))
    ]
    torn = {row: found for row in beyond if (found := _torn(grid, area, row, REST))}
    if len(torn) == len(beyond):
        _refuse({row: found for row, found in torn.items() if row not in zeros}, faults)


def _refuse(torn: Mapping[int, str], faults: Faults) -> None:
    for row, found in torn.items():
        faults.error(say.TORN, say.MEND_TORN, row=row, value=found)


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


def _torn(grid: Grid, area: Range, row: int, rest: re.Pattern[str]) -> str:
    """The first number of a row that lies in two cells, as it was meant."""
    cells = [grid.text(row, column) for column in range(area.first_column, area.last_column + 1)]
    pairs = (pair for pair in pairwise(cells) if HEAD.fullmatch(pair[0]) and rest.fullmatch(pair[1]))
    return ",".join(next(pairs, ()))
