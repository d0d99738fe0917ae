"""Mean, median and standard deviation of a number or a scale, from how often each value was given."""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr, stdtrit

from narabe.stats.crossing import Array


@dataclass(frozen=True, slots=True)
class Average:
    """Of one column; not a number where nobody answered. `sd` is that of a sample (n − 1, weights scaled to n)."""

    mean: float
    median: float
    sd: float


def average(values: Array, people: Array, weighted: Array) -> Average:
    """From distinct `values` in rising order with the respondents and the weight of each (V,).

    The median is the value in the middle of the weights, halfway between two where the middle falls between them.
    """
    kept = weighted > 0
    values, people, weighted = values[kept], people[kept], weighted[kept]
    total = weighted.sum()
    if not total > 0:
        return Average(np.nan, np.nan, np.nan)
    mean = float((values * weighted).sum() / total)
    count = people.sum()
    spread = float((weighted * (values - mean) ** 2).sum() / total)
    sd = float(np.sqrt(spread * count / (count - 1))) if count > 1 else float("nan")
    return Average(mean, _median(values, weighted), sd)


def mean_interval(mean: float, sd: float, effective: float) -> tuple[float | None, float | None]:
    """95 %: mean ± t·sd/√n on n − 1 degrees of freedom, n the effective base (Kish). None below two respondents."""
    if effective <= 1:
        return None, None
    reach = float(stdtrit(effective - 1, 0.975)) * sd / effective**0.5
    return mean - reach, mean + reach


def welch(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Two-sided p that the means of two disjoint groups are equal; each as (mean, sd, effective base).

    Not a number where a group has fewer than two, or neither varies. Source: Welch 1947, Satterthwaite's degrees of freedom.
    """
    (mean, sd, size), (other_mean, other_sd, other_size) = one, other
    if min(size, other_size) <= 1 or sd == other_sd == 0:
        return float("nan")
    part, other_part = sd**2 / size, other_sd**2 / other_size
    whole = part + other_part
    freedom = whole**2 / (part**2 / (size - 1) + other_part**2 / (other_size - 1))
    return float(2 * stdtr(freedom, -abs(mean - other_mean) / whole**0.5))


def _median(values: Array, weighted: Array) -> float:
    reached = np.cumsum(weighted)
    middle = reached[-1] / 2
    place = int(np.searchsorted(reached, middle))
    if place + 1 < len(values) and np.isclose(reached[place], middle, rtol=1e-12, atol=0):
        return float((values[place] + values[place + 1]) / 2)
    return float(values[place])
