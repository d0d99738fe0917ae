"""What the columns of a table are for: times, names, values, and those beside them."""

import re
from dataclasses import dataclass

from narabe.intake.figures import headings
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import When
from narabe.intake.figures.spelling import plain, tight
from narabe.intake.figures.vocabulary import is_derived, is_total
from narabe.model.intake import Range, Value

NAMES = {
    "metric_id": r"指標id|指標コード|metric_?id",
    "segment": r"内訳id|内訳コード|segment(_?id)?",
    "metric": r"指標名?称?|項目名?|指標・項目|名称|内容|metric(_?name)?(_ja)?|indicator|item",
    "part": r"内訳名?称?|segment_?name(_ja)?",
    "start": r"期間開始日?|開始日|開始|period_?start|start",
    "end": r"期間終了日?|終了日|終了|period_?end|end",
    "time": r"(対象|集計|報告|実績)?(年月|年度|年|月|期間?|時期|四半期|年月日|日付|日|月次|時点)|(calendar|fiscal)?_?(period|month|year|date|time)",
    "value": r"値|数値|入力値|実績値?|数量|value|今回の値",
    "unit": r"単位(_?ja)?|unit",
    "role": r"種別|実績・?目標|区別|role",
    "numerator": r"分子|numerator",
    "denominator": r"分母|denominator",
    "idle": r"(metric|segment|area)_?(name|code)(_en)?|\w+_code|(地域|団体|自治体|市町村|施設|組織|部署|所属|課|区分|分類|種別|品目|郵便)?コード|出典|source|no\.?|番号|通し番号|順序?|行|備考|摘要|注|note(_?ja|_?en)?|記入者|担当課?|所管課?|更新日|status|状態|値の区分|months|月数|decimals|about|low|high|origin|document|section|.*[（(](前月|前年同月|前年|前年度|参考)[)）]",
}
PATTERNS = {role: re.compile(pattern, re.I) for role, pattern in NAMES.items()}
KEYS = ("metric_id", "segment", "metric", "part", "role")
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
    apart = idle | set(times) | {named[role] for role in named if role in ("unit", "start", "end")}
    free = [column for column in range(area.first_column, area.last_column + 1) if column not in apart]
    words = [column for column in free if _worded(grid, area, head_row, column) or column in (named.get(role) for role in KEYS)]  # fmt: skip
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
        said = [when for cell in filled if (when := time_in(cell, name)) and when.timed]
        if filled and len(said) >= SHARE_OF_TIMES * len(filled):
            found.append(column)
        elif found:
            break
    return tuple(found)


def time_in(cell: Value, name: str) -> When | None:
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
        return headings.read(int(text))
    when = headings.read(cell)
    if when and when.weak and not PATTERNS["time"].fullmatch(header):
        return None
    return when


def _worded(grid: Grid, area: Range, head_row: int, column: int) -> bool:
    """A column of names: mostly words, no numbers to speak of."""
    cells = [row for row in range(head_row + 1, area.last_row + 1) if grid.own(row, column) is not None]
    words = [row for row in cells if grid.label(row, column)]
    return bool(cells) and len(words) * 2 > len(cells)


def _valued(grid: Grid, area: Range, head_row: int, column: int) -> bool:
    return any(grid.filled(row, column) for row in range(head_row + 1, area.last_row + 1))
