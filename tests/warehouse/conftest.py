"""The served version, the composed inputs in memory, and a copy of the project to build from."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from narabe.warehouse import Warehouse, open_live
from narabe.warehouse.compose import compose
from tests.warehouse.tree import Tree, inputs, shared


@pytest.fixture(scope="session")
def tree(store: Path) -> Tree:
    return shared()


@pytest.fixture(scope="session")
def warehouse(store: Path) -> Warehouse:
    return open_live()


@pytest.fixture(scope="package")
def composed() -> Iterator[duckdb.DuckDBPyConnection]:
    """Every schema of a build, in memory."""
    with duckdb.connect() as connection:
        compose(connection, inputs())
        yield connection


@pytest.fixture
def figures(store: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The newest figures file, opened directly."""
    newest = max((store / "files").glob("figures-*.duckdb"), key=lambda path: path.stat().st_mtime)
    with duckdb.connect() as connection:
        connection.execute(f"attach '{newest}' as file (read_only)")
        connection.execute("use file")
        yield connection
