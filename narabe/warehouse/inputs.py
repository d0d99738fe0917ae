"""Everything a version is made of: the tables of data/, and those of the imports that count.

Checking the packages of data/ takes seconds, so the checked tables are kept beside the store under the hash of all inputs.
"""

import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from narabe.settings import store
from narabe.sources import CheckedTable, checked_tables, merged
from narabe.sources.inputs import input_digest
from narabe.sources.tables import Type
from narabe.warehouse.frozen_tables import keep_tables, read_tables
from narabe.warehouse.imports import Taken, import_tables

DIGITS = 16
RESTED = 3600.0
"""Seconds after which nobody reads the tables of other inputs any more."""


def input_tables(imports: Sequence[Taken]) -> tuple[CheckedTable, ...]:
    """Every input table. Errors: Problem for an input that is not in order."""
    published = _published()
    columns = {table.name: table.columns for table in published}
    return merged([*published, *(_aligned(table, columns) for table in import_tables(imports))])


def _published() -> tuple[CheckedTable, ...]:
    digest = input_digest()
    kept = store() / "inputs" / digest[:DIGITS]
    if kept.is_dir():
        return tuple(read_tables(kept))
    tables = checked_tables()
    if input_digest() == digest:
        keep_tables(kept, tables)
        _sweep(kept)
    return tables


def _sweep(current: Path) -> None:
    """Remove what was kept of other inputs, unless somebody may still be reading it."""
    for folder in current.parent.iterdir():
        if folder != current and time.time() - folder.stat().st_mtime > RESTED:
            shutil.rmtree(folder, ignore_errors=True)


def _aligned(table: CheckedTable, columns: dict[str, tuple[tuple[str, Type], ...]]) -> CheckedTable:
    """An imported table in today's columns: those added since it was written are empty."""
    wanted = columns.get(table.name, table.columns)
    places = {name: place for place, (name, _) in enumerate(table.columns)}
    rows = tuple(
        tuple(row[places[name]] if name in places else None for name, _ in wanted) for row in table.rows
    )
    return CheckedTable(table.name, wanted, rows, table.file)
