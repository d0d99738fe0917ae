"""Periods that may be meant otherwise: parts of a year read as the whole, months around the day of the document."""

import re
from collections.abc import Mapping

from narabe.intake.faults import Faults
from narabe.intake.figures.document_day import document_day
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import year_in
from narabe.intake.figures.spelling import plain, tight, unmarked
from narabe.model.figures_plan import BlockPlan, FiguresPlan, TimeHeading
from narabe.words import figures_time_sentences as say

PART_IN_NOTE = re.compile(
    r"\d{1,2}月?~(翌年?)?\d{1,2}月|\d{1,2}月(分|末|\d{1,2}日)?(まで|現在|時点)|[上下]半?期|途中"
)
Told = set[tuple[object, ...]]


def say_doubts(plan: FiguresPlan, grids: Mapping[str, Grid], faults: Faults) -> None:
    """A warning for every such heading whose period a person has not corrected, once per table."""
    told: Told = set()
    for block in plan.blocks:
        if block.sheet not in grids or not any(one.metric_id for one in block.series):
            continue
        times = dict(block.times)
        read = [one for one in block.headings if one.period and times.get(one.line) == one.period]
        if not read:
            continue
        _say_parts(block, read, told, faults)
        _say_document(block, read, told, faults)
        _say_after(block, grids[block.sheet], read, told, faults)


def _say_parts(block: BlockPlan, read: list[TimeHeading], told: Told, faults: Faults) -> None:
    for heading in read:
        if heading.doubt == "part" or any(_limits(note, heading) for note in block.notes):
            _warn(block, heading, "part of a year", told, faults)


def _limits(note: str, heading: TimeHeading) -> bool:
    """Whether a footnote says that this year is not whole: it names the year, or stands at its mark."""
    period = heading.period
    if period is None or period.months != 12 or not PART_IN_NOTE.search(tight(note)):
        return False
    said, marks = year_in(note), set(unmarked(tight(heading.text))[1])
    if said is not None:
        return said.year == period.start.year
    return bool(marks & set(unmarked(plain(note))[1]))


def _say_document(block: BlockPlan, read: list[TimeHeading], told: Told, faults: Faults) -> None:
    placed = [one for one in read if one.doubt == "document"]
    key = ("document", block.sheet, block.range)
    if not placed or key in told:
        return
    told.add(key)
    shown = say.months_before(placed[0].text, placed[-1].text)
    faults.warning(
        shown, say.SAY_YEAR, sheet=block.sheet, row=block.range.first_row, value=placed[0].text, kind="document day"
    )  # fmt: skip


def _say_after(block: BlockPlan, grid: Grid, read: list[TimeHeading], told: Told, faults: Faults) -> None:
    """Observed figures of a month that begins after the day of the document."""
    day = document_day(_above(grid, block))
    roles = dict(block.roles)
    for heading in read if day else ():
        period = heading.period
        if day is None or period is None or period.start <= day or period.months != 1:
            continue
        held = any(
            grid.number(*((one.line, heading.line) if block.across else (heading.line, one.line)))
            for one in block.series
            if one.metric_id and roles.get(heading.line, one.role) == "observed"
        )
        key = ("after", block.sheet, block.range, heading.line)
        if held and key not in told:
            told.add(key)
            faults.warning(
                say.after_document(heading.text, day), say.LOOK_AT_YEAR, sheet=block.sheet,
                row=None if block.across else heading.line, value=heading.text, kind="after document",
            )  # fmt: skip


def _above(grid: Grid, block: BlockPlan) -> list[str]:
    """The texts above the headings of a table, up to the numbers of another one."""
    lines, times = [one.line for one in block.series], [one.line for one in block.headings]
    texts: list[str] = []
    for row in range(min(lines if block.across else times) - 1, 0, -1):
        said = [text for column in range(1, grid.width + 1) if (text := grid.text(row, column))]
        if row < block.range.first_row and any(
            grid.number(row, column) for column in range(1, grid.width + 1)
        ):
            break
        if row < block.range.first_row or len(set(said)) == 1:
            texts += said
    return texts[::-1]


def _warn(block: BlockPlan, heading: TimeHeading, kind: str, told: Told, faults: Faults) -> None:
    key = (kind, block.sheet, block.range, heading.line)
    if key not in told:
        told.add(key)
        row = None if block.across else heading.line
        faults.warning(
            say.part_of_year(heading.text), say.SAY_PART, sheet=block.sheet, row=row, column=heading.text,
            value=heading.text, kind=kind,
        )  # fmt: skip
