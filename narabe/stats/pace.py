"""Pace of an indicator: what a year needs and what it has brought so far."""

from datetime import date


def yearly_basis(value: float, months: int) -> float:
    """A flow over `months` months as if the whole year went at that rate."""
    return value * 12 / months


def years_between(earlier: date, later: date) -> float:
    """Whole months between two month-ends, in years."""
    return ((later.year - earlier.year) * 12 + later.month - earlier.month) / 12


def needed_per_year(baseline: float, target: float, years: float) -> float:
    """Equal yearly steps from baseline to target."""
    return (target - baseline) / years
