"""Consistency checks: each is a query that returns its violations."""

from dataclasses import dataclass

import duckdb

from narabe.model.text import Text
from narabe.sources import checked_tables
from narabe.warehouse.compose import compose
from narabe.warehouse.sql import names, query


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
    """Every query of queries/checks over a composed database."""
    results = []
    for name in names("checks"):
        rows = connection.execute(query("checks", name).text).fetchall()
        violations = tuple((str(place), str(found)) for place, found in rows)
        results.append(CheckResult(name, query("checks", name).purpose, violations))
    return tuple(results)
