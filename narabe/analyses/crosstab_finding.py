"""The strongest difference between the groups of a crossed table, in one sentence; else the largest answer of everybody.

Only tested differences are told, never of masked groups or of groups too small to be more than 参考値.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import isnan

import numpy as np

from narabe.analyses.crossed_table import DIFFERENT, STRONGLY
from narabe.model.crosstab import Base, Cell, Column, CrossTab, CrossTable, Line, PairTest
from narabe.model.rounding import half_up, percent, share_percent
from narabe.model.status import Origin
from narabe.model.text import Text
from narabe.stats.averages import welch
from narabe.stats.columns_apart import corrected
from narabe.words import crosstab_finding_sentences as say
from narabe.words import numbers

MEAN_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class _Gap:
    """A tested pair of groups in a row, the higher first. `points` is exact where counts are."""

    row: Line
    higher: tuple[Column, Cell]
    lower: tuple[Column, Cell]
    points: Fraction
    p: float


def finding(told: CrossTab, table: CrossTable) -> Text:
    """One sentence with its numbers and bases, and a caution where something was tested."""
    said = _said(told, table)
    return say.fictional(said) if told.origin is Origin.FICTIONAL else said


def _said(told: CrossTab, table: CrossTable) -> Text:
    everybody = table.columns[0]
    if everybody.suppressed:
        return say.ALL_MASKED
    if not everybody.unweighted_base:
        return say.NO_PEOPLE
    if not everybody.weighted_base:
        return say.ALL_WEIGHTLESS
    if not any(pair.p is not None for pair in table.pairs):
        return _of_everybody(told, table) + _why_untested(told, table)
    groups = {column.column_id: column for column in table.columns if _sound(column)}
    apart = _means_apart(told, table)
    if apart is not None:
        return apart + say.IF_RANDOM
    tested = [pair for pair in table.pairs if _comparable(pair, groups)]
    if not tested:
        return _of_everybody(told, table) + say.TOO_FEW
    gaps = [gap for gap in _gaps(told, table, tested) if gap.p < DIFFERENT]
    if gaps:
        return _strongest(max(gaps, key=lambda gap: gap.points)) + say.IF_RANDOM
    left_out = any(
        column.suppressed or (column.small and column.unweighted_base) for column in table.columns[1:]
    )
    return say.no_difference(table.label, everybody.unweighted_base, left_out) + say.IF_RANDOM


def _sound(column: Column) -> bool:
    """May a difference be told of this group?"""
    return bool(column.members) and not (column.suppressed or column.small or column.missing)


def _comparable(pair: PairTest, groups: dict[str, Column]) -> bool:
    """Both are sound, it could be tested, and neither may be part of the other, as a group is of its net."""
    one, other = groups.get(pair.column_id), groups.get(pair.other_id)
    return bool(one and other and pair.p_adjusted is not None and one.net == other.net)


def _gaps(told: CrossTab, table: CrossTable, tested: list[PairTest]) -> Iterator[_Gap]:
    places = {column.column_id: place for place, column in enumerate(table.columns)}
    lines = {row.row_id: (row, cells) for row, cells in zip(table.rows, table.cells, strict=True)}
    for pair in tested:
        row, cells = lines[pair.row_id]
        if row.missing:
            continue
        sides = [(table.columns[at], cells[at]) for at in (places[pair.column_id], places[pair.other_id])]
        shares = [_share(told, *side) for side in sides]
        first = 0 if shares[0] >= shares[1] else 1
        points = abs(shares[0] - shares[1])
        yield _Gap(row, sides[first], sides[1 - first], points, pair.p_adjusted or 0.0)


def _share(told: CrossTab, column: Column, cell: Cell) -> Fraction:
    """In percent: from counts, or from the share of weights to the twelve digits that it is good for."""
    if told.weight is None and column.unweighted_base and cell.unweighted_count is not None:
        return percent(cell.unweighted_count, column.unweighted_base)
    return Fraction(f"{cell.column_share or 0.0:.12g}") * 100


def _strongest(gap: _Gap) -> Text:
    sides = (gap.higher, gap.lower)
    shown = [share_percent(cell.column_share or 0.0) for _, cell in sides]
    first, second = (
        say.named(column.label, numbers.percent(share).ja)
        for (column, _), share in zip(sides, shown, strict=True)
    )
    points, printed = half_up(gap.points), half_up(Fraction(repr(shown[0])) - Fraction(repr(shown[1])))
    bases = [column.unweighted_base or 0 for column, _ in sides]
    differently = None if printed == points else numbers.number(printed, 1).ja
    return say.higher(
        gap.row.label, first, second, numbers.number(points, 1).ja, bases, _level(gap.p), differently
    )


def _level(p: float) -> int:
    return 1 if p < STRONGLY else 5


def _means_apart(told: CrossTab, table: CrossTable) -> Text | None:
    """The pair of groups with the largest tested difference of means, where a mean may be compared.

    It may where every group is disjoint from every other (the whole table could be tested) and no weights make the
    variance of a mean uncertain.
    """
    if not table.averages or told.weight is not None or table.tests.pearson is None:
        return None
    sound = [
        place
        for place, (column, average) in enumerate(zip(table.columns, table.averages, strict=True))
        if _sound(column) and not column.net and not average.small
    ]
    pairs = list(combinations(sound, 2))
    if not pairs:
        return None
    p = np.array([[_of_means(table, one, other) for one, other in pairs]])
    adjusted = corrected(p, told.correction.value)[0].tolist()
    apart = [(_gap(table, pair), -p, pair) for pair, p in zip(pairs, adjusted, strict=True) if p < DIFFERENT]
    if not apart:
        return None
    gap, p, pair = max(apart)
    return _mean_sentence(table, sorted(pair, key=lambda at: -_mean(table, at)), gap, -p)


def _mean_sentence(table: CrossTable, pair: list[int], gap: float, p: float) -> Text:
    sides = [(table.columns[at], numbers.number(_mean(table, at), MEAN_DECIMALS).ja) for at in pair]
    first, second = (say.named(column.label, amount) for column, amount in sides)
    bases = [answered(table, at)[0] for at in pair]
    amount = numbers.number(gap, MEAN_DECIMALS).ja
    return say.higher_mean(first, second, amount, bases, _level(p), leaning(table, pair[0], pair[1]))


def answered(table: CrossTable, at: int) -> tuple[int, float]:
    """Whom a mean is of: people, and their effective base. Those shown as missing are in the base of the column only.

    With weights the effective base shrinks as the weight of the answers does. A masked column has nobody.
    """
    column = table.columns[at]
    gone = [cells[at] for row, cells in zip(table.rows, table.cells, strict=True) if row.missing]
    people = (column.unweighted_base or 0) - sum(cell.unweighted_count or 0 for cell in gone)
    return people, (column.effective_base or 0.0) * (1 - sum(cell.column_share or 0.0 for cell in gone))


def leaning(table: CrossTable, higher: int, lower: int) -> Text | None:
    """Towards which end of the scale the column of the higher mean answered: options may run either way.

    None where the two answered alike, or there are no options.
    """
    options = [place for place, row in enumerate(table.rows) if not row.net and not row.missing]
    places = [_place(table, options, at) for at in (higher, lower)]
    if places[0] is None or places[1] is None or places[0] == places[1]:
        return None
    return table.rows[options[-1 if places[0] > places[1] else 0]].label


def _place(table: CrossTable, options: list[int], at: int) -> float | None:
    """The mean place of the answers of a column among the options."""
    shares = [table.cells[option][at].column_share or 0.0 for option in options]
    whole = sum(shares)
    return sum(place * share for place, share in enumerate(shares)) / whole if whole else None


def _of_means(table: CrossTable, one: int, other: int) -> float:
    sides = [(table.averages[at], answered(table, at)[1]) for at in (one, other)]
    known = [
        (average.mean, average.sd, base)
        for average, base in sides
        if average.mean is not None and average.sd is not None
    ]
    return welch(*known) if len(known) == len(sides) else float("nan")


def _mean(table: CrossTable, at: int) -> float:
    mean = table.averages[at].mean
    return float("nan") if mean is None else mean


def _gap(table: CrossTable, pair: tuple[int, int]) -> float:
    """Twelve digits are kept: what lies behind them is left over from dividing."""
    difference = abs(_mean(table, pair[0]) - _mean(table, pair[1]))
    return 0.0 if isnan(difference) else float(f"{difference:.12g}")


def _of_everybody(told: CrossTab, table: CrossTable) -> Text:
    """The answers given most by everybody; of a number its mean and median."""
    column = table.columns[0]
    base = column.unweighted_base or 0
    if not table.rows:
        average = table.averages[0]
        mean, median = (numbers.number(each, MEAN_DECIMALS).ja for each in (average.mean, average.median))
        return say.average(mean, median, base, column.small)
    options = [
        (row.label, cells[0])
        for row, cells in zip(table.rows, table.cells, strict=True)
        if not row.net and not row.missing and cells[0].column_share
    ]
    if not options:
        return say.NOTHING_CHOSEN
    shares = [_share_of_everybody(told, column, cell) for _, cell in options]
    most = [label for (label, _), share in zip(options, shares, strict=True) if share == max(shares)]
    return say.most(most, numbers.number(half_up(max(shares)), 1).ja, base, column.small)


def _share_of_everybody(told: CrossTab, column: Column, cell: Cell) -> Fraction:
    if told.base is Base.ANSWERS:
        return Fraction(f"{cell.column_share or 0.0:.12g}") * 100
    return _share(told, column, cell)


def _why_untested(told: CrossTab, table: CrossTable) -> Text:
    """Nothing to explain where there is no axis."""
    if not table.banner:
        return say.NOTHING
    if told.origin is Origin.FICTIONAL and not table.pairs:
        return say.UNTESTED_FICTIONAL
    if not table.rows:
        return say.NOTHING
    return say.UNTESTED_ANSWERS if told.base is Base.ANSWERS else say.TOO_FEW
