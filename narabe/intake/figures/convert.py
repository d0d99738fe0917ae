"""A plan and the sheets it is about -> input tables, with everything that does not fit."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from narabe.intake.converted import Converted
from narabe.intake.faults import Faults
from narabe.intake.figures import rows as package
from narabe.intake.figures.accounts import say_lost
from narabe.intake.figures.block_figures import figures_of
from narabe.intake.figures.checks import check_neighbours, written
from narabe.intake.figures.days import check_days
from narabe.intake.figures.doubted import say_doubts
from narabe.intake.figures.footnotes import Footnotes
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.hidden import say_hidden
from narabe.intake.figures.known import known_of
from narabe.intake.figures.look_over import look_over
from narabe.intake.figures.read_as import say_read_as
from narabe.intake.figures.readout import Figure
from narabe.intake.figures.said_periods import say_periods
from narabe.intake.figures.torn import check_headed, check_torn
from narabe.intake.figures.unread import say_unread
from narabe.model.figures_plan import FiguresPlan, MetricEntry
from narabe.model.intake import Progress, Range, Sheet, quietly
from narabe.model.text import EMPTY, Text
from narabe.settings import Limits
from narabe.words import figures_sentences as say

Key = tuple[str, str, str, object, object]


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
    sheets = tuple(sheets)
    grids = {sheet.name: Grid(sheet) for sheet in sheets if not _hidden(sheet, faults)}
    known = known_of(plan, catalogue)
    look_over(plan, known, faults)
    say_read_as(plan, titles, grids, faults)
    sections, section_of = _sections(plan)
    body_rows = _body_rows(plan)
    taken: dict[Key, tuple[Figure, str, tuple[Text, ...]]] = {}
    read: set[tuple[str, int, int]] = set()
    cells: set[tuple[str, int, int]] = set()
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
        check_headed(grid, block, faults)
        figures = figures_of(grid, block, body_row, known, faults)
        notes = Footnotes(grid, block, body_row) if figures else None
        for figure in figures:
            read.add((block.sheet, figure.place.row, figure.place.line))
            cells.add((block.sheet, figure.place.row, figure.place.at))
            _take(
                figure, section_of[block.sheet, block.range], notes.of(figure) if notes else (), taken, faults
            )
    say_unread(plan, grids, body_rows, faults)
    say_periods(plan, grids, faults)
    say_doubts(plan, grids, faults)
    say_hidden(sheets, [figure for figure, _, _ in taken.values()], faults)
    check_days(plan, grids, body_rows, known.kinds, faults)
    _say_unread_sheets(plan, grids, faults)
    say_lost(plan, grids, body_rows, cells, faults)
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


def _say_unread_sheets(plan: FiguresPlan, grids: Mapping[str, Grid], faults: Faults) -> None:
    """Sheets that hold something, but no table of numbers: codes, definitions, notes."""
    read = {block.sheet for block in plan.blocks}
    for name, grid in grids.items():
        if read and name not in read and len(grid.blank_rows) < grid.height:
            faults.note(say.NO_NUMBERS, sheet=name)


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
        times = {time for time, _ in block.times} | {one.line for one in block.headings}
        rows = [one.line for one in block.series] if block.across else sorted(times)
        place = (block.sheet, block.range)
        found[place] = min(found.get(place, block.range.last_row + 1), *(rows or [block.range.last_row + 1]))
    return found


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
