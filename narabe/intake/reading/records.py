"""The rows of a delimited text one by one, exactly: for the grid, and where the fast reader gives up."""

import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from narabe.intake.faults import Faults
from narabe.intake.reading.dialect import Dialect
from narabe.intake.reading.raw_table import Piece
from narabe.intake.reading.scanning import texts
from narabe.model.intake import Progress
from narabe.words import intake_problems as say

BATCH_CELLS, LONGEST_LINE = 400_000, 1 << 25
Record = tuple[int, list[str | None]]


def records(path: Path, encoding: str, dialect: Dialect, strict: bool) -> Iterator[Record]:
    """(row as a spreadsheet counts it, cells with None for empty); an empty line counts and is left out.

    Errors: csv.Error; with `strict` also for a quote that does not close or stands where it should not.
    """
    reader = csv.reader(
        lines(path, encoding), delimiter=dialect.delimiter, quotechar=dialect.quote, strict=strict
    )
    for row, cells in enumerate(reader, start=1):
        if cells and not (row == 1 and dialect.announced):
            yield row, [cell or None for cell in cells]


def first_rows(path: Path, encoding: str, dialect: Dialect, most: int | None) -> list[list[str | None]]:
    """The rows as they lie, empty ones included; what follows a cell beyond all measure is left out."""
    rows: list[list[str | None]] = []
    found = records(path, encoding, dialect, strict=False)
    try:
        for row, cells in found:
            rows += [[] for _ in range(min(row, most or row) - 1 - len(rows))]
            if most is not None and row > most:
                break
            rows.append(cells)
    except csv.Error:
        return rows
    return rows


def pieces(found: Iterator[Record], width: int, progress: Progress) -> Iterator[Piece]:
    """Rows of one width, some at a time."""
    size, done = max(100, BATCH_CELLS // width), 0
    while batch := list(islice(found, size)):
        yield [row for row, _ in batch], list(zip(*(cells for _, cells in batch), strict=True))
        done += len(batch)
        progress(say.reading(done))


def fitted(
    found: Iterator[Record], after: int, width: int, faults: Faults, ends_open: bool
) -> Iterator[Record]:
    """The data rows with exactly `width` cells; others are noted as errors, as are quotes that do not close.

    Cells beyond the header that are empty do not count, nor does a row of empty cells alone.
    """
    row, short, errors = after, None, False
    try:
        for row, cells in found:
            if row <= after:
                continue
            if not any(cells[width:]):
                del cells[width:]
            if len(cells) == width:
                yield row, cells
            elif any(cell and not cell.isspace() for cell in cells):
                short = row if len(cells) < width else None
                errors = True
                faults.error(
                    say.ragged(len(cells), width),
                    say.RIGHT_COLUMNS,
                    row=row,
                    value=next(cell for cell in cells if cell),
                    kind="ragged",
                )
    except csv.Error as error:
        _note_broken(str(error), row + 1, faults)
        return
    if errors and short == row and ends_open:
        faults.warning(say.CUT_OFF_ROW, say.GET_AGAIN, row=row)


def _note_broken(error: str, row: int, faults: Faults) -> None:
    """Why the csv module gave up on a row."""
    if "end of data" in error or "field limit" in error:
        faults.error(say.UNCLOSED_QUOTE, say.MEND_QUOTE, row=row)
    elif "NUL" in error:
        faults.error(say.NULS, say.MEND_NULS, row=row)
    else:
        faults.error(say.STRAY_QUOTE, say.MEND_QUOTE, row=row)


def lines(path: Path, encoding: str) -> Iterator[str]:
    """Lines with their ends, whichever of the three they are; one beyond all measure comes in pieces."""
    rest = ""
    for text in texts(path, encoding):
        split = list(io.StringIO(rest + text, newline=""))
        rest = split.pop() if len(split[-1]) < LONGEST_LINE else ""
        yield from split
    if rest:
        yield rest
