"""What the cells of a series tell of it: the unit they carry, and whether shares are held as fractions."""

from collections.abc import Sequence
from dataclasses import dataclass

from narabe.intake.figures import units, values
from narabe.intake.figures.tables import Found, Line
from narabe.model.intake import Sheet, Value


@dataclass(frozen=True, slots=True)
class Held:
    """A cell; `percent` says that the workbook shows its number as a percentage."""

    value: Value
    percent: bool

    @property
    def stored(self) -> float | None:
        """The number that the workbook itself holds; None for text and anything else."""
        number = isinstance(self.value, (int, float)) and not isinstance(self.value, bool)
        return float(self.value) if number else None  # type: ignore[arg-type]


def cells_of(sheet: Sheet, found: Found, line: Line) -> list[Held]:
    """The cells of a line at its times."""
    places = [(line.line, time) if found.across else (time, line.line) for time, _ in found.axis.times]
    return [
        Held(sheet.rows[row - 1][column - 1], (row, column) in sheet.percent)
        for row, column in places
        if row <= len(sheet.rows) and column <= len(sheet.rows[row - 1])
    ]


def unit_in(cells: Sequence[Held], of_table: str = "") -> str:
    """The unit that the numbers carry themselves (1,234件, a cell shown as a percentage): one, on half of them or more.

    One that differs from that of the table only in scale (円, 千円) must stand on every number.
    """
    written = [
        "%" if cell.percent else number.unit
        for cell in cells
        if isinstance(number := values.read(cell.value), values.Number)
    ]
    carried = sorted(set(written) - {""})
    if len(carried) != 1 or 2 * written.count(carried[0]) < len(written):
        return ""
    scale_only = bool(of_table) and units.same(carried[0], of_table)
    return "" if scale_only and "" in written else carried[0]


def up_to_hundred(cells: Sequence[Held]) -> bool:
    """Whether there are numbers, and none beyond 100."""
    found = [number for cell in cells if isinstance(number := values.read(cell.value), values.Number)]
    return bool(found) and all(abs(number.value) <= 100 for number in found)


def held_as_fractions(cells: Sequence[Held]) -> bool:
    """0.45 for 45 %: shown so by the workbook, or all numbers between 0 and 1 and not all of them whole."""
    stored = [cell for cell in cells if cell.stored is not None]
    if any(cell.percent for cell in stored):
        return all(cell.percent for cell in stored)
    numbers = [cell.stored for cell in stored if cell.stored is not None]
    told = sum(isinstance(values.read(cell.value), values.Number) for cell in cells)
    return (
        0 < len(numbers) == told
        and all(0 <= number <= 1 for number in numbers)
        and any(0 < number < 1 for number in numbers)
    )
