"""CSV and its kin."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import duckdb

from narabe.intake.faults import refusal
from narabe.intake.reading import broken_text
from narabe.intake.reading.dialect import Dialect, dialect_of
from narabe.intake.reading.encoding import Encoding, encoding_of
from narabe.intake.reading.headers import Header, find_header
from narabe.intake.reading.incoming import Incoming, within
from narabe.intake.reading.raw_table import CELLS, Loaded, column_names, finish, forget, load
from narabe.intake.reading.records import first_rows, fitted, lines, pieces, records
from narabe.intake.reading.scanning import texts
from narabe.intake.reading.workbench import work_folder
from narabe.model.intake import Detection, Format, Progress, Raw, ReadOptions, Sheet, SheetFound, quietly
from narabe.settings import Limits
from narabe.words import intake_problems as say

LOOKED_AT = 60
SAMPLE_CHARACTERS = 1 << 17
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
COUNTED_EXACTLY = 5_000_000


@dataclass
class Delimited(Incoming):
    """A text file whose whole content has been decoded once."""

    encoding: Encoding
    dialect: Dialect

    def _grid(self, rows: int | None) -> tuple[Sheet, ...]:
        """One sheet named "" of texts."""
        most = self.limits.rows if rows is None else rows
        size = self.detection.sheets[0]
        within(min(size.rows, most) * size.columns)
        found = first_rows(self.path, self.encoding.name, self.dialect, most)
        width = max(map(len, found), default=0)
        if width > self.limits.columns:
            raise refusal(say.too_many_columns(width, self.limits.columns), say.DROP_COLUMNS)
        return (Sheet("", tuple((*cells, *(None,) * (width - len(cells))) for cells in found)),)

    def bulk(self, connection: duckdb.DuckDBPyConnection, progress: Progress = quietly) -> Raw:
        """Through DuckDB's reader where rows are regular; one by one, to the same end, where it gives up.

        Rows are numbered as a spreadsheet shows them: a cell with line breaks does not count as several.
        """
        forget(connection)
        rows = first_rows(self.path, self.encoding.name, self.dialect, LOOKED_AT)
        header = find_header(rows, self.options.header_row, self.found)
        width = self._width(header, rows)
        if width > self.limits.columns:
            raise refusal(say.too_many_columns(width, self.limits.columns), say.DROP_COLUMNS)
        progress(say.reading())
        regular = not (self.encoding.scan.blank_lines or self._broken_before_data(header))
        fast = regular and self._read_fast(connection, header, width, progress)
        if not fast:
            self._read_exactly(connection, header, width, progress)
        scan = self.encoding.scan
        loaded = Loaded(
            header,
            width,
            first_row=header.last + 1 if fast else None,
            formula_errors=scan.formula_errors,
            odd_characters=scan.odd_characters,
        )
        return finish(connection, loaded, self.limits, self.found)

    def _width(self, header: Header, rows: list[list[str | None]]) -> int:
        """Columns of the table: those of the header, and of the data where it is wider throughout."""
        data = [len(cells) for cells in rows[header.last :] if any(cells)]
        trailing = min((self._filled(cells) for cells in rows[header.last :] if any(cells)), default=0)
        return max(header.width, trailing if data else 0, 1)

    @staticmethod
    def _filled(cells: list[str | None]) -> int:
        """The place of the last cell that holds something."""
        return max(place for place, cell in enumerate(cells, start=1) if cell is not None)

    def _read_fast(
        self, connection: duckdb.DuckDBPyConnection, header: Header, width: int, progress: Progress
    ) -> bool:
        """Whether DuckDB read it all as regular rows."""
        columns = ", ".join(f"'{name}': 'VARCHAR'" for name in column_names(width))
        with self._in_utf8(connection, progress) as path:
            try:
                connection.execute(
                    f"""create table {CELLS} as from read_csv(
                        $path, auto_detect = false, header = false, skip = {header.last}, columns = {{{columns}}},
                        delim = $delimiter, quote = $quote, escape = $quote, nullstr = '', strict_mode = true
                    )""",
                    {"path": str(path), "delimiter": self.dialect.delimiter, "quote": self.dialect.quote},
                )
            except duckdb.InterruptException:
                raise
            except duckdb.Error:
                return False
        return True

    def _read_exactly(
        self, connection: duckdb.DuckDBPyConnection, header: Header, width: int, progress: Progress
    ) -> None:
        found = records(self.path, self.encoding.name, self.dialect, strict=True)
        ends_open = self.encoding.scan.ends_open
        fitting = fitted(found, header, width, self.found, ends_open, self.limits.cell_characters)
        load(connection, width, pieces(fitting, width, progress))
        self.found.raise_errors()

    def _broken_before_data(self, header: Header) -> bool:
        """Does a cell of the header, or above it, hold line breaks? What the fast reader skips is uncertain then."""
        dialect = self.dialect
        reader = csv.reader(
            lines(self.path, self.encoding.name), delimiter=dialect.delimiter, quotechar=dialect.quote
        )
        for _ in islice(reader, header.last):
            pass
        return reader.line_num != header.last

    @contextmanager
    def _in_utf8(self, connection: duckdb.DuckDBPyConnection, progress: Progress) -> Iterator[Path]:
        """The file itself, or a copy in UTF-8 that is gone afterwards."""
        if self.encoding.name == "utf-8":
            yield self.path
            return
        progress(say.TRANSCODING)
        copy = work_folder(connection) / "utf8.csv"
        try:
            with copy.open("wb") as out:
                for text in texts(self.path, self.encoding.name):
                    out.write(text.encode())
            yield copy
        finally:
            copy.unlink(missing_ok=True)


def open_delimited(path: Path, file_name: str, options: ReadOptions, limits: Limits) -> Delimited:
    """Decide encoding and dialect. Errors: Refused."""
    encoding = encoding_of(path, options.encoding)
    if encoding.scan.nul:
        raise broken_text.nul_rows(path)
    sample = ""
    for text in texts(path, encoding.name):
        sample += text
        if len(sample) >= SAMPLE_CHARACTERS:
            break
    if not sample.strip():
        raise refusal(say.EMPTY_FILE, say.CHOOSE_ANOTHER)
    if len(CONTROL.findall(sample)) * 100 > len(sample):
        raise refusal(say.NOT_A_TABLE, say.READABLE)
    dialect = dialect_of(sample[:SAMPLE_CHARACTERS], options.delimiter)
    incoming = Delimited(
        path,
        file_name,
        options,
        limits,
        _detection(path, encoding, dialect),
        encoding=encoding,
        dialect=dialect,
    )
    if not encoding.certain:
        incoming.found.warning(say.UNCERTAIN)
    return incoming


def _detection(path: Path, encoding: Encoding, dialect: Dialect) -> Detection:
    """Rows are counted exactly in a file of ordinary size, by line ends in a large one."""
    scan = encoding.scan
    top = first_rows(path, encoding.name, dialect, LOOKED_AT)
    rows = scan.lines if scan.line_end != "\r" else scan.lone_cr
    rows += scan.ends_open
    if path.stat().st_size <= COUNTED_EXACTLY:
        rows = len(first_rows(path, encoding.name, dialect, None))
    columns = max(map(len, top), default=0)
    return Detection(
        Format.DELIMITED,
        (SheetFound("", rows, columns),),
        encoding=encoding.name,
        bom=encoding.bom,
        delimiter=dialect.delimiter,
        quote=dialect.quote if scan.quotes else None,
        line_end=scan.line_end,
        certain=encoding.certain,
    )
