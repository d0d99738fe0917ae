"""The one rounding rule: half-up, away from zero on a tie."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narabe.model.rounding import half_up, percent


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0.25, 1, 0.3),  # banker's rounding would give 0.2
        (0.35, 1, 0.4),  # as a binary float 0.35 lies below the tie
        (1.005, 2, 1.01),  # likewise
        (2.5, 0, 3.0),
        (0.24999, 1, 0.2),
        (-0.25, 1, -0.3),
        (-2.5, 0, -3.0),
        (-0.24999, 1, -0.2),
        (1e15 + 0.5, 0, 1e15 + 1),
    ],
)
def test_floats_round_half_away_from_zero(value: float, decimals: int, expected: float) -> None:
    assert half_up(value, decimals) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (Fraction(1, 8), 2, 0.13),
        (Fraction(-1, 8), 2, -0.13),
        (Fraction(1, 3), 1, 0.3),
        (Fraction(2, 3), 1, 0.7),
        (Fraction(1249, 10000), 2, 0.12),
        (Fraction(5, 2), 0, 3.0),
    ],
)
def test_fractions_round_the_same_way(value: Fraction, decimals: int, expected: float) -> None:
    assert half_up(value, decimals) == expected


def test_one_decimal_is_the_default() -> None:
    assert half_up(43.75) == 43.8


def test_nothing_is_ever_minus_zero() -> None:
    assert str(half_up(-0.04)) == "0.0"


@settings(deadline=None)
@given(base=st.integers(1, 5000), data=st.data())
def test_a_share_rounds_as_whole_numbers_say(base: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, base))
    # tenths of a percent, half-up: floor(1000·count/base + 1/2), in whole numbers
    tenths = (2000 * count + base) // (2 * base)
    assert half_up(percent(count, base)) == tenths / 10


def test_percent_is_exact() -> None:
    assert percent(91, 326) == Fraction(9100, 326)
    assert half_up(percent(91, 326)) == 27.9  # printed for 2021 (91/326 = 27.914…)
    assert half_up(percent(14, 32)) == 43.8  # printed for the sixties (14/32 = 43.75, a tie)


def test_percent_of_nobody_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        percent(0, 0)
