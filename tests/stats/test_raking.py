"""Raking against R's survey package, scipy and hand counts; what a ceiling does, and what cannot be met."""

import numpy as np
import pytest
from scipy.optimize import minimize

from narabe.stats.raking import rake
from tests.stats.crossed import people

SEXES, AGES = ("m", "f"), ("10s", "20s", "40s", "60s")
CELLS = [(sex, age) for sex in SEXES for age in AGES]
COUNT = np.array([sum(p["sex"] == s and p["age"] == a for p in people()) for s, a in CELLS], float)
PLACES = [np.array([SEXES.index(s) for s, _ in CELLS]), np.array([AGES.index(a) for _, a in CELLS])]
TARGETS = [np.array([117.0, 123.0]), np.array([30.0, 50.0, 80.0, 80.0])]


def nearest(ceiling: float) -> np.ndarray:
    """The same weights by a general solver: smallest relative entropy under the margins and the ceiling."""
    sums = [
        {"type": "eq", "fun": lambda w, at=place == k, want=target[k]: (COUNT * w)[at].sum() - want}
        for place, target in zip(PLACES, TARGETS, strict=True)
        for k in range(len(target))
    ]
    found = minimize(
        lambda w: (COUNT * (w * np.log(w) - w + 1)).sum(),
        np.ones(len(CELLS)),
        jac=lambda w: COUNT * np.log(w),
        bounds=[(1e-6, ceiling)] * len(CELLS),
        constraints=sums[:-1],  # the last follows from the others
        method="SLSQP",
        options={"ftol": 1e-15, "maxiter": 500},
    )
    return found.x


@pytest.mark.parametrize(("ceiling", "trimmed"), [(1.45, 27), (1.4, 27)])
def test_margins_that_fit_below_the_ceiling_are_met_by_the_nearest_weights(
    ceiling: float, trimmed: int
) -> None:
    found = rake(COUNT, PLACES, TARGETS, ceiling)
    assert found.converged and found.settled
    assert found.weights == pytest.approx(nearest(ceiling), abs=1e-6)
    assert (found.high, found.trimmed) == (ceiling, trimmed)


def test_a_ceiling_nobody_reaches_changes_nothing() -> None:
    free = rake(COUNT, PLACES, TARGETS)
    held = rake(COUNT, PLACES, TARGETS, ceiling=2.0)
    assert held.weights == pytest.approx(free.weights, rel=1e-12)
    assert (held.trimmed, held.converged) == (0, True)


def test_what_does_not_fit_below_the_ceiling_goes_to_the_others() -> None:
    """40 of 100 are wanted from 10 people at 3 at most: they stand for 30, the 90 others for 70; 10 of 40 are missing."""
    found = rake(np.array([10.0, 90.0]), [np.array([0, 1])], [np.array([40.0, 60.0])], ceiling=3.0)
    assert found.weights == pytest.approx([3.0, 70 / 90])
    assert (found.converged, found.settled, found.trimmed) == (False, True, 10)
    assert (found.off, found.worst) == (pytest.approx(0.25), (0, 0))
    assert found.effective_base == pytest.approx(100**2 / (10 * 9 + 70**2 / 90))


def test_a_ceiling_too_low_for_two_margins_together_still_comes_to_rest() -> None:
    found = rake(COUNT, PLACES, TARGETS, ceiling=1.3)
    assert (found.converged, found.settled) == (False, True)
    assert found.rounds < 1000
    assert found.high == 1.3
    assert (COUNT * found.weights).sum() == pytest.approx(240.0)
    assert found.off > 0.01


def test_margins_the_sample_cannot_meet_are_told_from_those_it_can() -> None:
    """All men are young and all women old, but half and half are asked for against one to three."""
    places = [np.array([0, 1]), np.array([0, 1])]
    found = rake(np.array([10.0, 10.0]), places, [np.array([1.0, 1.0]), np.array([1.0, 3.0])])
    assert not found.converged
    assert (found.off, found.worst) == (pytest.approx(0.5), (0, 0)), "5 men stand where 10 are asked for"


def test_the_order_of_margins_does_not_matter() -> None:
    one = rake(COUNT, PLACES, TARGETS, ceiling=1.4)
    other = rake(COUNT, PLACES[::-1], TARGETS[::-1], ceiling=1.4)
    assert one.weights == pytest.approx(other.weights, abs=1e-8)


@pytest.mark.parametrize("seed", range(25))
def test_margins_of_a_real_population_are_always_met(seed: int) -> None:
    """Three questions, two of them also joint; with a ceiling above what is needed anyway as much as without."""
    draw = np.random.default_rng(seed)
    shape = tuple(draw.integers(2, 6, 3))
    people, population = (draw.integers(1, 80, int(np.prod(shape))).astype(float) for _ in range(2))
    one, two, three = np.indices(shape).reshape(3, -1)
    places = [one, np.ravel_multi_index([two, three], shape[1:]), three]
    targets = [np.bincount(place, population) for place in places]
    free = rake(people, places, targets)
    for ceiling in (None, free.high * 0.999):
        found = rake(people, places, targets, ceiling)
        assert found.settled
        assert (people * found.weights).sum() == pytest.approx(people.sum())
        if ceiling is not None:
            assert found.high <= ceiling and found.trimmed > 0
        if found.converged:
            for place, target in zip(places, targets, strict=True):
                reached = np.bincount(place, people * found.weights) / people.sum()
                assert reached == pytest.approx(target / target.sum(), rel=1e-9)
    assert free.converged
