"""Tables found in a file -> a plan: which line is which metric, and what is left out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from narabe.intake.faults import refusal
from narabe.intake.figures import units
from narabe.intake.figures.cells import Held, cells_of, held_as_fractions, unit_in, up_to_hundred
from narabe.intake.figures.finding import tables_of
from narabe.intake.figures.naming import Match, Names, cleaned, kind_of, role_off, stable_id
from narabe.intake.figures.periods import is_derived, is_total
from narabe.intake.figures.ratios import with_parts
from narabe.intake.figures.running import running_of
from narabe.intake.figures.spelling import key
from narabe.intake.figures.subjects import subject_of_table
from narabe.intake.figures.tables import Found, Line
from narabe.intake.figures.totals import is_subtotal, parts_of
from narabe.model.figures_plan import BlockPlan, FiguresPlan, MetricEntry, NewMetric, SeriesPlan
from narabe.model.intake import Sheet
from narabe.model.status import MetricKind
from narabe.model.text import Text, plain
from narabe.words import figures_time_sentences as say
from narabe.words import intake_problems as problems

DRAFTED = 0.5
"""How sure a proposal is that only a person can confirm."""
WHOLE = ("all", "All", "全体")
COMPARED = re.compile(r"前年|前月|増減|伸び率")
RATES = ("ポイント", "pt")
"""Units in which a 率 may well be given."""
VALUE_WORDS = re.compile(
    r"(当|今|本|単)月分?|(件|人|回|枚|個|台)?数(値|量)?|値|実績値?|金額|合計|全体|計|value", re.I
)


@dataclass(frozen=True, slots=True)
class Named:
    """A line with what its labels mean. `metric` None: a new one by the name of `subject`."""

    line: Line
    metric: Match | None
    segment: str
    segment_label: str
    subject: str
    role: str


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
    named = [_named(line, title, found, names) for line in lines]
    named = _rows_as_segments(named, title, found, names, totals)
    named = _told_apart(named)
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
    return "%" if counts and _is_share(cleaned(name)) and up_to_hundred(cells) else ""


def _left_out(line: Line, found: Found, base: int | None) -> SeriesPlan:
    """A running total is not taken in; where its months stand in the table it is checked against them."""
    unit = line.unit or found.unit
    return SeriesPlan(line.line, " ".join(line.labels), None, unit=unit or None, role=line.role or "observed", running_of=base)  # fmt: skip


def _named(line: Line, title: str, found: Found, names: Names) -> Named:
    """The metric and segment of one line by its labels, from the inside out, then with the title."""
    unit = line.unit or found.unit
    labels = [label for label in line.labels if not is_total(label)]
    said = [found_role for label in labels if (found_role := role_off(label)[1])]
    role = line.role or (said[-1] if said else "observed")
    labels = [label for label in map(cleaned, labels) if label]
    if line.metric or line.metric_id:
        return _named_in_column(line, unit, role, names)
    for name, rest in _readings(labels, title):
        match = names.metric(name, unit)
        if match and not (rest and _is_share(rest[-1]) and match.entry.kind is not MetricKind.RATIO):
            inner = bool(labels) and name.endswith(labels[-1]) and not VALUE_WORDS.fullmatch(labels[-1])
            segment, label = _segment(rest, names)
            return Named(line, match, segment or ("all" if inner else ""), label, name, role)
    known = [found_segment for label in labels if (found_segment := names.segment(label))]
    subject = (
        " ".join(label for label in labels if not names.segment(label))
        or title
        or (labels[-1] if labels else found.sheet)
    )
    if known and subject != labels[-1]:
        return Named(line, None, known[-1], "", subject, role)
    return Named(line, None, "all", "", " ".join(labels) or subject, role)


def _is_share(label: str) -> bool:
    """A 率 or 割合: no part of what a count counts."""
    return units.implied(label) == "%"


def _named_in_column(line: Line, unit: str, role: str, names: Names) -> Named:
    """A line of a long table: the file has columns for the metric and its parts."""
    entry = names.entries.get(line.metric_id)
    match = Match(entry, 1.0) if entry else names.metric(line.metric, unit)
    parts = [cleaned(part) for part in line.parts if not is_total(part) and part not in WHOLE]
    segment, label = _segment(parts, names)
    if line.segment in names.segment_ids:
        segment, label = line.segment, ""
    return Named(line, match, segment, label, cleaned(line.metric) or line.metric_id, role)


def _readings(labels: Sequence[str], title: str) -> list[tuple[str, list[str]]]:
    """Names that labels may form, the fullest first, each with the labels it leaves over."""
    found: list[tuple[str, list[str]]] = []
    if len(labels) > 1:
        found += [("".join(labels), []), ("".join(labels[-2:]), list(labels[:-2]))]
    found += [(label, [*labels[:at], *labels[at + 1 :]]) for at, label in reversed(list(enumerate(labels)))]
    if title:
        found += [(f"{title}{labels[-1]}", list(labels[:-1]))] if labels else []
        found.append((title, list(labels)))
    return found


def _segment(labels: Sequence[str], names: Names) -> tuple[str, str]:
    """A known segment, or the label of one that has to be drafted; `all` where nothing is left over.

    A 課 that is not known is a segment of its own, never the 部 over it.
    """
    labels = [label for label in labels if not VALUE_WORDS.fullmatch(label)]
    if labels and (segment := names.segment(labels[-1])):
        return segment, ""
    return ("", " ".join(labels)) if labels else ("all", "")


def _rows_as_segments(
    named: list[Named], title: str, found: Found, names: Names, totals: dict[int, tuple[int, ...]]
) -> list[Named]:
    """New lines that a total adds up under a title are segments of what the title names, not metrics of their own."""
    summed = {part for parts in totals.values() for part in parts}
    free = [entry for entry in named if entry.metric is None and entry.line.line not in totals]
    if not title or not summed or any(entry.line.line not in summed for entry in free) or not free:
        return named
    if any(units.implied(entry.subject) for entry in free):
        return named
    if len({entry.line.unit or found.unit for entry in free} - {""}) > 1:
        return named
    match = names.metric(title, free[0].line.unit or found.unit)
    return [
        replace(entry, metric=match, segment=entry.segment if entry.segment != "all" or entry.line.line in totals else "",
                segment_label="" if entry.line.line in totals else entry.subject, subject=title)
        if entry in free or (entry.line.line in totals and entry.metric is None) else entry
        for entry in named
    ]  # fmt: skip


def _told_apart(named: list[Named]) -> list[Named]:
    """Of lines that would be the same metric and segment: told apart by their outer labels, else by their own names."""
    places: dict[tuple[str, str, str], list[Named]] = {}
    for entry in named:
        if entry.metric:
            place = (entry.metric.entry.metric_id, entry.segment or entry.segment_label, entry.role)
            places.setdefault(place, []).append(entry)
    changed: dict[int, Named] = {}
    for same in places.values():
        if len(same) > 1:
            changed |= {entry.line.line: told for entry, told in zip(same, _apart(same), strict=True)}
    return [changed.get(entry.line.line, entry) for entry in named]


def _apart(same: list[Named]) -> list[Named]:
    labels = [entry.segment_label for entry in same]
    if all(labels) and len(set(labels)) == len(labels):
        return [replace(entry, segment="") for entry in same]
    best = max(same, key=lambda entry: entry.metric.certain if entry.metric else 0)
    return [
        entry
        if entry is best
        else replace(entry, metric=None, segment="all", segment_label="",
                     subject=" ".join(map(cleaned, entry.line.labels)) or entry.subject)
        for entry in same
    ]  # fmt: skip


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
    if "累計" in label and entry.metric is None and not total_of:
        return plan
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
    unit = unit or units.implied(entry.subject)
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
