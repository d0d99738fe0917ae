"""Serve a version: one in-memory connection with the files attached read-only."""

import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import duckdb
import pyarrow

from narabe.intake.quoting import quoted
from narabe.settings import Settings
from narabe.warehouse.files import attached, figures_file, live_version, unreadable
from narabe.warehouse.records import records
from narabe.warehouse.sql import names, query

ANSWERS_KEPT = 256
Row = Mapping[str, Any]

_opening = threading.Lock()


class Warehouse:
    """The open version with the settings it was built under; any thread may ask.

    Rows come back as read-only mappings of Python values. Errors: Problem for a file that is missing or damaged.
    """

    def __init__(self, version_id: str) -> None:
        self.build_id = version_id
        self._connection = duckdb.connect(":memory:")
        if not attached(self._connection, figures_file(version_id), "figures_file"):
            raise unreadable(version_id)
        tables = self._connection.execute(
            "select table_name from duckdb_tables() where database_name = 'figures_file' order by table_name"
        ).fetchall()
        for (table,) in tables:
            self._connection.execute(
                f"create view main.{quoted(table)} as from figures_file.main.{quoted(table)}"
            )
        self._connection.execute("set enable_external_access = false; set lock_configuration = true")
        self._reports = {name: query("reports", name).text for name in names("reports")}
        self._open = {name: query("open", name).text for name in names("open")}
        self._answer = lru_cache(maxsize=ANSWERS_KEPT)(self._run)
        (written,) = self._rows("from settings", {})
        self.settings = Settings(**written)

    def ask(self, report: str, **params: Any) -> list[Row]:
        """The rows of `queries/reports/<report>.sql` under `params` (scalars, and tuples of scalars).

        A version never changes, so answers are kept and their rows shared.
        """
        return list(self._answer(report, tuple(sorted(params.items()))))

    def open_rows(self, name: str, where: Mapping[str, Sequence[Any]]) -> pyarrow.Table:
        """The rows of the public table `queries/open/<name>.sql` whose columns hold one of the values given (None: nothing)."""
        parts: list[str] = []
        params: dict[str, Any] = {}
        for place, (column, values) in enumerate(where.items()):
            params[f"values{place}"] = [value for value in values if value is not None]
            params[f"empty{place}"] = None in values
            parts.append(
                f"(list_contains($values{place}, {quoted(column)}) or $empty{place} and {quoted(column)} is null)"
            )
        kept = f" where {' and '.join(parts)}" if parts else ""
        cursor = self._connection.cursor()
        try:
            return cursor.sql(f"from ({self._open[name]}){kept}", params=params or None).to_arrow_table()
        except duckdb.IOException as error:
            raise unreadable(self.build_id) from error
        finally:
            cursor.close()

    def _run(self, report: str, params: tuple[tuple[str, Any], ...]) -> tuple[Row, ...]:
        given = {name: list(value) if isinstance(value, tuple) else value for name, value in params}
        return self._rows(self._reports[report], given)

    def _rows(self, sql: str, params: dict[str, Any]) -> tuple[Row, ...]:
        cursor = self._connection.cursor()
        try:
            cursor.execute(sql, params or None)
            return tuple(_read_only(row) for row in records(cursor))
        except duckdb.IOException as error:
            raise unreadable(self.build_id) from error
        finally:
            cursor.close()


def open_live() -> Warehouse:
    """The live version, opened once. Errors: Problem before the first build, or when its file is damaged."""
    return _version(live_version().version_id)


def open_kept(version_id: str) -> Warehouse:
    """The version a page shows, while it is kept; afterwards the live one. Errors: as `open_live`."""
    return _version(version_id) if figures_file(version_id).exists() else open_live()


def _version(version_id: str) -> Warehouse:
    path = figures_file(version_id)
    with _opening:
        return _opened(version_id, path, _identity(path, version_id))


@lru_cache(maxsize=2)
def _opened(version_id: str, _path: Path, _file: tuple[int, int]) -> Warehouse:
    return Warehouse(version_id)


def _identity(path: Path, version_id: str) -> tuple[int, int]:
    """Which file lies there: a version that was built again after damage is opened anew."""
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise unreadable(version_id) from error
    return found.st_ino, found.st_mtime_ns


def _read_only(row: dict[str, Any]) -> Row:
    """Answers are shared between threads: nobody may write into a row, nor into a list inside it."""
    return MappingProxyType(
        {name: tuple(cell) if isinstance(cell, list) else cell for name, cell in row.items()}
    )
