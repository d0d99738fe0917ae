"""Every table of figures on a sheet, whichever way its times run."""

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from openpyxl.utils.datetime import from_excel

from narabe.intake.figures import values
from narabe.intake.figures.across import across, snapshot
from narabe.intake.figures.columns import PATTERNS, columns_of, is_long
from narabe.intake.figures.document_day import base_of
from narabe.intake.figures.down import down
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import When, read, slashed
from narabe.intake.figures.regions import PERIODS_IN_AXIS, Region, regions, time_row
from narabe.intake.figures.spelling import tight
from narabe.intake.figures.tables import Found
from narabe.model.intake import Range, Sheet, Value

FIRST_SERIAL, LAST_SERIAL = 36526, 58000
"""The serial days of 2000 and about 2058."""
RELATIVE = re.compile(r"(?P<which>[前昨今本当])年度(?P<rest>実績値?|見込み?|計画|目標値?|末|計)?")
SCHOOL = re.compile(r"学年|学級|児童|生徒|年生")
LONGEST_WEAK, HEAD_ROWS = 3, 30
"""So many numbers in a row may be times, in the first rows of a sheet."""


def tables_of(sheet: Sheet, header_row: int | None = None) -> tuple[Found, ...]:
    """The tables of a sheet in order; `header_row` is where a person says that the first one begins."""
    sheet = _dated(sheet)
    grid = Grid(sheet)
    return tuple(
        table
        for region in regions(grid, header_row)
        for table in _table(_with_grades(_years_named(sheet, grid, region), region), region)
        if table.lines
    )


def _table(grid: Grid, region: Region) -> Iterator[Found]:
    area = region.range
    columns = columns_of(grid, area)
    if columns and is_long(columns):
        yield from down(grid, region, columns)
        return
    row, beside = _axis_row(grid, area)
    deep = _depth(grid, area, columns.times) if columns else 0
    if columns and deep >= PERIODS_IN_AXIS and _years_on_top(grid, area, row, columns.times):
        yield from down(grid, region, columns)
    elif beside >= PERIODS_IN_AXIS and (
        not columns or _crossed(grid, area, row, columns.times) or beside > deep
    ):
        yield from across(grid, region, row)
    elif columns and deep >= 1:
        yield from down(grid, region, columns)
    else:
        yield from snapshot(grid, region)


def _years_named(sheet: Sheet, grid: Grid, region: Region) -> Grid:
    """前年度 and 今年度 over a table whose title names a fiscal year, as those years."""
    base, area = base_of(region.titles, grid.name), region.range
    if base is None or not base.fiscal or base.year is None or base.part:
        return grid
    changed: dict[tuple[int, int], str] = {}
    for row in range(area.first_row, area.last_row + 1):
        cells = [(row, column) for column in range(area.first_column, area.last_column + 1)]
        if any(grid.number(*cell) is not None for cell in cells):
            break
        for cell in cells:
            if found := RELATIVE.fullmatch(tight(grid.own(*cell))):
                named = f"{base.year - (found['which'] in '前昨')}年度{found['rest'] or ''}"
                if (when := read(named)) and when.timed:
                    changed[cell] = named
    if not changed:
        return grid
    rows = [
        tuple(changed.get((at, column), value) for column, value in enumerate(row, start=1))
        for at, row in enumerate(sheet.rows, start=1)
    ]
    return Grid(replace(sheet, rows=tuple(rows)))


def _with_grades(grid: Grid, region: Region) -> Grid:
    """Where the title names the year, or the head speaks of 学年, a bare 1年 is no year."""
    base, area = base_of(region.titles, grid.name), region.range
    heads = [grid.text(row, column) for row in range(area.first_row, min(area.first_row + 2, area.last_row) + 1)
             for column in range(area.first_column, area.last_column + 1)]  # fmt: skip
    graded = copy(grid)
    graded.grades = (base is not None and base.year is not None) or any(
        map(SCHOOL.search, (*region.titles, *heads))
    )
    return graded


def _axis_row(grid: Grid, area: Range) -> tuple[int, int]:
    """The row of headings with most times, and their number; the lowest of equals."""
    best = (area.first_row, 0)
    for row in range(area.first_row, min(area.last_row, area.first_row + 6) + 1):
        count = len(time_row(grid, row, area.first_column, area.last_column)) or _bare_years(grid, area, row)
        if count >= max(best[1], 1):
            best = (row, count)
        if any(grid.number(row, column) is not None and grid.when(row, column) is None for column in range(area.first_column, area.last_column + 1)):  # fmt: skip
            break
    return best


def _bare_years(grid: Grid, area: Range, row: int) -> int:
    """2021, 2022, 2023 side by side on top."""
    whens = [grid.when(row, column) for column in range(area.first_column, area.last_column + 1) if grid.own(row, column) is not None]  # fmt: skip
    years = [when.year for when in whens if when and when.weak and when.year]
    rising = all(later - earlier == 1 for earlier, later in pairwise(years))
    return len(years) if len(years) >= 2 and rising and row == area.first_row else 0


def _depth(grid: Grid, area: Range, columns: tuple[int, ...]) -> int:
    """How many different times stand in the time columns."""
    return len({tuple(grid.text(row, column) for column in columns) for row in range(area.first_row, area.last_row + 1)
                if any((when := grid.when(row, column)) and when.timed for column in columns) or
                any(grid.number(row, column) is not None for column in columns)})  # fmt: skip


def _crossed(grid: Grid, area: Range, row: int, columns: tuple[int, ...]) -> bool:
    """Years down and months across."""
    top, side = _both(grid, area, row, columns)
    return _months(top) and _years(side)


def _years_on_top(grid: Grid, area: Range, row: int, columns: tuple[int, ...]) -> bool:
    """Months down and years across."""
    top, side = _both(grid, area, row, columns)
    return _years(top) and _months(side)


def _both(grid: Grid, area: Range, row: int, columns: tuple[int, ...]) -> tuple[list[When], list[When]]:
    """The times on top and down the side of a table."""
    top = [grid.when(row, column) for column in time_row(grid, row, area.first_column, area.last_column)]
    side = [grid.when(at, columns[0]) for at in range(row + 1, area.last_row + 1)]
    return [when for when in top if when], [when for when in side if when and when.timed]


def _months(whens: list[When]) -> bool:
    return bool(whens) and all(when.part and when.year is None for when in whens)


def _years(whens: list[When]) -> bool:
    return bool(whens) and all(when.year is not None and not when.part for when in whens)


def _dated(sheet: Sheet) -> Sheet:
    """Rows of serial days (45748, 45778, …) and of bare months (4, 5, … 3) as what they mean."""
    rows = [_slashed(_as_days(row)) for row in sheet.rows[:HEAD_ROWS]]
    rows += sheet.rows[HEAD_ROWS:]
    columns = {
        at
        for row in rows[:HEAD_ROWS]
        for at, cell in enumerate(row)
        if PATTERNS["time"].fullmatch(tight(cell))
    }
    return replace(sheet, rows=tuple(_slashed_in(row, columns) for row in rows) if columns else tuple(rows))


def _slashed_in(row: tuple[Value, ...], columns: set[int]) -> tuple[Value, ...]:
    """4/1 below 年月 or 日付 as 4月1日."""
    return tuple((slashed(cell) or cell) if at in columns else cell for at, cell in enumerate(row))


def _slashed(row: tuple[Value, ...]) -> tuple[Value, ...]:
    """A row of headings 4/1, 5/1, 6/1 as 4月1日, 5月1日, 6月1日; one with numbers is none."""
    if any(isinstance(values.read(cell), values.Number) for cell in row):
        return row
    return tuple(slashed(cell) or cell for cell in row)


def _as_days(row: tuple[Value, ...]) -> tuple[Value, ...]:
    places = [
        at for at, cell in enumerate(row) if isinstance(cell, (int, float)) and not isinstance(cell, bool)
    ]
    if len(places) < LONGEST_WEAK:
        return row
    numbers = [float(row[at]) for at in places]  # type: ignore[arg-type]
    meant: list[Value] = []
    if all(FIRST_SERIAL <= number <= LAST_SERIAL and number.is_integer() for number in numbers):
        days = [day.date() if isinstance(day := from_excel(number), datetime) else None for number in numbers]
        meant = list(days) if all(isinstance(day, date) and day.day == 1 for day in days) else []
    elif numbers == [float((3 + step) % 12 + 1) for step in range(len(numbers))]:
        meant = [f"{int(number)}月" for number in numbers] if len(numbers) >= 6 else []
    if not meant:
        return row
    changed = dict(zip(places, meant, strict=True))
    return tuple(changed.get(at, cell) for at, cell in enumerate(row))
