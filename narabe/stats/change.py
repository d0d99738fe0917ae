"""Differences of shares: from counts where known, and what the base did to them."""

from dataclasses import dataclass
from fractions import Fraction

from narabe.model.rounding import half_up, percent
from narabe.stats.proportions import newcombe


@dataclass(frozen=True, slots=True)
class PointChange:
    """Later − earlier with its interval, in points."""

    points: float
    low: float
    high: float


def change(later: tuple[int, int], earlier: tuple[int, int]) -> PointChange:
    """Difference of two (count, base) pairs in points with Newcombe's interval."""
    low, high = newcombe(*later, *earlier)
    return PointChange(float(percent(*later) - percent(*earlier)), low, high)


def change_of_shares(later: tuple[float, float], earlier: tuple[float, float]) -> PointChange:
    """The same of two (percentage, base) pairs; the base of a weighted share is its effective one.

    Newcombe's method combines two Wilson intervals, here each on its own base.
    """
    counts = [(percentage * base / 100, base) for percentage, base in (later, earlier)]
    low, high = newcombe(*counts[0], *counts[1])
    return PointChange(later[0] - earlier[0], low, high)


def disagreeing_last_digit(points: float, printed_later: float, printed_earlier: float) -> float | None:
    """The difference of the printed values where its last digit is not that of `points`."""
    printed = half_up(Fraction(repr(printed_later)) - Fraction(repr(printed_earlier)))
    return printed if printed != half_up(points) else None


@dataclass(frozen=True, slots=True)
class Decomposition:
    """total = from_base + remaining, in points; the interval belongs to `remaining`."""

    total: float
    from_base: float
    remaining: float
    low: float
    high: float


def take_apart(later: tuple[int, int], earlier: tuple[int, int], chosen_base: int) -> Decomposition:
    """Put the earlier count on another base and see how much of the change that explains.

    `chosen_base` lies between the earlier base (those who answered) and the number asked.
    Errors: ValueError when the earlier count exceeds `chosen_base`.
    """
    count, base = earlier
    if not count <= chosen_base:
        raise ValueError(f"base {chosen_base} is below the count {count}")
    rebased = change(later, (count, chosen_base))
    from_base = float(percent(count, chosen_base) - percent(count, base))
    total = float(percent(*later) - percent(count, base))
    return Decomposition(total, from_base, rebased.points, rebased.low, rebased.high)
