"""A DuckDB database beside a file being read; gone when it is done."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

MEMORY = "2GB"
NAME, SPILL = "work.duckdb", "spill"
Work = duckdb.DuckDBPyConnection
CLOSED = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
}


@contextmanager
def workbench(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to `work.duckdb` in an existing folder; what does not fit in memory goes to the folder too."""
    path = folder / NAME
    _sweep(path)
    config = CLOSED | {"memory_limit": MEMORY, "temp_directory": str(folder / SPILL)}
    try:
        with duckdb.connect(str(path), config=config) as connection:  # type: ignore[arg-type]
            yield connection
    finally:
        _sweep(path)


def work_folder(connection: duckdb.DuckDBPyConnection) -> Path:
    """Where a workbench may put files of its own."""
    found = connection.sql("select current_setting('temp_directory')").fetchall()
    return Path(found[0][0]).parent


def _sweep(path: Path) -> None:
    for each in (path, path.with_name(f"{NAME}.wal")):
        each.unlink(missing_ok=True)
    shutil.rmtree(path.with_name(SPILL), ignore_errors=True)
