"""Which columns of a table really differ: two-sided pooled z, overlap-aware, corrected inside a row."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.special import ndtr

from narabe.stats.crossing import Array, Counts, divided, effective_base

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


def pairs(counts: Counts, columns: list[int], correction: str) -> Pairs:
    """Every pair of `columns` in every row. `correction` is none, holm, bonferroni or fdr (Benjamini–Hochberg).

    The family of a correction is the pairs of one row that can be tested.
    The variance of a difference under equal shares is p(1−p)(1/e₁ + 1/e₂ − 2·Σw²(both)/(W₁W₂)), with e the effective
    bases: for disjoint columns without weights the usual pooled z without continuity correction.
    """
    left, right = np.array(list(combinations(columns, 2)), int).reshape(-1, 2).T
    share, base = counts.column_shares, counts.effective_base
    z = _z(
        share[:, left],
        share[:, right],
        base[left],
        base[right],
        divided(counts.shared[left, right], counts.base_weighted[left] * counts.base_weighted[right]),
    )
    able = _testable(share, counts.base_people)
    z = np.where(able[:, left] & able[:, right], z, np.nan)
    p = _two_sided(z)
    return Pairs(left, right, z, p, corrected(p, correction))


def against_rest(counts: Counts, total: int) -> tuple[Array, Array]:
    """Each cell against everybody of the total who is not in its column: z and p, (R, C).

    Not a number in the total itself and where either side cannot be tested.
    """
    people, weighted, squared = (
        base[total] - base for base in (counts.base_people, counts.base_weighted, counts.base_squared)
    )
    share, rest = counts.column_shares, divided(counts.weighted[:, [total]] - counts.weighted, weighted)
    z = _z(share, rest, counts.effective_base, effective_base(weighted, squared), np.zeros(len(people)))
    able = _testable(share, counts.base_people) & _testable(rest, people)
    z = np.where(able, z, np.nan)
    return z, _two_sided(z)


def _testable(share: Array, people: Array) -> Array:
    """(R, C): may this cell be tested at all?"""
    return (share > 0) & (share < 1) & (people >= FEWEST)


def _z(first: Array, second: Array, base_first: Array, base_second: Array, both: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        pooled = (first * base_first + second * base_second) / (base_first + base_second)
        spread = pooled * (1 - pooled) * (1 / base_first + 1 / base_second - 2 * both)
        return (first - second) / np.sqrt(np.where(spread > 0, spread, np.nan))


def _two_sided(z: Array) -> Array:
    return np.asarray(2 * ndtr(-np.abs(z)))


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
        stepped = np.fmax.accumulate(rising * (family - place), axis=1)
    else:
        stepped = np.fmin.accumulate((rising * family / (place + 1))[:, ::-1], axis=1)[:, ::-1]
    adjusted = np.empty_like(p)
    np.put_along_axis(adjusted, order, np.minimum(stepped, 1), axis=1)
    return np.where(tested, adjusted, np.nan)
