"""Serve a version: one in-memory connection with the files attached read-only."""

import threading
from functools import lru_cache
from typing import Any

import duckdb

from narabe.ledger import Ledger
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.settings import store
from narabe.warehouse.files import figures_file
from narabe.warehouse.sql import query

ANSWERS_KEPT = 256
Row = dict[str, Any]

_opening = threading.Lock()


class Warehouse:
    """The open version; any thread may ask. Rows come back as dicts of Python values."""

    def __init__(self, version_id: str) -> None:
        self.build_id = version_id
        self._connection = duckdb.connect(":memory:")
        self._connection.execute(f"attach '{_quoted(figures_file(version_id))}' as figures_file (read_only)")
        tables = self._connection.execute(
            "select table_name from duckdb_tables() where database_name = 'figures_file' order by table_name"
        ).fetchall()
        for (table,) in tables:
            self._connection.execute(f'create view main."{table}" as from figures_file.main."{table}"')
        self._connection.execute("set enable_external_access = false; set lock_configuration = true")
        self._answer = lru_cache(maxsize=ANSWERS_KEPT)(self._run)

    def ask(self, report: str, **params: Any) -> list[Row]:
        """The rows of `queries/reports/<report>.sql` under `params` (scalars).

        A version never changes, so answers are kept; their rows are shared and only to be read.
        """
        return list(self._answer(report, tuple(sorted(params.items()))))

    def _run(self, report: str, params: tuple[tuple[str, Any], ...]) -> tuple[Row, ...]:
        cursor = self._connection.cursor()
        try:
            cursor.execute(query("reports", report).text, dict(params) or None)
            names = [column[0] for column in cursor.description]
            return tuple(dict(zip(names, row, strict=True)) for row in cursor.fetchall())
        finally:
            cursor.close()


def open_live() -> Warehouse:
    """The live version, opened once per version. Errors: Problem before the first build."""
    live = Ledger(store()).live()
    if live is None:
        raise Problem(
            Text("まだデータベースがありません。", "There is no database yet."),
            Text("python -m narabe build を実行してください。", "Run python -m narabe build."),
        )
    with _opening:
        return _opened(live.version_id, str(store()))


@lru_cache(maxsize=2)
def _opened(version_id: str, _store: str) -> Warehouse:
    return Warehouse(version_id)


def _quoted(path: object) -> str:
    return str(path).replace("'", "''")
