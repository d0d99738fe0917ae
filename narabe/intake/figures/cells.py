"""What the cells of a series tell of it: the unit they carry, and whether shares are held as fractions."""

from collections.abc import Sequence
from dataclasses import dataclass

from narabe.intake.figures import values
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


def unit_in(cells: Sequence[Held]) -> str:
    """The unit that every number carries itself: 1,234件, or a cell shown as a percentage."""
    written = {
        "%" if cell.percent else number.unit
        for cell in cells
        if isinstance(number := values.read(cell.value), values.Number)
    }
    return written.pop() if len(written) == 1 else ""


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
