"""Tables for machines with all that explains them: one workbook, or a data package (Frictionless) of CSV files."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pyarrow

from narabe.export.machine.about import changes_table, codes_of, definitions, items_table
from narabe.export.machine.fields import Field, Link, MachineTable
from narabe.export.machine.files import (
    CODECS,
    Encoding,
    to_csv,
    to_json,
    to_parquet,
    to_workbook,
    to_zip,
)
from narabe.model.open_data import OpenSource
from narabe.model.problem import Problem
from narabe.model.text import Text, plain
from narabe.words import open_sentences as say
from narabe.words import repaired_sentences as house

Kind = Literal["csv", "csv_sjis", "json", "parquet", "xlsx", "zip", "zip_sjis"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MIME: dict[Kind, str] = {
    "csv": "text/csv; charset=utf-8",
    "csv_sjis": "text/csv; charset=shift_jis",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": XLSX,
    "zip": "application/zip",
    "zip_sjis": "application/zip",
}
"""Kinds of files and what a browser is told they are; what stands before `_` is the end of the name."""


@dataclass(frozen=True, slots=True)
class PackageAbout:
    """What the tables are: `name` for files, `items` what is said beside the usual, `version` which data they are."""

    name: str
    title: Text
    description: Text
    version: str
    updated: date
    sources: tuple[OpenSource, ...] = ()
    items: tuple[tuple[Text, Text], ...] = ()


def as_kind(tables: Sequence[MachineTable], about: PackageAbout, kind: Kind) -> bytes:
    """One table as a file, or tables with what explains them. Errors: Problem where they are too large for a workbook."""
    match kind:
        case "xlsx":
            return to_workbook((*tables, *companions(tables, about, house.WORKBOOK_ENCODING)))
        case "zip":
            return to_package(tables, about)
        case "zip_sjis":
            return to_package(tables, about, "shift_jis")
    if len(tables) != 1:
        raise Problem(say.ONE_TABLE)
    match kind:
        case "csv":
            return to_csv(tables[0])
        case "csv_sjis":
            return to_csv(tables[0], "shift_jis")
        case "json":
            return to_json(tables[0])
        case "parquet":
            return to_parquet(tables[0])


def to_package(tables: Sequence[MachineTable], about: PackageAbout, encoding: Encoding = "utf-8") -> bytes:
    """A ZIP: datapackage.json, a CSV file a table, codes, definitions, what it is, and its history."""
    every = (*tables, *companions(tables, about, house.ENCODINGS[encoding]))
    files = {f"{table.name}.csv": to_csv(table, encoding) for table in every}
    described = descriptor(every, about, encoding, files)
    text = json.dumps(described, ensure_ascii=False, indent=2, default=str)
    return to_zip({"datapackage.json": f"{text}\n".encode(), **files})


def companions(
    tables: Sequence[MachineTable], about: PackageAbout, encoding: Text
) -> tuple[MachineTable, ...]:
    """Codes, definitions, what it is, and its history."""
    codes, said, history = codes_of(tables), _about(tables, about, encoding), _history(about)
    coded = (codes,) if codes.data.num_rows else ()
    return (*coded, definitions(*tables, *coded, said, history), said, history)


def descriptor(
    tables: Sequence[MachineTable], about: PackageAbout, encoding: Encoding, files: dict[str, bytes]
) -> dict[str, Any]:
    """datapackage.json (Frictionless): schema, units, sources, licence, version."""
    names = {table.name for table in tables}
    return {
        "profile": "tabular-data-package",
        "name": about.name.replace("_", "-"),
        **both("title", about.title),
        **both("description", about.description),
        "version": about.version,
        "licenses": [licence()],
        **({"sources": [_source(each) for each in about.sources]} if about.sources else {}),
        "resources": [
            {
                "name": table.name.replace("_", "-"),
                "path": f"{table.name}.csv",
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": CODECS[encoding],
                "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
                "hash": f"sha256:{hashlib.sha256(files[f'{table.name}.csv']).hexdigest()}",
                "bytes": len(files[f"{table.name}.csv"]),
                "schema": schema(table, names),
            }
            for table in tables
        ],
    }


def schema(table: MachineTable, known: set[str]) -> dict[str, Any]:
    """The table schema of Frictionless; links only to tables that come along."""
    found: dict[str, Any] = {
        "fields": [
            _field(field, column.type) for field, column in zip(table.fields, table.data.columns, strict=True)
        ],
        "missingValues": [""],
    }
    if table.key:
        found["primaryKey"] = list(table.key)
    links = [_link(link, table.name) for link in table.links if link.table in known]
    return found | ({"foreignKeys": links} if links else {})


def _field(field: Field, kind: pyarrow.DataType) -> dict[str, Any]:
    described: dict[str, Any] = {"name": field.name, "type": type_name(kind)} | both("title", field.label)
    if described["type"] == "boolean":
        described |= {"trueValues": ["1"], "falseValues": ["0"]}
    if field.definition.ja:
        described |= both("description", field.definition)
    return described | (both("unit", field.unit) if field.unit.ja else {})


def type_name(kind: pyarrow.DataType) -> str:
    """As Frictionless names it; what is none of these is a string."""
    if pyarrow.types.is_boolean(kind):
        return "boolean"
    if pyarrow.types.is_integer(kind):
        return "integer"
    if pyarrow.types.is_floating(kind):
        return "number"
    return "date" if pyarrow.types.is_date(kind) else "string"


def _link(link: Link, own: str) -> dict[str, Any]:
    target = "" if link.table == own else link.table.replace("_", "-")
    return {"fields": list(link.fields), "reference": {"resource": target, "fields": list(link.others)}}


def _source(source: OpenSource) -> dict[str, str]:
    line = say.source_line(source.title, source.publisher, source.published)
    return both("title", line) | ({"path": source.url} if source.url else {})


def licence() -> dict[str, str]:
    """On what terms the data may be used."""
    return {"name": say.LICENCE_NAME, **both("title", say.LICENCE)}


def both(name: str, text: Text) -> dict[str, str]:
    """A text under its name in Japanese, and under `<name>_en`."""
    return {name: text.ja, f"{name}_en": text.en}


def _about(tables: Sequence[MachineTable], about: PackageAbout, encoding: Text) -> MachineTable:
    sizes = [(table, house.rows_and_columns(table.data.num_rows, len(table.fields))) for table in tables]
    return items_table(
        (
            (house.TITLE, about.title),
            (say.CONTENT_ITEM, about.description),
            *about.items,
            *((plain(table.name) if len(tables) > 1 else house.COUNT, size) for table, size in sizes),
            *((say.SOURCE, say.source_line(s.title, s.publisher, s.published)) for s in about.sources),
            (say.LICENCE_ITEM, say.LICENCE),
            (house.ENCODING, encoding),
            (house.MISSING, house.EMPTY_MEANS),
            (house.TIMES, house.WESTERN_DATES),
            (house.CHARACTERS, house.REPLACED),
            (say.VERSION, plain(about.version)),
            (house.LAST_UPDATED, plain(about.updated.isoformat())),
        )
    )


def _history(about: PackageAbout) -> MachineTable:
    """What the data rest on, in order of time, and when this version was made."""
    dated = sorted((each for each in about.sources if each.published), key=lambda each: each.published)
    changes = [(each.published, say.arrived(each.title, each.imported)) for each in dated]
    return changes_table([*changes, (about.updated.isoformat(), say.BUILT)])
