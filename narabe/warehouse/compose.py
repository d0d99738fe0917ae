"""Inputs through staging and marts into one DuckDB database."""

import duckdb
import pyarrow

from narabe.sources import CheckedTable
from narabe.warehouse.sql import query

ARROW = {
    "text": pyarrow.string(),
    "integer": pyarrow.int64(),
    "number": pyarrow.float64(),
    "boolean": pyarrow.bool_(),
    "date": pyarrow.date32(),
}
STAGING = ("survey_results", "waves")
CARRIED = (
    "documents",
    "input_tables",
    "sections",
    "respondents",
    "questions",
    "options",
    "concepts",
    "groups",
    "metrics",
    "comparability",
    "discrepancies",
    "subjects",
)
"""Tables served as they were transcribed."""
MARTS = ("recovered_counts", "rank_bounds", "survey_figures", "metric_figures", "all_figures", "figures")
"""In the order in which each needs the ones before."""


def compose(connection: duckdb.DuckDBPyConnection, tables: tuple[CheckedTable, ...]) -> None:
    """Create every mart in `connection` from the checked inputs. Rows keep the order of the inputs."""
    connection.execute("create schema raw; create schema staging")
    for table in tables:
        _load(connection, table)
    for name in STAGING:
        connection.execute(f"create table staging.{name} as {query('staging', name).text}")
    connection.execute("create table main.waves as from staging.waves")
    for name in CARRIED:
        connection.execute(f"create table main.{name} as from raw.{name}")
    for name in MARTS:
        connection.execute(f"create table main.{name} as {query('marts', name).text}")


def _load(connection: duckdb.DuckDBPyConnection, table: CheckedTable) -> None:
    names = [name for name, _ in table.columns]
    arrays = [
        pyarrow.array([row[place] for row in table.rows], type=ARROW[kind])
        for place, (_, kind) in enumerate(table.columns)
    ]
    connection.register("incoming", pyarrow.Table.from_arrays(arrays, names=names))
    connection.execute(f"create table raw.{table.name} as from incoming")
    connection.unregister("incoming")
