"""A work database, as `reading.workbench` gives it."""

from collections.abc import Iterator

import duckdb
import pytest


@pytest.fixture
def work() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        yield connection
