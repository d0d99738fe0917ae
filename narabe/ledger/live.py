"""The live version of the store."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from narabe.ledger import imports
from narabe.ledger.connection import connected, writing, written
from narabe.model.imports import ImportEntry


class Superseded(Exception):
    """Somebody else made a version live since the generation was read."""


@dataclass(frozen=True, slots=True)
class Version:
    """A manifest naming the files of one version; `built_at` is UTC, ISO 8601."""

    version_id: str
    manifest: dict[str, Any]
    built_at: str


class Ledger:
    """The ledger of one store folder; a connection per call, so any thread may use it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ledger.sqlite"

    def live(self) -> Version | None:
        """The version that is served, or None before the first build."""
        if not self.path.exists():
            return None
        with connected(self.path) as connection:
            return _live(connection)

    def generation(self) -> int:
        """How many times a version was made live; a build compares it with what it began with."""
        if not self.path.exists():
            return 0
        with connected(self.path) as connection:
            return _generation(connection)

    def versions(self) -> list[Version]:
        """Every recorded version, the one made live last first."""
        with connected(self.path) as connection:
            return _versions(connection)

    @contextmanager
    def changing(self, since: int) -> Iterator["Change"]:
        """The one write transaction: what is done inside becomes true together, or not at all.

        Errors: Superseded when the generation is no longer `since`.
        """
        with writing(self.path) as connection:
            if _generation(connection) != since:
                raise Superseded
            yield Change(connection)


class Change:
    """An open write transaction; nobody else writes while it lasts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def live(self) -> Version | None:
        return _live(self._connection)

    def versions(self) -> list[Version]:
        return _versions(self._connection)

    def set_live(self, version_id: str, manifest: dict[str, Any]) -> None:
        """Record a version and serve it."""
        self._connection.execute(
            "insert into version values (?, ?, ?) on conflict (version_id) "
            "do update set manifest = excluded.manifest, built_at = excluded.built_at",
            (version_id, json.dumps(manifest), written(datetime.now(UTC))),
        )
        self._connection.execute(
            "insert into live values (1, ?, 1) on conflict (one) do update "
            "set version_id = excluded.version_id, generation = generation + 1",
            (version_id,),
        )

    def add_import(self, entry: ImportEntry) -> None:
        """Record an import, which counts from now on."""
        imports.add(self._connection, entry)

    def switch_import(self, import_id: str, active: bool, author: str) -> None:
        """Undo an import, or redo it."""
        imports.switch(self._connection, import_id, active, author)

    def known_imports(self) -> set[str]:
        """Ids of every recorded import."""
        return imports.known(self._connection)

    def forget(self, version_ids: list[str]) -> None:
        """Drop records of versions whose files are swept; the live one stays."""
        self._connection.executemany(
            "delete from version where version_id = ? and version_id not in (select version_id from live)",
            [(version_id,) for version_id in version_ids],
        )


def _live(connection: sqlite3.Connection) -> Version | None:
    row = connection.execute(
        "select version_id, manifest, built_at from live join version using (version_id)"
    ).fetchone()
    return _version(row) if row else None


def _generation(connection: sqlite3.Connection) -> int:
    row = connection.execute("select generation from live").fetchone()
    return int(row[0]) if row else 0


def _versions(connection: sqlite3.Connection) -> list[Version]:
    rows = connection.execute(
        "select version_id, manifest, built_at from version order by built_at desc, rowid desc"
    )
    return [_version(row) for row in rows.fetchall()]


def _version(row: tuple[str, str, str]) -> Version:
    return Version(row[0], json.loads(row[1]), row[2])
