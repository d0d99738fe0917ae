"""A crossed table from its counts: shares, intervals, tests, and what must be masked."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from narabe.analyses.crossed_axes import column_id, label
from narabe.model.crosstab import (
    Base,
    Cell,
    Column,
    ColumnAverage,
    Correction,
    Line,
    PairTest,
    Rest,
    TableTests,
)
from narabe.stats import association
from narabe.stats.averages import average
from narabe.stats.columns_apart import against_rest, pairs
from narabe.stats.crossing import (
    Array,
    Counts,
    divided,
    logit_intervals,
    wilson_intervals,
)
from narabe.stats.suppression import SHOWN

DIFFERENT, STRONGLY = 0.05, 0.01
MASKED = Cell(None, None, None, None, None, None, None, True)


@dataclass(frozen=True, slots=True)
class Rules:
    """How tables are to be read: weighted or not, shares of what, corrected how, tested at all.

    `missing`: those without an answer are shown; `exact`: with Fisher's test where little is expected. `small` is the
    base below which a column is 参考値, `fewest` the one below which it is masked; `part` is everybody the filter
    leaves.
    """

    weighted: bool
    base: Base
    correction: Correction
    missing: bool
    tested: bool
    exact: bool
    small: int
    fewest: int
    part: int


def visible(counts: Counts, rows: Sequence[int], columns: Sequence[int]) -> Counts:
    """The counts of these rows and columns alone; bases stay what they are."""
    if (len(rows), len(columns)) == counts.people.shape:
        return counts
    cells = np.ix_(rows, columns)
    at = list(columns)
    return Counts(
        people=counts.people[cells],
        weighted=counts.weighted[cells],
        squared=counts.squared[cells],
        base_people=counts.base_people[at],
        base_weighted=counts.base_weighted[at],
        base_squared=counts.base_squared[at],
        positive=counts.positive[at],
        shared=counts.shared[np.ix_(columns, columns)],
        sampled=counts.sampled,
        unit=counts.unit,
    )


def columns_of(
    counts: Counts,
    hundred: Array,
    every: Sequence[Sequence[Line]],
    members: Sequence[str],
    state: Array,
    rules: Rules,
) -> tuple[Column, ...]:
    """The columns with their bases; `every` gives the lines of each, none for the total."""
    given = hundred / counts.unit if rules.base is Base.ANSWERS else None
    bases = [
        counts.base_people.tolist(),
        (counts.base_weighted / counts.unit).tolist(),
        counts.effective_base.tolist(),
    ]
    return tuple(
        Column(
            column_id=column_id(parts),
            label=label(parts),
            members=tuple(zip(members, (part.row_id for part in parts), strict=True)) if parts else (),
            unweighted_base=None if hidden else int(people),
            weighted_base=None if hidden else weighted,
            effective_base=None if hidden else effective,
            suppressed=hidden,
            small=people < rules.small and not hidden,
            net=any(part.net for part in parts),
            missing=any(part.missing for part in parts),
            answers=None if hidden or given is None else float(given[place]),
        )
        for place, (parts, hidden, people, weighted, effective) in enumerate(
            zip(every, (state != SHOWN).tolist(), *bases, strict=True)
        )
    )


def cells_of(
    counts: Counts, hundred: Array, lines: Sequence[Line], columns: Sequence[Column], rules: Rules
) -> tuple[tuple[tuple[Cell, ...], ...], tuple[PairTest, ...]]:
    """Every cell of the table, and the tests of its pairs of columns. `hundred` (C,) is what 100 % is, in the unit of
    the weights: people, or the answers they gave."""
    shares, low, high = _shares(counts, hundred, rules)
    row_shares = divided(counts.weighted, counts.weighted[:, [0]])
    total_shares = divided(counts.weighted, hundred[0])
    told = [
        _listed(each) for each in (counts.weighted / counts.unit, shares, row_shares, total_shares, low, high)
    ]
    shown = [not column.suppressed for column in columns]
    tested = rules.tested and rules.base is not Base.ANSWERS
    rest = _rest(counts) if tested else [[Rest.NOT_TESTED] * len(columns) for _ in lines]
    found, apart = _between(counts, lines, columns, rules.correction) if tested else ((), {})
    cells = tuple(
        tuple(
            Cell(
                count,
                weighted,
                share,
                row,
                total,
                lowest,
                highest,
                False,
                *apart.get((r, c), ((), ())),
                against,
            )
            if visible
            else MASKED
            for c, (visible, count, weighted, share, row, total, lowest, highest, against) in enumerate(
                zip(shown, *lists, strict=True)
            )
        )
        for r, lists in enumerate(zip(counts.people.astype(int).tolist(), *told, rest, strict=True))
    )
    return cells, found


def tests_of(counts: Counts, lines: Sequence[Line], columns: Sequence[Column], rules: Rules) -> TableTests:
    """χ² and its kin over the disjoint rows and columns of those who answered; nothing over a set of several answers."""
    rows = (
        [place for place, line in enumerate(lines) if not (line.net or line.missing)] if rules.tested else []
    )
    across = [
        place for place, column in enumerate(columns) if column.members and not (column.net or column.missing)
    ]
    if not rows or not across:
        return TableTests()
    at = np.ix_(rows, across)
    people, squared = counts.people[at], counts.squared[at] if rules.weighted else None
    found = association.associated(people, counts.weighted[at], squared, counts.sampled, rules.part)
    if found is None:
        return TableTests()
    exact = association.exact(people) if rules.exact and not rules.weighted else None
    pearson, scott = found.pearson, found.rao_scott
    return TableTests(
        pearson=(pearson.statistic, pearson.df, pearson.p),
        rao_scott=(scott.statistic, scott.ndf, scott.ddf, scott.p) if scott else None,
        cramers_v=found.cramers_v,
        exact=exact.p if exact else None,
        exact_draws=exact.draws if exact else None,
    )


def averages_of(
    values: Array, people: Array, weighted: Array, columns: Sequence[Column], small: int
) -> tuple[ColumnAverage, ...]:
    """Mean, median and SD per column, from (V, C) counts of each value; values that are no number do not count."""
    order = [place for place in np.argsort(values).tolist() if not np.isnan(values[place])]
    found = []
    for place, column in enumerate(columns):
        if column.suppressed:
            found.append(ColumnAverage(None, None, None))
            continue
        told = average(values[order], people[order, place], weighted[order, place])
        few = bool(0 < people[order, place].sum() < small)
        found.append(ColumnAverage(_number(told.mean), _number(told.median), _number(told.sd), few))
    return tuple(found)


def _shares(counts: Counts, hundred: Array, rules: Rules) -> tuple[Array, Array, Array]:
    """Column shares with their intervals; shares of answers given have none."""
    if rules.base is Base.ANSWERS:
        shares = divided(counts.weighted, hundred)
        nothing = np.full(shares.shape, np.nan)
        return shares, nothing, nothing
    shares = counts.column_shares
    if rules.weighted:
        return shares, *logit_intervals(counts)
    return shares, *wilson_intervals(shares, counts.base_people)


def _rest(counts: Counts) -> list[list[Rest]]:
    """Each cell against the rest of its table."""
    z, p = against_rest(counts, 0)
    state = np.where(np.isnan(z), 3, np.where(p >= DIFFERENT, 0, np.where(z > 0, 1, 2)))
    words = (Rest.NONE, Rest.HIGHER, Rest.LOWER, Rest.NOT_TESTED)
    return [[words[each] for each in row] for row in state.tolist()]


Apart = dict[tuple[int, int], tuple[tuple[str, ...], tuple[str, ...]]]
"""By (row, column): columns that differ, and those that do so strongly."""


def _between(
    counts: Counts, lines: Sequence[Line], columns: Sequence[Column], correction: Correction
) -> tuple[tuple[PairTest, ...], Apart]:
    """Tests of every pair of columns in every row, and which cells differ from which."""
    tested = [
        place
        for place, column in enumerate(columns)
        if column.members and not column.missing and not column.suppressed
    ]
    found = pairs(counts, tested, correction.value)
    names = [column.column_id for column in columns]
    places = list(zip(found.left.tolist(), found.right.tolist(), strict=True))
    sides = [(names[one], names[other]) for one, other in places]
    tests = tuple(
        PairTest(line.row_id, *side, *each)
        for line, *values in zip(lines, *map(_listed, (found.z, found.p, found.adjusted)), strict=True)
        for side, *each in zip(sides, *values, strict=True)
    )
    differ: dict[tuple[int, int], list[tuple[str, bool]]] = {}
    for r, place in np.argwhere(found.adjusted < DIFFERENT).tolist():
        one, other = places[place]
        strong = bool(found.adjusted[r, place] < STRONGLY)
        differ.setdefault((r, one), []).append((names[other], strong))
        differ.setdefault((r, other), []).append((names[one], strong))
    return tests, {
        cell: (tuple(name for name, _ in others), tuple(name for name, strong in others if strong))
        for cell, others in differ.items()
    }


def _listed(values: Array) -> list[list[float | None]]:
    """Plain numbers, None where there is none."""
    plain = values.astype(object)
    plain[np.isnan(values)] = None
    found: list[list[float | None]] = plain.tolist()
    return found


def _number(value: float) -> float | None:
    return None if isnan(value) else value
