"""Remarks of departments: rows are added, never changed and never removed."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from narabe.ledger.connection import connected, writing, written
from narabe.model.remark import Draft, Remark, RemarkKind, Withdrawal

SAME_ACT = timedelta(minutes=1)
"""The same words by the same person on the same subject within this time are a second click, not a second remark."""

REMARKS = """select remark.remark_id, subject, kind, body, department, remark.author, internal, written_at,
    withdrawal.author, withdrawn_at from remark left join withdrawal using (remark_id)"""


class Remarks:
    """The remarks of one store folder; a connection per call, so any thread may use it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ledger.sqlite"

    def add(self, drafts: Sequence[Draft]) -> tuple[Remark, ...]:
        """Store what was written in one act, all or nothing, in the order given; the stored remarks."""
        with writing(self.path) as connection:
            now = datetime.now(UTC)
            return tuple(
                _just_added(connection, draft, now) or _add(connection, draft, now) for draft in drafts
            )

    def withdraw(self, remark_id: int, author: str) -> Remark | None:
        """Record who takes a remark back; None where there is none, or it is withdrawn already."""
        with writing(self.path) as connection:
            if not _read(connection, "remark.remark_id = ? and withdrawn_at is null", remark_id):
                return None
            moment = written(datetime.now(UTC))
            connection.execute("insert into withdrawal values (?, ?, ?)", (remark_id, author, moment))
            return _read(connection, "remark.remark_id = ?", remark_id)[0]

    def on(self, subject: str) -> tuple[Remark, ...]:
        """Every remark on a subject, withdrawn ones too, the newest first."""
        return self._listed("subject = ?", subject)

    def standing(self) -> tuple[Remark, ...]:
        """Every remark that is not withdrawn, on whatever subject, the newest first."""
        return self._listed("withdrawn_at is null")

    def _listed(self, which: str, *values: object) -> tuple[Remark, ...]:
        if not self.path.exists():
            return ()
        with connected(self.path) as connection:
            return _read(connection, which, *values)


def _add(connection: sqlite3.Connection, draft: Draft, now: datetime) -> Remark:
    done = connection.execute(
        "insert into remark (subject, kind, body, department, author, internal, written_at) values (?, ?, ?, ?, ?, ?, ?)",
        (*_words(draft), written(now)),
    )
    return _read(connection, "remark.remark_id = ?", done.lastrowid)[0]


def _just_added(connection: sqlite3.Connection, draft: Draft, now: datetime) -> Remark | None:
    """The same remark where it was written a moment ago and still stands."""
    same = "subject = ? and kind = ? and body = ? and department = ? and remark.author = ? and internal = ?"
    found = _read(
        connection,
        f"{same} and written_at >= ? and withdrawn_at is null",
        *_words(draft),
        written(now - SAME_ACT),
    )
    return found[0] if found else None


def _read(connection: sqlite3.Connection, which: str, *values: object) -> tuple[Remark, ...]:
    """The remarks of which a condition holds, the newest first."""
    rows = connection.execute(f"{REMARKS} where {which} order by remark.remark_id desc", values)
    return tuple(_remark(row) for row in rows.fetchall())


def _words(draft: Draft) -> tuple[str, str, str, str, str, int]:
    return draft.subject, draft.kind.value, draft.body, draft.department, draft.author, int(draft.internal)


def _remark(row: tuple) -> Remark:
    remark_id, subject, kind, body, department, author, internal, written_at, by, at = row
    withdrawal = Withdrawal(by, datetime.fromisoformat(at)) if at else None
    moment = datetime.fromisoformat(written_at)
    return Remark(
        remark_id, subject, RemarkKind(kind), body, department, author, bool(internal), moment, withdrawal
    )
