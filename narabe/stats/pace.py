"""Pace of an indicator: what a year needs, what it has brought so far, and when that would arrive."""

from datetime import date, timedelta
from math import ceil

NEAR = 1e-9
"""Slack in steps, so that a target met exactly is not one step late."""


def yearly_basis(value: float, months: int) -> float:
    """A flow over `months` months as if the whole year went at that rate."""
    return value * 12 / months


def years_between(earlier: date, later: date) -> float:
    """Whole months between two month-ends, in years."""
    return months_between(earlier, later) / 12


def months_between(earlier: date, later: date) -> int:
    """Whole months between two month-ends."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def needed_per_year(baseline: float, target: float, years: float) -> float:
    """Equal yearly steps from baseline to target."""
    return (target - baseline) / years


def steps_to(now: float, target: float, step: float) -> int | None:
    """How many equal steps lead from `now` to at least `target`; None where they do not lead there."""
    if now >= target:
        return 0
    return None if step <= 0 else ceil((target - now) / step - NEAR)


def month_end(day: date, months_later: int) -> date:
    """The last day of the month that lies `months_later` months after that of `day`."""
    year, month = divmod(day.year * 12 + day.month + months_later, 12)
    return date(year, month + 1, 1) - timedelta(days=1)
