"""Mean, median and standard deviation of a number or a scale, from how often each value was given."""

from dataclasses import dataclass

import numpy as np

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


def _median(values: Array, weighted: Array) -> float:
    reached = np.cumsum(weighted)
    middle = reached[-1] / 2
    place = int(np.searchsorted(reached, middle))
    if place + 1 < len(values) and np.isclose(reached[place], middle, rtol=1e-12, atol=0):
        return float((values[place] + values[place + 1]) / 2)
    return float(values[place])
