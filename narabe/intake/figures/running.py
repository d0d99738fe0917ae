"""Running totals (累計) beside the months they add up: never stored, but checked."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from narabe.intake.faults import Faults
from narabe.intake.figures.checks import half_of, written
from narabe.intake.figures.naming import cleaned
from narabe.intake.figures.readout import Place
from narabe.intake.figures.spans import APRIL
from narabe.intake.figures.spelling import key, plain
from narabe.intake.figures.tables import Line
from narabe.intake.figures.values import Number
from narabe.intake.figures.vocabulary import OF_THE_MONTH, RUNNING
from narabe.model.figures_plan import BlockPlan, Period
from narabe.words import figures_sentences as say

Slip = tuple[int, Decimal, Decimal]


def running_of(lines: Sequence[Line]) -> dict[int, int | None]:
    """For each line that adds up another one over time, that line; None where several could be meant.

    電子申請件数（累計） adds up 電子申請件数; a mere 累計 adds up the line above it.
    """
    found: dict[int, int | None] = {}
    above: list[Line] = []  # since the last running total
    for line in lines:
        label, outer = cleaned(line.labels[-1]) if line.labels else "", line.labels[:-1]
        name = RUNNING.sub("", label)
        if name == label:
            above.append(line)
        elif name:
            same = [one for one in lines if one.labels[:-1] == outer and _of_month(one) == key(name)]
            if same:
                found[line.line], above = same[0].line, []
        elif beside := [one for one in above if one.labels[: len(outer)] == outer]:
            found[line.line] = beside[-1].line if len(beside) == 1 or _is_whole(beside[-1]) else None
            above = []
    return found


def _of_month(line: Line) -> str:
    """The name of a line without （当月）, to be compared."""
    return key(OF_THE_MONTH.sub("", cleaned(line.labels[-1]))) if line.labels else ""


def check_running(
    block: BlockPlan,
    numbers: Mapping[tuple[int, int], Number],
    flows: frozenset[int],
    place: Callable[[int, int], Place],
    faults: Faults,
) -> None:
    """Say where a running total first leaves the sum of its figures."""
    roles, by_line = dict(block.roles), {one.line: one for one in block.series}
    for series in block.series:
        base = by_line.get(series.running_of or 0)
        if base is None or (base.metric_id is not None and base.line not in flows):
            continue
        times = [(time, period) for time, period in block.times if roles.get(time, base.role) == base.role]
        parts = {time: numbers[base.line, time] for time, _ in times if (base.line, time) in numbers}
        stated = {time: numbers[series.line, time] for time, _ in times if (series.line, time) in numbers}
        if slip := _first_slip(times, parts, stated):
            time, said, summed = slip
            at = place(series.line, time)
            faults.warning(
                say.running_differs(written(said), written(summed)), say.LOOK,
                sheet=at.sheet, row=at.row, column=at.column, value=written(said), kind="running",
            )  # fmt: skip


def _first_slip(
    times: Iterable[tuple[int, Period]], parts: Mapping[int, Number], stated: Mapping[int, Number]
) -> Slip | None:
    """Time, stated and summed total at the first slip. The sum begins anew in April, and in January where the file does.

    Where an earlier month is missing it goes on from what is stated there.
    """
    summed: Decimal | None = None
    slack, before = Decimal(0), None
    for time, period in sorted(times, key=lambda each: each[1].start):
        part, said = parts.get(time), stated.get(time)
        within = period.months is not None and period.months < 12
        follows = before is not None and before.end + timedelta(days=1) == period.start
        before = period
        begins = within and period.start.month == APRIL
        anew = (
            within
            and period.start.month == 1
            and said is not None
            and part is not None
            and said.value == part.value
        )
        if part is None or (not begins and not anew and (summed is None or not follows)):
            summed = said.value if said else None
            slack = half_of(said) if said else Decimal(0)
            continue
        summed = part.value if begins or anew or summed is None else summed + part.value
        slack = half_of(part) if begins or anew else slack + half_of(part)
        if said is not None and abs(said.value - summed) > slack + half_of(said):
            return time, said.value, summed
    return None


def _is_whole(line: Line) -> bool:
    return re.fullmatch(r"(総|合|小)?計", plain(line.labels[-1])) is not None if line.labels else False
