"""Which columns of a table really differ: two-sided pooled z, overlap-aware, corrected inside a row."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from narabe.stats.crossing import Array, Counts, column_shares, divided, effective_base

FEWEST = 2
"""A column of fewer respondents is not tested."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Tests of pairs of columns. `left`, `right` (P,) are places of columns; z, p, adjusted (R, P).

    Not a number where a side cannot be tested: its share is exactly 0 or 1, or its base is below two.
    """

    left: Array
    right: Array
    z: Array
    p: Array
    adjusted: Array


def testable(counts: Counts) -> Array:
    """(R, C): may this cell be tested at all?"""
    share = column_shares(counts)
    return (share > 0) & (share < 1) & (counts.base_people >= FEWEST)[None, :]


def pairs(counts: Counts, columns: list[int], correction: str) -> Pairs:
    """Every pair of `columns` in every row. `correction` is none, holm, bonferroni or fdr (Benjamini–Hochberg).

    The family of a correction is the pairs of one row that can be tested.
    The variance of a difference under equal shares is p(1−p)(1/e₁ + 1/e₂ − 2·Σw²(both)/(W₁W₂)), with e the effective
    bases: for disjoint columns without weights the usual pooled z without continuity correction.
    """
    left, right = (np.array(side, int) for side in _pairs_of(columns))
    share = column_shares(counts)
    base = effective_base(counts.base_weighted, counts.base_squared)
    z = _z(
        share[:, left],
        share[:, right],
        base[left],
        base[right],
        divided(counts.shared[left, right], counts.base_weighted[left] * counts.base_weighted[right]),
    )
    able = testable(counts)
    z = np.where(able[:, left] & able[:, right], z, np.nan)
    p = _two_sided(z)
    return Pairs(left, right, z, p, corrected(p, correction))


def against_rest(counts: Counts, total: int) -> tuple[Array, Array]:
    """Each cell against everybody of the total who is not in its column: z and p, (R, C).

    Not a number in the total itself and where either side cannot be tested.
    """
    rest = Counts(
        people=counts.people[:, [total]] - counts.people,
        weighted=counts.weighted[:, [total]] - counts.weighted,
        squared=counts.squared[:, [total]] - counts.squared,
        base_people=counts.base_people[total] - counts.base_people,
        base_weighted=counts.base_weighted[total] - counts.base_weighted,
        base_squared=counts.base_squared[total] - counts.base_squared,
        positive=counts.positive[total] - counts.positive,
        shared=np.zeros_like(counts.shared),
        sampled=counts.sampled,
        unit=counts.unit,
    )
    z = _z(
        column_shares(counts),
        column_shares(rest),
        effective_base(counts.base_weighted, counts.base_squared),
        effective_base(rest.base_weighted, rest.base_squared),
        np.zeros(len(counts.base_people)),
    )
    z = np.where(testable(counts) & testable(rest), z, np.nan)
    return z, _two_sided(z)


def _z(first: Array, second: Array, base_first: Array, base_second: Array, both: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        pooled = (first * base_first + second * base_second) / (base_first + base_second)
        spread = pooled * (1 - pooled) * (1 / base_first + 1 / base_second - 2 * both)
        return (first - second) / np.sqrt(np.where(spread > 0, spread, np.nan))


def _two_sided(z: Array) -> Array:
    return np.asarray(2 * ndtr(-np.abs(z)))


def _pairs_of(columns: list[int]) -> tuple[list[int], list[int]]:
    every = [(a, b) for place, a in enumerate(columns) for b in columns[place + 1 :]]
    return [a for a, _ in every], [b for _, b in every]


def corrected(p: Array, correction: str) -> Array:
    """p corrected inside each row; statsmodels' `multipletests` gives the same but collects garbage every time, 0.1 s.

    Source: Bonferroni; Holm 1979; Benjamini & Hochberg 1995.
    """
    tested = ~np.isnan(p)
    family = tested.sum(axis=1, keepdims=True)
    if correction == "none" or p.shape[1] == 0:
        return p
    if correction == "bonferroni":
        return np.minimum(p * family, 1)
    order = np.argsort(p, axis=1)
    rising, place = np.take_along_axis(p, order, axis=1), np.arange(p.shape[1])[None, :]
    if correction == "holm":
        stepped = np.maximum.accumulate(np.nan_to_num(rising * (family - place), nan=-np.inf), axis=1)
    else:
        scaled = np.nan_to_num(rising * family / (place + 1), nan=np.inf)
        stepped = np.minimum.accumulate(scaled[:, ::-1], axis=1)[:, ::-1]
    adjusted = np.empty_like(p)
    np.put_along_axis(adjusted, order, np.minimum(stepped, 1), axis=1)
    return np.where(tested, adjusted, np.nan)
