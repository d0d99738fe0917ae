"""Headings of a row or column of time -> periods; what one leaves open is taken from its neighbours or the title."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from narabe.intake.figures.headings import When
from narabe.intake.figures.spans import period_of
from narabe.intake.figures.vocabulary import is_total
from narabe.intake.figures.years import months_placed, years_said
from narabe.model.figures_plan import Period, TimeHeading


@dataclass(frozen=True, slots=True)
class Heading:
    """A time line of a table: its number on the sheet, what it says, its lowest text, and all its texts of time."""

    line: int
    when: When | None
    text: str
    full: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """The time lines of a table resolved. `totals` are (line, lines summed); `roles` those that say 目標 and the like.

    `open` are lines that speak of time but leave the year open. `headings` are all lines as read.
    """

    times: tuple[tuple[int, Period], ...]
    totals: tuple[tuple[int, tuple[int, ...]], ...] = ()
    roles: tuple[tuple[int, str], ...] = ()
    open: tuple[int, ...] = ()
    headings: tuple[TimeHeading, ...] = ()


def axis(headings: Sequence[Heading], base: When | None = None, fiscal: bool | None = None) -> Axis:
    """Periods of every line that has one. `base` is the year of the title; `fiscal` how a bare 2025 is meant."""
    timed = [heading for heading in headings if heading.when is not None and heading.when.timed]
    whens = years_said([one.when for one in timed if one.when], base, fiscal)
    months = months_placed(whens, base)
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
    assumed = {
        heading.line
        for heading, when in zip(timed, whens, strict=True)
        if heading.when and heading.when.weak and not when.part and when.fiscal is False
        and not _calendar_said(base, fiscal)
    }  # fmt: skip
    doubts = {heading.line: when.doubt for heading, when in zip(timed, months, strict=True)}
    return Axis(
        tuple((line, period) for line, period in found.items() if line not in summed),
        totals,
        tuple((line, role) for line, role in roles.items()),
        tuple(unknown),
        tuple(
            TimeHeading(
                one.line,
                one.full or one.text,
                _named(one, found, dict(totals)),
                one.line in assumed,
                doubts.get(one.line, ""),
            )
            for one in headings
        ),
    )


def _named(
    heading: Heading, found: Mapping[int, Period], totals: Mapping[int, tuple[int, ...]]
) -> Period | None:
    """The period that a line names; 小計 under 令和7年 names that year only if its parts fill it."""
    period, parts = found.get(heading.line), totals.get(heading.line)
    if period is None or parts is None or not is_total(heading.text):
        return period
    months = sum(found[part].months or 0 for part in parts if part in found)
    return period if months == period.months else None


def _calendar_said(base: When | None, fiscal: bool | None) -> bool:
    """Whether the table itself says that its years begin in January."""
    return fiscal is False or (base is not None and base.fiscal is False)


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
