"""The rows of a delimited text one by one, exactly: for the grid, and where the fast reader gives up."""

import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from narabe.intake.faults import Faults
from narabe.intake.reading.dialect import Dialect
from narabe.intake.reading.headers import Header, letter
from narabe.intake.reading.raw_table import Piece
from narabe.intake.reading.scanning import texts
from narabe.model.intake import Progress
from narabe.words import intake_problems as say

BATCH_CELLS, LONGEST_LINE, MOST_LINES = 400_000, 1 << 25, 100_000
Record = tuple[int, list[str | None]]


class LongCell(csv.Error):
    """A cell beyond all measure whose quotes are in order; `place` is about its column, from 0."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


def records(path: Path, encoding: str, dialect: Dialect, strict: bool) -> Iterator[Record]:
    """(row as a spreadsheet counts it, cells with None for empty); an empty line counts and is left out.

    Errors: csv.Error; with `strict` also for a quote that does not close or stands where it should not, and LongCell.
    """
    taken: list[str] = []
    source = lines(path, encoding)
    read = csv.reader(
        _kept(source, taken),
        delimiter=dialect.delimiter,
        quotechar=dialect.quote,
        strict=strict,
    )
    try:
        for row, cells in enumerate(read, start=1):
            taken.clear()
            if cells and not (row == 1 and dialect.announced):
                yield row, [cell or None for cell in cells]
    except csv.Error as error:
        if "field limit" in str(error) and _closes(taken, source, dialect):
            cells = "".join(taken).split(dialect.delimiter)
            raise LongCell(cells.index(max(cells, key=len))) from error
        raise


def _closes(taken: list[str], source: Iterator[str], dialect: Dialect) -> bool:
    """Is a record in order but for its length? A quote left open ends at the next delimiter or line, or never was one."""
    quote, ends = dialect.quote, (dialect.delimiter, "\r", "\n")
    doubled = quote * 2
    if "".join(taken).replace(doubled, "").count(quote) % 2 == 0:
        return True
    for line in islice(source, MOST_LINES):
        rest = line.replace(doubled, "")
        if quote in rest:
            behind = rest.partition(quote)[2]
            return not behind or behind.startswith(ends)
    return False


def _kept(found: Iterator[str], taken: list[str]) -> Iterator[str]:
    """Lines as they are read; `taken` holds those of the record that is not done."""
    for line in found:
        taken.append(line)
        yield line


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
    found: Iterator[Record], header: Header, width: int, faults: Faults, ends_open: bool, longest: int
) -> Iterator[Record]:
    """The data rows with exactly `width` cells; others are noted as errors, as are quotes that do not close.

    Cells beyond the header that are empty do not count, nor does a row of empty cells alone.
    """
    after = row = header.last
    short, errors = None, False
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
    except LongCell as cell:
        name = header.names[cell.place] if cell.place < len(header.names) else ""
        faults.error(
            say.cell_too_long(longest), say.SHORTEN, row=row + 1, column=name or letter(cell.place + 1)
        )
        return
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
