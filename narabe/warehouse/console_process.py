"""One SELECT in a process of its own: `python -I console_process.py`, asked by `warehouse.console`.

Reads one request (a line of JSON), lays a copy of the public tables into memory, shuts itself off and writes `R`;
then runs the query and writes `A` and an Arrow stream, or `E` and JSON. It ends when its input does, so a server that is killed leaves none
behind. DuckDB, Arrow and the standard library alone: nothing of the house is loaded, so nothing of it can be reached.
"""

import io
import json
import os
import resource
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import duckdb
import pyarrow as pa

LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "512MB",
    "temp_directory": "",
    "max_temp_directory_size": "0MB",
    "threads": "2",
}
SHUT = (
    "set errors_as_json = true",
    "set enable_external_access = false",
    "set lock_configuration = true",
)
BATCH = 2048
ROOM = 2 << 30
"""Bytes of address space beyond what the tables took."""


class Refused(Exception):
    """The query is none that is answered; the text is a word that `console` knows."""


def main() -> None:
    request = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_input, daemon=True).start()
    try:
        connection = _tables(request["file"], request["tables"])
    except duckdb.Error as error:
        _end(b"E", _said("file", str(error)))
    _shut_off(request["seconds"])
    _tell(b"R")
    try:
        found = _answer(connection, request["sql"], request["rows"], request["bytes"])
    except Refused as refused:
        _end(b"E", _said("refused", str(refused)))
    except duckdb.Error as error:
        _end(b"E", _said("duckdb", str(error)))
    except (MemoryError, pa.ArrowMemoryError):
        _end(b"E", _said("refused", "memory"))
    _end(b"A", found)


def _tables(file: str, tables: dict[str, str]) -> duckdb.DuckDBPyConnection:
    """A database in memory that holds nothing but these tables; the file is let go."""
    connection = duckdb.connect(":memory:", config=LOCKED)
    connection.execute(f"attach '{file.replace(chr(39), 2 * chr(39))}' as source (read_only)")
    connection.execute("use source")
    for name, sql in tables.items():
        with suppress(duckdb.CatalogException, duckdb.BinderException):  # a version older than the table
            connection.execute(f'create table memory.main."{name}" as {sql}')
    connection.execute("use memory")
    connection.execute("detach source")
    for line in SHUT:
        connection.execute(line)
    connection.execute("begin transaction read only")  # a SELECT may hold a DELETE
    return connection


def _shut_off(seconds: float) -> None:
    """No file or socket can be opened from here on, nothing written; time and memory have an end."""
    taken = Path("/proc/self/statm")
    pages = int(taken.read_text().split()[0]) if taken.exists() else 0
    for limit, most in (
        (resource.RLIMIT_NOFILE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, int(4 * seconds) + 2),
        (resource.RLIMIT_AS, pages * resource.getpagesize() + ROOM if pages else resource.RLIM_INFINITY),
    ):
        resource.setrlimit(limit, (most, most))


def _answer(connection: duckdb.DuckDBPyConnection, sql: str, rows: int, most: int) -> bytes:
    """At most `rows` rows as an Arrow stream whose schema tells whether there were more."""
    statements = connection.extract_statements(sql)
    if not statements:
        raise Refused("nothing")
    if len(statements) > 1:
        raise Refused("several")
    if statements[0].type != duckdb.StatementType.SELECT:
        raise Refused("no_select")
    reader = _bound(connection, sql).to_arrow_reader(BATCH)
    batches: list[pa.RecordBatch] = []
    held = size = 0
    for batch in reader:
        batches.append(batch)
        held, size = held + batch.num_rows, size + batch.nbytes
        if size > most:
            raise Refused("large")
        if held > rows:
            break
    found = pa.Table.from_batches(batches, reader.schema).slice(0, rows)
    return _stream(found.replace_schema_metadata({"more": "yes" if held > rows else ""}))


def _bound(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.DuckDBPyRelation:
    """The query, ready to be read as a stream: what nobody will see is not worked out."""
    try:
        return connection.sql(sql)
    except duckdb.Error:
        connection.execute(sql)  # says the same, with the place
        raise


def _stream(table: pa.Table) -> bytes:
    told = io.BytesIO()
    with pa.ipc.new_stream(told, table.schema) as stream:
        stream.write_table(table)
    return told.getvalue()


def _said(kind: str, what: str) -> bytes:
    return json.dumps({"kind": kind, "what": what}).encode()


def _tell(*words: bytes) -> None:
    for word in words:
        sys.stdout.buffer.write(word)
    sys.stdout.buffer.flush()


def _end(*words: bytes) -> NoReturn:
    """Without waiting for what DuckDB still holds."""
    _tell(*words)
    os._exit(0)


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    main()
