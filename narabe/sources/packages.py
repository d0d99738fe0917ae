"""Frictionless data packages -> checked tables, or one readable Problem."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import frictionless

from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.settings import ROOT
from narabe.sources.inputs import package_files
from narabe.sources.tables import CheckedTable, Type, from_records

TYPES: dict[str, Type] = {
    "string": "text",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
}
LATE_ERRORS = {"hash-count", "byte-count"}
"""Mismatches that only say a file changed; whatever else is wrong with it is more useful to hear."""


def package_tables() -> list[CheckedTable]:
    """All tables of all packages, each with its document_id, and the documents themselves.

    Errors: Problem naming file, row and field of the first violation.
    """
    tables: list[CheckedTable] = []
    for descriptor in package_files():
        package = _checked_package(descriptor)
        document_id = package.name
        published = descriptor.parent.parent.name == "published"
        if published:
            tables.append(_document(package))
        for resource in package.resources:
            columns: dict[str, Type] = {"document_id": "text"} if published else {}
            columns |= {field.name: TYPES[field.type] for field in resource.schema.fields}
            records = [
                {"document_id": document_id} | {key: _plain(value) for key, value in row.to_dict().items()}
                for row in resource.read_rows()
            ]
            tables.append(from_records(resource.name, columns, records))
            tables.append(_about_table(descriptor, resource, len(records)))
    return tables


def _checked_package(descriptor: Path) -> Any:
    try:
        json.loads(descriptor.read_text(encoding="utf-8"))
        package = frictionless.Package(str(descriptor))
        report = package.validate()
    except (frictionless.FrictionlessException, ValueError) as failure:
        raise _problem(descriptor, None, None, str(failure)) from failure
    errors = [(task, error) for task in report.tasks for error in task.errors]
    errors.sort(key=lambda pair: pair[1].type in LATE_ERRORS)
    if errors:
        task, error = errors[0]
        path = descriptor.parent / str(task.place)
        if error.type in LATE_ERRORS:
            raise _stale(path)
        row, field = getattr(error, "row_number", None), getattr(error, "field_name", None)
        raise _problem(path, row, field, error.note or error.message)
    for error in report.errors:
        raise _problem(descriptor, None, None, error.note or error.message)
    return frictionless.Package(str(descriptor))


def _document(package: Any) -> CheckedTable:
    about = package.custom["document"]
    columns: dict[str, Type] = {
        "document_id": "text",
        "title_ja": "text",
        "title_en": "text",
        "publisher_ja": "text",
        "publisher_en": "text",
        "published": "text",
        "url": "text",
        "text_file": "text",
        "text_sha256": "text",
    }
    return from_records("documents", columns, [{"document_id": package.name, **about}])


def _about_table(descriptor: Path, resource: Any, rows: int) -> CheckedTable:
    columns: dict[str, Type] = {
        "path": "text",
        "title_ja": "text",
        "title_en": "text",
        "rows": "integer",
        "sha256": "text",
    }
    about = {
        "path": (descriptor.parent / resource.path).relative_to(ROOT).as_posix(),
        "title_ja": resource.title or resource.name,
        "title_en": resource.custom.get("title_en") or resource.name,
        "rows": rows,
        "sha256": (resource.hash or "").removeprefix("sha256:"),
    }
    return from_records("input_tables", columns, [about])


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def _problem(path: Path, row: int | None, field: str | None, note: str) -> Problem:
    where = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    ja, en = f"データファイル {where}", f"Data file {where}"
    if row is not None:
        ja, en = f"{ja} の {row} 行目", f"{en}, row {row}"
    if field is not None:
        ja, en = f"{ja}、列「{field}」", f"{en}, field “{field}”"
    return Problem(
        Text(f"{ja} に問題があります：{note}", f"{en}: {note}"),
        Text(
            "その箇所を直してから、もう一度 python -m narabe build を実行してください。直すまでは前の版が表示されます。",
            "Mend that place and run python -m narabe build again. Until then the previous version is served.",
        ),
    )


def _stale(path: Path) -> Problem:
    where = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    return Problem(
        Text(
            f"データファイル {where} の中身が、目録 datapackage.json に記した指紋（ハッシュ）と違います。",
            f"Data file {where} does not match the hash recorded in its datapackage.json.",
        ),
        Text(
            "意図した変更なら make seal で指紋を付け直し、そうでなければ元のファイルに戻してください。",
            "If the change is meant, run make seal to record it; otherwise put the original file back.",
        ),
    )
