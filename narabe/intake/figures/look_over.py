"""What is wrong with a plan itself, or worth saying of it, before a number is read."""

import re
from collections.abc import Mapping

from narabe.intake.faults import Faults
from narabe.intake.figures.known import Known
from narabe.intake.figures.units import same
from narabe.intake.figures.vocabulary import is_derived
from narabe.model.figures_plan import FiguresPlan, SeriesPlan
from narabe.model.intake import Range
from narabe.model.text import EMPTY
from narabe.words import figures_sentences as say

PARTS = ("分子", "分母", "numerator", "denominator")
BESIDE = re.compile(
    r"コード|符号|定義|凡例|説明|注記|備考|履歴|codes?\b|definitions?|notes?\b|history|about|readme", re.I
)
"""Names of sheets beside the data."""


def look_over(plan: FiguresPlan, known: Known, faults: Faults) -> None:
    """What is wrong with the plan itself, or worth saying of it."""
    if not plan.blocks:
        faults.error(say.NO_TABLE, say.HOW_TO_LAY)
        return
    chosen = [(block, one) for block in plan.blocks for one in block.series if one.metric_id is not None]
    if not chosen:
        faults.error(say.NOTHING_CHOSEN, say.CHOOSE)
    _look_at_times(plan, faults)
    drafted: set[str] = set()
    for block, one in chosen:
        if not block.times:
            continue
        where = {"sheet": block.sheet, "row": one.line if block.across else None, "value": one.label}
        if one.metric_id not in known.kinds:
            faults.error(say.no_such_metric(one.metric_id or ""), say.CHOOSE, **where)
            continue
        if one.new and one.new.metric_id not in drafted:
            drafted.add(one.new.metric_id)
            faults.note(say.drafted(one.new.title.ja, one.new.unit.ja), EMPTY, kind="drafted", **where)
            if not one.new.unit.ja:
                faults.warning(say.NO_UNIT, say.SAY_UNIT, **where)
        _look_at_unit(one, known, faults, where)
    for block in plan.blocks:
        if not block.times:
            continue
        parts = {line for one in block.series for line in (one.numerator, one.denominator)}
        for one in block.series:
            if (
                one.metric_id is None
                and not one.total_of
                and one.line not in parts
                and one.label
                and not _beside(one.label)
            ):
                row = one.line if block.across else None
                faults.note(
                    say.left_out(one.label),
                    sheet=block.sheet,
                    row=row,
                    leaves_out=(one.label,),
                    kind="left out",
                )


def _look_at_times(plan: FiguresPlan, faults: Faults) -> None:
    """A table without a period that can be read is left out and said; the file is refused where no table has one."""
    meant = [block for block in plan.blocks if any(one.metric_id for one in block.series)]
    read = {(block.sheet, block.range) for block in meant if block.times}
    for place, title in {(one.sheet, one.range): one.title for one in meant if not one.times}.items():
        sheet, area = place
        where = {"sheet": sheet, "row": area.first_row, "value": title, "leaves_out": ()}
        if not read:
            faults.error(say.NO_PERIOD, say.SAY_PERIOD, **where)
        elif place in read:
            _say_rows_without_period(plan, place, faults)
        elif BESIDE.search(sheet):
            faults.note(say.table_left_out(sheet, area.first_row, area.last_row), say.SAY_PERIOD, **where)
        else:
            faults.warning(say.table_left_out(sheet, area.first_row, area.last_row), say.SAY_PERIOD, **where)


def _say_rows_without_period(plan: FiguresPlan, place: tuple[str, Range], faults: Faults) -> None:
    """Rows of a table whose own period is open; an open column is said where numbers are (`say_unread`)."""
    blocks = [block for block in plan.blocks if (block.sheet, block.range) == place]
    times = {line for block in blocks for line, _ in block.times}
    for block in blocks:
        if not block.times and block.across and times >= {one.line for one in block.headings}:
            for one in block.series:
                if one.metric_id:
                    faults.warning(
                        say.NO_PERIOD,
                        say.SAY_PERIOD,
                        sheet=place[0],
                        row=one.line,
                        value=one.label,
                        leaves_out=(),
                    )


def _beside(label: str) -> bool:
    """A line that nobody misses: 前年比, or the empty column of a numerator."""
    return is_derived(label) or label.casefold() in PARTS


def _look_at_unit(one: SeriesPlan, known: Known, faults: Faults, where: Mapping[str, object]) -> None:
    wanted = known.units[one.metric_id or ""]
    if one.unit and wanted and not same(one.unit, wanted):
        faults.warning(say.unit_differs(one.unit, wanted), say.LOOK, **where)
