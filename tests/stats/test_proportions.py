"""Intervals against their closed formulas and against the values their authors printed."""

from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narabe.stats.proportions import newcombe, wilson

POINTS = 1e-6

# Newcombe, Statistics in Medicine 17 (1998): 857–872, table I, method 3 (score, no correction)
PRINTED_WILSON = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]
# Newcombe, Statistics in Medicine 17 (1998): 873–890, table II, method 10
PRINTED_NEWCOMBE = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (10, 10, 0, 10, 0.6075, 1.0000),
]


def wilson_by_formula(count: int, base: int) -> tuple[float, float]:
    """Wilson (1927): (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)."""
    z = NormalDist().inv_cdf(0.975)
    p, square = count / base, z * z
    middle = p + square / (2 * base)
    half = z * sqrt(p * (1 - p) / base + square / (4 * base * base))
    return (
        100 * (middle - half) / (1 + square / base),
        100 * (middle + half) / (1 + square / base),
    )


def newcombe_by_formula(c1: int, n1: int, c2: int, n2: int) -> tuple[float, float]:
    """Newcombe (1998), method 10: d − √((p1−l1)² + (u2−p2)²), d + √((u1−p1)² + (p2−l2)²)."""
    p1, p2 = 100 * c1 / n1, 100 * c2 / n2
    (l1, u1), (l2, u2) = wilson_by_formula(c1, n1), wilson_by_formula(c2, n2)
    return (
        p1 - p2 - sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2),
        p1 - p2 + sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2),
    )


@pytest.mark.parametrize(("count", "base", "low", "high"), PRINTED_WILSON)
def test_wilson_gives_the_published_examples(count: int, base: int, low: float, high: float) -> None:
    assert wilson(count, base) == pytest.approx((100 * low, 100 * high), abs=0.005)


@pytest.mark.parametrize(("c1", "n1", "c2", "n2", "low", "high"), PRINTED_NEWCOMBE)
def test_newcombe_gives_the_published_examples(
    c1: int, n1: int, c2: int, n2: int, low: float, high: float
) -> None:
    assert newcombe(c1, n1, c2, n2) == pytest.approx((100 * low, 100 * high), abs=0.005)


counted = st.integers(1, 2000).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@settings(max_examples=50, deadline=None)
@given(counted)
def test_wilson_is_its_closed_formula(share: tuple[int, int]) -> None:
    low, high = wilson(*share)
    assert (low, high) == pytest.approx(wilson_by_formula(*share), abs=POINTS)
    assert 0 <= low <= 100 * share[0] / share[1] + POINTS
    assert 100 * share[0] / share[1] - POINTS <= high <= 100


@settings(max_examples=50, deadline=None)
@given(counted, counted)
def test_newcombe_is_built_from_two_wilson_intervals(
    later: tuple[int, int], earlier: tuple[int, int]
) -> None:
    assert newcombe(*later, *earlier) == pytest.approx(newcombe_by_formula(*later, *earlier), abs=POINTS)


def test_newcombe_turns_its_sign_with_its_direction() -> None:
    forward, back = newcombe(162, 370, 91, 326), newcombe(91, 326, 162, 370)
    assert back == pytest.approx((-forward[1], -forward[0]))
