"""Inputs through staging and marts into one DuckDB database."""

import duckdb
from duckdb.sqltypes import VARCHAR

from narabe.model.problem import Problem
from narabe.model.searching import folded
from narabe.settings import Settings, settings
from narabe.sources import CheckedTable
from narabe.warehouse.frozen_tables import as_arrow
from narabe.warehouse.sql import query
from narabe.words import data_problems as say

STAGING = (
    "waves",
    "respondents",
    "questions",
    "concepts",
    "groups",
    "metrics",
    "segments",
    "withheld",
    "metric_values",
    "survey_results",
)
"""In the order in which each needs the ones before."""
SHAPED = ("waves", "respondents", "questions", "concepts", "groups", "metrics", "segments", "withheld")
"""Tables served as staging made them."""
CARRIED = (
    "documents",
    "input_tables",
    "sections",
    "options",
    "projects",
    "project_links",
    "needs",
    "events",
    "occasions",
    "voices",
    "themes",
    "omissions",
    "metric_pairs",
    "discrepancies",
    "exemptions",
    "practice",
    "practice_steps",
    "practice_questions",
)
"""Tables served as they were transcribed."""
MARTS = (
    "comparability",
    "subjects",
    "recovered_counts",
    "rank_bounds",
    "survey_figures",
    "stated_values",
    "month_sums",
    "metric_figures",
    "all_figures",
    "figures",
    "figure_keys",
    "beside",
    "not_reproduced",
)
"""In the order in which each needs the ones before."""


def compose(
    connection: duckdb.DuckDBPyConnection, tables: tuple[CheckedTable, ...], chosen: Settings | None = None
) -> None:
    """Create every mart in `connection` from the checked inputs. Rows keep the order of the inputs.

    What rests on fewer than `chosen.mask_below` people is left out (None: as the settings file says).
    Errors: Problem for tables that a query does not fit.
    """
    connection.execute("create schema raw; create schema staging")
    for table in tables:
        _load(connection, table)
    _load_settings(connection, chosen or settings())
    for name in STAGING:
        _shape(connection, f"staging.{name}", "staging", name)
    for name in SHAPED:
        connection.execute(f"create table main.{name} as from staging.{name}")
    for name in CARRIED:
        connection.execute(f"create table main.{name} as from raw.{name}")
    # The one rule of searching folds texts here and what is typed later.
    connection.create_function("folded", folded, [VARCHAR], VARCHAR)
    for name in MARTS:
        _shape(connection, f"main.{name}", "marts", name)
    connection.remove_function("folded")


def _shape(connection: duckdb.DuckDBPyConnection, table: str, folder: str, name: str) -> None:
    try:
        connection.execute(f"create table {table} as {query(folder, name).text}")
    except (duckdb.BinderException, duckdb.CatalogException, duckdb.ConversionException) as error:
        raise does_not_fit(f"queries/{folder}/{name}.sql", error) from error


def does_not_fit(place: str, error: Exception) -> Problem:
    """A query that the given tables cannot answer: a column or its type is not what it was."""
    return Problem(say.does_not_fit(place, str(error).splitlines()[0]), say.MEND)


def _load(connection: duckdb.DuckDBPyConnection, table: CheckedTable) -> None:
    connection.register("incoming", as_arrow(table))
    connection.execute(f'create table raw."{table.name}" as from incoming')
    connection.unregister("incoming")


def _load_settings(connection: duckdb.DuckDBPyConnection, chosen: Settings) -> None:
    connection.execute("create table raw.settings (mask_below integer)")
    connection.execute("insert into raw.settings values (?)", [chosen.mask_below])
