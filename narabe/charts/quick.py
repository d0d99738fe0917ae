"""A quick look at any table: a bar for each row, where its numbers are of one kind.

The column `value`, or else the first of numbers, is drawn; `low` and `high` of a row without a value are drawn as a
range. Rows are named by the first columns of words that tell them apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeGuard

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look, text_width
from narabe.charts.wrapping import within
from narabe.model.rounding import half_up
from narabe.model.table import Cell, Column, Table
from narabe.model.text import Lang, Text
from narabe.words import numbers

MOST_BARS = 20
GAP = 16
"""Pixels between a bar, its label and the edge."""
LEAST = 0.4
"""How much of a narrow drawing the longest bar keeps beside the words behind it."""
LARGEST = 1e15
"""What is beyond it has no name that fits a drawing."""
VALUE, LOW, HIGH, UNIT = "value", "low", "high", ("unit", "unit_ja", "unit_en")
SEVERAL_UNITS = Text(
    "単位の違う数値が並んでいるため、図はありません。", "No chart: the figures are of different units."
)
NOTHING_TO_DRAW = Text("図にできる数値がありません。", "No chart: there are no numbers to draw.")


@dataclass(frozen=True, slots=True)
class Bar:
    """A row as drawn: `head` names the group it stands in, `name` itself."""

    head: str
    name: str
    value: float | None
    low: float | None
    high: float | None
    figure: str


def quick_chart(table: Table, look: Look) -> Spec | None:
    """The first rows as bars; None where `why_not` says why."""
    if why_not(table) is not None:
        return None
    bars = _bars(table, look.lang)
    lines = Lines()
    if len(table.rows) > len(bars):
        lines.title(_first(len(bars), len(table.rows)).in_(look.lang))
    ends = [end for bar in bars for end in (bar.value, bar.low, bar.high) if end is not None]
    left, right = min(0.0, *ends), max(0.0, *ends) or 1.0
    behind = all(_fits_behind(bar, (left, right), look) for bar in bars)
    head = ""
    for bar in bars:
        if bar.head and bar.head != head:
            for part in within(bar.head, look.lang, look.narrowest, look.size + 1, bold=True):
                lines.title(part)
        head = bar.head
        _drawn_on(lines, bar, behind, look)
    return drawn(lines, Scale(left, right, *_ticks(left, right)), look)


def alt_text(table: Table, lang: Lang) -> str:
    """Every bar in words."""
    said = [" ".join(part for part in (bar.head, bar.name, bar.figure) if part) for bar in _bars(table, lang)]
    return f"{table.title.in_(lang)}: {'; '.join(said)}"


def why_not(table: Table) -> Text | None:
    """Why there is no chart, or None where there is one."""
    column = _value_column(table)
    if column is None or not any(_number(row[column]) is not None or _span(table, row) for row in table.rows):
        return NOTHING_TO_DRAW
    units = {_word(row[place], "ja") for place in _places(table, UNIT[:2]) for row in table.rows}
    return SEVERAL_UNITS if len(units) > 1 else None


def _bars(table: Table, lang: Lang) -> list[Bar]:
    value = _value_column(table)
    assert value is not None
    rows = table.rows[:MOST_BARS]
    naming = _naming(table, value, lang)
    heading = _heading(table, rows, naming, value, lang)
    bars = []
    for row in rows:
        head = "" if heading is None else _word(row[heading], lang)
        rest = [_word(row[place], lang) for place in naming if place != heading]
        low, high = _span(table, row) or (None, None)
        number = _number(row[value])
        figure = _figure(number, low, high, table.columns[value], lang)
        figure += _unit(table, row, value, lang) if figure != numbers.NONE.ja else ""
        name = " ".join(word for word in rest if word)
        span = (low, high) if number is None else (None, None)
        bars.append(Bar(head, name, number, *span, figure))
    return bars


def _fits_behind(bar: Bar, ends: tuple[float, float], look: Look) -> bool:
    """Whether name and figure have room behind the bar."""
    left, right = ends
    furthest = max(end for end in (0.0, bar.value, bar.high) if end is not None)
    drawn_to = (furthest - left) / (right - left) * LEAST
    return text_width(_label(bar), look.size) <= look.narrowest * (1 - drawn_to) - GAP


def _drawn_on(lines: Lines, bar: Bar, behind: bool, look: Look) -> None:
    """Name and figure `behind` the bar, or else the name on lines of its own: one way in the whole chart."""
    if bar.name and not behind:
        for part in within(bar.name, look.lang, look.narrowest - look.size, look.size):
            lines.words(part)
    label = _label(bar) if behind else bar.figure
    lines.bar(label, look.palette.main, bar.value, span=(bar.low, bar.high))


def _label(bar: Bar) -> str:
    return f"{bar.name} {bar.figure}".strip()


def _value_column(table: Table) -> int | None:
    """The column `value`, else the first of numbers; a first column of numbers names the rows where nothing else does."""
    named = _places(table, (VALUE,))
    if named:
        return named[0]
    numeric = [place for place in range(len(table.columns)) if _is_numeric(table, place)]
    if len(numeric) > 1 and len(numeric) == len(table.columns):
        return numeric[1]
    return numeric[0] if numeric else None


def _is_numeric(table: Table, place: int) -> bool:
    cells = [row[place] for row in table.rows if row[place] is not None]
    return bool(cells) and all(_is_number(cell) for cell in cells)


def _naming(table: Table, value: int, lang: Lang) -> list[int]:
    """The fewest first columns of words that tell the rows apart; at least one that differs, if any does."""
    rows = table.rows[:MOST_BARS]
    out = {*_places(table, (VALUE, LOW, HIGH, *UNIT)), value}
    words = [
        place for place in range(len(table.columns)) if place not in out and not _is_numeric(table, place)
    ]
    words = words or [place for place in range(len(table.columns)) if place not in out][:1]
    differing = [place for place in words if len({_word(row[place], lang) for row in rows}) > 1]
    chosen: list[int] = []
    for place in differing:
        before = len({tuple(_word(row[at], lang) for at in chosen) for row in rows})
        after = len({tuple(_word(row[at], lang) for at in (*chosen, place)) for row in rows})
        if after > before:
            chosen.append(place)
        if after == len(rows):
            break
    return chosen[:3] or words[:1]


def _heading(
    table: Table, rows: Sequence[Sequence[Cell]], naming: Sequence[int], value: int, lang: Lang
) -> int | None:
    """The column whose words stand above several bars in a row, the one with fewest changes: of those that tell the rows
    apart, or else of those before the number."""
    words = [place for place in range(value) if not _is_numeric(table, place)]
    for places in ([place for place in words if place in naming], words):
        runs = {place: sum(1 for _ in groupby(_word(row[place], lang) for row in rows)) for place in places}
        told = [place for place in places if 1 < runs[place] <= len(rows) / 2]
        best = min(told, key=lambda place: runs[place], default=None)
        if best is not None and not set(naming) <= {best}:
            return best
    return None


def _figure(value: float | None, low: float | None, high: float | None, column: Column, lang: Lang) -> str:
    if value is not None:
        return _spelled(value, column)
    if low is None and high is None:
        return numbers.NONE.ja
    ends = ("" if end is None else _spelled(end, column) for end in (low, high))
    return ("–" if lang == "en" else "～").join(ends)


def _spelled(value: float, column: Column) -> str:
    """As its column shows it; where figures of different kinds share it, with no more decimals than tell it apart."""
    if column.decimals is not None and column.fixed:
        return numbers.number(value, column.decimals).ja
    decimals = min(2 if abs(value) >= 1 else 4, 2 if column.decimals is None else column.decimals)
    return numbers.number(value, 0 if half_up(value, decimals).is_integer() else decimals).ja


def _unit(table: Table, row: Sequence[Cell], value: int, lang: Lang) -> str:
    """Behind the number: of the column, or of the row."""
    unit = table.columns[value].unit
    here = [_word(row[place], lang) for place in _places(table, (f"unit_{lang}", "unit"))]
    said = unit.in_(lang) if unit else next(iter(here), "")
    return f" {said}" if lang == "en" and said not in ("", "%") else said


def _span(table: Table, row: Sequence[Cell]) -> tuple[float, float] | None:
    """A range of a row without a value: both ends must be known to be drawn."""
    low, high = ([_number(row[place]) for place in _places(table, (name,))] for name in (LOW, HIGH))
    if low and high and low[0] is not None and high[0] is not None:
        return low[0], high[0]
    return None


def _places(table: Table, keys: Sequence[str]) -> list[int]:
    return [place for key in keys for place, column in enumerate(table.columns) if column.key == key]


def _is_number(cell: Cell) -> TypeGuard[int | float]:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def _number(cell: Cell) -> float | None:
    """A number that can be drawn: neither infinite, nor none, nor beyond all measure."""
    return float(cell) if _is_number(cell) and abs(cell) <= LARGEST else None


def _word(cell: Cell, lang: Lang) -> str:
    if isinstance(cell, Text):
        return cell.in_(lang)
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def _ticks(left: float, right: float) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Zero and the furthest end on either side."""
    places = [end for end in (left, right) if end]
    return (0.0, *places), ("0", *(numbers.number(end, 0 if abs(end) >= 10 else 1).ja for end in places))


def _first(shown: int, every: int) -> Text:
    return Text(f"初めの{shown:,}件（全{every:,}件）", f"The first {shown:,} of {every:,}")
