"""Consistency checks: each is a query that returns its violations; the register excuses single places."""

from dataclasses import dataclass

import duckdb

from narabe.model.text import Text
from narabe.sources import checked_tables
from narabe.warehouse.compose import compose, does_not_fit
from narabe.warehouse.sql import names, query

LAST = "exemptions_used"
"""The check of the exemptions themselves: it reads what all others found, and nothing excuses it."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check with the places that violate it, as (place, what was found)."""

    check_id: str
    purpose: Text
    violations: tuple[tuple[str, str], ...]

    @property
    def passed(self) -> bool:
        return not self.violations


def check_inputs() -> tuple[CheckResult, ...]:
    """Compose the inputs in memory and run every check. Errors: Problem for an unreadable input."""
    with duckdb.connect() as connection:
        compose(connection, checked_tables())
        return run_checks(connection)


def run_checks(connection: duckdb.DuckDBPyConnection) -> tuple[CheckResult, ...]:
    """Every query of queries/checks over a composed database, less what `exemptions` excuses, by name."""
    connection.execute("create or replace temp table violations (check_id text, place text, found text)")
    excused = set(connection.execute("select check_id, place from exemptions").fetchall())
    results = [_run(connection, name, excused) for name in names("checks") if name != LAST]
    results.append(_run(connection, LAST, set()))
    return tuple(sorted(results, key=lambda result: result.check_id))


def _run(connection: duckdb.DuckDBPyConnection, name: str, excused: set[tuple[str, str]]) -> CheckResult:
    check = query("checks", name)
    try:
        rows = connection.execute(check.text).fetchall()
    except (duckdb.BinderException, duckdb.ConversionException) as error:
        raise does_not_fit(f"queries/checks/{name}.sql", error) from error
    found = [(str(place), str(what)) for place, what in rows]
    if found:
        connection.executemany("insert into violations values (?, ?, ?)", [[name, *each] for each in found])
    remaining = tuple(each for each in found if (name, each[0]) not in excused)
    return CheckResult(name, check.purpose, remaining)
