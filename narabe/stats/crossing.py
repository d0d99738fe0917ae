"""Shares of a crossed table with their bases and intervals.

Every function takes counts of a whole table at once: rows × columns (R, C), without loops over cells, because a
table of 12 × 26 cells would cost over a tenth of a second one library call at a time. R's survey package and
statsmodels are the oracles in the tests.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.special import ndtri, stdtrit

from narabe.stats.proportions import ALPHA

Array = np.ndarray
Z = float(ndtri(1 - ALPHA / 2))


@dataclass(frozen=True)
class Counts:
    """What one scan of the respondents gives. Unweighted, `weighted` and `squared` are the numbers of people.

    people, weighted, squared   (R, C): respondents in the cell, sum of their weights, sum of squared weights
    base_*                      (C,): the same over everybody who counts in the column; a row need not be part of
                                another (several answers), so these are no sums of rows
    positive                    (C,): respondents of the base whose weight is above zero
    shared                      (C, C): sum of squared weights of those who count in both columns
    sampled                     respondents of the whole survey, before any filter
    unit                        what a weight of 1 adds to the sums of weights: with whole millionths (1e6) sums are
                                exact, so that nobody and everybody are told for sure; shares do not depend on it
    """

    people: Array
    weighted: Array
    squared: Array
    base_people: Array
    base_weighted: Array
    base_squared: Array
    positive: Array
    shared: Array
    sampled: int
    unit: float = 1.0

    @cached_property
    def column_shares(self) -> Array:
        """(R, C), fractions 0–1 of the weighted base of the column."""
        return divided(self.weighted, self.base_weighted)

    @cached_property
    def effective_base(self) -> Array:
        """(C,), Kish's."""
        return effective_base(self.base_weighted, self.base_squared)


def divided(part: Array, whole: Array) -> Array:
    """part / whole, not a number where there is no whole."""
    return part / np.where(whole > 0, whole, np.nan)


def effective_base(weighted: Array, squared: Array) -> Array:
    """Kish's effective base (Σw)²/Σw²; 0 where nobody counts. Source: Kish 1965."""
    return weighted * weighted / np.where(squared > 0, squared, np.inf)


def wilson_intervals(share: Array, base: Array) -> tuple[Array, Array]:
    """Wilson's score interval of shares on bases that need not be whole, as fractions. Source: Wilson 1927."""
    with np.errstate(divide="ignore", invalid="ignore"):
        whole = 1 + Z**2 / base
        centre = (share + Z**2 / (2 * base)) / whole
        reach = Z / whole * np.sqrt(share * (1 - share) / base + Z**2 / (4 * base**2))
    return np.clip(centre - reach, 0, 1), np.clip(centre + reach, 0, 1)


def logit_intervals(counts: Counts) -> tuple[Array, Array]:
    """Interval of weighted column shares, made on the logit scale, with t on the degrees of freedom of the design.

    The variance is the linearised one of a weights-only design with replacement, columns being domains of it: what
    `svyciprop(method = "logit")` of R gives. Where the share is 0 or 1 it has no logit, and Wilson's interval on the
    effective base stands instead.
    """
    share = counts.column_shares
    inside, outside = counts.squared, counts.base_squared - counts.squared
    replacement = counts.sampled / (counts.sampled - 1) if counts.sampled > 1 else np.nan
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        spread = inside * (1 - share) ** 2 + outside * share**2
        error = np.sqrt(replacement * spread) / counts.base_weighted / (share * (1 - share))
        logit = np.log(share / (1 - share))
        reach = stdtrit(np.maximum(counts.positive - 1, 0), 1 - ALPHA / 2) * error
        low, high = 1 / (1 + np.exp(reach - logit)), 1 / (1 + np.exp(-logit - reach))
    certain = (share <= 0) | (share >= 1)
    if not certain.any():
        return low, high
    flat_low, flat_high = wilson_intervals(share, counts.effective_base)
    return np.where(certain, flat_low, low), np.where(certain, flat_high, high)
