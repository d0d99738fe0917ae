"""Tables whose months or years stand side by side on top, and tables of one moment."""

from collections.abc import Sequence
from dataclasses import replace

from narabe.intake.figures import headings
from narabe.intake.figures.document_day import base_of, moment_of
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import When
from narabe.intake.figures.heads import Head, all_words, head_of, texts_over
from narabe.intake.figures.periods import Axis, Heading, axis
from narabe.intake.figures.regions import Region
from narabe.intake.figures.row_labels import by_time, idle, labelled_rows
from narabe.intake.figures.sides import Side, sides
from narabe.intake.figures.spans import period_of
from narabe.intake.figures.spelling import tight
from narabe.intake.figures.tables import (
    Found,
    Line,
    body_rows,
    unit_of,
    unit_said,
)
from narabe.intake.figures.units import is_unit
from narabe.intake.figures.vocabulary import NAMING_HEADS, RUNNING, is_derived, is_total
from narabe.model.figures_plan import Period, TimeHeading
from narabe.model.intake import Range


def across(grid: Grid, region: Region, axis_row: int) -> list[Found]:
    """One table per time that the row labels say (usually none, so one table)."""
    head = head_of(grid, region.range, axis_row)
    base = base_of(region.titles, grid.name)
    columns = [column for column, when in head.whens.items() if when.timed]
    values = columns + [
        column for column, texts in head.texts.items() if column > columns[0] and is_total(texts[-1]) and column not in columns
    ]  # fmt: skip
    rows = body_rows(grid, region.range, columns, head.last_row + 1)
    if not rows:
        return []
    corner = " ".join(text for column, texts in head.texts.items() if column < columns[0] for text in texts)
    fiscal = True if "年度" in corner else False if corner.rstrip().endswith("年") else None
    unread = [column for column in head.texts if any(grid.number(row, column) is not None for row in rows)]
    kept = [
        column
        for column in sorted({*head.whens, *values, *unread})
        if column >= columns[0] and not is_derived(head.texts.get(column, ("",))[-1])
    ]
    lines = labelled_rows(grid, region.range, head, rows, columns[0])
    found = sides(grid, region.range, head, axis_row, kept)
    return [
        Found(grid.name, region.range, region.titles, True, axis(_headings(head, side), when or base, fiscal),
              tuple(_under(line, side) for line in group) if len(found) > 1 else group,
              unit_said(region.titles), region.notes, side.upper if len(found) == 1 else (), side.totals)
        for side in found
        for when, group in by_time(lines)
    ]  # fmt: skip


def _headings(head: Head, side: Side) -> list[Heading]:
    """The time lines of a side, each with all that is said of time over it."""
    return [
        Heading(
            column,
            side.whens.get(column),
            "" if column in dict(side.totals) else texts[-1] if texts else "",
            " ".join(text for text in texts if is_total(text) or headings.read(text))
            or (texts[-1] if texts else ""),
        )
        for column in side.columns
        for texts in [head.texts.get(column, ())]
    ]


def _under(line: Line, side: Side) -> Line:
    """A row with the words over a side: those above the times around its own, those below them within."""
    return replace(line, labels=tuple(dict.fromkeys((*side.upper, *line.labels, *side.lower))))


def snapshot(grid: Grid, region: Region) -> list[Found]:
    """A table without a row or column of times: each column of numbers at the time of the title."""
    area = region.range
    base = moment_of(region.titles, grid.name)
    numeric = [
        column
        for column in range(area.first_column, area.last_column + 1)
        if any(grid.number(row, column) is not None for row in range(area.first_row, area.last_row + 1))
    ]
    first = _first_body_row(grid, area, numeric)
    head = Head(first - 1, {}, texts_over(grid, area, range(area.first_row, first)))
    numeric = [column for column in numeric if not idle(head.texts.get(column, ("",))[-1])]
    numeric = (
        numeric[1:] if len(numeric) > 1 and _names_rows(grid, area, head, numeric[0], first) else numeric
    )
    worded = [
        column
        for column in range(area.first_column, area.last_column + 1)
        if column not in numeric and any(grid.label(row, column) for row in range(first, area.last_row + 1))
    ]
    if not numeric:
        return []
    if not worded:
        return _one_row(grid, region, head, numeric, first, base)
    rows = body_rows(grid, area, numeric, first)
    found = []
    for column in numeric:
        texts = head.texts.get(column, ())
        said = headings.read(leaf := texts[-1] if texts else "")
        # 基準値 under the year of a report is of an earlier year, which is not said
        earlier = said is not None and said.role == "baseline" and not said.timed
        when = _column_time(grid, area, column, first, None if earlier else base)
        if when is not None and not when.timed:
            when = None
        parts = _summed(numeric, head, column) if is_total(leaf) else ()
        if is_derived(leaf) or (is_total(leaf) and len(numeric) > 2 and not parts):
            continue
        lines = labelled_rows(grid, area, head, rows, min(numeric))
        extra = "" if _says_nothing(leaf) or (said and (said.timed or said.role)) else leaf
        named = tuple(
            replace(
                line, labels=(*line.labels, extra) if extra else line.labels, unit=line.unit or unit_of(leaf)
            )
            for line, _ in lines
        )
        period = period_of(when) if when else None
        times = _moment_axis(column, period, leaf, said.role if said else None, when)
        found.append(
            Found(grid.name, area, region.titles, True, times, named, unit_said(region.titles), region.notes,
                  side_totals=((column, parts),) if parts else ())
        )  # fmt: skip
    return found


def _summed(numeric: Sequence[int], head: Head, total: int) -> tuple[int, ...]:
    """The columns that a total beside them sums: those left of it, back to the total before."""
    parts: list[int] = []
    if RUNNING.search(tight(head.texts[total][-1])):
        return ()
    for column in numeric[: numeric.index(total)]:
        leaf = head.texts.get(column, ("",))[-1]
        if is_total(leaf):
            parts = []
        elif not is_derived(leaf) and not _says_nothing(leaf) and headings.read(leaf) is None:
            parts.append(column)
    return tuple(parts) if len(parts) > 1 else ()


def _names_rows(grid: Grid, area: Range, head: Head, column: int, first: int) -> bool:
    """A first column of bare numbers under 年代 or 学年."""
    heading = tight(head.texts.get(column, ("",))[-1])
    before = range(area.first_column, column)
    worded = any(grid.label(row, at) for row in range(first, area.last_row + 1) for at in before)
    return not worded and NAMING_HEADS.fullmatch(heading) is not None


def _first_body_row(grid: Grid, area: Range, numeric: Sequence[int]) -> int:
    """Below the heading that says a time over the numbers; else the first row with a number."""
    rows = range(area.first_row, area.last_row + 1)
    first = next(row for row in rows if any(grid.number(row, column) is not None for column in numeric))
    headed = [
        row
        for row in range(area.first_row, first)
        for column in numeric
        if (when := grid.when(row, column)) and when.timed
    ]
    if not headed:
        return first
    last = max(headed)
    while last + 1 < first and all_words(grid, area, last + 1):
        last += 1
    return last + 1


def _one_row(
    grid: Grid, region: Region, head: Head, numeric: Sequence[int], row: int, base: When | None
) -> list[Found]:
    """Names on top, one row of numbers."""
    lines = tuple(
        Line(
            column,
            head.texts.get(column, (grid.header(row, column),)),
            unit_of(head.texts.get(column, ("",))[-1]),
        )
        for column in numeric
    )
    period = period_of(base) if base else None
    times = _moment_axis(row, period, "", None, base)
    return [Found(grid.name, region.range, region.titles, False, times, lines, unit_said(region.titles), region.notes)]  # fmt: skip


def _moment_axis(line: int, period: Period | None, text: str, role: str | None, when: When | None) -> Axis:
    """An axis of one time, or of none that can be read."""
    return Axis(
        ((line, period),) if period else (),
        roles=((line, role),) if role else (),
        open=() if period else (line,),
        headings=(TimeHeading(line, text, period, doubt=when.doubt if when else ""),),
    )


def _column_time(grid: Grid, area: Range, column: int, first: int, base: When | None) -> When | None:
    """What the headings of a column say of time; 前月 and 前年 are not of this time."""
    said = base
    for row in range(area.first_row, first):
        when = grid.when(row, column)
        if when is not None and when.timed and not when.weak:
            said = when.under(base) if base and when.year is None else when
            if said.year is not None and said.fiscal is None:
                said = replace(said, fiscal=True)
    return said


def _says_nothing(text: str) -> bool:
    return tight(text).casefold() in {
        "", "値", "数値", "実績", "実績値", "当月", "今月", "本月", "今回", "現在", "現状", "現状値", "合計", "計", "総数", "value",
    } or is_unit(text)  # fmt: skip
