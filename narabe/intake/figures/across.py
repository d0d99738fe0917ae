"""Tables whose months or years stand side by side on top, and tables of one moment."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from narabe.intake.figures import headings
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import When
from narabe.intake.figures.periods import Axis, Heading, axis, is_derived, is_total, period_of
from narabe.intake.figures.regions import Region
from narabe.intake.figures.spelling import tight
from narabe.intake.figures.tables import (
    UNIT_HEADERS,
    Found,
    Line,
    base_of,
    body_rows,
    unit_of,
    unit_said,
)
from narabe.intake.figures.units import is_unit
from narabe.model.intake import Range

IDLE = re.compile(r"no\.?|順|.*番号|.*コード|.*code|.*id|備考|摘要|注|担当課?|所管課?|#", re.I)
"""Headings of columns that name no row."""


@dataclass(frozen=True, slots=True)
class Head:
    """The rows of headings over a table: for each column, texts from top to bottom and the time they say."""

    last_row: int
    whens: dict[int, When]
    texts: dict[int, tuple[str, ...]]


def across(grid: Grid, region: Region, axis_row: int) -> list[Found]:
    """One table per time that the row labels say (usually none, so one table)."""
    head = head_of(grid, region.range, axis_row)
    base = base_of(region.titles, grid.name)
    columns = [column for column, when in head.whens.items() if when.timed]
    values = columns + [
        column for column, texts in head.texts.items() if column > columns[0] and is_total(texts[-1]) and column not in columns
    ]  # fmt: skip
    rows = body_rows(grid, region.range, columns, head.last_row + 1)
    if not rows:
        return []
    corner = " ".join(text for column, texts in head.texts.items() if column < columns[0] for text in texts)
    fiscal = True if "年度" in corner else False if corner.rstrip().endswith("年") else None
    headings = [
        Heading(column, head.whens.get(column), head.texts[column][-1] if head.texts.get(column) else "")
        for column in sorted(set(head.whens) | set(values))
        if column >= columns[0] and not is_derived(head.texts.get(column, ("",))[-1])
    ]
    lines = labelled_rows(grid, region.range, head, rows, columns[0])
    return [
        Found(grid.name, region.range, region.titles, True, axis(headings, when or base, fiscal), group,
              unit_said(region.titles), region.notes)
        for when, group in by_time(lines)
    ]  # fmt: skip


def snapshot(grid: Grid, region: Region) -> list[Found]:
    """A table without a row or column of times: each column of numbers at the time of the title."""
    area = region.range
    base = base_of(region.titles, grid.name)
    numeric = [
        column
        for column in range(area.first_column, area.last_column + 1)
        if any(grid.number(row, column) is not None for row in range(area.first_row, area.last_row + 1))
    ]
    first = _first_body_row(grid, area, numeric)
    head = Head(first - 1, {}, _texts(grid, area, range(area.first_row, first)))
    numeric = [column for column in numeric if not idle(head.texts.get(column, ("",))[-1])]
    worded = [
        column
        for column in range(area.first_column, area.last_column + 1)
        if column not in numeric and any(grid.label(row, column) for row in range(first, area.last_row + 1))
    ]
    if not numeric:
        return []
    if not worded:
        return _one_row(grid, region, head, numeric, first, base)
    rows = body_rows(grid, area, numeric, first)
    found = []
    for column in numeric:
        texts = head.texts.get(column, ())
        when = _column_time(grid, area, column, first, base)
        if when is not None and not when.timed:
            when = None
        leaf = texts[-1] if texts else ""
        if is_derived(leaf) or (is_total(leaf) and len(numeric) > 2):
            continue
        lines = labelled_rows(grid, area, head, rows, min(numeric))
        said = headings.read(leaf)
        extra = "" if _says_nothing(leaf) or (said and (said.timed or said.role)) else leaf
        named = tuple(
            replace(
                line, labels=(*line.labels, extra) if extra else line.labels, unit=line.unit or unit_of(leaf)
            )
            for line, _ in lines
        )
        period = period_of(when) if when else None
        times = Axis(((column, period),) if period else (), open=() if period else (column,))
        found.append(
            Found(grid.name, area, region.titles, True, times, named, unit_said(region.titles), region.notes)
        )
    return found


def _first_body_row(grid: Grid, area: Range, numeric: Sequence[int]) -> int:
    """Below the heading that says a time over the numbers; else the first row with a number."""
    rows = range(area.first_row, area.last_row + 1)
    first = next(row for row in rows if any(grid.number(row, column) is not None for column in numeric))
    headed = [
        row
        for row in range(area.first_row, first)
        for column in numeric
        if (when := grid.when(row, column)) and when.timed
    ]
    if not headed:
        return first
    last = max(headed)
    while last + 1 < first and _all_words(grid, area, last + 1):
        last += 1
    return last + 1


def _one_row(
    grid: Grid, region: Region, head: Head, numeric: Sequence[int], row: int, base: When | None
) -> list[Found]:
    """Names on top, one row of numbers."""
    lines = tuple(
        Line(
            column,
            head.texts.get(column, (grid.header(row, column),)),
            unit_of(head.texts.get(column, ("",))[-1]),
        )
        for column in numeric
    )
    period = period_of(base) if base else None
    times = Axis(((row, period),) if period else (), open=() if period else (row,))
    return [Found(grid.name, region.range, region.titles, False, times, lines, unit_said(region.titles), region.notes)]  # fmt: skip


def _column_time(grid: Grid, area: Range, column: int, first: int, base: When | None) -> When | None:
    """What the headings of a column say of time; 前月 and 前年 are not of this time."""
    said = base
    for row in range(area.first_row, first):
        when = grid.when(row, column)
        if when is not None and when.timed and not when.weak:
            said = when.under(base) if base and when.year is None else when
            if said.year is not None and said.fiscal is None:
                said = replace(said, fiscal=True)
    return said


def _says_nothing(text: str) -> bool:
    return tight(text).casefold() in {
        "", "値", "数値", "実績", "実績値", "当月", "今月", "本月", "今回", "現在", "現状", "現状値", "合計", "計", "総数", "value",
    } or is_unit(text)  # fmt: skip


def idle(text: str) -> bool:
    """Whether a column under this heading is beside the table: コード, No, 備考."""
    return IDLE.fullmatch(tight(text)) is not None


def _counted(grid: Grid, rows: Sequence[int], column: int) -> bool:
    """A column of numbers: no label, whatever stands over it."""
    numbers = [row for row in rows if grid.number(row, column) is not None and grid.when(row, column) is None]
    words = [row for row in rows if grid.label(row, column) and grid.own(row, column) is not None]
    return len(numbers) > len(words)


def head_of(grid: Grid, area: Range, axis_row: int) -> Head:
    """The headings around the row of times: rows above it in the table, and rows of words right below it."""
    top = area.first_row
    last = axis_row
    while last < area.last_row and _all_words(grid, area, last + 1):
        last += 1
    whens: dict[int, When] = {}
    for column in range(area.first_column, area.last_column + 1):
        said: When | None = None
        for row in range(top, last + 1):
            when = _lent(grid, area, row, column, axis_row)
            if when is not None:
                said = when.under(said) if said else when
        if said is not None:
            whens[column] = replace(said, total=said.total or is_total(grid.text(last, column)))
    return Head(last, whens, _texts(grid, area, range(top, last + 1)))


def _all_words(grid: Grid, area: Range, row: int) -> bool:
    """A further row of headings: words or units over the values, no number, no label of its own on the left."""
    cells = [grid.own(row, column) for column in range(area.first_column, area.last_column + 1)]
    filled = [column for column, cell in enumerate(cells, start=area.first_column) if cell is not None]
    words = all(grid.label(row, column) or is_unit(grid.text(row, column)) for column in filled)
    covered = grid.anchor(row, area.first_column) != (row, area.first_column)
    return bool(filled) and words and (covered or cells[0] is None) and len(filled) > 1


def _lent(grid: Grid, area: Range, row: int, column: int, axis_row: int) -> When | None:
    """The time said in a cell; above the axis an empty cell takes that of its left neighbour."""
    when = grid.when(row, column)
    if when is not None or row >= axis_row or grid.seen(row, column) is not None:
        return None if when is not None and when.weak and row != axis_row else when
    if grid.when(axis_row, column) is None:
        return None
    for left in range(column - 1, area.first_column - 1, -1):
        if grid.seen(row, left) is not None:
            return grid.when(row, left)
    return None


def _texts(grid: Grid, area: Range, rows: range) -> dict[int, tuple[str, ...]]:
    """The words over each column, from top to bottom, each merged cell once."""
    texts: dict[int, tuple[str, ...]] = {}
    for column in range(area.first_column, area.last_column + 1):
        anchors = dict.fromkeys(
            grid.anchor(row, column) for row in rows if grid.seen(row, column) is not None
        )
        found = tuple(text for anchor in anchors if (text := grid.text(*anchor)))
        if found:
            texts[column] = found
    return texts


def labelled_rows(
    grid: Grid, area: Range, head: Head, rows: Sequence[int], first_value: int
) -> list[tuple[Line, When | None]]:
    """The rows of numbers with their labels (outer to inner), unit, role, and the time they say."""
    words = [
        column
        for column in range(area.first_column, area.last_column + 1)
        if column < first_value
        and not idle(head.texts.get(column, ("",))[-1])
        and not _counted(grid, rows, column)
    ]
    if not words:
        worded = (c for c in range(area.first_column, first_value) if not _counted(grid, rows, c))
        words = [c for c in worded if any(grid.label(row, c) for row in rows)][:1]
    aside = [column for column in range(area.first_column, first_value) if column not in words]
    unit_column = next((column for column in range(area.first_column, area.last_column + 1)
                        if head.texts.get(column, ("",))[-1].casefold() in UNIT_HEADERS), None)  # fmt: skip
    if unit_column is None:
        unit_column = next((c for c in words[1:] if all(not grid.text(r, c) or is_unit(grid.text(r, c)) for r in rows)
                            and any(grid.text(r, c) for r in rows)), None)  # fmt: skip
    words = [column for column in words if column != unit_column]
    group = _groups(grid, area, rows, words, head.last_row + 1)
    found = []
    for row in rows:
        labels, said = _labels(grid, area, row, words, head.last_row)
        labels = (group[row], *labels) if group.get(row) and group[row] not in labels else labels
        labels = labels or tuple(text for column in aside if is_total(text := grid.text(row, column)))[:1]
        unit = grid.text(row, unit_column) if unit_column else unit_of(labels[-1]) if labels else ""
        found.append(
            (
                Line(row, labels, unit.strip("()"), said.role if said else None),
                said if said and said.timed else None,
            )
        )
    return found


def _groups(grid: Grid, area: Range, rows: Sequence[int], words: Sequence[int], first: int) -> dict[int, str]:
    """A row with a word and no number heads the rows below it, until a total or the next such row."""
    groups: dict[int, str] = {}
    if not words or not rows:
        return groups
    group = ""
    for row in range(first, area.last_row + 1):
        texts = [grid.text(row, column) for column in words if grid.own(row, column) is not None]
        if row not in rows:
            alone = len(texts) == 1 and all(
                grid.seen(row, column) is None for column in range(words[-1] + 1, area.last_column + 1)
            )
            group = texts[0].strip("【】[]<>■●◆○・ ") if alone else group
        else:
            groups[row] = group
    return groups


def _labels(
    grid: Grid, area: Range, row: int, words: Sequence[int], head_row: int
) -> tuple[tuple[str, ...], When | None]:
    """The words left of the numbers; an empty outer cell takes the one above, unless this row begins anew."""
    labels: list[str] = []
    said: When | None = None
    innermost = max((column for column in words if grid.own(row, column) is not None), default=None)
    for column in words:
        text = grid.text(row, column)
        if not text and innermost is not None and column < innermost:
            above = next(
                (at for at in range(row - 1, head_row, -1) if grid.seen(at, column) is not None), None
            )
            text = grid.text(above, column) if above and not is_total(grid.text(above, column)) else ""
        if not text:
            continue
        when = grid.when(row, column) if grid.text(row, column) else None
        if when is not None:
            said = when.under(said) if said else when
            if when.timed or labels:
                continue
        labels.append(text)
    return tuple(dict.fromkeys(labels)), said


def by_time(lines: Sequence[tuple[Line, When | None]]) -> list[tuple[When | None, tuple[Line, ...]]]:
    """Lines grouped by the time they say, in order."""
    groups: dict[When | None, list[Line]] = {}
    for line, when in lines:
        plainly = replace(when, role=None) if when else None
        groups.setdefault(plainly, []).append(line)
    return [(when, tuple(group)) for when, group in groups.items()]
