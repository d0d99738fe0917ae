"""A result laid out as a table, the same for screen, CSV and XLSX."""

from dataclasses import dataclass
from datetime import date

from narabe.model.source import Source
from narabe.model.text import Text

Cell = str | int | float | date | bool | None | Text


@dataclass(frozen=True, slots=True)
class Spread:
    """Columns side by side that are values of one variable: waves, groups, who spoke.

    `variable` is that variable, `code` and `name` its value in this column, `measure` what stands below it.
    """

    variable: str
    variable_label: Text
    code: str
    name: Text
    measure: str
    measure_label: Text


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is the machine name, `label` what people read; `decimals` for numbers.

    `fixed` is false where figures of different kinds share a column: 7 people, 27.9 %. `unit` stands in the heading;
    `counted` is the unit of a number whose heading needs none (people, places in a ranking). `spread` says that the
    column is one of several that a file for machines sets under one another. `link`: its texts are addresses of pages.
    """

    key: str
    label: Text
    decimals: int | None = None
    unit: Text | None = None
    fixed: bool = True
    counted: Text | None = None
    spread: Spread | None = None
    link: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns. `name` is the file name stem (ASCII)."""

    name: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = ()
    build_id: str = ""
