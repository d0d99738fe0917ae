"""The one rounding rule: half-up, as the survey reports state."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def half_up(value: float | Fraction, decimals: int = 1) -> float:
    """`value` rounded half away from zero to `decimals` places.

    A fraction is rounded exactly; a float by its shortest decimal spelling,
    so that 0.25 written as 0.25 becomes 0.3 and not a binary neighbour. From 2**53 on every float is whole.
    """
    if isinstance(value, float) and abs(value) >= 2**53:
        return value
    if isinstance(value, Fraction):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
    else:
        exact = Decimal(repr(float(value)))
    return float(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)) + 0.0


def percent(count: int, base: int) -> Fraction:
    """The share `count`/`base` in percent, exactly. Errors: base 0."""
    return Fraction(100 * count, base)


def share_percent(share: float, decimals: int = 1) -> float:
    """A fraction 0–1 in percent, rounded half-up: 113/400 is 28.3, though 0.2825 × 100 falls below 28.25 in floats.

    Twelve digits are kept: what lies behind them is left over from dividing sums of weights.
    """
    return half_up(Fraction(f"{share:.12g}") * 100, decimals)
