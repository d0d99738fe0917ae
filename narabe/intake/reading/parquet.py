"""Parquet files, by DuckDB."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import duckdb

from narabe.intake.faults import refusal
from narabe.intake.reading.headers import Header
from narabe.intake.reading.incoming import Incoming, within
from narabe.intake.reading.raw_table import CELLS, Loaded, column_names, finish, forget
from narabe.model.intake import (
    Detection,
    Format,
    Progress,
    Raw,
    ReadOptions,
    Sheet,
    SheetFound,
    Value,
    quietly,
)
from narabe.settings import Limits
from narabe.words import intake_problems as say

FRACTIONAL = ("FLOAT", "DOUBLE", "DECIMAL")
TYPED = (str, int, float, bool, date, datetime, time)


@dataclass
class Parquet(Incoming):
    """A file whose schema has been read. A row is numbered from 1: there is no header row."""

    columns: tuple[tuple[str, str], ...]

    def _grid(self, rows: int | None) -> tuple[Sheet, ...]:
        """One sheet of values, below a row of names."""
        most = self.limits.rows if rows is None else max(0, rows - 1)
        size = self.detection.sheets[0]
        within(min(size.rows, most) * size.columns)
        with _told(), duckdb.connect() as connection:
            found = connection.execute(
                "from read_parquet($path) limit $most", {"path": _literal(self.path), "most": most}
            ).fetchall()
        return (Sheet("", (self._names(), *(tuple(_value(cell) for cell in row) for row in found))),)

    def bulk(self, connection: duckdb.DuckDBPyConnection, progress: Progress = quietly) -> Raw:
        """Every column as text; whole numbers without a point, truth as TRUE and FALSE."""
        forget(connection)
        progress(say.reading())
        names = column_names(len(self.columns))
        texts = ", ".join(
            f"{_as_text(name, kind)} as {name}" for name, (_, kind) in zip(names, self.columns, strict=True)
        )
        with _told():
            connection.execute(
                f"create table {CELLS} as select {texts} from read_parquet($path) as t({', '.join(names)})",
                {"path": _literal(self.path)},
            )
        loaded = Loaded(Header(0, 0, self._names()), len(names), first_row=1, formula_errors=False)
        return finish(connection, loaded, self.limits, self.found)

    def _names(self) -> tuple[str, ...]:
        return tuple(" ".join(name.split()) for name, _ in self.columns)


def open_parquet(path: Path, file_name: str, options: ReadOptions, limits: Limits) -> Parquet:
    """Read the schema. Errors: Refused for a damaged file, or beyond the limits."""
    with _told(), duckdb.connect() as connection:
        given = {"path": _literal(path)}
        described = connection.execute("describe from read_parquet($path)", given).fetchall()
        rows = connection.execute("select count(*) from read_parquet($path)", given).fetchall()[0][0]
    columns = tuple((str(name), str(kind)) for name, kind, *_ in described)
    if len(columns) > limits.columns:
        raise refusal(say.too_many_columns(len(columns), limits.columns), say.DROP_COLUMNS)
    if rows > limits.rows:
        raise refusal(say.too_many_rows(rows, limits.rows), say.SPLIT)
    detection = Detection(Format.PARQUET, (SheetFound("", rows + 1, len(columns)),))
    return Parquet(path, file_name, options, limits, detection, columns=columns)


@contextmanager
def _told() -> Iterator[None]:
    """What DuckDB cannot read is refused with a sentence."""
    try:
        yield
    except duckdb.InterruptException:
        raise
    except duckdb.Error as error:
        raise refusal(say.BROKEN_PARQUET, say.GET_AGAIN) from error


def _literal(path: Path) -> str:
    """A path in which no sign stands for several files."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in str(path))


def _as_text(name: str, kind: str) -> str:
    if kind.startswith(FRACTIONAL) and not kind.endswith("]"):
        whole = f"{name} = trunc({name}) and abs({name}) < 1e15"
        return f"nullif(case when {whole} then {name}::bigint::varchar else {name}::varchar end, '')"
    if kind == "BOOLEAN":
        return f"upper({name}::varchar)"
    return f"nullif({name}::varchar, '')"


def _value(cell: object) -> Value:
    if isinstance(cell, Decimal):
        return float(cell)
    return cell if isinstance(cell, TYPED) else None if cell is None else str(cell)
