"""Which rows of a table are its header, and what its columns are called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from narabe.intake.faults import Faults, refusal
from narabe.intake.reading.cells import column_as_text, on_one_line
from narabe.intake.reading.damaged import damaged
from narabe.model.intake import Sheet
from narabe.words import intake_problems as say

Row = Sequence[str | None]
LOOKED_AT = 50
FULL = 0.75
FILLERS = ("response", "open-ended response", "回答", "自由回答", "回答内容", "自由記述")
"""What form systems write below a question that has no parts."""
NUMBER = re.compile(r"\s*[-+△▲]?[\d０-９][\d０-９,，.．]*\s*[%％]?\s*")


@dataclass(frozen=True, slots=True)
class Header:
    """`first` to `last` are rows from 1 (two where option names stand under a question); `names` has one per column, "" for none."""

    first: int
    last: int
    names: tuple[str, ...]

    @property
    def width(self) -> int:
        """Columns up to the last that has a name."""
        return max((place for place, name in enumerate(self.names, start=1) if name), default=0)


def find_header(rows: Sequence[Row], told: int | None, faults: Faults, sheet: str = "") -> Header:
    """The header among the first rows of a table; `told` is the row a person names. Errors: Refused when nothing is there."""
    filled = [sum(cell is not None for cell in row) for row in rows[:LOOKED_AT]]
    if told is not None:
        if not 1 <= told <= len(rows) or not any(cell is not None for cell in rows[told - 1]):
            raise refusal(say.NO_SUCH_ROW, say.NAME_A_ROW, sheet=sheet, row=told)
        if told < len(filled) and _is_upper(rows, told - 1, filled):
            return Header(told, told + 1, _named(rows[told - 1], rows[told]))
        return Header(told, told, _named(rows[told - 1], ()))
    if not any(filled):
        raise refusal(say.NOTHING_THERE, say.CHOOSE_ANOTHER, sheet=sheet)
    for at in range(len(filled)):
        if filled[at] and _is_upper(rows, at, filled):
            return Header(at + 1, at + 2, _named(rows[at], rows[at + 1]))
        if filled[at] >= FULL * max(filled) or _lacks_one(rows, at, filled) or _widths_agree(rows, at):
            if _named_twice(rows, at, filled):
                return Header(at + 1, at + 2, _joined(rows[at], rows[at + 1]))
            if sum(bool(NUMBER.fullmatch(cell or "")) for cell in rows[at]) * 2 > filled[at]:
                faults.warning(say.NUMBERS_AS_HEADER, say.CHECK_HEADER, sheet=sheet, row=at + 1)
            return Header(at + 1, at + 1, _named(rows[at], ()))
    raise refusal(say.NOTHING_THERE, say.CHOOSE_ANOTHER, sheet=sheet)


def header_row(sheet: Sheet) -> int:
    """The first row of the header, from 1, as `bulk` would find it. Errors: Refused for a sheet with nothing in it."""
    rows = [column_as_text(row) for row in sheet.rows[:LOOKED_AT]]
    return find_header(rows, None, Faults(), sheet.name).first


def letter(place: int) -> str:
    """The letter of a column, as Excel shows it; from 1."""
    return get_column_letter(place) if place <= 18278 else str(place)


def check_names(header: Header, faults: Faults, sheet: str = "") -> None:
    """Note names that stand more than once, or hold damaged characters, as errors."""
    seen: dict[str, int] = {}
    for place, name in enumerate(header.names, start=1):
        if damaged(name):
            faults.error(
                say.DAMAGED, say.MEND_DAMAGED, sheet=sheet, row=header.last, column=letter(place), value=name
            )
        if name and name in seen:
            where = f"{letter(seen[name])}, {letter(place)}"
            faults.error(
                say.DUPLICATE_COLUMN, say.RENAME, sheet=sheet, row=header.last, column=where, value=name
            )
        seen.setdefault(name, place)


def _is_upper(rows: Sequence[Row], at: int, filled: Sequence[int]) -> bool:
    """Does a row name groups whose members stand in the next one?

    So it is when the next row has a name wherever this one has a gap, together they are full, neither holds numbers,
    and what is named above alone is empty below (as merged cells are).
    """
    if at + 2 >= len(filled) or not filled[at + 1]:
        return False
    upper, lower = rows[at], rows[at + 1]
    width = max(len(row) for row in rows[:LOOKED_AT])
    above = [_cell(upper, place) for place in range(width)]
    below = [_without_filler(_cell(lower, place)) for place in range(width)]
    gaps = [place for place in range(width) if above[place] is None and below[place] is not None]
    together = sum(a is not None or b is not None for a, b in zip(above, below, strict=True))
    if not gaps or filled[at] < 2 or together < FULL * max(filled):
        return False
    if any(NUMBER.fullmatch(cell) for cell in (*above, *below) if cell is not None):
        return False
    groups = {place for place in range(width - 1) if above[place] is not None and place + 1 in gaps}
    alone = [place for place in range(width) if above[place] is not None and place not in groups]
    empty_below = sum(below[place] is None for place in alone)
    return bool(alone) and empty_below >= 0.8 * len(alone)


def _lacks_one(rows: Sequence[Row], at: int, filled: Sequence[int]) -> bool:
    """Are all columns but one named, in texts, above a row with numbers?"""
    if not 2 <= filled[at] == max(filled) - 1 or at + 1 >= len(rows):
        return False
    numbers = [any(NUMBER.fullmatch(cell) for cell in row if cell is not None) for row in rows[at : at + 2]]
    return numbers == [False, True]


def _widths_agree(rows: Sequence[Row], at: int) -> bool:
    """Names without a gap, each once and no number, above rows of which most are just as wide: others are ragged."""
    names = _trimmed(rows[at])
    below = [len(cells) for row in rows[at + 1 : LOOKED_AT] if (cells := _trimmed(row))]
    plain = all(cell is not None and not NUMBER.fullmatch(cell) for cell in names)
    named = len(names) > 1 and plain and len(set(names)) == len(names)
    same, wider = (sum(test(width) for width in below) for test in (len(names).__eq__, len(names).__lt__))
    return named and len(below) > 2 and 2 * same >= len(below) >= 4 * wider


def _trimmed(row: Row) -> Row:
    """Up to the last cell that holds something."""
    return row[: max((place for place, cell in enumerate(row, start=1) if cell is not None), default=0)]


def _named_twice(rows: Sequence[Row], at: int, filled: Sequence[int]) -> bool:
    """Do two rows of texts stand above rows of numbers, as names of variables above their labels?"""
    body = [row for row in rows[at + 2 : at + 12] if any(cell is not None for cell in row)]
    if len(body) < 2 or filled[at + 1] < FULL * max(filled):
        return False
    if any(NUMBER.fullmatch(cell) for row in rows[at : at + 2] for cell in row if cell is not None):
        return False
    cells = [cell for row in body for cell in row if cell is not None]
    return sum(bool(NUMBER.fullmatch(cell)) for cell in cells) >= FULL * len(cells)


def _joined(upper: Row, lower: Row) -> tuple[str, ...]:
    """A variable's name and its label."""
    pairs = (
        (_clean(_cell(upper, place)), _clean(_cell(lower, place)))
        for place in range(max(len(upper), len(lower)))
    )
    return tuple(" ".join(dict.fromkeys(name for name in pair if name)) for pair in pairs)


def _named(upper: Row, lower: Row) -> tuple[str, ...]:
    """One name per column: `group[member]` where a group spans it."""
    names, group = [], ""
    for place in range(max(len(upper), len(lower))):
        above, below = _clean(_cell(upper, place)), _clean(_without_filler(_cell(lower, place)))
        group = above or group
        names.append(f"{group}[{below}]" if below and group else above or below)
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _without_filler(cell: str | None) -> str | None:
    return None if cell is not None and cell.strip().lower() in FILLERS else cell


def _cell(row: Row, place: int) -> str | None:
    return row[place] if place < len(row) else None


def _clean(name: str | None) -> str:
    """A header on one line, else as it stands."""
    return on_one_line((name or "").replace("\ufeff", ""))
