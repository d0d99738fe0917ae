"""Years for headings that leave them open: from the title, the neighbours, and how the others count."""

from collections.abc import Sequence
from dataclasses import replace

from narabe.intake.figures.headings import When
from narabe.intake.figures.spans import APRIL, period_of

FAR_BACK = 6
"""So many months may lie between the last month of a table and the day of its document."""


def years_said(said: Sequence[When], base: When | None, fiscal: bool | None) -> list[When]:
    """The headings, each knowing whether its year is fiscal."""
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


def months_placed(whens: Sequence[When], base: When | None) -> list[When]:
    """Years for those that say only a month: from the title, else from the nearest heading that has one."""
    if base is not None and base.day is not None:
        whens, base = before_day(whens, base), None
    months = [when.month for when in whens if when.year is None and when.month]
    once = len(months) == len(set(months))
    based = base is not None and base.year is not None and once and base.fiscal is not False
    placed = list(whens)
    for at, when in enumerate(placed):
        before = _nearest(placed[:at], when)
        if when.year is not None and when.lent and when.fiscal is False and at:
            placed[at] = _not_before(when, placed[at - 1])
        elif when.year is None and based and base is not None:
            placed[at] = _dated(when, base.year, True)
        elif when.year is None and before is not None and when.part:
            placed[at] = _following(when, before)
        elif when.year is None and base is not None and (at == 0 or not when.month):
            placed[at] = _dated(when, base.year, base.fiscal)
    for at in range(len(placed) - 2, -1, -1):
        when, after = placed[at], placed[at + 1]
        if when.year is None and when.month and after.year is not None and after.month:
            year = _calendar_year(after)
            placed[at] = _dated(when, year if when.month < after.month else year - 1, False)
    return placed


def before_day(whens: Sequence[When], day: When) -> Sequence[When]:
    """The last such months before the day of a document; as they are where that lies far back, or a year is said."""
    months = [when.month for when in whens if when.month]
    if not months or len(months) != len(set(months)) or any(when.year is not None for when in whens):
        return whens
    assert day.year is not None and day.month is not None
    year, after = day.year, day.month
    placed = list(whens)
    for at, when in reversed(list(enumerate(whens))):
        if when.month is not None:
            year -= when.month > after
            placed[at], after = replace(_dated(when, year, False), doubt="document"), when.month
    last = [when for when in placed if when.month][-1]
    back = (day.year - (last.year or 0)) * 12 + day.month - (last.month or 0)
    return placed if back <= FAR_BACK else whens


def _nearest(placed: Sequence[When], when: When) -> When | None:
    """The last heading before this one that has a year: for a month the last month (第1四半期計 may stand between).

    令和6年度 before 4月 says nothing of it: that may well be the next year.
    """
    dated = [before for before in placed if before.year is not None and before.part]
    months = [before for before in dated if before.month is not None]
    near = (months or dated) if when.month else dated
    return near[-1] if near else None


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
    """A month after another heading; a quarter or half that holds the month before it, or comes after another."""
    if when.month is None:
        return _part_following(when, before)
    if before.month is None:
        ends = period_of(before)
        year = ends.end.year if ends else _calendar_year(before)
        return _dated(when, year + (ends is not None and when.month <= ends.end.month), False)
    year = _calendar_year(before)
    earlier = before.month is not None and when.month is not None and when.month < before.month
    return _dated(when, year + 1 if earlier else year, False)


def _part_following(when: When, before: When) -> When:
    """第1四半期計 after 令和7年6月: of the fiscal year if that holds the month, else of the calendar year."""
    assert before.year is not None
    last = period_of(before)
    if before.month is None or last is None:
        again = when.quarter is not None and before.quarter is not None and when.quarter <= before.quarter
        again = again or (when.half is not None and before.half is not None and when.half <= before.half)
        return _dated(when, before.year + again, before.fiscal)
    year = _calendar_year(before)
    fiscal_year = year - (before.month < APRIL)
    for tried in (_dated(when, fiscal_year, True), _dated(when, year, False)):
        span_of = period_of(tried)
        if span_of and span_of.start <= last.start <= span_of.end:
            return tried
    return _dated(when, fiscal_year, True)


def _calendar_year(when: When) -> int:
    assert when.year is not None
    return when.year + (1 if when.fiscal and when.month is not None and when.month < APRIL else 0)
