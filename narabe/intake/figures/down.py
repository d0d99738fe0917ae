"""Tables whose times run down the rows, with one series per column or, in long form, one per name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from narabe.intake.figures import headings
from narabe.intake.figures.across import by_time
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import When
from narabe.intake.figures.periods import Axis, Heading, axis, is_derived, is_total, span
from narabe.intake.figures.regions import Region
from narabe.intake.figures.spelling import plain, tight
from narabe.intake.figures.tables import (
    Found,
    Line,
    base_of,
    unit_of,
    unit_said,
    without_unit,
)
from narabe.intake.figures.units import is_unit
from narabe.model.figures_plan import Period
from narabe.model.intake import Range, Value

NAMES = {
    "metric_id": r"指標id|指標コード|metric_?id",
    "segment": r"内訳id|内訳コード|segment(_?id)?",
    "metric": r"指標名?称?|項目名?|指標・項目|名称|内容|metric(_?name)?|indicator|item",
    "start": r"期間開始日?|開始日|開始|period_?start|start",
    "end": r"期間終了日?|終了日|終了|period_?end|end",
    "time": r"(対象|集計|報告|実績)?(年月|年度|年|月|期間?|時期|四半期|年月日|日付|日|月次|時点)|(calendar|fiscal)?_?(period|month|year|date|time)",
    "value": r"値|数値|入力値|実績値?|数量|value|今回の値",
    "unit": r"単位(_?ja)?|unit",
    "role": r"種別|実績・?目標|区別|role",
    "numerator": r"分子|numerator",
    "denominator": r"分母|denominator",
    "idle": r"no\.?|番号|通し番号|順序?|行|備考|摘要|注|note(_?ja|_?en)?|記入者|担当課?|所管課?|更新日|status|状態|months|月数|decimals|about|low|high|origin|document|section|.*[（(](前月|前年同月|前年|前年度|参考)[)）]",
}
PATTERNS = {role: re.compile(pattern, re.I) for role, pattern in NAMES.items()}
SHARE_OF_TIMES = 0.6
"""So many of the filled cells of a column must be times for it to be one of times."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table are for, by number on the sheet."""

    head_row: int
    times: tuple[int, ...]
    keys: tuple[int, ...]
    values: tuple[int, ...]
    named: dict[str, int]
    texts: dict[int, tuple[str, ...]]


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
    found = []
    for key, members in _by_key(grid, rows, columns).items():
        lines = [
            (_line(grid, columns, column, key), _over(grid, columns, column)) for column in columns.values
        ]
        unit = _common(grid, members, columns.named.get("unit"))
        role = _role(grid, members, columns.named.get("role"))
        lines = [
            (replace(line, unit=unit or line.unit, role=role or line.role), when) for line, when in lines
        ]
        for when, group in by_time(lines):
            times = _times(grid, columns, members, when or base, fiscal)
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


def columns_of(grid: Grid, area: Range) -> Columns | None:
    """What each column is for; None where no column holds times."""
    head_row = _head_row(grid, area)
    if head_row is None:
        return None
    texts = _texts(grid, area, head_row)
    named: dict[str, int] = {}
    for column, said in texts.items():
        role = next((role for role, pattern in PATTERNS.items() if pattern.fullmatch(tight(said[-1]))), None)
        if role and role not in named:
            named[role] = column
    times = _time_columns(grid, area, head_row, texts, named)
    if not times:
        return None
    idle = {column for column, said in texts.items() if PATTERNS["idle"].fullmatch(tight(said[-1]))}
    apart = idle | set(times) | {named[role] for role in named if role in ("unit", "role", "start", "end")}
    free = [column for column in range(area.first_column, area.last_column + 1) if column not in apart]
    words = [column for column in free if _worded(grid, area, head_row, column) or column in (named.get("metric"), named.get("metric_id"), named.get("segment"))]  # fmt: skip
    values = [column for column in free if column not in words and _valued(grid, area, head_row, column)]
    if ("metric" in named or "metric_id" in named) and "value" in named:
        parts = {named[role] for role in ("numerator", "denominator") if role in named}
        values = [column for column in values if column == named["value"] or column in parts]
        values = values if named["value"] in values else [named["value"], *values]
    return Columns(head_row, times, tuple(words), tuple(values), named, texts) if values else None


def is_long(columns: Columns) -> bool:
    """Whether the file names metrics in a column of their own."""
    return ("metric" in columns.named or "metric_id" in columns.named) and "value" in columns.named


def _head_row(grid: Grid, area: Range) -> int | None:
    """The last row of headings: the one above the first row that holds numbers beside a time."""
    for row in range(area.first_row, area.last_row + 1):
        cells = [
            column
            for column in range(area.first_column, area.last_column + 1)
            if grid.own(row, column) is not None
        ]
        words = [column for column in cells if grid.label(row, column) and grid.when(row, column) is None]
        times = [column for column in cells if (when := grid.when(row, column)) and (when.timed or when.weak)]
        if times and any(grid.filled(row, column) and column not in times for column in cells):
            return row - 1
        numbers = [column for column in cells if grid.number(row, column) is not None]
        if numbers and row > area.first_row and len(numbers) + len(times) >= len(cells) - len(words):
            return row - 1
    return None


def _texts(grid: Grid, area: Range, head_row: int) -> dict[int, tuple[str, ...]]:
    """Headings over each column; an empty cell above the lowest row takes that of its left neighbour."""
    texts: dict[int, tuple[str, ...]] = {}
    for column in range(area.first_column, area.last_column + 1):
        found: dict[tuple[int, int], str] = {}
        for row in range(area.first_row, head_row + 1):
            at = grid.anchor(row, column)
            left = column
            while (
                grid.seen(row, left) is None
                and row < head_row
                and left > area.first_column
                and grid.seen(head_row, column) is not None
            ):
                left -= 1
            at = grid.anchor(row, left)
            if text := grid.text(*at):
                found[at] = text
        if found:
            texts[column] = tuple(dict.fromkeys(found.values()))
    return texts


def _time_columns(
    grid: Grid, area: Range, head_row: int, texts: dict[int, tuple[str, ...]], named: dict[str, int]
) -> tuple[int, ...]:
    """The columns of times: from and to, else those that hold times (perhaps year and month apart)."""
    if "start" in named and "end" in named:
        return (named["start"], named["end"])
    found = []
    for column in range(area.first_column, area.last_column + 1):
        name = texts.get(column, ("",))[-1]
        if PATTERNS["idle"].fullmatch(tight(name)):
            continue
        cells = [grid.seen(row, column) for row in range(head_row + 1, area.last_row + 1)]
        filled = [
            cell
            for cell in cells
            if cell is not None and not is_total(plain(cell)) and not is_derived(plain(cell))
        ]
        said = [when for cell in filled if (when := _read(cell, name)) and when.timed]
        if filled and len(said) >= SHARE_OF_TIMES * len(filled):
            found.append(column)
        elif found:
            break
    return tuple(found)


def _read(cell: Value, name: str) -> When | None:
    """A time; a bare number is one under 年, 年度 or 月, or as the serial day of a workbook under any of these."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text, header = plain(cell), tight(name)
    if isinstance(cell, (int, str)) and not isinstance(cell, bool) and text.isdigit():
        if header and not PATTERNS["time"].fullmatch(header):
            return None
        if header.endswith("月") and 1 <= int(text) <= 12:
            return When(month=int(text))
        if header.endswith("年度") and int(text) < 2101:
            return headings.read(f"{text}年度")
        if header.endswith("年") and int(text) < 2101:
            return headings.read(f"{text}年")
        when = headings.read(int(text))
        return replace(when, weak=False) if when else None
    when = headings.read(cell)
    if when and when.weak and not PATTERNS["time"].fullmatch(header):
        return None
    return when


def _times(grid: Grid, columns: Columns, rows: Sequence[int], base: When | None, fiscal: bool | None) -> Axis:
    if "start" in columns.named and "end" in columns.named:
        return _spans(grid, columns, rows)
    found = []
    carried: dict[int, When] = {}
    for row in rows:
        said: When | None = None
        for place, column in enumerate(columns.times):
            when = _read(grid.seen(row, column), columns.texts.get(column, ("",))[-1])
            if when is None and place < len(columns.times) - 1 and not is_total(grid.text(row, column)):
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
            found.append(Heading(row, said, text.strip()))
    return axis(found, base, fiscal)


def _spans(grid: Grid, columns: Columns, rows: Sequence[int]) -> Axis:
    """Periods from two columns, first and last day."""
    times: list[tuple[int, Period]] = []
    unknown: list[int] = []
    for row in rows:
        start, end = (_day(grid.seen(row, columns.named[role])) for role in ("start", "end"))
        if start and end and start <= end:
            times.append((row, span(start, end)))
        else:
            unknown.append(row)
    return Axis(tuple(times), open=tuple(unknown))


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
    return True if "年度" in name or "fiscal" in name.casefold() else False if "年" in name else None


def _by_key(grid: Grid, rows: Sequence[int], columns: Columns) -> dict[tuple[str, ...], list[int]]:
    """Rows by the names they bear; all together where no time comes twice and no column of names is meant."""
    marked = [columns.named[role] for role in ("metric_id", "segment", "metric") if role in columns.named]
    keys = [column for column in columns.keys if column in marked or _repeats(grid, rows, columns)]
    if not keys:
        return {(): list(rows)}
    groups: dict[tuple[str, ...], list[int]] = {}
    carried = [""] * len(keys)
    for row in rows:
        carried = [grid.text(row, column) or before for column, before in zip(keys, carried, strict=True)]
        groups.setdefault(tuple(_tagged(columns, keys, carried)), []).append(row)
    return groups


def _tagged(columns: Columns, keys: Sequence[int], texts: Sequence[str]) -> list[str]:
    """Names in order: metric, then the rest; ids are tagged so that they are not read as names."""
    tags = {columns.named.get("metric_id"): "metric_id:", columns.named.get("segment"): "segment:"}
    return [f"{tags.get(column, '')}{text}" for column, text in zip(keys, texts, strict=True)]


def _repeats(grid: Grid, rows: Sequence[int], columns: Columns) -> bool:
    said = [tuple(grid.text(row, column) for column in columns.times) for row in rows]
    return len(set(said)) < len(said)


def _line(grid: Grid, columns: Columns, column: int, key: tuple[str, ...]) -> Line:
    """A column as a series of one name; `値` and the like add nothing to the name."""
    texts = [
        text for text in columns.texts.get(column, ()) if (headings.read(text) is None) and not is_unit(text)
    ]
    units = [text.strip("()") for text in columns.texts.get(column, ()) if is_unit(text)]
    ids = dict(part.split(":", 1) for part in key if part.startswith(("metric_id:", "segment:")))
    names = [part for part in key if part and not part.startswith(("metric_id:", "segment:"))]
    generic = (
        bool(names or ids) and bool(texts) and PATTERNS["value"].fullmatch(tight(without_unit(texts[-1])))
    )
    labels = (*names, *(texts[:-1] if generic else texts))
    said = [
        when.role for text in columns.texts.get(column, ()) if (when := headings.read(text)) and when.role
    ]
    return Line(
        column,
        labels,
        next((unit for text in texts if (unit := unit_of(text))), units[0] if units else ""),
        said[0] if said else None,
        ids.get("metric_id", ""),
        ids.get("segment", ""),
    )


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


def _role(grid: Grid, rows: Sequence[int], column: int | None) -> str | None:
    texts = {grid.text(row, column) for row in rows} if column else set()
    if len(texts) != 1:
        return None
    text = texts.pop()
    when = headings.read(text)
    return text if text in headings.ROLES else when.role if when else None


def _worded(grid: Grid, area: Range, head_row: int, column: int) -> bool:
    """A column of names: mostly words, no numbers to speak of."""
    cells = [row for row in range(head_row + 1, area.last_row + 1) if grid.own(row, column) is not None]
    words = [row for row in cells if grid.label(row, column)]
    return bool(cells) and len(words) * 2 > len(cells)


def _valued(grid: Grid, area: Range, head_row: int, column: int) -> bool:
    return any(grid.filled(row, column) for row in range(head_row + 1, area.last_row + 1))
