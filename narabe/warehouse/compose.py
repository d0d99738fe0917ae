"""Inputs through staging and marts into one DuckDB database."""

import duckdb
import pyarrow

from narabe.model.problem import Problem
from narabe.sources import CheckedTable
from narabe.warehouse.sql import query
from narabe.words import data_problems as say

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
    "segments",
    "projects",
    "project_links",
    "needs",
    "events",
    "occasions",
    "voices",
    "themes",
    "omissions",
    "comparability",
    "metric_pairs",
    "discrepancies",
    "exemptions",
)
"""Tables served as they were transcribed."""
MARTS = (
    "subjects",
    "recovered_counts",
    "rank_bounds",
    "survey_figures",
    "metric_figures",
    "all_figures",
    "figures",
)
"""In the order in which each needs the ones before."""


def compose(connection: duckdb.DuckDBPyConnection, tables: tuple[CheckedTable, ...]) -> None:
    """Create every mart in `connection` from the checked inputs. Rows keep the order of the inputs.

    Errors: Problem for tables that a query does not fit.
    """
    connection.execute("create schema raw; create schema staging")
    for table in tables:
        _load(connection, table)
    for name in STAGING:
        _shape(connection, f"staging.{name}", "staging", name)
    connection.execute("create table main.waves as from staging.waves")
    for name in CARRIED:
        connection.execute(f"create table main.{name} as from raw.{name}")
    for name in MARTS:
        _shape(connection, f"main.{name}", "marts", name)


def _shape(connection: duckdb.DuckDBPyConnection, table: str, folder: str, name: str) -> None:
    try:
        connection.execute(f"create table {table} as {query(folder, name).text}")
    except (duckdb.BinderException, duckdb.CatalogException, duckdb.ConversionException) as error:
        raise does_not_fit(f"queries/{folder}/{name}.sql", error) from error


def does_not_fit(place: str, error: Exception) -> Problem:
    """A query that the given tables cannot answer: a column or its type is not what it was."""
    return Problem(say.does_not_fit(place, str(error).splitlines()[0]), say.MEND)


def _load(connection: duckdb.DuckDBPyConnection, table: CheckedTable) -> None:
    names = [name for name, _ in table.columns]
    arrays = [
        pyarrow.array([row[place] for row in table.rows], type=ARROW[kind])
        for place, (_, kind) in enumerate(table.columns)
    ]
    connection.register("incoming", pyarrow.Table.from_arrays(arrays, names=names))
    connection.execute(f'create table raw."{table.name}" as from incoming')
    connection.unregister("incoming")
