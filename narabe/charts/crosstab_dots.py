"""Shares as dots with their 95 % intervals, option by option; and means, group by group."""

from math import ceil, floor

from narabe.analyses.crosstab_finding import answered, leaning
from narabe.charts.crosstab_words import (
    group,
    group_of_mean,
    has_figures,
    heading,
    mean_short,
    nothing,
    of_everybody,
    share_text,
    shown_rows,
)
from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look
from narabe.charts.wrapping import within
from narabe.model.crosstab import Cell, Column, CrossTab, CrossTable
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
    _titled(lines, heading(told, table, say.INTERVALS if has_intervals else say.IN_PERCENT), look)
    for place in shown_rows(table):
        row, cells = table.rows[place], table.cells[place]
        _titled(lines, (row.label,), look)
        for column, cell in zip(table.columns, cells, strict=True):
            _dot(lines, column, cell, look)
    top = 10 * max(1, ceil(round(max(ends, default=0.0), 9) / 10))
    ticks = tuple(float(tick) for tick in range(0, top + 1, 20 if top > 50 else 10))
    return drawn(lines, Scale(0, top, ticks, tuple(f"{tick:.0f}%" for tick in ticks)), look, dots=True)


def _dot(lines: Lines, column: Column, cell: Cell, look: Look) -> None:
    name = group(column)
    if not has_figures(column) or cell.column_share is None:
        lines.bar(say.beside(name, nothing(column)).in_(look.lang), look.palette.quiet)
        return
    label = f"{name.in_(look.lang)} {share_text(cell)}%"
    share, ends = 100 * cell.column_share, (_percent(cell.low), _percent(cell.high))
    lines.bar(label, _colour(column, look), share, ends)


def means(told: CrossTab, table: CrossTable, look: Look) -> Spec:
    """A dot per group at its mean; the interval is Student's on the effective base."""
    lines = Lines()
    _titled(lines, heading(told, table, say.MEANS), look)
    towards = _towards(table)
    if towards is not None:
        for part in within(say.larger_means(towards).in_(look.lang), look.lang, look.narrowest, look.size):
            lines.words(part)
    told_of = list(zip(table.columns, table.averages, strict=True))
    spans = [_span(table, at) for at in range(len(table.columns))]
    for at, ((column, average), ends) in enumerate(zip(told_of, spans, strict=True)):
        colour = _colour(column, look)
        _titled(lines, (group_of_mean(table, at),), look)
        lines.bar(mean_short(column, average).in_(look.lang), colour, average.mean, ends)
    reached = [
        end for (_, average), ends in zip(told_of, spans, strict=True) for end in (average.mean, *ends)
    ]
    known = [end for end in reached if end is not None] or [0.0, 1.0]
    return drawn(lines, _scale(min(known), max(known)), look, dots=True)


def _towards(table: CrossTable) -> Text | None:
    """What a high mean of a scale stands for, as its highest and lowest group show."""
    known = [
        (average.mean, place) for place, average in enumerate(table.averages) if average.mean is not None
    ]
    return leaning(table, max(known)[1], min(known)[1]) if table.rows and known else None


def _titled(lines: Lines, texts: tuple[Text, ...], look: Look) -> None:
    """Each over as many lines as a phone needs."""
    for text in texts:
        for part in within(text.in_(look.lang), look.lang, look.narrowest, look.size + 1, bold=True):
            lines.title(part)


def _span(table: CrossTable, at: int) -> tuple[float | None, float | None]:
    average = table.averages[at]
    if average.mean is None or average.sd is None:
        return None, None
    return mean_interval(average.mean, average.sd, answered(table, at)[1])


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
