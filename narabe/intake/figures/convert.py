"""A plan and the sheets it is about -> input tables, with everything that does not fit."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from narabe.intake.converted import Converted
from narabe.intake.faults import Faults
from narabe.intake.figures import rows as package
from narabe.intake.figures import values
from narabe.intake.figures.checks import (
    check_neighbours,
    check_shares,
    check_small_shares,
    check_totals,
    written,
)
from narabe.intake.figures.days import check_days
from narabe.intake.figures.footnotes import Footnotes
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.periods import is_derived
from narabe.intake.figures.read_as import say_read_as
from narabe.intake.figures.readout import Figure, Place, read_figure
from narabe.intake.figures.running import check_running
from narabe.intake.figures.torn import check_torn
from narabe.intake.figures.units import same
from narabe.intake.figures.unread import heading_over, say_unread
from narabe.model.figures_plan import BlockPlan, FiguresPlan, MetricEntry, NewMetric, SeriesPlan
from narabe.model.intake import Progress, Range, Sheet, quietly
from narabe.model.status import MetricKind
from narabe.model.text import EMPTY, Text
from narabe.settings import Limits
from narabe.words import figures_sentences as say

PARTS = ("分子", "分母", "numerator", "denominator")
BESIDE = re.compile(
    r"コード|符号|定義|凡例|説明|注記|備考|履歴|codes?\b|definitions?|notes?\b|history|about|readme", re.I
)
"""Names of sheets beside the data."""
Key = tuple[str, str, str, object, object]


@dataclass(frozen=True, slots=True)
class Known:
    """Unit and kind of every metric that the plan may name."""

    units: Mapping[str, str]
    kinds: Mapping[str, MetricKind]


def convert(
    sheets: Iterable[Sheet],
    plan: FiguresPlan,
    catalogue: tuple[MetricEntry, ...],
    folder: Path,
    limits: Limits,
    progress: Progress = quietly,
) -> Converted:
    """The figures of a plan as tables `sections`, `metric_values`, `metrics`, `segments`.

    Figures are small: nothing is written to `folder`, and the readers have applied `limits`.
    """
    faults = Faults()
    titles = {entry.metric_id: entry.title for entry in catalogue}
    grids = {sheet.name: Grid(sheet) for sheet in sheets if not _hidden(sheet, faults)}
    known = _known(plan, catalogue)
    _look_over(plan, known, faults)
    say_read_as(plan, titles, grids, faults)
    sections, section_of = _sections(plan)
    body_rows = _body_rows(plan)
    taken: dict[Key, tuple[Figure, str, tuple[Text, ...]]] = {}
    read: set[tuple[str, int, int]] = set()
    told = None
    for sheet, area in body_rows:
        if sheet in grids:
            check_torn(grids[sheet], area, body_rows[sheet, area], faults)
    for block in plan.blocks:
        if block.sheet not in grids:
            continue
        if told != block.sheet:
            progress(say.reading_sheet(block.sheet))
            told = block.sheet
        grid = grids[block.sheet]
        body_row = body_rows[block.sheet, block.range]
        figures = _figures(grid, block, body_row, known, faults)
        notes = Footnotes(grid, block, body_row) if figures else None
        for figure in figures:
            read.add((block.sheet, figure.place.row, figure.place.line))
            _take(
                figure, section_of[block.sheet, block.range], notes.of(figure) if notes else (), taken, faults
            )
    say_unread(plan, grids, body_rows, faults)
    check_days(plan, grids, body_rows, known.kinds, faults)
    _say_unread_sheets(plan, grids, faults)
    check_neighbours([figure for figure, _, _ in taken.values()], known.kinds, faults)
    if plan.blocks and not taken and not faults.refused:
        faults.error(say.NO_VALUES, say.HOW_TO_LAY)
    records = [
        package.value_row(figure, known.units[figure.series.metric_id or ""], section, notes)
        for figure, section, notes in taken.values()
    ]
    used = {record["section"] for record in records}
    return Converted(
        package.tables(
            plan, records, {section: text for section, text in sections.items() if section in used}
        ),
        faults.listed(),
        len({(sheet, row) for sheet, row, _ in read}),
        max(
            (area.last_column - area.first_column + 1 for area in (block.range for block in plan.blocks)),
            default=0,
        ),
    )


def _hidden(sheet: Sheet, faults: Faults) -> bool:
    if sheet.hidden:
        faults.note(say.HIDDEN, say.SHOW_SHEET, sheet=sheet.name)
    return sheet.hidden


def _known(plan: FiguresPlan, catalogue: tuple[MetricEntry, ...]) -> Known:
    new = [one.new for block in plan.blocks for one in block.series if one.new]
    metrics: list[MetricEntry | NewMetric] = [*catalogue, *new]
    return Known(
        {metric.metric_id: metric.unit.ja for metric in metrics},
        {metric.metric_id: metric.kind for metric in metrics},
    )


def _look_over(plan: FiguresPlan, known: Known, faults: Faults) -> None:
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
                and not _beside(one.label)
            ):
                row = one.line if block.across else None
                faults.note(say.left_out(one.label), kind="left out", sheet=block.sheet, row=row)


def _look_at_times(plan: FiguresPlan, faults: Faults) -> None:
    """A table without a period that can be read is left out and said; the file is refused where no table has one."""
    meant = [block for block in plan.blocks if any(one.metric_id for one in block.series)]
    read = {(block.sheet, block.range) for block in meant if block.times}
    for place, title in {(one.sheet, one.range): one.title for one in meant if not one.times}.items():
        sheet, area = place
        where = {"sheet": sheet, "row": area.first_row, "value": title}
        if not read:
            faults.error(say.NO_PERIOD, say.SAY_PERIOD, **where)
        elif place in read:
            faults.warning(
                say.columns_left_out(sheet, area.first_row, area.last_row), say.SAY_PERIOD, **where
            )
        elif BESIDE.search(sheet):
            faults.note(say.table_left_out(sheet, area.first_row, area.last_row), say.SAY_PERIOD, **where)
        else:
            faults.warning(say.table_left_out(sheet, area.first_row, area.last_row), say.SAY_PERIOD, **where)


def _say_unread_sheets(plan: FiguresPlan, grids: Mapping[str, Grid], faults: Faults) -> None:
    """Sheets that hold something, but no table of numbers: codes, definitions, notes."""
    read = {block.sheet for block in plan.blocks}
    for name, grid in grids.items():
        if read and name not in read and len(grid.blank_rows) < grid.height:
            faults.note(say.NO_NUMBERS, sheet=name)


def _beside(label: str) -> bool:
    """A line that nobody misses: 前年比, or the empty column of a numerator."""
    return is_derived(label) or label.casefold() in PARTS


def _look_at_unit(one: SeriesPlan, known: Known, faults: Faults, where: Mapping[str, object]) -> None:
    wanted = known.units[one.metric_id or ""]
    if one.unit and wanted and not same(one.unit, wanted):
        faults.warning(say.unit_differs(one.unit, wanted), say.LOOK, **where)


def _sections(plan: FiguresPlan) -> tuple[dict[str, Text], dict[tuple[str, Range], str]]:
    """One section per table of the file, in order."""
    headings: dict[str, Text] = {}
    places: dict[tuple[str, Range], str] = {}
    for block in plan.blocks:
        if (block.sheet, block.range) not in places:
            section = f"s{len(places) + 1}"
            places[block.sheet, block.range] = section
            headings[section] = say.heading(block.title, block.sheet)
    return headings, places


def _body_rows(plan: FiguresPlan) -> dict[tuple[str, Range], int]:
    """The first row of figures of every table."""
    found: dict[tuple[str, Range], int] = {}
    for block in plan.blocks:
        rows = [one.line for one in block.series] if block.across else [time for time, _ in block.times]
        place = (block.sheet, block.range)
        found[place] = min(found.get(place, block.range.last_row + 1), *(rows or [block.range.last_row + 1]))
    return found


def _figures(grid: Grid, block: BlockPlan, body_row: int, known: Known, faults: Faults) -> list[Figure]:
    """Every figure of a block, with totals and shares checked."""
    roles, place = dict(block.roles), partial(_place, grid, block, body_row)
    found = [
        figure
        for one in block.series
        if one.metric_id in known.kinds
        for time, period in block.times
        if (figure := read_figure(
            grid.own(*_cell(block, one.line, time)), place(one.line, time), one,
            roles.get(time, one.role), period, known.kinds[one.metric_id or ""], known.units[one.metric_id or ""], faults,
        ))
    ]  # fmt: skip
    numbers = dict(_numbers(grid, block))
    flows = frozenset(
        one.line for one in block.series if known.kinds.get(one.metric_id or "") is MetricKind.FLOW
    )
    check_totals(block, numbers, flows, place, faults)
    check_running(block, numbers, flows, place, faults)
    of_a_day = {
        figure.series.line: figure.series
        for figure in found
        if figure.series.line in flows
        and figure.period.months is None
        and figure.period.start == figure.period.end
    }
    for one in block.series:
        if one.factor == 100 and known.kinds.get(one.metric_id or "") is MetricKind.RATIO:
            cells = [_cell(block, one.line, time) for time, _ in block.times]
            if not any(cell in grid.percent for cell in cells):
                where = {"sheet": block.sheet, "row": one.line if block.across else None, "value": one.label}
                faults.note(say.FRACTIONS, say.CHECK_FACTOR, **where)
    for line, one in of_a_day.items():
        where = {"sheet": block.sheet, "row": line if block.across else None, "value": one.label}
        faults.warning(say.STATE_FOR_FLOW, say.LOOK, **where)
    check_small_shares(found, known.kinds, known.units, faults)
    return check_shares(found, known.kinds, numbers, faults)


def _numbers(grid: Grid, block: BlockPlan) -> Iterator[tuple[tuple[int, int], values.Number]]:
    times = [time for time, _ in block.times] + [time for time, _ in block.time_totals]
    for one in block.series:
        for time in times:
            if (number := grid.number(*_cell(block, one.line, time))) is not None:
                yield (one.line, time), number


def _cell(block: BlockPlan, line: int, time: int) -> tuple[int, int]:
    return (line, time) if block.across else (time, line)


def _place(grid: Grid, block: BlockPlan, body_row: int, line: int, time: int) -> Place:
    row, column = _cell(block, line, time)
    return Place(block.sheet, row, _header(grid, block, body_row, column), line, time)


def _header(grid: Grid, block: BlockPlan, body_row: int, column: int) -> str:
    """The lowest heading of a column, or its letter."""
    return heading_over(grid, block.range, body_row, column) or grid.header(0, column)


def _take(
    figure: Figure,
    section: str,
    notes: tuple[Text, ...],
    taken: dict[Key, tuple[Figure, str, tuple[Text, ...]]],
    faults: Faults,
) -> None:
    """Keep a figure, unless the same place is taken: said once where it is the same, refused where it is another."""
    series, period = figure.series, figure.period
    key: Key = (series.metric_id or "", figure.role, series.segment, period.start, period.end)
    if key not in taken:
        taken[key] = (figure, section, notes)
        return
    first = taken[key][0]
    where = {"sheet": figure.place.sheet, "row": figure.place.row, "column": figure.place.column,
             "value": "" if figure.value is None else written(figure.value)}  # fmt: skip
    if figure.value is None and figure.low is None and figure.high is None:
        return
    if first.value is None and first.low is None and first.high is None:
        taken[key] = (replace(figure), section, notes)
    elif (first.value, first.low, first.high) == (figure.value, figure.low, figure.high):
        faults.note(say.TWICE_ALIKE, EMPTY, **where)
    else:
        faults.error(say.TWICE, say.KEEP_ONE, **where)
