"""What public tables there are, their fields and their codes, as tables for the screen."""

from collections.abc import Mapping, Sequence

from narabe.model.open_data import CodeLabel, OpenField, OpenTable
from narabe.model.searching import holds
from narabe.model.table import Cell, Column, Table
from narabe.model.text import EMPTY, Text
from narabe.tables.units import ROWS
from narabe.words import open_page_sentences as say
from narabe.words.open_codes import VOCABULARIES


def listing(tables: Sequence[OpenTable], rows: Mapping[str, int], build_id: str) -> Table:
    """One row per public table."""
    return Table(
        "narabe_public_tables",
        say.TABLES,
        (
            Column("title", Text("表", "Table")),
            Column("note", Text("1行の内容", "What a row is")),
            Column("rows", Text("行数", "Rows"), 0, counted=ROWS),
            Column("name", Text("名前", "Name")),
            Column("address", Text("アドレス", "Address"), link=True),
        ),
        tuple(
            (each.title, each.note, rows[each.name], each.name, f"/data/{each.name}.csv") for each in tables
        ),
        build_id=build_id,
    )


def dictionary(tables: Sequence[OpenTable], find: str, build_id: str) -> Table:
    """One row per field that holds the words, in either language."""
    rows = [(table, field) for table in tables for field in table.fields]
    return Table(
        "narabe_data_dictionary",
        say.FIELDS,
        (
            Column("label", Text("項目", "Field")),
            Column("name", Text("名前", "Name")),
            Column("table", Text("表", "Table")),
            Column("table_name", Text("表の名前", "Name of the table")),
            Column("kind", Text("種類", "Kind")),
            Column("unit", Text("単位", "Unit")),
            Column("definition", Text("意味", "Meaning")),
            Column("codes", Text("コード", "Codes")),
        ),
        tuple(
            row
            for row in (_described(table, field) for table, field in rows)
            if not find or holds(" ".join(_both(cell) for cell in row), find)
        ),
        build_id=build_id,
    )


def codes(table: OpenTable, found: Sequence[CodeLabel], build_id: str) -> Table:
    """One row per field and code."""
    fields = {field.name: field.label for field in table.fields}
    return Table(
        f"narabe_{table.name}_codes",
        say.CODES,
        (
            Column("field", Text("項目", "Field")),
            Column("name", Text("名前", "Name")),
            Column("code", Text("コード", "Code")),
            Column("label", Text("意味", "Meaning")),
        ),
        tuple((fields[each.field], each.field, each.code, each.label) for each in found),
        build_id=build_id,
    )


def _described(table: OpenTable, field: OpenField) -> tuple[Cell, ...]:
    return (
        field.label,
        field.name,
        table.title,
        table.name,
        say.KIND[field.kind],
        field.unit if field.unit.ja else _unit_of(table, field),
        field.definition,
        _codes(field),
    )


def _unit_of(table: OpenTable, field: OpenField) -> Text:
    """Where the unit stands, if it stands in another field."""
    if not field.unit_field:
        return EMPTY
    named = table.field(field.unit_field).label
    return Text(f"項目「{named.ja}」に書いてある", f"stands in the field “{named.en}”")


def _codes(field: OpenField) -> Text:
    """`printed＝記載値、…`, or the fields where the codes stand."""
    if field.refers:
        places = [f"{table}.{name}" for table, name in field.refers]
        return Text("・".join(places), ", ".join(places))
    known = VOCABULARIES.get(field.codes, {})
    return Text(
        "、".join(f"{code}＝{label.ja}" for code, label in known.items()),
        ", ".join(f"{code} = {label.en}" for code, label in known.items()),
    )


def _both(cell: Cell) -> str:
    return f"{cell.ja} {cell.en}" if isinstance(cell, Text) else str(cell or "")
