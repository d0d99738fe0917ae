"""Tables whose times run down the rows, with one series per column or, in long form, one per name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from narabe.intake.figures import headings
from narabe.intake.figures.columns import KEYS, PATTERNS, Columns, time_in
from narabe.intake.figures.document_day import base_of
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import When
from narabe.intake.figures.periods import Axis, Heading, axis
from narabe.intake.figures.regions import Region
from narabe.intake.figures.row_labels import by_time
from narabe.intake.figures.spans import span
from narabe.intake.figures.spelling import tight
from narabe.intake.figures.tables import (
    Found,
    Line,
    unit_of,
    unit_said,
    without_unit,
)
from narabe.intake.figures.units import is_unit
from narabe.intake.figures.vocabulary import is_derived, is_total
from narabe.model.figures_plan import TimeHeading
from narabe.model.intake import Value

DITTO = ("", "〃", "同上", "″")
"""What stands below a time for the same time again."""


@dataclass(frozen=True, slots=True)
class Key:
    """What the columns of names say of a row; `parts` are names of segments."""

    metric_id: str
    segment: str
    metric: str
    parts: tuple[str, ...]
    role: str


def down(grid: Grid, region: Region, columns: Columns) -> list[Found]:
    """One table; in long form one per name; one per time that the headings of columns say."""
    area = region.range
    rows = [
        row
        for row in range(columns.head_row + 1, area.last_row + 1)
        if any(grid.own(row, column) is not None for column in columns.values)
    ]
    base = base_of(region.titles, grid.name)
    fiscal = _fiscal(columns)
    beside = {columns.named.get(role) for role in ("numerator", "denominator")}
    said, found = _said(grid, columns, rows), []
    for key, members in _by_key(grid, rows, columns, said).items():
        lines = [
            (_line(grid, columns, column, key), _over(grid, columns, column)) for column in columns.values
        ]
        unit = _common(grid, members, columns.named.get("unit"))
        lines = [
            (line if line.line in beside else replace(line, unit=unit or line.unit), when)
            for line, when in lines
        ]
        for when, group in by_time(lines):
            times = _times(grid, columns, members, said, when or base, fiscal)
            found.append(
                Found(
                    grid.name,
                    area,
                    region.titles,
                    False,
                    times,
                    group,
                    unit_said(region.titles),
                    region.notes,
                )
            )
    return found


def _times(
    grid: Grid,
    columns: Columns,
    rows: Sequence[int],
    said: Mapping[int, Heading],
    base: When | None,
    fiscal: bool | None,
) -> Axis:
    if "start" in columns.named and "end" in columns.named:
        return _spans(grid, columns, rows)
    return axis([_of_part(said[row], base) for row in rows if row in said], base, fiscal)


def _of_part(heading: Heading, over: When | None) -> Heading:
    """令和6年度 beside a column headed 4月 is that month of the year."""
    when = heading.when
    if (
        over is None
        or not over.part
        or over.year is not None
        or when is None
        or when.part
        or when.year is None
    ):
        return heading
    return replace(heading, when=when.under(over))


def _said(grid: Grid, columns: Columns, rows: Sequence[int]) -> dict[int, Heading]:
    """What each row says of time; 前年比 and the like say nothing."""
    found: dict[int, Heading] = {}
    carried: dict[int, When] = {}
    for row in rows:
        said: When | None = None
        for place, column in enumerate(columns.times):
            when = time_in(grid.seen(row, column), columns.texts.get(column, ("",))[-1])
            outer = place < len(columns.times) - 1 or _names_something(grid, row, columns)
            if when is None and outer and grid.text(row, column) in DITTO:
                when = carried.get(column)
            elif when is not None:
                carried[column] = when
            if when is not None:
                said = when.under(said) if said else when
        text = " ".join(grid.text(row, column) for column in columns.times)
        last = grid.text(row, columns.times[-1]) or grid.text(row, columns.times[0])
        if len(columns.times) > 1 and (is_total(last) or is_total(grid.text(row, columns.times[0]))):
            said = replace(said, total=True) if said and said.timed and not said.part else None
            text = last if is_total(last) else grid.text(row, columns.times[0])
        if not is_derived(text):
            found[row] = Heading(row, said, text.strip())
    return found


def _names_something(grid: Grid, row: int, columns: Columns) -> bool:
    """Whether a row has a name of its own: then a blank time is that of the row above, as if merged."""
    return any(grid.label(row, column) and not is_total(grid.text(row, column)) for column in columns.keys)


def _spans(grid: Grid, columns: Columns, rows: Sequence[int]) -> Axis:
    """Periods from two columns, first and last day."""
    found: list[TimeHeading] = []
    for row in rows:
        places = [columns.named[role] for role in ("start", "end")]
        start, end = (_day(grid.seen(row, column)) for column in places)
        period = span(start, end) if start and end and start <= end else None
        found.append(TimeHeading(row, " ~ ".join(grid.text(row, column) for column in places), period))
    return Axis(
        tuple((one.line, one.period) for one in found if one.period),
        open=tuple(one.line for one in found if one.period is None),
        headings=tuple(found),
    )


def _day(cell: Value) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    when = headings.read(cell)
    if when is None or when.year is None or not when.month or not when.day:
        return None
    try:
        return date(when.year, when.month, when.day)
    except ValueError:
        return None


def _fiscal(columns: Columns) -> bool | None:
    """How a bare year is meant, from the heading of its column."""
    name = tight(" ".join(columns.texts.get(columns.times[0], ())))
    if "年度" in name or "fiscal" in name.casefold():
        return True
    return False if "年" in name or "calendar" in name.casefold() else None


def _by_key(
    grid: Grid, rows: Sequence[int], columns: Columns, headed: Mapping[int, Heading]
) -> dict[Key, list[int]]:
    """Rows by the names they bear; all together where no time comes twice and no column of names is meant."""
    marked = {role: columns.named[role] for role in KEYS if role in columns.named}
    known = set(marked.values())
    others = [] if "metric_id" in marked else [column for column in columns.keys if column not in known]
    if others and not _repeats(headed, rows):
        others = []
    groups: dict[Key, list[int]] = {}
    carried: dict[int, str] = {}
    for row in rows:
        for column in (*known, *others):
            carried[column] = grid.text(row, column) or carried.get(column, "")
        said = {role: carried[column] for role, column in marked.items()}
        names = tuple(carried[column] for column in others if carried[column])
        part = (said["part"],) if said.get("part") else ()
        key = Key(
            said.get("metric_id", ""),
            said.get("segment", ""),
            said.get("metric", ""),
            (*part, *names),
            said.get("role", ""),
        )
        groups.setdefault(key, []).append(row)
    return groups


def _repeats(said: Mapping[int, Heading], rows: Sequence[int]) -> bool:
    """Whether a time comes twice, one carried down from above counted in."""
    told = [said[row] for row in rows if row in said]
    times = [one.when or one.text for one in told]
    return len(set(times)) < len(times)


def _line(grid: Grid, columns: Columns, column: int, key: Key) -> Line:
    """A column as a series of one name; `値` and the like add nothing to the name."""
    texts = [
        text for text in columns.texts.get(column, ()) if (headings.read(text) is None) and not is_unit(text)
    ]
    units = [text.strip("()") for text in columns.texts.get(column, ()) if is_unit(text)]
    names = [name for name in (key.metric, *key.parts) if name]
    generic = (
        bool(names or key.metric_id)
        and bool(texts)
        and PATTERNS["value"].fullmatch(tight(without_unit(texts[-1])))
    )
    said = [
        when.role for text in columns.texts.get(column, ()) if (when := headings.read(text)) and when.role
    ]
    beside = column in (columns.named.get("numerator"), columns.named.get("denominator"))
    return Line(
        column,
        tuple(texts) if beside else (*names, *(texts[:-1] if generic else texts)),
        next((unit for text in texts if (unit := unit_of(text))), units[0] if units else ""),
        _role(key.role) or (said[0] if said else None),
        "" if beside else key.metric_id,
        "" if beside else key.segment,
        "" if beside else key.metric,
        () if beside else key.parts,
    )


def _role(text: str) -> str | None:
    """The role that a word or one of our own ids says."""
    when = headings.read(text)
    return text if text in headings.ROLES else when.role if when else None


def _over(grid: Grid, columns: Columns, column: int) -> When | None:
    """The time that the headings of a column say, where months run down and years stand on top."""
    said: When | None = None
    for text in columns.texts.get(column, ()):
        when = headings.read(text)
        if when is not None and when.timed:
            when = replace(when, weak=False, fiscal=True if when.fiscal is None else when.fiscal)
            said = when.under(said) if said else when
    return said


def _common(grid: Grid, rows: Sequence[int], column: int | None) -> str:
    texts = {grid.text(row, column) for row in rows if grid.text(row, column)} if column else set()
    return texts.pop() if len(texts) == 1 else ""
