"""Checked tables on disk: one Parquet file each, in order."""

import os
import shutil
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from narabe.sources import CheckedTable
from narabe.sources.tables import Type

ARROW: dict[Type, Any] = {
    "text": pyarrow.string(),
    "integer": pyarrow.int64(),
    "number": pyarrow.float64(),
    "boolean": pyarrow.bool_(),
    "date": pyarrow.date32(),
}
TYPES = {kind: name for name, kind in ARROW.items()}
FILE = b"narabe.file"


def as_arrow(table: CheckedTable) -> pyarrow.Table:
    """The table in columns."""
    names = [name for name, _ in table.columns]
    arrays = [
        pyarrow.array([row[place] for row in table.rows], type=ARROW[kind])
        for place, (_, kind) in enumerate(table.columns)
    ]
    return pyarrow.Table.from_arrays(arrays, names=names)


def write_tables(folder: Path, tables: Sequence[CheckedTable]) -> None:
    """Write the tables into a folder of this name, in the place of what it held: wholly, or not at all."""
    draft = _drafted(folder, tables)
    shutil.rmtree(folder, ignore_errors=True)
    os.replace(draft, folder)


def keep_tables(folder: Path, tables: Sequence[CheckedTable]) -> None:
    """The same into a folder named for what it holds: whoever comes first places it, and it stays while others read."""
    draft = _drafted(folder, tables)
    try:
        os.replace(draft, folder)
    except OSError:
        if not folder.is_dir():
            raise
        shutil.rmtree(draft)


def _drafted(folder: Path, tables: Sequence[CheckedTable]) -> Path:
    draft = folder.with_name(f".{folder.name}-{uuid.uuid4().hex[:8]}")
    draft.mkdir(parents=True)
    for place, table in enumerate(tables):
        written = as_arrow(table).replace_schema_metadata({FILE: table.file.encode()})
        parquet.write_table(written, draft / f"{place:03d}-{table.name}.parquet")
    return draft


def read_tables(folder: Path) -> list[CheckedTable]:
    """The tables of a folder, in the order in which they were written."""
    return [_read(path) for path in sorted(folder.glob("*.parquet"))]


def _read(path: Path) -> CheckedTable:
    table = parquet.read_table(path)
    columns = tuple((field.name, TYPES[field.type]) for field in table.schema)
    cells = [column.to_pylist() for column in table.columns]
    rows = tuple(zip(*cells, strict=True)) if cells else ()
    file = (table.schema.metadata or {}).get(FILE, b"").decode()
    return CheckedTable(path.stem.partition("-")[2], columns, rows, file)
