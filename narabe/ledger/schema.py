"""Numbered migrations; `user_version` says how far a ledger has come."""

import sqlite3

MIGRATIONS = (
    (
        """create table version (
            version_id text primary key,
            manifest text not null,
            built_at text not null
        ) strict""",
        """create table live (
            one integer primary key check (one = 1),
            version_id text not null references version,
            generation integer not null
        ) strict""",
    ),
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the ledger to the newest form in one transaction, unless another process just did."""
    connection.execute("pragma journal_mode = wal")
    connection.execute("begin immediate")
    (done,) = connection.execute("pragma user_version").fetchone()
    for number, statements in enumerate(MIGRATIONS[done:], start=done + 1):
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"pragma user_version = {number}")
    connection.execute("commit")
