"""A person's file on its way in: what was found, what is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from narabe.model.problem import Problem
from narabe.model.text import EMPTY, Text

Value = str | int | float | bool | date | datetime | time | None
"""A cell as the file holds it."""

Progress = Callable[[Text], None]
"""Told what is being done now."""


def quietly(_now: Text) -> None:
    """For whoever does not watch."""


class Severity(StrEnum):
    """An error refuses the file; a warning is imported and said; a note is only said."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place of a file, and what to do.

    `row` counts as the program that made the file shows it (from 1); `column` is its header, or its letter
    where it has none; `value` is what stands there, shortened. `leaves_out` names the lines that it says are not
    taken in (none where the place alone says which); None of a fault that says no such thing.
    """

    severity: Severity
    message: Text
    advice: Text = EMPTY
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""
    leaves_out: tuple[str, ...] | None = None


class Refused(Problem):
    """A file that cannot be taken in, with everything found; nothing was changed."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        errors = [fault for fault in faults if fault.severity is Severity.ERROR]
        super().__init__(errors[0].message, errors[0].advice)
        self.faults = faults

    def __reduce__(self) -> tuple[type, tuple[tuple[Fault, ...]]]:
        return type(self), (self.faults,)


class Format(StrEnum):
    """The shape of a file, told by its content, never by its name."""

    DELIMITED = "delimited"
    WORKBOOK = "workbook"
    SPSS = "spss"
    PARQUET = "parquet"


class Kind(StrEnum):
    """What a file holds: one row per respondent, figures of metrics over time, or what a room answered."""

    ANSWERS = "answers"
    FIGURES = "figures"
    ROOM = "room"


OF_FILES = (Kind.ANSWERS, Kind.FIGURES)
"""What a file that a person brings can hold."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person says about a file; None leaves it to detection. `header_row` counts from 1."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int | None = None


AS_FOUND = ReadOptions()


@dataclass(frozen=True, slots=True)
class SheetFound:
    """A sheet by name with its used size; a file without sheets is one sheet named ""."""

    name: str
    rows: int
    columns: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Detection:
    """What reading went by. `encoding`, `delimiter`, `quote`, `line_end` are of delimited text, None elsewhere.

    `certain` is false where another encoding would read as well.
    """

    format: Format
    sheets: tuple[SheetFound, ...]
    encoding: str | None = None
    bom: bool = False
    delimiter: str | None = None
    quote: str | None = None
    line_end: str | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Range:
    """A rectangle of cells, all four ends inclusive, from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet as they lie, with what a workbook knows beyond them (empty for plain text).

    `rows` are padded to one width; `rows[0][0]` is cell A1. `formulas` and `coloured` are (row, column) from 1;
    `hidden_rows`, `hidden_columns` count from 1. `objects` counts pictures, shapes and charts.
    `percent` are cells shown as percentages: 0.45 there is read as 45 %. `looks_read` is false where merges, hidden
    lines, formulas and colours of a workbook were not looked at.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    hidden: bool = False
    merged: tuple[Range, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    formulas: frozenset[tuple[int, int]] = frozenset()
    coloured: frozenset[tuple[int, int]] = frozenset()
    percent: frozenset[tuple[int, int]] = frozenset()
    objects: int = 0
    looks_read: bool = True


@dataclass(frozen=True, slots=True)
class RawColumn:
    """A column in the order of the file: its name in the work table, its header, and codes that came with labels."""

    name: str
    header: str
    labels: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Raw:
    """A table read in bulk: `table` of the work database holds `row` (as the file counts) and text columns.

    Empty cells are NULL. `rows` counts data rows.
    """

    table: str
    columns: tuple[RawColumn, ...]
    rows: int
    header_row: int
    sheet: str = ""
