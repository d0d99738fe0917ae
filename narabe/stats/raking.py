"""Weights from known margins: iterative proportional fitting to convergence, with or without a ceiling.

The weights sought meet every margin and are, in relative entropy, the nearest to equal ones: a product of one factor
per category, cut at the ceiling where there is one. Margin after margin, the factor of each category is set so that
the category adds up with those at the ceiling kept there. Cutting is thus part of the fit and not done after it:
margins that can be met below the ceiling are met.
Sources: Deming & Stephan 1940 (raking); Deville, Särndal & Sautory 1993, "Generalized raking procedures in survey
sampling" (raking between bounds).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from narabe.stats.crossing import Array, effective_base

TOLERANCE, MOST_ROUNDS = 1e-10, 10_000
"""A margin is met to this relative distance, and weights are at rest when a round moves none by more than this part of
their mean. The number of rounds only bounds our patience: whoever is not there by then is told so."""
LARGEST = 1e200


@dataclass(frozen=True, slots=True)
class Raked:
    """A weight per cell (mean 1 over respondents), how it went, and what it costs.

    `converged`: every margin is met. `settled`: so it is, or else another round would change no weight. `off` is the
    largest relative distance from a margin that is left, at `worst` (margin, category); `trimmed` respondents stand at
    the ceiling.
    """

    weights: Array
    rounds: int
    converged: bool
    settled: bool
    off: float
    worst: tuple[int, int]
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


@dataclass(frozen=True, slots=True)
class _Margin:
    """`place` (K,) the category of each cell; `wanted` respondents per category, `held` as many as the ceiling lets."""

    place: Array
    wanted: Array
    held: Array

    def sums(self, values: Array) -> Array:
        return np.bincount(self.place, values, len(self.wanted))


def rake(
    people: Array, places: Sequence[Array], targets: Sequence[Array], ceiling: float | None = None
) -> Raked:
    """Weights that make the sample add up to every margin.

    `people` (K,) respondents per cell of the crossed margins; `places[m]` (K,) the category of margin m that a cell
    belongs to; `targets[m]` the population of each category, brought to shares here (0: its weights are 0). No weight is above `ceiling` (over
    1) times the mean; what a category cannot carry below it goes to the others of its margin.
    Errors: EmptyCell where a target is above zero but nobody of the sample is there.
    """
    highest = np.inf if ceiling is None else ceiling
    most = np.where(people > 0, highest, 0) * np.maximum(people, 1)
    for number, (place, target) in enumerate(zip(places, targets, strict=True)):
        for category in np.flatnonzero((target > 0) & (np.bincount(place, people, len(target)) == 0)):
            raise EmptyCell(number, int(category))
    margins = [_margin(people, most, *each) for each in zip(places, targets, strict=True)]
    free = weights = np.ones(len(people))
    rounds, settled, off, worst = 0, False, np.inf, (0, 0)
    while not settled and rounds < MOST_ROUNDS:
        before = weights
        for margin in margins:
            factors = _factors(people * free, most, margin.place, margin.held)
            free = np.minimum(free * factors[margin.place], LARGEST)
            weights = np.minimum(free, highest)
        off, worst = _off(people * weights, margins)
        moved = np.max(np.abs(weights - before)[people > 0], initial=0)
        rounds, settled = rounds + 1, bool(off <= TOLERANCE or moved <= TOLERANCE)
    there, weighted = weights[people > 0], people * weights
    effective = float(effective_base(weighted.sum(), (weighted * weights).sum()))
    return Raked(
        weights=weights,
        rounds=rounds,
        converged=off <= TOLERANCE,
        settled=settled,
        off=off,
        worst=worst,
        trimmed=int(people[weights >= highest].sum()),
        low=float(there.min()),
        high=float(there.max()),
        design_effect=float(people.sum()) / effective,
        effective_base=effective,
    )


def _margin(people: Array, most: Array, place: Array, target: Array) -> _Margin:
    wanted = target / target.sum() * people.sum()
    held = np.bincount(place, most, len(target))
    together = np.zeros(len(target), int)
    spread = _factors(wanted, held, together, np.array([people.sum()]))[0]
    return _Margin(place, wanted, np.minimum(wanted * spread, held))


def _factors(amounts: Array, most: Array, place: Array, totals: Array) -> Array:
    """Per group, the factor by which its amounts, none above its `most`, add up to the total.

    Amounts that pass their `most` are kept there and the others take the rest, until none passes: each step makes the
    factors larger, so that none comes back. Nothing to multiply leaves the factor at 1.
    """
    cut = np.zeros(len(amounts), bool)
    while True:
        rest = np.bincount(place, np.where(cut, 0, amounts), len(totals))
        left = totals - np.bincount(place, np.where(cut, most, 0), len(totals))
        factors = np.divide(left, rest, out=np.ones(len(totals)), where=rest > 0)
        passing = ~cut & (amounts * factors[place] > most)
        if not passing.any():
            break
        cut |= passing
    full = (rest == 0)[place] & cut
    np.maximum.at(factors, place[full], most[full] / amounts[full])
    return factors


def _off(weighted: Array, margins: Sequence[_Margin]) -> tuple[float, tuple[int, int]]:
    """The largest relative distance from what is wanted, and where."""
    found: tuple[float, tuple[int, int]] = (0.0, (0, 0))
    for number, margin in enumerate(margins):
        wanted = margin.wanted
        distance = np.divide(
            np.abs(margin.sums(weighted) - wanted), wanted, out=np.zeros(len(wanted)), where=wanted > 0
        )
        at = int(np.argmax(distance))
        found = max(found, (float(distance[at]), (number, at)), key=lambda each: each[0])
    return found
