"""What is said of time, with its year -> the period that is meant."""

import calendar
from dataclasses import replace
from datetime import date, timedelta

from narabe.intake.figures.headings import When
from narabe.model.figures_plan import Period

APRIL = 4


def period_of(when: When) -> Period | None:
    """The span of a heading with its year; None where the year is open, or the day does not exist."""
    if when.year is None:
        return None
    if when.last is not None:
        begins, ends = period_of(replace(when, last=None)), period_of(when.last)
        return span(begins.start, ends.end) if begins and ends and begins.start <= ends.end else None
    if when.month is None:
        return _state(_part_of_year(when), when.state)
    year = when.year + (1 if when.fiscal and when.month < APRIL else 0)
    first, last = date(year, when.month, 1), month_end(year, when.month)
    if when.day is not None and not (not when.state and when.day in (1, last.day)):
        return _day(year, when.month, when.day)
    return _state(Period(first, last, 1), when.state)


def span(start: date, end: date) -> Period:
    """A period of whole months by its days; months is None where they are not whole, or for a single day."""
    whole = start.day == 1 and (end + timedelta(days=1)).day == 1
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    return Period(start, end, months if whole and end > start else None)


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def at_end(period: Period) -> Period:
    """The state at the end of a period."""
    return Period(period.end, period.end, None)


def _day(year: int, month: int, day: int) -> Period | None:
    if day > calendar.monthrange(year, month)[1]:
        return None
    return Period(date(year, month, day), date(year, month, day), None)


def _part_of_year(when: When) -> Period:
    """A year, half or quarter; of a fiscal year where it says so, or where nothing is said of a part."""
    assert when.year is not None
    fiscal = when.fiscal or (when.fiscal is None)
    length = 3 if when.quarter else 6 if when.half else 12
    place = (when.quarter or when.half or 1) - 1
    begins = (APRIL if fiscal else 1) - 1 + place * length
    ends = begins + length - 1
    start = date(when.year + begins // 12, begins % 12 + 1, 1)
    return Period(start, month_end(when.year + ends // 12, ends % 12 + 1), length)


def _state(period: Period, state: bool) -> Period:
    return at_end(period) if state else period
