"""Tables found in a file -> a plan: which line is which metric, and what is left out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from narabe.intake.faults import refusal
from narabe.intake.figures import units
from narabe.intake.figures.cells import Held, cells_of, held_as_fractions, unit_in, up_to_hundred
from narabe.intake.figures.finding import tables_of
from narabe.intake.figures.meanings import Named, is_share, named_line, rows_as_segments, told_apart
from narabe.intake.figures.naming import Names, cleaned, kind_of, stable_id
from narabe.intake.figures.ratios import with_parts
from narabe.intake.figures.running import running_of
from narabe.intake.figures.spelling import key
from narabe.intake.figures.subjects import subject_of_table
from narabe.intake.figures.tables import Found, Line
from narabe.intake.figures.totals import is_subtotal, parts_of
from narabe.intake.figures.vocabulary import (
    COMPARED,
    is_derived,
)
from narabe.model.figures_plan import BlockPlan, FiguresPlan, MetricEntry, NewMetric, SeriesPlan
from narabe.model.intake import Sheet
from narabe.model.status import MetricKind
from narabe.model.text import Text, plain
from narabe.words import figures_time_sentences as say
from narabe.words import intake_problems as problems

DRAFTED = 0.5
"""How sure a proposal is that only a person can confirm."""
RATES = ("ポイント", "pt")
"""Units in which a 率 may well be given."""


def propose(
    sheets: Iterable[Sheet],
    catalogue: tuple[MetricEntry, ...],
    dataset: str,
    header_row: int | None = None,
) -> FiguresPlan:
    """A plan for every table of every sheet that is not hidden; a person looks at it before anything is stored.

    Errors: Refused for a `header_row` that a person names where it cannot be one.
    """
    names, shown = Names(catalogue), [sheet for sheet in sheets if not sheet.hidden]
    if header_row is not None:
        _check_header_row(header_row, shown)
    blocks = [
        _block(sheet, found, names, dataset) for sheet in shown for found in tables_of(sheet, header_row)
    ]
    return FiguresPlan(dataset, tuple(blocks))


def _check_header_row(row: int, sheets: Sequence[Sheet]) -> None:
    """Errors: Refused where several sheets could be meant, or nothing stands in that row."""
    filled = [sheet for sheet in sheets if any(cell is not None for line in sheet.rows for cell in line)]
    if len(filled) > 1:
        raise refusal(say.HEADER_OF_WHICH_SHEET, say.NAME_SHEET, row=row)
    for sheet in filled:
        if not 1 <= row <= len(sheet.rows) or all(cell is None for cell in sheet.rows[row - 1]):
            raise refusal(problems.NO_SUCH_ROW, problems.NAME_A_ROW, sheet=sheet.name, row=row)


def _block(sheet: Sheet, found: Found, names: Names, dataset: str) -> BlockPlan:
    found = _with_units(found, sheet)
    running = running_of(found.lines) if len(found.axis.times) > 1 else {}
    lines = tuple(line for line in found.lines if line.line not in running)
    totals = parts_of(lines)
    title = subject_of_table(found, names)
    summed = {part for parts in totals.values() for part in parts}
    named = [named_line(line, title, found, names, line.line in summed) for line in lines]
    named = rows_as_segments(named, title, found, names, totals)
    named = told_apart(named)
    series = [
        _series(entry, found, sheet, dataset, totals.get(entry.line.line, ()), named) for entry in named
    ] + [_left_out(line, found, running[line.line]) for line in found.lines if line.line in running]
    series.sort(key=lambda one: one.line)
    return BlockPlan(
        found.sheet, found.range, found.title, found.across, found.axis.times,
        with_parts(tuple(series), sheet, found, names), found.axis.totals, found.notes, found.axis.roles,
        found.axis.headings, found.side_totals,
    )  # fmt: skip


def _with_units(found: Found, sheet: Sheet) -> Found:
    """Lines that say no unit take the one their own numbers carry (1,234件), before that of the table."""
    return replace(
        found,
        lines=tuple(
            line
            if line.unit
            else replace(line, unit=_own_unit(line, cells_of(sheet, found, line), found.unit))
            for line in found.lines
        ),
    )


def _own_unit(line: Line, cells: Sequence[Held], of_table: str) -> str:
    """What the numbers carry; % for a 率 or 割合 up to 100 in a table of 件, 人 or the like."""
    if unit := unit_in(cells, of_table):
        return unit
    name = line.metric or (line.labels[-1] if line.labels else "")
    counts = units.is_unit(of_table) and not units.same(of_table, "%") and of_table not in RATES
    return "%" if counts and is_share(cleaned(name)) and up_to_hundred(cells) else ""


def _left_out(line: Line, found: Found, base: int | None) -> SeriesPlan:
    """A running total is not taken in; where its months stand in the table it is checked against them."""
    unit = line.unit or found.unit
    return SeriesPlan(line.line, " ".join(line.labels), None, unit=unit or None, role=line.role or "observed", running_of=base)  # fmt: skip


def _series(
    entry: Named, found: Found, sheet: Sheet, dataset: str, total_of: tuple[int, ...], named: list[Named]
) -> SeriesPlan:
    line, label = entry.line, " ".join(entry.line.labels) or entry.subject
    unit = line.unit or found.unit
    plan = SeriesPlan(line.line, label, None, unit=unit or None, role=entry.role, total_of=total_of)
    if _is_beside(entry):
        return plan
    if total_of and not _whole(entry, total_of, named):
        return plan
    if entry.segment == "all" and is_subtotal(line):
        return plan
    flows = entry.metric is None or entry.metric.entry.kind is MetricKind.FLOW
    if "累計" in label and flows and entry.segment != "all" and not total_of:
        return plan
    if "累計" in label and entry.metric is None and not total_of:
        return plan
    if not line.labels and not entry.line.metric and any(other.line.labels for other in named):
        return replace(plan, label="")
    segment, segment_label = entry.segment, None
    if not segment:
        segment = stable_id(f"in_{dataset}", entry.segment_label)
        segment_label = plain(entry.segment_label)
    plan = replace(plan, segment=segment, segment_label=segment_label)
    if entry.metric:
        metric = entry.metric.entry
        if unit and unit.casefold() == metric.unit.en.casefold():
            unit = metric.unit.ja
        return replace(
            plan,
            unit=unit or None,
            metric_id=metric.metric_id,
            factor=_factor(unit, metric.unit.ja, metric.kind, sheet, found, line),
            certain=entry.metric.certain,
        )
    unit = unit or units.implied_in(entry.subject, found.title)
    states = bool(found.axis.times) and all(period.months is None for _, period in found.axis.times)
    new = NewMetric(
        stable_id(f"in_{dataset}", f"{entry.subject}{unit}"), plain(entry.subject), _text(unit), kind_of(entry.subject, unit, states)
    )  # fmt: skip
    return replace(
        plan,
        metric_id=new.metric_id,
        new=new,
        factor=_factor(unit, unit, new.kind, sheet, found, line),
        certain=DRAFTED,
    )


def _is_beside(entry: Named) -> bool:
    """増減, 前年比 and the like, unless that is the very name of a metric."""
    derived = [label for label in entry.line.labels[-1:] if is_derived(label)]
    derived += [label for label in entry.line.labels[:-1] if COMPARED.search(label)]
    if entry.metric is None or entry.metric.certain < 1:
        return bool(derived)
    return any(key(cleaned(label)) not in key(entry.subject) for label in derived)


def _whole(total: Named, parts: tuple[int, ...], named: list[Named]) -> bool:
    """Whether a total is the whole of segments of one metric (so worth storing, as `all` or the 部 they are in)."""
    subjects = {(e.metric.entry.metric_id if e.metric else e.subject) for e in named if e.line.line in parts}
    own = total.metric.entry.metric_id if total.metric else total.subject
    segments = {e.segment or e.segment_label for e in named if e.line.line in parts}
    return subjects == {own} and "all" not in segments and (total.segment or "") not in segments - {""}


def _text(unit: str) -> Text:
    english = {
        "件": "cases",
        "人": "people",
        "%": "%",
        "円": "yen",
        "回": "times",
        "枚": "pages",
        "時間": "hours",
        "手続": "procedures",
    }
    return Text(unit, english.get(unit, unit))


def _factor(unit: str, wanted: str, kind: MetricKind, sheet: Sheet, found: Found, line: Line) -> float:
    """千円 for 円; shares that the workbook holds as fractions (0.45 for 45 %)."""
    if kind is MetricKind.RATIO and wanted == "%":
        return 100.0 if held_as_fractions(cells_of(sheet, found, line)) else 1.0
    return units.factor(unit, wanted) if unit and units.same(unit, wanted) else 1.0
