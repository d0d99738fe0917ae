"""The machine face of a public table: rows with their fields, codes and links, as any kind of file."""

import hashlib
import re

import pyarrow

from narabe.analyses.open_data import (
    edition,
    edition_of,
    names_sources,
    open_codes,
    open_rows,
    open_table,
    open_tables,
)
from narabe.export.machine.fields import Field, Link, MachineTable, texts_mended
from narabe.export.machine.package import Kind, PackageAbout, as_kind
from narabe.export.machine.versions import of_version
from narabe.model.open_data import CodeLabel, Edition, FieldKind, OpenField, OpenTable, Where
from narabe.model.text import Text
from narabe.warehouse import Warehouse, open_live
from narabe.words import open_sentences as say
from narabe.words import repaired_sentences as house

STANDS: dict[FieldKind, Text] = {
    FieldKind.CODE: house.CODE,
    FieldKind.TEXT: house.WORDS,
    FieldKind.FREE_TEXT: house.FREE_TEXT,
    FieldKind.INTEGER: house.NUMBER,
    FieldKind.NUMBER: house.NUMBER,
    FieldKind.FLAG: house.YES_NO,
    FieldKind.DATE: house.DATE,
}
TYPES = {
    FieldKind.INTEGER: pyarrow.int64(),
    FieldKind.NUMBER: pyarrow.float64(),
    FieldKind.FLAG: pyarrow.bool_(),
    FieldKind.DATE: pyarrow.date32(),
}
LONGEST_CHOICE = 48
"""Characters of a file's name that tell how its rows were chosen; in Japanese each takes three bytes of 255."""
EXPLAINED: tuple[Kind, ...] = ("xlsx", "zip", "zip_sjis")
"""Kinds that bring along what the codes mean."""


def made(
    name: str, rows: pyarrow.Table, kind: Kind, where: Where | None = None, warehouse: Warehouse | None = None
) -> bytes:
    """Rows of a public table (`analyses.open_data.open_rows`) as a file; `where` says by what they were chosen.

    Errors: Problem where they are too large for a workbook.
    """
    served, table = warehouse or open_live(), open_table(name)
    codes = open_codes(served, table, rows) if kind in EXPLAINED else ()
    return as_kind(
        [machine_table(table, rows, codes)], about(table, edition_of(served, table, rows), where), kind
    )


def table_file(name: str, kind: Kind, where: Where, build_id: str) -> bytes:
    """The rows as a file, for a worker process. Errors: Changed, and as `open_rows` and `made`."""
    return of_version(
        build_id, lambda served: made(name, open_rows(served, name, where), kind, where, served)
    )


def every_file(kind: Kind, build_id: str) -> bytes:
    """All public tables, for a worker process. Errors: Changed."""
    return of_version(build_id, lambda served: every_table(served, kind))


def file_name(name: str, where: Where | None = None) -> str:
    """`narabe_figures_wave-net2025`: the file says what it holds. Where not every character could stay, or the name
    would be too long, a few digits of a hash tell one choice of rows from another."""
    chosen = "".join(f"_{field}-{'-'.join(values)}" for field, values in sorted((where or {}).items()))
    plainly = re.sub(r"[^\w.-]+", "-", chosen)[:LONGEST_CHOICE]
    if plainly != chosen:
        plainly += f"-{hashlib.sha256(chosen.encode('utf-8', 'replace')).hexdigest()[:6]}"
    return f"narabe_{name}{plainly}"


def every_table(warehouse: Warehouse, kind: Kind) -> bytes:
    """All public tables in one file, linked with one another."""
    tables = []
    for table in open_tables():
        rows = warehouse.open_rows(table.name, {})
        tables.append(machine_table(table, rows, open_codes(warehouse, table, rows)))
    now = edition(warehouse)
    said = PackageAbout("narabe", say.TITLE, say.EVERY_TABLE, now.version, now.updated, now.sources)
    return as_kind(tables, said, kind)


def machine_table(table: OpenTable, rows: pyarrow.Table, codes: tuple[CodeLabel, ...] = ()) -> MachineTable:
    """The rows with what their fields mean."""
    columns = [_typed(field, rows.column(field.name)) for field in table.fields]
    return MachineTable(
        table.name,
        tuple(_field(field, codes) for field in table.fields),
        pyarrow.Table.from_arrays(columns, names=list(table.field_names)),
        table.key,
        tuple(link for field in table.fields for link in _links(table, field) if _whole(link, rows)),
    )


def about(table: OpenTable, now: Edition, where: Where | None = None) -> PackageAbout:
    """What a file of the table says of itself."""
    items = (
        (say.PROCESSING, table.processing),
        (say.FILTERED_BY, say.filtered(sorted((where or {}).items()))),
        (say.SOURCES_ARE, say.SOURCES_OF[names_sources(table)]),
    )
    return PackageAbout(
        f"narabe_{table.name}", table.title, table.note, now.version, now.updated, now.sources, items
    )


def _typed(field: OpenField, column: pyarrow.ChunkedArray) -> pyarrow.Array:
    """Of the one type of its kind; texts mended."""
    kind = TYPES.get(field.kind)
    if kind is None:
        return texts_mended(column.cast(pyarrow.string()))
    return column.cast(kind).combine_chunks()


def _field(field: OpenField, codes: tuple[CodeLabel, ...]) -> Field:
    own = [each for each in codes if each.field == field.name]
    return Field(
        field.name,
        field.label,
        STANDS[field.kind],
        house.UNIT_BESIDE if field.unit_field else field.unit,
        field.definition,
        tuple((each.code, each.label) for each in own),
        tuple(each.within for each in own),
    )


def _links(table: OpenTable, field: OpenField) -> tuple[Link, ...]:
    """Where the field, together with the one it is unique in, names a row of another table."""
    if len(field.refers) != 1 or field.codes:
        return ()
    target, code = field.refers[0]
    key = open_table(target).key
    others = [name for name in key if name != code]
    parents = [field.within or name for name in others]
    if code not in key or not set(parents) <= set(table.field_names):
        return ()
    return (Link((*parents, field.name), target, (*others, code)),)


def _whole(link: Link, rows: pyarrow.Table) -> bool:
    """Whether every row names both or neither; who checks a package takes half a name for a wrong one."""
    first, *others = [rows.column(name).is_null() for name in link.fields]
    return all(each.equals(first) for each in others)
