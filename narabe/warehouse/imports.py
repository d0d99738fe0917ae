"""Imports as they lie in the store: one folder each, with the bytes as received, the mapping and the checked rows.

    imports/<import id>/original        the bytes as received
                        entry.json      what it is (with a format number)
                        plan.json       the mapping
                        tables/         figures, as input tables (Parquet)
                        answers.parquet respondents, where it holds answers
                        codebook.yml    their codebook

A folder still being worked on is a draft: its name begins with `.draft-` and the process that writes it.
"""

import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from narabe.model.imports import origin_of
from narabe.model.intake import Kind
from narabe.model.problem import Problem
from narabe.model.status import Origin
from narabe.settings import store
from narabe.sources import CheckedTable, from_records
from narabe.sources.packages import DOCUMENT
from narabe.warehouse.frozen_tables import read_tables
from narabe.words import import_sentences as say

FORMAT = 1
NAME = re.compile(r"\d{8}-[0-9a-f]{8}")
DRAFT = re.compile(r"\.draft-(\d+)-(.+)")
NOBODY = 0
"""Instead of a process: a draft of the browser, which no process alone owns."""
ABANDONED_AFTER = 24 * 3600.0
WITHOUT_DOCUMENT = {"metrics", "segments", "questions", "options", "concepts", "groups"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import folder says of itself. `digest` changes whenever its rows do; `answers` is the content id
    of its respondents, where it has any."""

    import_id: str
    dataset: str
    kind: Kind
    fictional: bool
    file_name: str
    department: str
    received: date
    digest: str
    answers: str | None

    @property
    def origin(self) -> Origin:
        return origin_of(self.kind, self.fictional)


def imports_folder() -> Path:
    """Where imports lie; created on first use."""
    folder = store() / "imports"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def new_draft(import_id: str, owner: int) -> Path:
    """An empty folder to work in."""
    folder = imports_folder() / f".draft-{owner}-{import_id}"
    folder.mkdir()
    return folder


def folder_of(import_id: str) -> Path:
    """The folder of an import or of a draft. Errors: Problem when there is none."""
    if NAME.fullmatch(import_id):
        final = imports_folder() / import_id
        if final.is_dir():
            return final
        for draft in imports_folder().glob(f".draft-*-{import_id}"):
            return draft
    raise Problem(say.no_such_import(import_id), say.LIST_IMPORTS)


def settle(import_id: str) -> None:
    """Give a draft its final name."""
    folder = folder_of(import_id)
    if folder.name.startswith("."):
        os.replace(folder, imports_folder() / import_id)


def drop(folder: Path) -> None:
    """Remove a draft with all that is in it."""
    shutil.rmtree(folder, ignore_errors=True)


def sweep_imports(known: set[str], alive: Callable[[int], bool]) -> None:
    """Remove what no import of the ledger names: drafts of ended processes, forgotten ones, and half-made imports."""
    for folder in imports_folder().iterdir():
        draft = DRAFT.fullmatch(folder.name)
        if draft:
            left = not alive(int(draft[1])) if int(draft[1]) != NOBODY else _forgotten(folder)
        else:
            left = folder.name not in known
        if left:
            drop(folder)


def sweep_forgotten() -> None:
    """Remove drafts of the browser that nobody came back to."""
    for folder in imports_folder().glob(f".draft-{NOBODY}-*"):
        if _forgotten(folder):
            drop(folder)


def taken(import_id: str) -> Taken:
    """What the folder says. Errors: Problem when it is missing, damaged or of a newer form."""
    try:
        told = json.loads((folder_of(import_id) / "entry.json").read_text("utf-8"))
    except (FileNotFoundError, json.JSONDecodeError) as error:
        raise Problem(say.damaged(import_id), say.RESTORE) from error
    if told["format"] > FORMAT:
        raise Problem(say.newer(import_id), say.UPDATE)
    return Taken(
        import_id=import_id,
        dataset=told["dataset"],
        kind=Kind(told["kind"]),
        fictional=told["fictional"],
        file_name=told["file_name"],
        department=told["department"],
        received=date.fromisoformat(told["received"]),
        digest=told["digest"],
        answers=told["answers"],
    )


def counting(import_ids: Iterable[str]) -> tuple[Taken, ...]:
    """Those of the active imports whose rows count, in order: of one survey, and of one room, the newest."""
    every = [taken(import_id) for import_id in import_ids]
    newest = {(each.kind, each.dataset): each.import_id for each in every}
    return tuple(
        each
        for each in every
        if each.kind is Kind.FIGURES or newest[each.kind, each.dataset] == each.import_id
    )


def import_tables(imports: Sequence[Taken]) -> list[CheckedTable]:
    """The input tables of imports, each row with its document, and the documents themselves."""
    tables = []
    for place, each in enumerate(imports, start=1):
        tables.append(_document(each, place))
        for table in read_tables(folder_of(each.import_id) / "tables"):
            tables.append(table if table.name in WITHOUT_DOCUMENT else _of_document(table, each))
    return tables


def _document(each: Taken, place: int) -> CheckedTable:
    row = {
        "document_id": _document_id(each),
        "title_ja": each.file_name,
        "title_en": each.file_name,
        "publisher_ja": each.department or say.NO_DEPARTMENT.ja,
        "publisher_en": each.department or say.NO_DEPARTMENT.en,
        "published": each.received.isoformat(),
        "origin": each.origin.value,
        "import_order": place,
    }
    return from_records("documents", DOCUMENT, [row], each.file_name)


def _of_document(table: CheckedTable, each: Taken) -> CheckedTable:
    columns = (("document_id", "text"), *table.columns)
    rows = tuple((_document_id(each), *row) for row in table.rows)
    return CheckedTable(table.name, columns, rows, each.file_name)


def _document_id(each: Taken) -> str:
    return f"import-{each.import_id}"


def _forgotten(folder: Path) -> bool:
    try:
        return time.time() - folder.stat().st_mtime > ABANDONED_AFTER
    except FileNotFoundError:
        return False
