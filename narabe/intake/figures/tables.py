"""Tables of figures on a sheet: which lines are times, which are series, and what stands around them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from narabe.intake.figures.grid import Grid
from narabe.intake.figures.periods import Axis
from narabe.intake.figures.spelling import plain
from narabe.intake.figures.units import is_unit
from narabe.model.intake import Range

UNIT_SAID = re.compile(r"単位\s*[:：は]?\s*(?P<unit>[^)）\]】\s、,。]+)")
UNIT_IN_TITLE = re.compile(r"[(\[【]?\s*単位\s*[:：は]?[^)）\]】]*[)\]】]?")
UNIT_HEADERS = ("単位", "unit")
BRACKETED_UNIT = re.compile(r"[(\[](?P<unit>[^()\[\]]{1,8})[)\]]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A series as it lies: its row or column, its labels from outer to inner, and what it says of itself.

    `metric_id` and `segment` stand where the file names them by our own ids; `metric` and `parts` where it has
    columns of names.
    """

    line: int
    labels: tuple[str, ...]
    unit: str = ""
    role: str | None = None
    metric_id: str = ""
    segment: str = ""
    metric: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One table, or its columns under the same words. `across`: time runs over the columns.

    `unit` is that of the whole table; `over` what stands over all of its times; `side_totals` are (line, lines of the
    same time that it sums).
    """

    sheet: str
    range: Range
    titles: tuple[str, ...]
    across: bool
    axis: Axis
    lines: tuple[Line, ...]
    unit: str = ""
    notes: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    side_totals: tuple[tuple[int, tuple[int, ...]], ...] = ()

    @property
    def title(self) -> str:
        """The line nearest above the table that says more than a unit."""
        said = (UNIT_IN_TITLE.sub("", title).strip() for title in reversed(self.titles))
        return next((title for title in said if title), "")


def unit_of(label: str) -> str:
    """The unit in brackets at the end of a label; empty where the brackets hold something else."""
    found = BRACKETED_UNIT.search(plain(label))
    return found["unit"].strip() if found and is_unit(found["unit"]) else ""


def without_unit(label: str) -> str:
    return BRACKETED_UNIT.sub("", plain(label)).strip() if unit_of(label) else plain(label)


def unit_said(texts: Iterable[str]) -> str:
    """`（単位：千円）` in a title, or a title that ends in `（人）`; the last one counts."""
    texts = [plain(text) for text in texts]
    said = [found["unit"] for text in texts if (found := UNIT_SAID.search(text))] or [
        unit_of(text) for text in texts
    ]
    return said[-1].strip() if said else ""


def body_rows(grid: Grid, area: Range, columns: Sequence[int], first: int) -> list[int]:
    """Rows from `first` on that hold a number in these columns, or beside a name anything that stands for one."""
    return [
        row
        for row in range(first, area.last_row + 1)
        if any(grid.number(row, column) is not None for column in columns)
        or (any(_stands(grid, row, column) for column in columns) and _worded(grid, row, area, columns))
    ]


def _stands(grid: Grid, row: int, column: int) -> bool:
    """Anything but a heading: a sign for none, or words where a number is meant."""
    value = grid.own(row, column)
    return value is not None and grid.when(row, column) is None and not is_unit(grid.text(row, column))


def _worded(grid: Grid, row: int, area: Range, columns: Sequence[int]) -> bool:
    return any(grid.label(row, column) for column in range(area.first_column, min(columns)))
