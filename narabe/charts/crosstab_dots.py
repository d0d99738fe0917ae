"""Shares as dots with their 95 % intervals, option by option; and means, group by group."""

from math import ceil, floor

from narabe.charts.crosstab_words import (
    group,
    has_figures,
    heading,
    mean_said,
    nothing,
    of_everybody,
    share_text,
)
from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look
from narabe.charts.wrapping import within
from narabe.model.crosstab import Cell, Column, ColumnAverage, CrossTab, CrossTable
from narabe.model.text import Text
from narabe.stats.averages import mean_interval
from narabe.words import crosstab_finding_sentences as say
from narabe.words import numbers

STEPS = (1, 2, 2.5, 5, 10)
"""Distances between ticks, times a power of ten."""
MOST_TICKS = 5


def dots(told: CrossTab, table: CrossTable, look: Look) -> Spec:
    """Under every option a dot per group, all on one scale from zero; everybody in another colour."""
    lines = Lines()
    ends = [100 * (cell.high or cell.column_share or 0.0) for cells in table.cells for cell in cells]
    has_intervals = any(cell.high is not None for cells in table.cells for cell in cells)
    _titled(lines, heading(told, table), say.INTERVALS if has_intervals else say.IN_PERCENT, look)
    for row, cells in zip(table.rows, table.cells, strict=True):
        _titled(lines, row.label, Text("", ""), look)
        for column, cell in zip(table.columns, cells, strict=True):
            _dot(lines, column, cell, look)
    top = 10 * max(1, ceil(round(max(ends, default=0.0), 9) / 10))
    ticks = tuple(float(tick) for tick in range(0, top + 1, 20 if top > 50 else 10))
    return drawn(lines, Scale(0, top, ticks, tuple(f"{tick:.0f}%" for tick in ticks)), look, dots=True)


def _dot(lines: Lines, column: Column, cell: Cell, look: Look) -> None:
    name = group(column)
    if not has_figures(column) or cell.column_share is None:
        lines.bar(say.without(name, nothing(column)).in_(look.lang), look.palette.quiet)
        return
    label = f"{name.in_(look.lang)} {share_text(cell)}%"
    share, ends = 100 * cell.column_share, (_percent(cell.low), _percent(cell.high))
    lines.bar(label, _colour(column, look), share, ends)


def means(told: CrossTab, table: CrossTable, look: Look) -> Spec:
    """A dot per group at its mean; the interval is Student's on the effective base."""
    lines = Lines()
    _titled(lines, heading(told, table), say.MEANS, look)
    told_of = list(zip(table.columns, table.averages, strict=True))
    spans = [_span(column, average) for column, average in told_of]
    for (column, average), ends in zip(told_of, spans, strict=True):
        colour = _colour(column, look)
        lines.bar(mean_said(column, average).in_(look.lang), colour, average.mean, ends)
    reached = [
        end for (_, average), ends in zip(told_of, spans, strict=True) for end in (average.mean, *ends)
    ]
    known = [end for end in reached if end is not None] or [0.0, 1.0]
    return drawn(lines, _scale(min(known), max(known)), look, dots=True)


def _titled(lines: Lines, text: Text, more: Text, look: Look) -> None:
    whole = Text(text.ja + more.ja, text.en + more.en).in_(look.lang)
    for part in within(whole, look.lang, look.narrowest, look.size + 1, bold=True):
        lines.title(part)


def _span(column: Column, average: ColumnAverage) -> tuple[float | None, float | None]:
    if average.mean is None or average.sd is None or column.effective_base is None:
        return None, None
    return mean_interval(average.mean, average.sd, column.effective_base)


def _scale(low: float, high: float) -> Scale:
    """A round scale around what is drawn, from zero where zero is near: dots need none."""
    low = min(low, 0.0) if low < 0.5 * high else low
    width = max(high - low, 1e-6)
    unit = 10.0 ** floor_log(width / MOST_TICKS)
    step = next(unit * each for each in STEPS if unit * each * MOST_TICKS >= width * (1 - 1e-9))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    last += last == first
    ticks = tuple(place * step for place in range(first, last + 1))
    decimals = next(places for places in range(9) if abs(step * 10**places - round(step * 10**places)) < 1e-6)
    return Scale(ticks[0], ticks[-1], ticks, tuple(numbers.number(tick, decimals).ja for tick in ticks))


def floor_log(value: float) -> int:
    """The power of ten at or below."""
    return int(f"{value:e}".split("e")[1])


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _colour(column: Column, look: Look) -> str:
    return look.palette.text if of_everybody(column) else look.palette.main
