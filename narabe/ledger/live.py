"""The live version of the store."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from narabe.ledger.schema import MIGRATIONS, migrate


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

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self.path, timeout=30, isolation_level=None)
        try:
            connection.execute("pragma foreign_keys = on")
            connection.execute("pragma synchronous = full")
            (form,) = connection.execute("pragma user_version").fetchone()
            if form < len(MIGRATIONS):
                connection.execute("pragma journal_mode = wal")
                migrate(connection)
            yield connection
        finally:
            connection.close()

    def live(self) -> Version | None:
        """The version that is served, or None before the first build."""
        if not self.path.exists():
            return None
        with self._open() as connection:
            row = connection.execute(
                "select version_id, manifest, built_at from live join version using (version_id)"
            ).fetchone()
        return Version(row[0], json.loads(row[1]), row[2]) if row else None

    def set_live(self, version_id: str, manifest: dict[str, Any]) -> None:
        """Record a version and serve it, in one transaction."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open() as connection:
            connection.execute("begin immediate")
            connection.execute(
                "insert into version values (?, ?, ?) on conflict (version_id) do update set manifest = excluded.manifest",
                (version_id, json.dumps(manifest), now),
            )
            connection.execute(
                "insert into live values (1, ?, 1) on conflict (one) do update "
                "set version_id = excluded.version_id, generation = generation + 1",
                (version_id,),
            )
            connection.execute("commit")

    def versions(self) -> list[Version]:
        """Every recorded version, newest first."""
        with self._open() as connection:
            rows = connection.execute(
                "select version_id, manifest, built_at from version order by built_at desc, rowid desc"
            ).fetchall()
        return [Version(row[0], json.loads(row[1]), row[2]) for row in rows]

    def forget(self, version_ids: list[str]) -> None:
        """Drop records of versions whose files were swept; the live one stays."""
        with self._open() as connection:
            connection.executemany(
                "delete from version where version_id = ? and version_id not in (select version_id from live)",
                [(version_id,) for version_id in version_ids],
            )
