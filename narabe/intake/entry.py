"""Figures typed or pasted by hand -> a small file that goes through the same reading as any other."""

import csv
import io
import re

from narabe.intake.faults import Faults
from narabe.intake.figures import values
from narabe.intake.figures.units import same
from narabe.model.imports import Typed
from narabe.model.intake import Fault
from narabe.model.text import EMPTY, plain
from narabe.words import figures_sentences as say

HEADER = tuple(say.FORM_IDS[name] for name in ("metric_id", "segment", "start", "end", "value"))
LINE_ENDS = re.compile(r"\r\n?|\n")


def typed_rows(typed: tuple[Typed, ...]) -> tuple[bytes, tuple[Fault, ...]]:
    """The values as CSV (UTF-8), one per row with metric, segment and period.

    An empty field is left out, and so is one that holds no number or another unit: an error that names the field.
    Signs for none (—, x, …) are kept, with a note. `row` of a fault counts the fields from 1.
    """
    faults = Faults()
    content = io.StringIO()
    writer = csv.writer(content, lineterminator="\n")
    writer.writerow(HEADER)
    entered = 0
    for place, one in enumerate(typed, start=1):
        found = values.read(one.raw)
        if found is values.Gap.EMPTY:
            continue
        entered += 1
        if not _taken(one, found, place, faults):
            continue
        writer.writerow((one.metric_id, one.segment, one.start, one.end, (one.raw or "").strip()))
    if not entered:
        faults.error(say.NOTHING_TYPED, say.TYPE_ONE)
    return content.getvalue().encode(), faults.listed()


def _taken(one: Typed, found: values.Number | values.Gap | None, place: int, faults: Faults) -> bool:
    """Whether what was typed can be taken in; what stands against it is said."""
    field = one.label if one.label.ja else plain(one.metric_id)
    where = {"row": place, "column": field.ja, "value": one.raw}
    if isinstance(found, values.Number):
        wanted = one.unit
        if (
            found.unit
            and wanted.ja
            and not same(found.unit, wanted.ja)
            and found.unit.casefold() != wanted.en.casefold()
        ):
            message = say.typed_in_other_unit(field, found.unit, wanted)
            faults.error(message, say.TYPE_IN_UNIT, kind="typed unit", **where)
            return False
        return True
    if found is None or found.value not in say.GAP_NOTES:  # 調査中 and the like: nothing is known yet
        faults.error(say.not_typed_as_number(field), say.HOW_TO_TYPE, kind="typed", **where)
        return False
    faults.note(say.typed_as_none(field, say.GAP_NOTES[found.value]), EMPTY, kind="typed as none", **where)
    return True


def pasted(text: str, count: int) -> tuple[str, ...]:
    """Cells copied from a spreadsheet, down a column or along a row, as `count` fields; missing ones are empty.

    Of several columns the one with most numbers counts (a column of names may lie beside it).
    """
    lines = [line.split("\t") for line in LINE_ENDS.split(text.strip("\r\n"))]
    if len(lines) == 1:
        cells = lines[0]
    else:
        width = max(len(line) for line in lines)
        columns = [[line[at] if at < len(line) else "" for line in lines] for at in range(width)]
        cells = max(columns, key=_numbers)
    cells = [cell.strip() for cell in cells]
    return tuple((cells + [""] * count)[:count])


def _numbers(cells: list[str]) -> int:
    return sum(isinstance(values.read(cell), values.Number) for cell in cells)
