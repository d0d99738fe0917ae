"""Figures typed or pasted by hand -> a small file that goes through the same reading as any other."""

import csv
import io
import re

from narabe.intake.faults import Faults
from narabe.intake.figures import values
from narabe.model.imports import Typed
from narabe.model.intake import Fault
from narabe.words import figures_sentences as say

HEADER = tuple(say.FORM_IDS[name] for name in ("metric_id", "segment", "start", "end", "value"))
LINE_ENDS = re.compile(r"\r\n?|\n")


def typed_rows(typed: tuple[Typed, ...]) -> tuple[bytes, tuple[Fault, ...]]:
    """The values as CSV (UTF-8), one per row with metric, segment and period; faults name those that are no numbers.

    An empty field is left out, and so is one with a fault. `row` of a fault counts the fields from 1.
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
        if found is None:
            faults.error(
                say.NOT_TYPED_AS_NUMBER, say.HOW_TO_TYPE, row=place, column=one.metric_id, value=one.raw
            )
            continue
        writer.writerow((one.metric_id, one.segment, one.start, one.end, (one.raw or "").strip()))
    if not entered:
        faults.error(say.NOTHING_TYPED, say.TYPE_ONE)
    return content.getvalue().encode(), faults.listed()


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
