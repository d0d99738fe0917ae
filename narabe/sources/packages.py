"""Frictionless data packages -> checked tables, or one readable Problem."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import frictionless

from narabe.model.problem import Problem
from narabe.model.status import Origin
from narabe.model.text import Text
from narabe.sources.faults import descriptor_problem, failure_problem, first_problem
from narabe.sources.inputs import package_files, place_of
from narabe.sources.tables import CheckedTable, Type, from_records
from narabe.words import data_problems as say

TYPES: dict[str, Type] = {
    "string": "text",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
}
DOCUMENT: dict[str, Type] = {
    "document_id": "text",
    "title_ja": "text",
    "title_en": "text",
    "publisher_ja": "text",
    "publisher_en": "text",
    "published": "text",
    "url": "text",
    "text_file": "text",
    "text_sha256": "text",
    "origin": "text",
    "import_order": "integer",
}
ORIGINS = tuple(origin.value for origin in (Origin.PUBLISHED, Origin.IMPORTED, Origin.FICTIONAL))
"""Where the figures of a document may come from; only the imports of a store have an `import_order`."""
OF_EVERY_DOCUMENT = ("title_ja", "title_en", "publisher_ja", "publisher_en", "published")
ABOUT: dict[str, Type] = {
    "path": "text",
    "title_ja": "text",
    "title_en": "text",
    "rows": "integer",
    "sha256": "text",
}
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def package_tables() -> list[CheckedTable]:
    """All tables of all packages, each with its document_id, and the documents themselves.

    Errors: Problem naming file, row and field of the first violation.
    """
    return [table for descriptor in package_files() for table in _tables_of(descriptor)]


def read_descriptor(descriptor: Path) -> dict[str, Any]:
    """The content of a datapackage.json with a name and resources. Errors: Problem naming it."""
    try:
        content = json.loads(_text(descriptor))
    except json.JSONDecodeError as error:
        raise _problem(descriptor, say.not_valid("JSON", error.lineno, error.colno)) from error
    if not isinstance(content, dict):
        raise _problem(descriptor, say.unexpected(content, say.A_GROUP))
    for name, kind, expected in (("name", str, say.A_TEXT), ("resources", list, say.A_LIST)):
        if name not in content:
            raise _problem(descriptor, say.lacking(name))
        if not isinstance(content[name], kind):
            raise _problem(descriptor, say.unexpected(content[name], expected), name)
    for resource in content["resources"]:
        if not isinstance(resource, dict) or not isinstance(resource.get("path"), str):
            raise _problem(descriptor, say.lacking("path"), "resources")
    return content


def _tables_of(descriptor: Path) -> list[CheckedTable]:
    published = descriptor.parent.parent.name == "published"
    package = _checked_package(descriptor)
    tables = [_document(descriptor, package)] if published else []
    for resource in package.resources:
        columns: dict[str, Type] = {"document_id": "text"} if published else {}
        columns |= {field.name: _type(descriptor, field) for field in resource.schema.fields}
        records = [{"document_id": package.name, **record} for record in _records(descriptor, resource)]
        file = place_of(descriptor.parent / resource.path)
        tables.append(from_records(resource.name, columns, records, file))
        tables.append(_about_table(resource, file, len(records)))
    return tables


def _checked_package(descriptor: Path) -> Any:
    for resource in read_descriptor(descriptor)["resources"]:
        _text(descriptor.parent / resource["path"])
    try:
        package = frictionless.Package(str(descriptor))
        report = package.validate()
    except frictionless.FrictionlessException as failure:
        raise failure_problem(descriptor, failure) from failure
    found = [(task, error) for task in report.tasks for error in task.errors]
    if found:
        raise first_problem(descriptor.parent, found, package)
    for error in report.errors:
        raise descriptor_problem(descriptor, error)
    return frictionless.Package(str(descriptor))


def _text(path: Path) -> str:
    """The text of a file that is there and in UTF-8."""
    try:
        content = path.read_bytes()
        text = content.decode()
    except (FileNotFoundError, IsADirectoryError) as error:
        raise _problem(path, say.MISSING) from error
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise Problem(say.in_file(place_of(path), say.NOT_UTF8, row), say.MEND) from error
    if content.startswith(BYTE_ORDER_MARK):
        raise _problem(path, say.BYTE_ORDER_MARK)
    return text


def _records(descriptor: Path, resource: Any) -> list[dict[str, Any]]:
    try:
        return [{key: _plain(cell) for key, cell in row.to_dict().items()} for row in resource.read_rows()]
    except frictionless.FrictionlessException as failure:
        raise failure_problem(descriptor, failure) from failure


def _document(descriptor: Path, package: Any) -> CheckedTable:
    about = package.custom.get("document")
    if about is None:
        raise _problem(descriptor, say.lacking("document"))
    if not isinstance(about, dict):
        raise _problem(descriptor, say.unexpected(about, say.A_GROUP), "document")
    for name in OF_EVERY_DOCUMENT:
        if not about.get(name):
            raise _problem(descriptor, say.lacking(name), "document")
    for name, value in about.items():
        if name in DOCUMENT and value is not None and not isinstance(value, str):
            raise _problem(descriptor, say.unexpected(value, say.A_TEXT), f"document.{name}")
    origin = about.get("origin") or Origin.PUBLISHED.value
    if origin not in ORIGINS:
        raise _problem(descriptor, say.unexpected(origin, say.one_of(ORIGINS)), "document.origin")
    record = {**about, "document_id": package.name, "origin": origin, "import_order": None}
    return from_records("documents", DOCUMENT, [record], place_of(descriptor))


def _about_table(resource: Any, file: str, rows: int) -> CheckedTable:
    about = {
        "path": file,
        "title_ja": resource.title or resource.name,
        "title_en": resource.custom.get("title_en") or resource.name,
        "rows": rows,
        "sha256": (resource.hash or "").removeprefix("sha256:"),
    }
    return from_records("input_tables", ABOUT, [about], file)


def _type(descriptor: Path, field: Any) -> Type:
    if field.type not in TYPES:
        raise _problem(descriptor, say.unknown_type(field.type), field.name)
    return TYPES[field.type]


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def _problem(path: Path, what: Text, field: str | None = None) -> Problem:
    return Problem(say.in_file(place_of(path), what, field=field), say.MEND)
