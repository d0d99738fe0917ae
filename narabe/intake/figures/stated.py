"""Totals over time that a file states, kept where the figures beside them do not give them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from narabe.intake.faults import Faults
from narabe.intake.figures.checks import Cells, half_of, written
from narabe.intake.figures.readout import Place
from narabe.intake.figures.spans import span
from narabe.intake.figures.values import Number
from narabe.model.figures_plan import BlockPlan, Period, SeriesPlan
from narabe.model.status import MetricKind
from narabe.words import figures_sentences as say


@dataclass(frozen=True, slots=True)
class Stated:
    """A total of a series at a time line: the period it names itself, and the one its parts fill."""

    series: SeriesPlan
    time: int
    parts: tuple[int, ...]
    own: Period | None
    filled: Period | None


def stated_totals(
    block: BlockPlan,
    cells: Cells,
    kind_of: Callable[[SeriesPlan], MetricKind | None],
    place: Callable[[int, int], Place],
    faults: Faults,
) -> list[tuple[SeriesPlan, int, Period]]:
    """The totals to be read as figures of their own, each with its period."""
    periods = {one.line: one.period for one in block.headings if one.period} | dict(block.times)
    kept: list[tuple[SeriesPlan, int, Period]] = []
    for time, parts in block.time_totals:
        for series in block.series:
            kind, number = kind_of(series), cells.numbers.get((series.line, time))
            if kind is None or number is None:
                continue
            filled = _filled([(part, periods[part]) for part in parts if part in periods], series, cells)
            total = Stated(series, time, parts, periods.get(time), filled)
            period = _period(total, number, kind, cells)
            if period is not None:
                kept.append((series, time, period))
            elif _lost(total, number, kind, cells):
                at = place(series.line, time)
                name, value = at.column or series.label, written(number.value)
                faults.warning(
                    say.total_left_out(name, value), say.SAY_TOTAL, sheet=at.sheet, row=at.row, column=at.column,
                    value=value, leaves_out=(name,), kind="total left out",
                )  # fmt: skip
    return kept


def _period(total: Stated, number: Number, kind: MetricKind, cells: Cells) -> Period | None:
    """The period under which a total is kept; None where its parts give it, or where nobody can say of when it is."""
    own, filled = total.own, total.filled
    match kind:
        case MetricKind.FLOW:
            if _calendar_year(own or filled):  # nothing else adds up calendar years
                return own or filled
            if gives(total, number, cells):
                return None
            return own or (None if cells.exact(total.series.line, total.parts) else filled)
        case MetricKind.STOCK:
            return own if own and _last(total, cells) is None else None
        case MetricKind.RATIO:
            return own or filled
        case _:
            return own


def _lost(total: Stated, number: Number, kind: MetricKind, cells: Cells) -> bool:
    """Whether a total that is not kept says something that nothing else does."""
    if kind is MetricKind.STOCK:
        last = _last(total, cells)
        return last is None or last.value != number.value
    if kind is MetricKind.FLOW:
        return not gives(total, number, cells) and not cells.exact(total.series.line, total.parts)
    return True


def gives(total: Stated, number: Number, cells: Cells) -> bool:
    """Whether the parts that hold a number hold the very number, and add up to the total."""
    places = [(total.series.line, part) for part in total.parts]
    if not cells.sure(place for place in places if place in cells.numbers):
        return False
    found = [cells.numbers[place] for place in places if place in cells.numbers]
    slack = sum((half_of(part) for part in found), Decimal(0)) + half_of(number)
    return abs(sum((part.value for part in found), Decimal(0)) - number.value) <= slack


def _last(total: Stated, cells: Cells) -> Number | None:
    """The number of the last part that holds one."""
    held = [cells.numbers.get((total.series.line, part)) for part in total.parts]
    return next((number for number in reversed(held) if number is not None), None)


def _calendar_year(period: Period | None) -> bool:
    return period is not None and period.months == 12 and period.start.month == 1


def _filled(parts: Sequence[tuple[int, Period]], series: SeriesPlan, cells: Cells) -> Period | None:
    """From the first part that says something to the last; None where they do not follow each other."""
    ordered = sorted(parts, key=lambda each: each[1].start)
    while ordered and not cells.says((series.line, ordered[0][0])):
        ordered = ordered[1:]
    while ordered and not cells.says((series.line, ordered[-1][0])):
        ordered = ordered[:-1]
    if not ordered or any(period.months is None for _, period in ordered):
        return None
    for (_, before), (_, after) in pairwise(ordered):
        if before.end + timedelta(days=1) != after.start:
            return None
    return span(ordered[0][1].start, ordered[-1][1].end)
