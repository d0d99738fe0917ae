"""What may be taken away as data, table by table, and which rows of it?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

import pyarrow
from pyarrow import compute

from narabe.intake.readability.mending import mended
from narabe.model.open_data import (
    BadFilter,
    CodeLabel,
    Edition,
    FieldKind,
    NoSuchTable,
    OpenField,
    OpenSource,
    OpenTable,
    PlaceOfField,
    Where,
)
from narabe.model.status import Origin
from narabe.model.text import Text, plain
from narabe.sources.dictionary import dictionary
from narabe.warehouse import Warehouse
from narabe.warehouse.files import version_record
from narabe.words import open_sentences as say
from narabe.words.open_codes import VOCABULARIES
from narabe.words.remark_sentences import JAPAN

YES_NO = {"1": True, "true": True, "0": False, "false": False}
WORDS = (FieldKind.TEXT, FieldKind.FREE_TEXT)
SPELLED = {
    FieldKind.INTEGER: re.compile(r"[+-]?[0-9]{1,18}"),
    FieldKind.NUMBER: re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?"),
    FieldKind.DATE: re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
"""How a value is written; Python reads more (nan, 3_26, full-width digits, weeks)."""
Labels = Mapping[tuple[str, str], Text]
"""(within, code) -> label."""


def open_tables() -> tuple[OpenTable, ...]:
    """Every public table, in the order in which they are listed."""
    return dictionary()


def open_table(name: str) -> OpenTable:
    """Errors: NoSuchTable naming the near ones."""
    tables = {table.name: table for table in open_tables()}
    if name not in tables:
        raise NoSuchTable(say.no_table(name, get_close_matches(name, tables)), say.SEE_LIST)
    return tables[name]


def open_rows(warehouse: Warehouse, name: str, where: Where | None = None) -> pyarrow.Table:
    """The rows of a public table whose fields have one of the values given, as they stand in the files.

    An empty text is no value. Errors: NoSuchTable, BadFilter.
    """
    table = open_table(name)
    wanted = {field: _values(table, field, given) for field, given in (where or {}).items()}
    words = {field: wanted.pop(field) for field in tuple(wanted) if table.field(field).kind in WORDS}
    rows = warehouse.open_rows(name, wanted)
    for field, values in words.items():
        rows = rows.filter(_written(rows.column(field), values))
    return rows


def edition(warehouse: Warehouse) -> Edition:
    """Which data these are, and what they rest on."""
    built = datetime.fromisoformat(version_record(warehouse.build_id).built_at)
    return Edition(
        warehouse.build_id,
        built.astimezone(JAPAN).date(),
        tuple(
            OpenSource(
                row["document_id"],
                Text(row["title_ja"], row["title_en"]),
                Text(row["publisher_ja"], row["publisher_en"]),
                row["published"] or "",
                row["url"],
                Origin(row["origin"]) is not Origin.PUBLISHED,
            )
            for row in warehouse.ask("documents")
        ),
    )


def names_sources(table: OpenTable) -> bool:
    """Whether its rows say from which document they are."""
    return "document_id" in table.field_names


def edition_of(warehouse: Warehouse, table: OpenTable, rows: pyarrow.Table) -> Edition:
    """The same of rows: with the documents that they name; a table that names none rests on all of them."""
    now = edition(warehouse)
    if not names_sources(table):
        return now
    named = set(rows.column("document_id").unique().to_pylist())
    return replace(now, sources=tuple(each for each in now.sources if each.document_id in named))


def open_codes(warehouse: Warehouse, table: OpenTable, rows: pyarrow.Table) -> tuple[CodeLabel, ...]:
    """What the codes of every field mean: whole vocabularies, and of other tables the codes that stand in the rows."""
    return tuple(
        label
        for field in table.fields
        if field.kind is FieldKind.CODE
        for label in _codes(warehouse, table, field, rows)
    )


def parent_of(table: OpenTable, field: OpenField) -> str:
    """The field within whose value a code is unique, or nothing where it is unique by itself."""
    places = _places(table, field)
    if field.within or not places:
        return field.within
    target, code = places[0]
    key = open_table(target).key
    others = [name for name in key if name != code]
    return others[0] if code in key and others and others[0] in table.field_names else ""


def _places(table: OpenTable, field: OpenField) -> tuple[PlaceOfField, ...]:
    """Where the labels of its codes stand: in other tables, or beside it."""
    return field.refers or (((table.name, field.name),) if field.labelled_by else ())


def _codes(
    warehouse: Warehouse, table: OpenTable, field: OpenField, rows: pyarrow.Table
) -> Iterator[CodeLabel]:
    known = VOCABULARIES.get(field.codes, {})
    for code, label in known.items():
        yield CodeLabel(field.name, code, label)
    places = _places(table, field)
    found = [_labels(warehouse, place) for place in places]
    pairs = _pairs(rows, field.name, parent_of(table, field))
    for within, code in pairs:
        if code in known:
            continue
        label = next((got for each in found if (got := _label(each, within, code))), plain(code))
        yield CodeLabel(field.name, code, label, within)


def _pairs(rows: pyarrow.Table, code: str, parent: str) -> list[tuple[str, str]]:
    """(within, code) as they occur, each once."""
    codes = rows.column(code).to_pylist()
    within = rows.column(parent).to_pylist() if parent else [""] * len(codes)
    return list(
        dict.fromkeys((of or "", each) for of, each in zip(within, codes, strict=True) if each is not None)
    )


def _labels(warehouse: Warehouse, place: PlaceOfField) -> Labels:
    """The labels of the codes of another table; one that is named alone gets the first."""
    target, code = place
    table = open_table(target)
    stem = table.field(code).labelled_by
    others = [name for name in table.key if name != code]
    found: dict[tuple[str, str], Text] = {}
    for row in warehouse.open_rows(target, {}).to_pylist():
        label = Text(row[f"{stem}_ja"] or "", row[f"{stem}_en"] or "")
        found[(row[others[0]] if others else "", row[code])] = label
        found.setdefault(("", row[code]), label)
    return found


def _label(labels: Labels, within: str, code: str) -> Text | None:
    return labels.get((within, code)) or labels.get(("", code))


def _values(table: OpenTable, name: str, given: Sequence[str]) -> tuple[Any, ...]:
    """Values as the field holds them."""
    if name not in table.field_names:
        near = get_close_matches(name, table.field_names)
        raise BadFilter(say.no_field(name, table.name, near), say.SEE_FIELDS)
    return tuple(_value(table.field(name), value) for value in given)


def _written(column: pyarrow.ChunkedArray, values: tuple[Any, ...]) -> pyarrow.Array:
    """Which texts are one of the values once they are mended, as the files have them."""
    known = [text for text in column.unique().to_pylist() if text is not None]
    kept = [text for text in known if text in values or mended(text) in values]
    return compute.is_in(column, pyarrow.array([*kept, *([None] if None in values else [])], column.type))


def _value(field: OpenField, text: str) -> Any:
    if text == "":
        return None
    known = VOCABULARIES.get(field.codes, {})
    if known and not field.refers and text not in known:
        raise BadFilter(say.unknown_code(field.name, text, list(known)))
    spelled = SPELLED.get(field.kind)
    if spelled and not spelled.fullmatch(text):
        raise BadFilter(say.bad_value(field.name, text, field.kind))
    try:
        match field.kind:
            case FieldKind.INTEGER:
                return int(text)
            case FieldKind.NUMBER:
                return float(text)
            case FieldKind.DATE:
                return date.fromisoformat(text)
            case FieldKind.FLAG:
                return YES_NO[text.lower()]
            case _:
                return text
    except (ValueError, KeyError):
        raise BadFilter(say.bad_value(field.name, text, field.kind)) from None
