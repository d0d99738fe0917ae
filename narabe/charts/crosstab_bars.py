"""A group's answers as one bar: parts of a whole, or a scale on both sides of its middle."""

from math import ceil

from narabe.charts.crosstab_form import AIR, Boxes, Place, drawn
from narabe.charts.crosstab_words import (
    group,
    has_figures,
    heading,
    nothing,
    of_everybody,
    said,
    share_text,
    shown_rows,
)
from narabe.charts.template import Spec
from narabe.charts.theme import Look, Palette, text_width
from narabe.model.crosstab import Cell, Column, CrossTab, CrossTable, Line
from narabe.model.text import Text
from narabe.words import crosstab_finding_sentences as say

MOST_PARTS, MOST_STEPS = 10, 11
"""Parts of a bar, and steps of a scale, that can be told apart by colour."""
TONES = {1: (0,), 2: (0, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}
"""Which of the five tones a number of parts takes, strongest first."""


def stacked(told: CrossTab, table: CrossTable, look: Look) -> Spec:
    """A full bar per group, parts in the order of the question; nets are left out, they repeat their parts."""
    boxes = Boxes(look)
    parts = [place for place in shown_rows(table) if not table.rows[place].net]
    fills = dict(zip(parts, _fills([table.rows[place] for place in parts], look.palette), strict=True))
    boxes.heading(heading(told, table, say.IN_PERCENT))
    named = _fits(table, parts, look)
    if not named:
        boxes.key([(table.rows[place].label.in_(look.lang), fills[place]) for place in parts])
    for at, column in enumerate(table.columns):
        boxes.title(group(column))
        if named and of_everybody(column):
            _names(boxes, table, parts)
        boxes.next()
        if has_figures(column):
            begin = 0.0
            for place in parts:
                cell = table.cells[place][at]
                end = min(begin + (cell.column_share or 0.0), 1.0)
                _part(boxes, told, column, table.rows[place], cell, ((0, begin), (0, end)), fills[place])
                begin = end
        else:
            boxes.empty((0, 0), (0, 1), nothing(column).in_(look.lang))
        if of_everybody(column) and len(table.columns) > 1:
            boxes.gap()
    return drawn(boxes)


def diverging(told: CrossTab, table: CrossTable, look: Look) -> Spec:
    """A scale with the middle of its steps at the centre; an odd middle step is halved. Non-answers are told in words."""
    boxes = Boxes(look)
    steps = [place for place, row in enumerate(table.rows) if not row.net and not row.missing]
    half, odd = divmod(len(steps), 2)
    fills = dict(zip(steps, _two_sided(half, odd, look.palette), strict=True))
    label = [table.rows[place].label for place in steps]
    boxes.heading(heading(told, table, say.IN_PERCENT))
    if odd:
        label[half] = say.halved(label[half])
    boxes.key([(name.in_(look.lang), fills[place]) for name, place in zip(label, steps, strict=True)])
    _sides(boxes, label[0], label[-1])
    extents = [_extents(table, steps, at) for at, column in enumerate(table.columns) if has_figures(column)]
    low = _tenths(max((left for left, _ in extents), default=0.5))
    high = _tenths(max((right for _, right in extents), default=0.5))
    for at, column in enumerate(table.columns):
        boxes.title(_with_missing(table, column, at))
        if has_figures(column):
            boxes.centre((0, low / (low + high)))
            boxes.next()
            boxes.centre((0, low / (low + high)))
            begin = -_extents(table, steps, at)[0]
            for place in steps:
                cell = table.cells[place][at]
                end = begin + (cell.column_share or 0.0)
                ends: tuple[Place, Place] = (
                    (0, (begin + low) / (low + high)),
                    (0, (end + low) / (low + high)),
                )
                _part(boxes, told, column, table.rows[place], cell, ends, fills[place])
                begin = end
        else:
            boxes.next()
            boxes.empty((0, 0), (0, 1), nothing(column).in_(look.lang))
        if of_everybody(column) and len(table.columns) > 1:
            boxes.gap()
    return drawn(boxes)


def _sides(boxes: Boxes, first: Text, last: Text) -> None:
    """`← そう思う` at the left, `そう思わない →` at the right, on one line where a phone has room."""
    lang, size = boxes.look.lang, boxes.look.size
    left, right = f"← {first.in_(lang)}", f"{last.in_(lang)} →"
    boxes.next()
    boxes.name(left)
    if text_width(left + right, size) + size > boxes.look.narrowest:
        boxes.next()
    boxes.ending(right)


def _part(
    boxes: Boxes, told: CrossTab, column: Column, row: Line, cell: Cell, ends: tuple[Place, Place], fill: str
) -> None:
    if cell.column_share:
        boxes.box(*ends, fill, said(told, column, row, cell).in_(boxes.look.lang), (share_text(cell),))


def _fits(table: CrossTable, parts: list[int], look: Look) -> bool:
    """Does every name stand over its part of the bar of everybody, on the narrowest drawing?"""
    return has_figures(table.columns[0]) and all(
        text_width(table.rows[place].label.in_(look.lang), look.size) + AIR
        <= (table.cells[place][0].column_share or 0.0) * look.narrowest
        for place in parts
    )


def _names(boxes: Boxes, table: CrossTable, parts: list[int]) -> None:
    boxes.next()
    begin = 0.0
    for place in parts:
        end = begin + (table.cells[place][0].column_share or 0.0)
        boxes.header((0, begin), (0, end), table.rows[place].label.in_(boxes.look.lang))
        begin = end


def _fills(rows: list[Line], palette: Palette) -> list[str]:
    """Blues from strong to pale while there are few parts, else a colour each; missing answers are grey."""
    count = sum(not row.missing for row in rows)
    colours = iter(
        [palette.blues[tone] for tone in TONES[count]] if 0 < count <= len(TONES) else palette.groups
    )
    return [palette.absent if row.missing else next(colours) for row in rows]


def _two_sided(half: int, odd: int, palette: Palette) -> list[str]:
    """Strongest at both ends."""
    left = [palette.blues[tone] for tone in TONES[half]]
    right = [palette.browns[tone] for tone in reversed(TONES[half])]
    return [*left, *([palette.neutral] if odd else []), *right]


def _extents(table: CrossTable, steps: list[int], at: int) -> tuple[float, float]:
    """How far a bar reaches to the left and right of the centre."""
    shares = [table.cells[place][at].column_share or 0.0 for place in steps]
    half, odd = divmod(len(shares), 2)
    middle = shares[half] / 2 if odd else 0.0
    return sum(shares[:half]) + middle, sum(shares[half + odd :]) + middle


def _tenths(extent: float) -> float:
    """The next tenth; nine digits are kept: what lies behind them is left over from adding shares."""
    return ceil(round(10 * extent, 9)) / 10


def _with_missing(table: CrossTable, column: Column, at: int) -> Text:
    """`男性（n=165） 無回答 3.0%`."""
    told = group(column)
    for row, cells in zip(table.rows, table.cells, strict=True):
        if row.missing and cells[at].column_share:
            part = say.missing_share(row.label, share_text(cells[at]))
            told = Text(f"{told.ja} {part.ja}", f"{told.en} {part.en}")
    return told
