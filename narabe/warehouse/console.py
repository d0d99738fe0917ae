"""One SELECT over the figures file, read-only and shut off from files and network."""

import threading
from dataclasses import dataclass
from typing import Any

import duckdb

from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.warehouse.files import figures_file, live_version, readable, unreadable

SECONDS = 10.0
LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "512MB",
    "temp_directory": "",
    "max_temp_directory_size": "0MB",
    "lock_configuration": "true",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """Column names and rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def select(sql: str) -> Answer:
    """The answer to one SELECT. Errors: Problem for anything else, a mistake in it, a timeout, or no database."""
    live = live_version()
    path = figures_file(live.version_id)
    if not readable(path):
        raise unreadable(live.version_id)
    with duckdb.connect(str(path), read_only=True, config=LOCKED) as connection:
        try:
            return _answer(connection, sql)
        except duckdb.Error as error:
            raise _refused(str(error).splitlines()[0]) from error


def _answer(connection: duckdb.DuckDBPyConnection, sql: str) -> Answer:
    statements = connection.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise _refused("SELECT × 1")
    timer = threading.Timer(SECONDS, connection.interrupt)
    timer.start()
    try:
        connection.execute(statements[0])
        columns = tuple(column[0] for column in connection.description)
        return Answer(columns, tuple(connection.fetchall()))
    finally:
        timer.cancel()


def _refused(why: str) -> Problem:
    return Problem(
        Text(f"この問い合わせは実行できません：{why}", f"This query cannot be run: {why}"),
        Text("読み取りの SELECT 文を 1 つだけ書いてください。", "Write exactly one SELECT statement."),
    )
