"""The words left of the numbers: names, units, roles and times of rows."""

import re
from collections.abc import Sequence
from dataclasses import replace

from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import When
from narabe.intake.figures.heads import Head
from narabe.intake.figures.regions import NOTE
from narabe.intake.figures.spelling import tight
from narabe.intake.figures.tables import UNIT_HEADERS, Line, unit_of
from narabe.intake.figures.units import is_unit
from narabe.intake.figures.vocabulary import NAMING_HEADS, is_grand, is_total
from narabe.model.intake import Range

IDLE = re.compile(r"no\.?|順|.*番号|.*コード|.*code|.*id|備考|摘要|注|担当課?|所管課?|#", re.I)
"""Headings of columns that name no row."""


def labelled_rows(
    grid: Grid, area: Range, head: Head, rows: Sequence[int], first_value: int
) -> list[tuple[Line, When | None]]:
    """The rows of numbers with their labels (outer to inner), unit, role, and the time they say."""
    words = [
        column
        for column in range(area.first_column, area.last_column + 1)
        if column < first_value
        and not idle(head.texts.get(column, ("",))[-1])
        and (_names(head, column) or not _counted(grid, rows, column))
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


def idle(text: str) -> bool:
    """Whether a column under this heading is beside the table: コード, No, 備考."""
    return IDLE.fullmatch(tight(text)) is not None


def _names(head: Head, column: int) -> bool:
    """年代 or 学年 over a column: its numbers name rows."""
    return NAMING_HEADS.fullmatch(tight(head.texts.get(column, ("",))[-1])) is not None


def _counted(grid: Grid, rows: Sequence[int], column: int) -> bool:
    """A column of numbers: no label, whatever stands over it."""
    numbers = [row for row in rows if grid.number(row, column) is not None and grid.when(row, column) is None]
    words = [row for row in rows if grid.label(row, column) and grid.own(row, column) is not None]
    return len(numbers) > len(words)


def _groups(grid: Grid, area: Range, rows: Sequence[int], words: Sequence[int], first: int) -> dict[int, str]:
    """A row with a word and no number heads the rows below it, until one set out as far as it, a grand total or the next such row."""
    groups: dict[int, str] = {}
    if not words or not rows:
        return groups
    group, depth, inside, closed, heads = "", 0, False, False, 0
    for row in range(first, area.last_row + 1):
        texts = [grid.text(row, column) for column in words if grid.own(row, column) is not None]
        indent = _indent(grid, row, words)
        if row not in rows:
            alone = len(texts) == 1 and all(
                grid.seen(row, column) is None for column in range(words[-1] + 1, area.last_column + 1)
            )
            if alone and not NOTE.match(texts[0]):
                group, depth, inside = texts[0].strip("【】[]<>■●◆○・ "), indent, False
                heads += 1
            continue
        inside = inside or indent > depth
        ended = inside and indent <= depth
        # after groups without totals of their own the last total is that of all
        grand = any(map(is_grand, texts)) and heads > 1 and not closed and row == rows[-1]
        group = "" if ended or grand else group
        closed = closed or (bool(group) and row != rows[-1] and any(map(is_total, texts)))
        groups[row] = group
    return groups


def _indent(grid: Grid, row: int, words: Sequence[int]) -> int:
    """Blanks before the first word of a row, and columns it stands further in."""
    at, own = next(
        ((at, own) for at, column in enumerate(words) if (own := grid.own(row, column)) is not None), (0, "")
    )
    text = str(own)
    return at + len(text) - len(text.lstrip())


def _labels(
    grid: Grid, area: Range, row: int, words: Sequence[int], head_row: int
) -> tuple[tuple[str, ...], When | None]:
    """The words left of the numbers; an empty outer cell takes the one above, unless this row begins anew."""
    labels: list[str] = []
    said: When | None = None
    innermost = max((column for column in words if grid.own(row, column) is not None), default=None)
    for column in words:
        text, at = grid.text(row, column), row
        if not text and innermost is not None and column < innermost:
            above = next(
                (up for up in range(row - 1, head_row, -1) if grid.seen(up, column) is not None), None
            )
            text = grid.text(above, column) if above and not is_total(grid.text(above, column)) else ""
            at = above or row
        if not text:
            continue
        when = grid.when(at, column)
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
