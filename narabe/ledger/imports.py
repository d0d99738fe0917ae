"""Imports: rows are added and switched on or off, never removed; every act is kept with who and when."""

import json
import sqlite3
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from narabe.ledger.connection import connected, written
from narabe.model.imports import Counts, ImportEntry, Signer
from narabe.model.intake import Kind

ENTRY = """import_id, dataset, kind, fictional, file_name, sha256, size, department, author, imported_at, counts, active"""


class Imports:
    """The imports of one store folder; a connection per call, so any thread may use it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ledger.sqlite"

    def every(self) -> tuple[ImportEntry, ...]:
        """Every import, undone ones too, in the order they were made."""
        if not self.path.exists():
            return ()
        with connected(self.path) as connection:
            rows = connection.execute(f"select {ENTRY} from import order by place").fetchall()
            acts = connection.execute(
                "select import_id, act, author, done_at from import_act order by act_id"
            ).fetchall()
        return tuple(_entry(row, acts) for row in rows)

    def active(self) -> tuple[str, ...]:
        """Ids of the imports that count, in the order they were made."""
        return tuple(entry.import_id for entry in self.every() if entry.active)

    def one(self, import_id: str) -> ImportEntry | None:
        """An import by its id."""
        return next((entry for entry in self.every() if entry.import_id == import_id), None)


def add(connection: sqlite3.Connection, entry: ImportEntry) -> None:
    """Record an import and the act of it."""
    connection.execute(
        f"insert into import ({ENTRY}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.import_id,
            entry.dataset,
            entry.kind.value,
            int(entry.fictional),
            entry.file_name,
            entry.sha256,
            entry.size,
            entry.signer.department,
            entry.signer.author,
            written(entry.at),
            json.dumps(asdict(entry.counts)),
            int(entry.active),
        ),
    )
    _note(connection, entry.import_id, "import", entry.signer.author)


def switch(connection: sqlite3.Connection, import_id: str, active: bool, author: str) -> None:
    """Let an import count, or no longer, and record who did so."""
    connection.execute("update import set active = ? where import_id = ?", (int(active), import_id))
    _note(connection, import_id, "redo" if active else "undo", author)


def known(connection: sqlite3.Connection) -> set[str]:
    """The ids of every import, undone ones too."""
    return {import_id for (import_id,) in connection.execute("select import_id from import").fetchall()}


def _note(connection: sqlite3.Connection, import_id: str, act: str, author: str) -> None:
    connection.execute(
        "insert into import_act (import_id, act, author, done_at) values (?, ?, ?, ?)",
        (import_id, act, author, written(datetime.now(UTC))),
    )


def _entry(row: tuple, acts: list[tuple[str, str, str, str]]) -> ImportEntry:
    import_id, dataset, kind, fictional, file_name, sha256, size, department, author, at, counts, active = row
    history = tuple(
        (act, who, datetime.fromisoformat(when))
        for of, act, who, when in acts
        if of == import_id and act != "import"
    )
    return ImportEntry(
        import_id=import_id,
        dataset=dataset,
        kind=Kind(kind),
        fictional=bool(fictional),
        file_name=file_name,
        sha256=sha256,
        size=size,
        signer=Signer(department, author),
        at=datetime.fromisoformat(at),
        counts=Counts(**json.loads(counts)),
        active=bool(active),
        history=history,
    )
