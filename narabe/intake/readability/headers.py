"""How many rows of a table are its header."""

from collections.abc import Sequence
from itertools import pairwise

from narabe.intake.readability import patterns
from narabe.model.intake import Range, Sheet, Value

DEEPEST = 4
LOOKED_AT = 200


def header_depth(sheet: Sheet, area: Range) -> int:
    """Rows of names above the data; 0 where the first row is data already."""
    rows = [
        row[area.first_column - 1 : area.last_column]
        for row in sheet.rows[area.first_row - 1 : min(area.last_row, area.first_row + LOOKED_AT)]
    ]
    if not _is_header(rows):
        return 0
    depth = 1
    while depth < min(DEEPEST, len(rows) - 1) and _goes_on(sheet, area, rows, depth):
        depth += 1
    return depth


def same_header(one: Sequence[Value], other: Sequence[Value]) -> bool:
    """Whether two rows name the same columns: most cells alike, and no numbers."""
    pairs = [
        (patterns.spelled(patterns.text_of(a)), patterns.spelled(patterns.text_of(b)))
        for a, b in zip(one, other, strict=False)
        if not patterns.is_blank(a)
    ]
    alike = sum(a == b for a, b in pairs)
    return len(pairs) >= 2 and alike >= 0.8 * len(pairs)


def _is_header(rows: Sequence[Sequence[Value]]) -> bool:
    """Names, times or numbering 1, 2, 3 …; not what stands below them again, nor numbers as below."""
    first = rows[0]
    filled = [(place, value) for place, value in enumerate(first) if not patterns.is_blank(value)]
    numbers = [value for _, value in filled if patterns.is_number(value) and not patterns.is_year(value)]
    if numbers and not _in_sequence(numbers):
        return False
    if filled and all(patterns.is_number(value) for _, value in filled):
        return all(patterns.is_year(value) for _, value in filled) or bool(numbers)
    again = sum(
        any(value == row[place] for row in rows[1:])
        for place, value in filled
        if isinstance(value, str) and not patterns.is_number(value)
    )
    return again < 0.5 * len(filled) or _repeats_whole(rows)


def _repeats_whole(rows: Sequence[Sequence[Value]]) -> bool:
    """The first row stands again as a whole: a header repeated at a page break."""
    return any(same_header(rows[0], row) for row in rows[1:])


def _in_sequence(numbers: Sequence[Value]) -> bool:
    values = [float(patterns.text_of(number)) for number in numbers]
    return len(values) >= 2 and all(b - a == 1 for a, b in pairwise(values))


def _goes_on(sheet: Sheet, area: Range, rows: Sequence[Sequence[Value]], depth: int) -> bool:
    """Whether the row after `depth` header rows is a header row too."""
    row = rows[depth]
    filled = [place for place, value in enumerate(row) if not patterns.is_blank(value)]
    if not filled:
        return False
    line = area.first_row + depth - 1
    inside = [
        merge
        for merge in sheet.merged
        if area.first_column <= merge.first_column <= area.last_column and merge.first_row <= line
    ]
    if any(merge.first_row >= area.first_row and merge.last_row > line for merge in inside):
        return True
    if any(patterns.is_number(row[place]) and not patterns.is_year(row[place]) for place in filled):
        return False
    if all(patterns.UNIT_ALONE.fullmatch(patterns.folded(patterns.text_of(row[place]))) for place in filled):
        return True
    under = rows[depth + 1 : depth + 6]
    numbers = any(patterns.is_number(cells[place]) for cells in under for place in filled)
    across = any(
        merge.first_row <= line <= merge.last_row and merge.last_column > merge.first_column
        for merge in inside
        if merge.first_row >= area.first_row
    )
    gaps = [place for place in filled if patterns.is_blank(rows[depth - 1][place])]
    named = [place for place in filled if any(patterns.is_number(cells[place]) for cells in under)]
    return len(filled) >= 2 and ((across and numbers) or bool(gaps and named and set(gaps) & set(named)))
