"""What a line means by its labels and the title of its table: a metric, a segment of it, or a metric of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from narabe.intake.figures import units
from narabe.intake.figures.naming import Match, Names, cleaned, role_off
from narabe.intake.figures.spelling import key
from narabe.intake.figures.tables import Found, Line
from narabe.intake.figures.vocabulary import (
    COUNTS,
    OTHER_MEASURES,
    RUNNING,
    VALUE_WORDS,
    WHOLE,
    is_part,
    is_total,
)
from narabe.model.status import MetricKind


@dataclass(frozen=True, slots=True)
class Named:
    """A line with what its labels mean. `metric` None: a new one by the name of `subject`."""

    line: Line
    metric: Match | None
    segment: str
    segment_label: str
    subject: str
    role: str


def named_line(line: Line, title: str, found: Found, names: Names, summed: bool) -> Named:
    """The metric and segment of one line by its labels, from the inside out, then with the title.

    `summed`: a total adds it up, so it is a part of what the title names.
    """
    unit = line.unit or found.unit
    labels = [label for label in line.labels if not is_total(label)]
    said = [found_role for label in labels if (found_role := role_off(label)[1])]
    role = line.role or (said[-1] if said else "observed")
    labels = [label for label in map(cleaned, labels) if label]
    if line.metric or line.metric_id:
        return _named_in_column(line, unit, role, names)
    for name, rest in _readings(labels, title):
        match = names.metric(name, unit)
        if match and not (rest and is_share(rest[-1]) and match.entry.kind is not MetricKind.RATIO):
            if name == title and rest and not summed and _other_measure(rest, match):
                return Named(line, None, "all", "", " ".join([title, *rest]), role)
            apart = _without_state(rest, title, match)
            inner = bool(labels) and name.endswith(labels[-1]) and not VALUE_WORDS.fullmatch(labels[-1])
            segment, label = _segment(apart, names)
            return Named(line, match, segment or ("all" if inner else ""), label, name, role)
    known = [found_segment for label in labels if (found_segment := names.segment(label))]
    subject = (
        " ".join(label for label in labels if not names.segment(label))
        or title
        or (labels[-1] if labels else found.sheet)
    )
    if known and subject != labels[-1]:
        return Named(line, None, known[-1], "", subject, role)
    return Named(line, None, "all", "", _own_name(labels, title) or subject, role)


def _own_name(labels: Sequence[str], title: str) -> str:
    """A mere 件数 or 値 goes by the title of its table: 相談 and 件数 are 相談件数."""
    if not title or not all(VALUE_WORDS.fullmatch(label) for label in labels):
        return " ".join(labels)
    counted = next((label for label in reversed(labels) if COUNTS.fullmatch(label)), "")
    if not counted or key(title).endswith(key(counted)):
        return title
    return f"{title} {counted}" if units.implied(title) else f"{title}{counted}"


def _other_measure(labels: Sequence[str], match: Match) -> bool:
    """Whether labels under a title name another measure than its metric: 開庁日数, 待ち時間, 新規登録."""
    implied = units.implied(labels[-1])
    own = match.entry.unit.ja
    return any(OTHER_MEASURES.search(label) for label in labels) or bool(
        implied and own and not units.same(implied, own) and not VALUE_WORDS.fullmatch(labels[-1])
    )


def _without_state(labels: list[str], title: str, match: Match) -> list[str]:
    """登録者数(累計) under LINE登録者数 is that state itself, no part of it."""
    if match.entry.kind is not MetricKind.STOCK:
        return labels
    bare = [RUNNING.sub("", label) for label in labels]
    return [
        label for label, name in zip(labels, bare, strict=True) if name == label or not title.endswith(name)
    ]


def is_share(label: str) -> bool:
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


def rows_as_segments(
    named: list[Named], title: str, found: Found, names: Names, totals: dict[int, tuple[int, ...]]
) -> list[Named]:
    """New lines that a total adds up under a title are segments of what the title names, not metrics of their own."""
    summed = {part for parts in totals.values() for part in parts}
    free = [entry for entry in named if entry.metric is None and entry.line.line not in totals]
    apart = [
        entry for entry in free if entry.line.line not in summed and not any(map(is_part, entry.line.labels))
    ]
    if not title or not summed or apart or not free:
        return named
    if any(units.implied(entry.subject) for entry in free):
        return named
    if len({entry.line.unit or found.unit for entry in free} - {""}) > 1:
        return named
    match = names.metric(title, free[0].line.unit or found.unit)
    return [
        _as_segment(entry, match, title, entry.line.line in totals)
        if entry in free or (entry.line.line in totals and entry.metric is None)
        else entry
        for entry in named
    ]


def _as_segment(entry: Named, match: Match | None, title: str, total: bool) -> Named:
    """A line as a segment by its name; 合計 under 男性 is that of 男性."""
    labels = [label for label in map(cleaned, entry.line.labels) if label and not is_total(label)]
    label = entry.subject
    if total:
        label = " ".join(label for label in labels if not VALUE_WORDS.fullmatch(label) and label != title)
    segment = entry.segment if entry.segment != "all" or not label else ""
    return replace(
        entry, metric=match, segment=segment, segment_label="" if segment else label, subject=title
    )


def told_apart(named: list[Named]) -> list[Named]:
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
