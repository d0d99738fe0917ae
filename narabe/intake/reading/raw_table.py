"""The table `raw` of a workbench: what every reader checks once its rows are in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from narabe.intake.faults import MOST_OF_A_KIND, Faults
from narabe.intake.reading.damaged import DAMAGED, GAIJI
from narabe.intake.reading.headers import Header, check_names, letter
from narabe.model.intake import Raw, RawColumn
from narabe.model.text import Text
from narabe.settings import Limits
from narabe.words import intake_problems as say

TABLE, CELLS = "raw", "raw_cells"
ERRORS = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
LOST = "\ufffd"


Piece = tuple[Sequence[int], Sequence[Sequence[str | None]]]
"""Row numbers, and the cells of each column."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What lies in `raw_cells`: columns c1… of one header; `row` is a column of its own, or `rowid` plus `first_row`."""

    header: Header
    width: int
    sheet: str = ""
    first_row: int | None = None
    formula_errors: bool = True
    odd_characters: bool = True
    labels: tuple[tuple[tuple[str, str], ...], ...] = ()
    missing: tuple[tuple[str, ...], ...] = ()
    first_column: int = 1


def column_names(width: int) -> list[str]:
    """The names of text columns in the work table."""
    return [f"c{number}" for number in range(1, width + 1)]


def forget(connection: duckdb.DuckDBPyConnection) -> None:
    """Remove what an earlier reading left."""
    connection.execute(f"drop view if exists {TABLE}")
    connection.execute(f"drop table if exists {CELLS}")


def load(connection: duckdb.DuckDBPyConnection, width: int, pieces: Iterable[Piece]) -> None:
    """Fill `raw_cells` (row, c1…) piece by piece."""
    names = column_names(width)
    columns = ", ".join(f"{name} varchar" for name in names)
    connection.execute(f"create table {CELLS} (row bigint, {columns})")
    for rows, cells in pieces:
        texts = [pa.array(column, pa.string()) for column in cells]
        connection.register("piece", pa.table([pa.array(rows, pa.int64()), *texts], names=["row", *names]))
        connection.execute(f"insert into {CELLS} from piece")
        connection.unregister("piece")


def finish(connection: duckdb.DuckDBPyConnection, loaded: Loaded, limits: Limits, faults: Faults) -> Raw:
    """Check the cells, drop empty rows and unnamed empty columns, and lay the view `raw` over them.

    Errors: Refused for names that are not unique, no data, too many rows, too long cells, errors of formulas.
    """
    names = column_names(loaded.width)
    row = "row" if loaded.first_row is None else f"(rowid + {loaded.first_row})"
    rows, counts, longest = _measured(connection, names)
    check_names(loaded.header, faults, loaded.sheet)
    if rows == 0:
        faults.error(say.HEADER_ONLY, say.CHOOSE_ANOTHER, sheet=loaded.sheet, row=loaded.header.last)
    if rows > limits.rows:
        faults.error(say.too_many_rows(rows, limits.rows), say.SPLIT, sheet=loaded.sheet)
    columns = []
    for place, name in enumerate(names):
        header = loaded.header.names[place] if place < len(loaded.header.names) else ""
        if not header and not counts[place]:
            continue
        own = letter(place + loaded.first_column)
        if not header:
            faults.warning(say.NO_COLUMN_NAME, sheet=loaded.sheet, row=loaded.header.last, column=own)
        labels = loaded.labels[place] if loaded.labels else ()
        missing = loaded.missing[place] if loaded.missing else ()
        columns.append(RawColumn(name, header or own, labels, missing))
    places = _Places(connection, row, tuple(columns), loaded.sheet, faults)
    places.note_long(longest, limits.cell_characters)
    if loaded.formula_errors:
        listed = ", ".join(f"'{each}'" for each in ERRORS)
        places.add("error", f"{{}} in ({listed})", say.FORMULA_ERROR, say.MEND_FORMULA)
    if loaded.odd_characters:
        places.add("error", f"regexp_matches({{}}, '{DAMAGED}')", say.DAMAGED, say.MEND_DAMAGED)
        places.add("warning", f"regexp_matches({{}}, '{GAIJI}')", say.GAIJI, say.USE_STANDARD)
        places.add("warning", f"contains({{}}, '{LOST}')", say.REPLACED, say.SAVE_UTF8)
    faults.raise_errors()
    chosen = ", ".join(column.name for column in columns)
    connection.execute(f"create view {TABLE} as select {row}::bigint as row, {chosen} from {CELLS}")
    return Raw(TABLE, tuple(columns), rows, loaded.header.last, loaded.sheet)


def _measured(
    connection: duckdb.DuckDBPyConnection, names: Sequence[str]
) -> tuple[int, tuple[int, ...], dict[str, int]]:
    """(rows that hold something, cells per column, bytes of the longest cell per column); empty rows are deleted."""
    each = ", ".join(f"count({name}), max(strlen({name}))" for name in names)
    nothing = f"coalesce({', '.join(names)}) is null"
    found = connection.sql(
        f"select count(*), count(*) filter (where {nothing}), {each} from {CELLS}"
    ).fetchall()[0]
    if found[1]:
        connection.execute(f"delete from {CELLS} where {nothing}")
    longest = {name: length or 0 for name, length in zip(names, found[3::2], strict=True)}
    return found[0] - found[1], found[2::2], longest


@dataclass(frozen=True, slots=True)
class _Places:
    """Lists cells by a condition: the first of each column with row and value, the rest counted."""

    connection: duckdb.DuckDBPyConnection
    row: str
    columns: tuple[RawColumn, ...]
    sheet: str
    faults: Faults

    def note_long(self, longest: dict[str, int], most: int) -> None:
        """Cells of more characters than allowed; only columns with enough bytes are looked at."""
        suspects = {name for name, length in longest.items() if length > most}
        self.add("error", f"length({{}}) > {most}", say.cell_too_long(most), say.SHORTEN, suspects)

    def add(
        self, severity: str, condition: str, message: Text, advice: Text, among: set[str] | None = None
    ) -> None:
        """Every cell (`{}` in the condition) of the columns `among` that meets it."""
        columns = [column for column in self.columns if among is None or column.name in among]
        if not columns:
            return
        counted = ", ".join(f"count(*) filter (where {condition.format(column.name)})" for column in columns)
        counts = self.connection.sql(f"select {counted} from {CELLS}").fetchall()[0]
        for column, count in zip(columns, counts, strict=True):
            if not count:
                continue
            where = condition.format(column.name)
            found = self.connection.sql(
                f"select {self.row}, left({column.name}, 100) from {CELLS} where {where} order by 1 limit {MOST_OF_A_KIND}"
            ).fetchall()
            note = getattr(self.faults, severity)
            for number, (row, value) in enumerate(found):
                rest = count - len(found) if number == len(found) - 1 else 0
                note(
                    message,
                    advice,
                    sheet=self.sheet,
                    row=row,
                    column=column.header,
                    value=value,
                    count=1 + rest,
                )
