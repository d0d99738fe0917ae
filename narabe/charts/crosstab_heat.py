"""Many groups by many options: a shaded cell for every share, with its number where it fits."""

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
from narabe.charts.theme import Look, text_width
from narabe.model.crosstab import CrossTab, CrossTable
from narabe.model.text import plain
from narabe.words import crosstab_finding_sentences as say

MOST_NAME = 0.42
"""How much of the narrowest drawing names may take beside the cells; longer ones stand above them."""
STEP = 0.05
"""Shades rise in steps of a multiple of this share."""


def heat(told: CrossTab, table: CrossTable, look: Look) -> Spec:
    """Groups down the side, options across; the stronger the colour, the larger the share of its group."""
    boxes, rows = Boxes(look), shown_rows(table)
    count = len(rows)
    names = [group(column).in_(look.lang) for column in table.columns]
    widest = max(text_width(name, look.size) for name in names) + 2 * AIR
    left = widest if widest <= MOST_NAME * look.narrowest else 0.0
    places = [_across(left, place, count) for place in range(count)]
    step = shade_step(table)
    like = [
        max((share_text(cell, decimals) for cells in table.cells for cell in cells), key=len)
        for decimals in (1, 0)
    ]
    boxes.heading(heading(told, table, say.IN_PERCENT))
    boxes.words(say.shades(round(100 * step)))
    _head(
        boxes, [table.rows[row].label.in_(look.lang) for row in rows], places, (look.narrowest - left) / count
    )
    for at, (column, name) in enumerate(zip(table.columns, names, strict=True)):
        if left:
            boxes.next()
            boxes.name(name)
        else:
            boxes.title(plain(name))
            boxes.next()
        if has_figures(column):
            for row, ends in zip(rows, places, strict=True):
                cell = table.cells[row][at]
                fill = look.palette.blues[-1 - shade(cell.column_share, step)]
                spoken = said(told, column, table.rows[row], cell).in_(look.lang)
                boxes.box(*ends, fill, spoken, (share_text(cell), share_text(cell, 0)), like)
        else:
            boxes.empty((left, 0), (0, 1), nothing(column).in_(look.lang))
        if of_everybody(column) and len(table.columns) > 1:
            boxes.gap()
    return drawn(boxes)


def shade_step(table: CrossTable) -> float:
    """How many parts of the whole a shade covers, so that the five shades reach the largest share."""
    largest = max((cell.column_share or 0.0 for cells in table.cells for cell in cells), default=0.0)
    return max(1, ceil(round(largest / len(SHADES) / STEP, 9))) * STEP


def shade(share: float | None, step: float) -> int:
    """0 for the palest of the five."""
    return min(int((share or 0.0) / step + 1e-9), len(SHADES) - 1)


SHADES = range(5)


def _across(left: float, place: int, count: int) -> tuple[Place, Place]:
    """Where the cell of an option begins and ends: a part of what the names leave."""
    begin, end = place / count, (place + 1) / count
    return (left * (1 - begin), begin), (left * (1 - end), end)


def _head(boxes: Boxes, names: list[str], places: list[tuple[Place, Place]], room: float) -> None:
    """Names over the columns where all fit; for drawings too narrow for that, numbers and what they stand for."""
    numbers = [str(number) for number in range(1, len(names) + 1)]
    if any(text_width(name, boxes.look.size) + AIR > room for name in names):
        boxes.key([(f"[{number}] {name}", "") for number, name in zip(numbers, names, strict=True)])
    boxes.next()
    boxes.headers(places, names, numbers)
