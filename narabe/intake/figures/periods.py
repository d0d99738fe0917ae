"""Headings of a row or column of time -> periods; what one leaves open is taken from its neighbours or the title."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from narabe.intake.figures.headings import When
from narabe.intake.figures.spelling import tight, unmarked
from narabe.model.figures_plan import Period

APRIL = 4
TOTALS = re.compile(
    r"(総|合|小|累|年|年度|年間|通年|期間|月|中)?計(値|額|数)?|(総|合|累)計\(.*\)|累積|年間|通年|全体|total|sum",
    re.I,
)
DERIVED = re.compile(
    r"平均|前年|昨年|前月|前回|対前|増減|差$|伸び|構成比|達成率|達成度|進捗|順位|備考|摘要|単位|担当|所管|比$|コメント|傾向|累計率"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A time line of a table: its number on the sheet, what it says, and as text."""

    line: int
    when: When | None
    text: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The time lines of a table resolved. `totals` are (line, lines summed); `roles` those that say 目標 and the like.

    `open` are lines that speak of time but leave the year open.
    """

    times: tuple[tuple[int, Period], ...]
    totals: tuple[tuple[int, tuple[int, ...]], ...] = ()
    roles: tuple[tuple[int, str], ...] = ()
    open: tuple[int, ...] = ()


def is_total(text: str) -> bool:
    """合計, 計, 累計 and the like."""
    return TOTALS.fullmatch(unmarked(tight(text))[0]) is not None


def is_derived(text: str) -> bool:
    """前年比, 平均, 備考: beside the figures, not one of them."""
    return DERIVED.search(tight(text)) is not None


def axis(headings: Sequence[Heading], base: When | None = None, fiscal: bool | None = None) -> Axis:
    """Periods of every line that has one. `base` is the year of the title; `fiscal` how a bare 2025 is meant."""
    timed = [heading for heading in headings if heading.when is not None and heading.when.timed]
    whens = _years_said(timed, base, fiscal)
    months = _months_placed(whens, base)
    found: dict[int, Period] = {}
    unknown: list[int] = []
    for heading, when in zip(timed, months, strict=True):
        period = period_of(when)
        if period is None:
            unknown.append(heading.line)
        else:
            found[heading.line] = period
    roles = {heading.line: when.role for heading, when in zip(timed, whens, strict=True) if when.role}
    flagged = {heading.line for heading, when in zip(timed, whens, strict=True) if when.total}
    totals = _totals(headings, found, flagged, roles)
    summed = {line for line, _ in totals}
    return Axis(
        tuple((line, period) for line, period in found.items() if line not in summed),
        totals,
        tuple((line, role) for line, role in roles.items() if line in found and line not in summed),
        tuple(unknown),
    )


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


def _years_said(timed: Sequence[Heading], base: When | None, fiscal: bool | None) -> list[When]:
    """The headings, each knowing whether its year is fiscal."""
    said = [heading.when for heading in timed if heading.when is not None]
    hint = fiscal
    if hint is None and any(when.fiscal for when in said if not when.part):
        hint = True
    if hint is None and base is not None:
        hint = base.fiscal
    starts = {when.year: when.month for when in reversed(said) if when.lent and when.month}
    settled = []
    for when in said:
        if when.year is None or when.fiscal is not None:
            settled.append(when)
        elif when.part:
            settled.append(replace(when, fiscal=starts.get(when.year) != 1))
        else:
            settled.append(replace(when, fiscal=(not when.weak) if hint is None else hint))
    return settled


def _months_placed(whens: Sequence[When], base: When | None) -> list[When]:
    """Years for those that say only a month: from the title, else from the nearest heading that has one."""
    months = [when.month for when in whens if when.year is None and when.month]
    once = len(months) == len(set(months))
    based = base is not None and base.year is not None and once and base.fiscal is not False
    placed = list(whens)
    for at, when in enumerate(placed):
        before = placed[at - 1] if at else None
        if when.year is not None and when.lent and when.fiscal is False and before is not None:
            placed[at] = _not_before(when, before)
        elif when.year is None and based and base is not None:
            placed[at] = _dated(when, base.year, True)
        elif when.year is None and before is not None and before.year is not None and when.month:
            placed[at] = _following(when, before)
        elif when.year is None and base is not None and (at == 0 or not when.month):
            placed[at] = _dated(when, base.year, base.fiscal)
    for at in range(len(placed) - 2, -1, -1):
        when, after = placed[at], placed[at + 1]
        if when.year is None and when.month and after.year is not None and after.month:
            year = _calendar_year(after)
            placed[at] = _dated(when, year if when.month < after.month else year - 1, False)
    return placed


def _dated(when: When, year: int | None, fiscal: bool | None) -> When:
    last = when.last and (
        replace(when.last, year=year, fiscal=fiscal) if when.last.year is None else when.last
    )
    if last and fiscal is False and last.month and when.month and last.month < when.month and year:
        last = replace(last, year=year + 1)
    return replace(when, year=year, fiscal=fiscal, last=last)


def _not_before(when: When, before: When) -> When:
    """令和7年 above 4月 … 3月: after December the year goes on."""
    if before.lent and before.month and when.month and when.month < before.month and before.year is not None:
        return replace(
            when, year=max(before.year, when.year or 0) + (0 if (when.year or 0) > before.year else 1)
        )
    if (
        before.lent
        and before.month
        and when.month
        and before.year is not None
        and before.year > (when.year or 0)
    ):
        return replace(when, year=before.year)
    return when


def _following(when: When, before: When) -> When:
    year = _calendar_year(before)
    earlier = before.month is not None and when.month is not None and when.month < before.month
    return _dated(when, year + 1 if earlier else year, False)


def _calendar_year(when: When) -> int:
    assert when.year is not None
    return when.year + (1 if when.fiscal and when.month is not None and when.month < APRIL else 0)


def _totals(
    headings: Sequence[Heading], found: dict[int, Period], flagged: set[int], roles: dict[int, str]
) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Lines that only add up others: said so, or longer and filled by shorter ones of the same role."""
    totals: dict[int, tuple[int, ...]] = {}
    for line, period in found.items():
        parts = [
            other
            for other, part in found.items()
            if other != line and _inside(part, period) and roles.get(other) == roles.get(line)
        ]
        parts = [part for part in parts if not _within_another(part, parts, found)]
        whole = sum(found[part].months or 0 for part in parts) == (period.months or -1)
        if parts and (line in flagged or whole):
            totals[line] = tuple(parts)
    since: list[int] = []
    for heading in headings:
        if heading.line in found:
            if heading.line not in totals:
                since.append(heading.line)
        elif is_total(heading.text) and since:
            totals[heading.line] = tuple(since)
            since = [] if "小" in heading.text else since
    return tuple(totals.items())


def _inside(part: Period, period: Period) -> bool:
    if part.months is None or period.months is None:
        return False
    return period.start <= part.start and part.end <= period.end and part.months < period.months


def _within_another(part: int, parts: list[int], found: dict[int, Period]) -> bool:
    return any(other != part and _inside(found[part], found[other]) for other in parts)
