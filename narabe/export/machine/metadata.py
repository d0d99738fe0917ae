"""metadata.json: what a public table holds, how it came about, whose it is, and where it stands."""

from typing import Any

import pyarrow

from narabe.analyses.open_data import edition_of, names_sources, open_codes, open_tables
from narabe.export.machine.fields import Field, MachineTable
from narabe.export.machine.open_face import TYPES
from narabe.export.machine.package import PackageAbout, both, licence, schema, type_name
from narabe.model.open_data import CodeLabel, Edition, OpenField, OpenSource, OpenTable, Where
from narabe.model.text import plain
from narabe.model.views import SavedView
from narabe.warehouse import Warehouse
from narabe.words import open_sentences as say
from narabe.words import repaired_sentences as house

FILES = ("csv", "json", "parquet", "xlsx", "zip")


def of_everything(now: Edition) -> dict[str, Any]:
    """All tables, and what they rest on; addresses are relative to /data/."""
    return (
        {"name": "narabe", **both("title", say.TITLE), **both("description", say.EVERY_TABLE)}
        | _origin(now)
        | {
            "addresses": {ending: f"all.{ending}" for ending in ("zip", "xlsx")},
            "tables": [
                {
                    "name": table.name,
                    **both("title", table.title),
                    **both("description", table.note),
                    "metadata": f"{table.name}/metadata.json",
                    "addresses": {ending: f"{table.name}.{ending}" for ending in FILES},
                }
                for table in open_tables()
            ],
        }
    )


def of_table(table: OpenTable, rows: pyarrow.Table, warehouse: Warehouse) -> dict[str, Any]:
    """One table with its fields, units and codes; addresses are relative to this one."""
    codes = open_codes(warehouse, table, rows)
    return (
        {
            "name": table.name,
            **both("title", table.title),
            **both("definition", table.note),
            **both("processing", table.processing),
            **both("missing", house.EMPTY_MEANS),
            "rows": rows.num_rows,
            "key": list(table.key),
        }
        | _origin(edition_of(warehouse, table, rows))
        | {
            **both("sources_are", say.SOURCES_OF[names_sources(table)]),
            "addresses": {ending: f"../{table.name}.{ending}" for ending in FILES},
            "fields": [_field(field, codes) for field in table.fields],
        }
    )


def of_view(
    table: OpenTable, rows: pyarrow.Table, warehouse: Warehouse, saved: SavedView, where: Where
) -> dict[str, Any]:
    """The figures that a saved view lists: as their table, with the filters."""
    chosen = {name: list(values) for name, values in sorted(where.items())}
    return of_table(table, rows, warehouse) | _view(saved) | {"filter": chosen}


def of_crosstab(table: MachineTable, about: PackageAbout, saved: SavedView) -> dict[str, Any]:
    """The cells of a saved cross-tabulation."""
    told = {
        **both("definition", about.description),
        **both("missing", house.EMPTY_MEANS),
        "rows": table.data.num_rows,
        "version": about.version,
        "updated": about.updated.isoformat(),
        "licence": licence(),
        "about": [{**both("item", item), **both("value", value)} for item, value in about.items],
        "fields": [
            field | _codes_of(own)
            for field, own in zip(schema(table, set())["fields"], table.fields, strict=True)
        ],
    }
    return _view(saved) | told


def _view(saved: SavedView) -> dict[str, Any]:
    name = plain(saved.name)
    return {
        "name": f"view/{saved.view_id}",
        **both("title", name),
        "revision": saved.revision,
        "saved": saved.saved_at.isoformat(),
        "department": saved.department,
        "addresses": {ending: f"../{saved.view_id}.{ending}" for ending in FILES},
    }


def _codes_of(field: Field) -> dict[str, Any]:
    codes = [{"code": code, **both("label", label)} for code, label in field.codes]
    return {"codes": codes} if codes else {}


def _origin(now: Edition) -> dict[str, Any]:
    return {
        "version": now.version,
        "updated": now.updated.isoformat(),
        "licence": licence(),
        "sources": [_source(each) for each in now.sources],
    }


def _source(source: OpenSource) -> dict[str, Any]:
    return {
        **both("title", source.title),
        **both("publisher", source.publisher),
        "published": source.published,
        "url": source.url,
        "origin": "imported" if source.imported else "published",
    }


def _field(field: OpenField, codes: tuple[CodeLabel, ...]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": field.name,
        "type": type_name(TYPES.get(field.kind, pyarrow.string())),
        "kind": field.kind.value,
        **both("title", field.label),
        **both("definition", field.definition),
    }
    if field.unit.ja:
        told |= both("unit", field.unit)
    if field.unit_field:
        told["unit_field"] = field.unit_field
    if field.refers:
        told["refers"] = [".".join(place) for place in field.refers]
    own = [_code(each) for each in codes if each.field == field.name]
    return told | ({"codes": own} if own else {})


def _code(code: CodeLabel) -> dict[str, str]:
    within = {"within": code.within} if code.within else {}
    return {"code": code.code, **within, **both("label", code.label)}
