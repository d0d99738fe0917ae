"""Weights from known margins: iterative proportional fitting, to convergence."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from narabe.stats.crossing import Array

TOLERANCE, MOST_ROUNDS = 1e-10, 10_000


@dataclass(frozen=True, slots=True)
class Raked:
    """A weight per cell (mean 1 over respondents), how it went, and what it costs.

    `off` is the largest relative distance from a margin that is left; `trimmed` respondents had their weight cut.
    """

    weights: Array
    rounds: int
    converged: bool
    off: float
    trimmed: int
    low: float
    high: float
    design_effect: float
    effective_base: float


class EmptyCell(ValueError):
    """A margin asks for people where nobody answered: (margin, category) places."""

    def __init__(self, margin: int, category: int) -> None:
        super().__init__(f"margin {margin}, category {category}")
        self.margin, self.category = margin, category


def rake(
    people: Array, places: Sequence[Array], targets: Sequence[Array], ceiling: float | None = None
) -> Raked:
    """Weights that make the sample add up to every margin.

    `people` (K,) respondents per cell of the crossed margins; `places[m]` (K,) the category of margin m that a cell
    belongs to; `targets[m]` the population of each category, brought to shares here. `ceiling` cuts weights above so
    many times the mean, and fits again around the cut ones.
    Errors: EmptyCell where a target is above zero but nobody of the sample is there.
    Source: Deming & Stephan 1940; the same fixed point as `rake()` of R's survey package.
    """
    total = float(people.sum())
    wanted = [target / target.sum() * total for target in targets]
    for margin, (place, want) in enumerate(zip(places, wanted, strict=True)):
        there = np.bincount(place, people, len(want))
        for category in np.flatnonzero((want > 0) & (there == 0)):
            raise EmptyCell(margin, int(category))
    weights, off, rounds = np.ones(len(people)), np.inf, 0
    while off > TOLERANCE and rounds < MOST_ROUNDS:
        for place, want in zip(places, wanted, strict=True):
            now = np.bincount(place, people * weights, len(want))
            weights = weights * np.where(now > 0, want / np.where(now > 0, now, 1), 0)[place]
        if ceiling is not None:
            weights = np.minimum(weights, ceiling)
        off, rounds = _off(people * weights, places, wanted), rounds + 1
        if ceiling is not None and rounds >= 1000:
            break
    return _told(people, weights, rounds, off, ceiling)


def _off(weighted: Array, places: Sequence[Array], wanted: Sequence[Array]) -> float:
    return max(
        float(
            np.max(
                np.abs(np.bincount(place, weighted, len(want)) - want)[want > 0] / want[want > 0], initial=0
            )
        )
        for place, want in zip(places, wanted, strict=True)
    )


def _told(people: Array, weights: Array, rounds: int, off: float, ceiling: float | None) -> Raked:
    weighted, squared = float((people * weights).sum()), float((people * weights**2).sum())
    there = weights[people > 0]
    effective = weighted**2 / squared
    return Raked(
        weights=weights,
        rounds=rounds,
        converged=off <= TOLERANCE,
        off=off,
        trimmed=int(people[weights >= ceiling].sum()) if ceiling is not None else 0,
        low=float(there.min()),
        high=float(there.max()),
        design_effect=float(people.sum()) / effective,
        effective_base=effective,
    )
