"""What is said of the periods of a plan: bare years taken for calendar years, and those that a person corrected."""

from collections.abc import Mapping
from datetime import timedelta

from narabe.intake.faults import Faults
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import read
from narabe.intake.figures.spans import period_of
from narabe.model.figures_plan import BlockPlan, FiguresPlan, Period
from narabe.model.text import EMPTY, Text
from narabe.words import figures_time_sentences as say
from narabe.words import numbers


def period_said(text: str) -> Period | None:
    """The period that a person writes (令和7年4月, FY2025, 2025年4月～6月); None where it names none, or no year."""
    when = read(text)
    return period_of(when) if when and when.timed else None


def say_periods(plan: FiguresPlan, grids: Mapping[str, Grid], faults: Faults) -> None:
    """A warning per table for years that were only taken for calendar years, a note for each corrected heading.

    Errors: a period given by hand that contradicts itself.
    """
    told: set[tuple[object, ...]] = set()
    for block in plan.blocks:
        if block.sheet not in grids or not any(one.metric_id for one in block.series):
            continue
        _say_assumed(block, told, faults)
        for heading, period in block.corrected:
            place = (block.sheet, heading.line, heading.period, period)
            if place in told:
                continue
            told.add(place)
            where = {
                "sheet": block.sheet,
                "row": None if block.across else heading.line,
                "value": heading.text,
            }
            if period is not None and not _sound(period):
                faults.error(say.impossible_period(heading.text), say.GIVE_PERIOD, **where)
                continue
            was, now = _named(heading.period, say.NO_PERIOD_READ), _named(period, say.NO_PERIOD_GIVEN)
            faults.note(say.period_corrected(heading.text, was, now), EMPTY, kind="period corrected", **where)


def _say_assumed(block: BlockPlan, told: set[tuple[object, ...]], faults: Faults) -> None:
    times = dict(block.times)
    years = [one.text for one in block.headings if one.assumed and times.get(one.line) == one.period]
    place = (block.sheet, block.range, tuple(years))
    if not years or place in told:
        return
    told.add(place)
    named = dict.fromkeys(years)
    shown = years[0] if len(named) == 1 else f"{years[0]}～{years[-1]}"
    row = block.range.first_row
    faults.warning(
        say.years_assumed(shown), say.SAY_FISCAL, sheet=block.sheet, row=row, value=shown, kind="assumed"
    )


def _sound(period: Period) -> bool:
    """Whether start, end and months agree."""
    if period.months is None:
        return period.start <= period.end
    after = period.end + timedelta(days=1)
    months = (after.year - period.start.year) * 12 + after.month - period.start.month
    return period.start.day == after.day == 1 and period.months == months > 0


def _named(period: Period | None, otherwise: Text) -> Text:
    return numbers.period(period.start, period.end, period.months) if period else otherwise
