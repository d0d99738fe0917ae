"""A result laid out as a table, the same for screen, CSV and XLSX."""

from dataclasses import dataclass
from datetime import date

from narabe.model.source import Source
from narabe.model.text import Text

Cell = str | int | float | date | bool | None | Text


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is the machine name, `label` what people read; `decimals` for numbers.

    `fixed` is false where figures of different kinds share a column: 7 people, 27.9 %.
    """

    key: str
    label: Text
    decimals: int | None = None
    unit: Text | None = None
    fixed: bool = True


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
