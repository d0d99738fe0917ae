"""Excel workbooks: values by calamine, which is fast; looks by openpyxl where the workbook is small."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

import duckdb
import python_calamine

from narabe.intake.faults import refusal
from narabe.intake.reading.cells import as_text, column_as_text
from narabe.intake.reading.code_sheets import LOOKED_AT as FIRST_ROWS
from narabe.intake.reading.code_sheets import Coded, codes_in, may_hold_codes
from narabe.intake.reading.headers import find_header, letter
from narabe.intake.reading.incoming import Incoming, within
from narabe.intake.reading.package import Inside, inspect
from narabe.intake.reading.raw_table import Loaded, finish, forget, load
from narabe.intake.reading.workbook_looks import looks_of
from narabe.model.intake import (
    Detection,
    Format,
    Progress,
    Raw,
    ReadOptions,
    Sheet,
    SheetFound,
    Value,
    quietly,
)
from narabe.settings import Limits
from narabe.words import intake_problems as say

LOOKED_AT = 60
BATCH_CELLS = 400_000
LOOKS_UP_TO = 300_000
MOST_COLUMNS, LISTED = 1000, 1000
MOST_CELLS_OF_CODES = 200_000


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet loaded by calamine; `first_column` is the first used one, from 1."""

    found: SheetFound
    cells: python_calamine.CalamineSheet
    inside: Inside
    first_column: int

    def rows(self) -> Iterator[list[Value]]:
        """From row 1, from the first used column; "" for empty; a formula's error stands as its text."""
        if not self.inside.errors:
            yield from self.cells.iter_rows()  # type: ignore[misc]
            return
        failed = dict.fromkeys(row for row, _ in self.inside.errors)
        for number, values in enumerate(self.cells.iter_rows(), start=1):
            if number in failed:
                self._put_errors(number, values)
            yield values  # type: ignore[misc]

    def _put_errors(self, number: int, values: list) -> None:
        for (row, column), error in self.inside.errors.items():
            place = column - self.first_column
            if row == number and 0 <= place < len(values) and values[place] == "":
                values[place] = error


@dataclass
class Workbook(Incoming):
    """A workbook whose sheets are loaded."""

    grids: tuple[Grid, ...]
    warned: bool = False

    def _grid(self, rows: int | None) -> tuple[Sheet, ...]:
        """Every sheet, also hidden and empty ones; with looks where all sheets together are small."""
        within(sum(min(grid.found.rows, rows or grid.found.rows) * grid.found.columns for grid in self.grids))
        plain = {grid.found.name: _sheet(grid, rows) for grid in self.grids}
        self._note_unknown()
        size = sum(grid.found.rows * grid.found.columns for grid in self.grids)
        if size <= LOOKS_UP_TO:
            return tuple(looks_of(self.path, plain, self.found).values())
        return tuple(replace(sheet, looks_read=False) for sheet in plain.values())

    def bulk(self, connection: duckdb.DuckDBPyConnection, progress: Progress = quietly) -> Raw:
        """In pieces of some ten thousand rows. Formulas that have no stored result are errors."""
        forget(connection)
        grid = self._chosen()
        self._note_others(grid)
        name, first = grid.found.name, grid.first_column
        top = [column_as_text(_plain(row)) for row in islice(grid.rows(), LOOKED_AT)]
        header = find_header(top, self.options.header_row, self.found, name)
        width = grid.found.columns - first + 1
        for row, column in islice(grid.inside.no_result, LISTED):
            self.found.error(say.NO_RESULT, say.RECALCULATE, sheet=name, row=row, column=letter(column))
        pieces = _pieces(islice(grid.rows(), header.last, None), header.last + 1, width, progress)
        load(connection, width, pieces)
        loaded = Loaded(
            header, width, sheet=name, formula_errors=bool(grid.inside.errors), first_column=first
        )
        return finish(connection, loaded, self.limits, self.found)

    def _note_others(self, chosen: Grid) -> None:
        """Say which sheet was read, which one tells its codes, and which cannot be seen."""
        told, coding = self.options.sheet is not None, self._coding(chosen)
        others = [
            each for each in self.grids if each.found.rows and each is not chosen and each is not coding
        ]
        if coding:
            self.found.note(say.code_sheet(coding.found.name), say.CODEBOOK_FIRST, sheet=coding.found.name)
        if any(not each.found.hidden for each in others) and not told:
            self.found.note(say.read_of_several(chosen.found.name), say.CHOOSE_SHEET, sheet=chosen.found.name)
        for each in others:
            if each.found.hidden:
                self.found.note(say.HIDDEN_SHEET, sheet=each.found.name)

    @property
    def codes(self) -> tuple[Coded, ...]:
        coding = self._coding(self._chosen())
        return codes_in(_texts(coding)) if coding else ()

    def _coding(self, chosen: Grid) -> Grid | None:
        """The sheet that tells the codes of another: the first one."""
        return next((each for each in self.grids if each is not chosen and _tells_codes(each)), None)

    def _note_unknown(self) -> None:
        """Warn once of formulas without a stored result: their cells are empty in the grid."""
        if self.warned:
            return
        self.warned = True
        for grid in self.grids:
            for row, column in islice(grid.inside.no_result, LISTED):
                self.found.warning(
                    say.NO_RESULT, say.RECALCULATE, sheet=grid.found.name, row=row, column=letter(column)
                )

    @property
    def chosen_sheet(self) -> str:
        return self._chosen().found.name

    def _chosen(self) -> Grid:
        """The sheet a person names, else the one with the most cells among the visible. Errors: Refused."""
        names = tuple(grid.found.name for grid in self.grids)
        if self.options.sheet is not None:
            told = [grid for grid in self.grids if grid.found.name == self.options.sheet]
            if not told:
                raise refusal(say.no_such_sheet(self.options.sheet[:60], names), say.CHOOSE_SHEET)
            return _within(told[0], self.limits)
        filled = [grid for grid in self.grids if grid.found.rows]
        if not filled:
            raise refusal(say.NOTHING_THERE, say.CHOOSE_ANOTHER)
        seen = [grid for grid in filled if not grid.found.hidden] or filled
        if len(seen) > 1:
            seen = [grid for grid in seen if not _tells_codes(grid)] or seen
        best = max(
            seen, key=lambda grid: (grid.found.rows * grid.found.columns, -names.index(grid.found.name))
        )
        return _within(best, self.limits)


def open_workbook(path: Path, file_name: str, options: ReadOptions, limits: Limits) -> Workbook:
    """Inspect the package, then load its sheets. Errors: Refused."""
    inside = inspect(path, limits)
    grids = _loaded(path, inside)
    if not grids:
        raise refusal(say.NO_SHEETS, say.CHOOSE_ANOTHER)
    detection = Detection(Format.WORKBOOK, tuple(grid.found for grid in grids))
    return Workbook(path, file_name, options, limits, detection, grids=grids)


def _loaded(path: Path, inside: dict[str, Inside]) -> tuple[Grid, ...]:
    grids = []
    try:
        with python_calamine.CalamineWorkbook.from_path(path) as workbook:
            for about in workbook.sheets_metadata:
                if about.typ is not python_calamine.SheetTypeEnum.WorkSheet or about.name not in inside:
                    continue
                cells = workbook.get_sheet_by_name(about.name)
                hidden = about.visible is not python_calamine.SheetVisibleEnum.Visible
                last_row, last_column = (cells.end[0] + 1, cells.end[1] + 1) if cells.end else (0, 0)
                first = cells.start[1] + 1 if cells.start else 1
                size = SheetFound(about.name, last_row, last_column, hidden)
                grids.append(Grid(size, cells, inside[about.name], first))
    except python_calamine.PasswordError as error:
        raise refusal(say.LOCKED, say.UNLOCK) from error
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise refusal(say.BROKEN_PART, say.GET_AGAIN) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what Rust raises is no Exception
            raise
        raise refusal(say.BROKEN_PART, say.GET_AGAIN) from error
    return tuple(grids)


def _within(grid: Grid, limits: Limits) -> Grid:
    """Errors: Refused for more columns or rows than allowed."""
    size = grid.found
    width = size.columns - grid.first_column + 1
    if width > limits.columns:
        raise refusal(say.too_many_columns(width, limits.columns), say.DROP_COLUMNS, sheet=size.name)
    if size.rows - 1 > limits.rows:
        raise refusal(say.too_many_rows(size.rows - 1, limits.rows), say.SPLIT, sheet=size.name)
    return grid


def _tells_codes(grid: Grid) -> bool:
    small = grid.found.rows * grid.found.columns <= MOST_CELLS_OF_CODES
    return small and may_hold_codes(_texts(grid, FIRST_ROWS)) and bool(codes_in(_texts(grid)))


def _texts(grid: Grid, most: int | None = None) -> list[list[str | None]]:
    return [column_as_text(_plain(row)) for row in islice(grid.rows(), most)] if grid.found.rows else []


def _sheet(grid: Grid, most: int | None) -> Sheet:
    """The cells from A1 on, without looks; wide and high enough for formulas that have no result."""
    before: tuple[Value, ...] = (None,) * (grid.first_column - 1)
    rows = [(*before, *_plain(row)) for row in islice(grid.rows(), most)] if grid.found.rows else []
    unknown = [place for place in grid.inside.no_result if most is None or place[0] <= most]
    height = max((row for row, _ in unknown), default=0)
    width = max((column for _, column in unknown), default=0)
    if width <= MOST_COLUMNS and height <= len(rows) + MOST_COLUMNS:
        rows += [()] * (height - len(rows))
        width = max(width, *map(len, rows)) if rows else 0
        rows = [(*row, *(None,) * (width - len(row))) for row in rows]
    return Sheet(grid.found.name, tuple(rows), grid.found.hidden, objects=grid.inside.objects)


def _plain(row: list[Value]) -> tuple[Value, ...]:
    """Empty cells as None, spans of time as text."""
    return tuple(
        None if cell == "" else as_text(cell) if isinstance(cell, timedelta) else cell for cell in row
    )


def _pieces(
    rows: Iterator[list[Value]], number: int, width: int, progress: Progress
) -> Iterator[tuple[list[int], list[list[str | None]]]]:
    """Row numbers and columns of texts, some at a time."""
    size, start = max(100, BATCH_CELLS // max(1, width)), number
    while batch := list(islice(rows, size)):
        yield (
            list(range(number, number + len(batch))),
            [column_as_text(column) for column in zip(*batch, strict=True)],
        )
        number += len(batch)
        progress(say.reading(number - start))
