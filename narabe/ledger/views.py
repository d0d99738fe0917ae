"""Saved views: a change adds a revision, taking back and restoring are acts; nothing is changed and nothing removed."""

import secrets
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from narabe.ledger.connection import connected, writing, written
from narabe.ledger.live import Superseded
from narabe.model.views import KeptView, ViewDraft, Withdrawn

SHORTEST, TRIES = 5, 20
"""Digits of an id; one more is taken where so many random ones are all in use."""

VIEWS = """select view_id, revision, name, page, content, department, author, saved_at, act, acted, done_at
    from (select this.*, last.act, last.author as acted, last.done_at from view_revision this
        left join view_act last on last.act_id =
            (select max(act_id) from view_act every where every.view_id = this.view_id)) kept"""
NEWEST = "revision = (select max(revision) from view_revision every where every.view_id = kept.view_id)"


class NameTaken(Exception):
    """Another view of this name stands in the same department."""

    def __init__(self, view: KeptView) -> None:
        super().__init__(view.view_id)
        self.view = view


class Views:
    """The saved views of one store folder; a connection per call, so any thread may use it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "ledger.sqlite"

    def add(self, draft: ViewDraft) -> KeptView:
        """Store a new view; the very same one, where it stands already. Errors: NameTaken."""
        with writing(self.path) as connection:
            same = _named(connection, draft)
            if same and (same.draft.page, same.draft.content) == (draft.page, draft.content):
                return same
            if same:
                raise NameTaken(same)
            view_id = _new_id(connection)
            connection.execute("insert into saved_view values (?)", (view_id,))
            return _revise(connection, view_id, 1, draft)

    def change(self, view_id: str, since: int, draft: ViewDraft) -> KeptView | None:
        """Add a revision; None where no such view stands.

        Errors: Superseded when `since` is no longer the newest revision; NameTaken.
        """
        with writing(self.path) as connection:
            found = _one(connection, view_id)
            if found is None or found.withdrawn:
                return None
            if found.revision != since:
                raise Superseded
            _must_be_free(connection, draft, view_id)
            return _revise(connection, view_id, since + 1, draft)

    def withdraw(self, view_id: str, author: str) -> KeptView | None:
        """Record who takes a view back; None where none stands."""
        with writing(self.path) as connection:
            found = _one(connection, view_id)
            if found is None or found.withdrawn:
                return None
            return _act(connection, view_id, "withdraw", author)

    def restore(self, view_id: str, author: str) -> KeptView | None:
        """Let a withdrawn view stand again; None where none is withdrawn. Errors: NameTaken."""
        with writing(self.path) as connection:
            found = _one(connection, view_id)
            if found is None or not found.withdrawn:
                return None
            _must_be_free(connection, found.draft, view_id)
            return _act(connection, view_id, "restore", author)

    def newest(self) -> tuple[KeptView, ...]:
        """The newest revision of every view, withdrawn ones too, the one saved last first."""
        return self._listed(f"{NEWEST} order by place desc")

    def one(self, view_id: str) -> KeptView | None:
        """The newest revision of a view, withdrawn or not."""
        found = self._listed(f"view_id = ? and {NEWEST}", view_id)
        return found[0] if found else None

    def revisions(self, view_id: str) -> tuple[KeptView, ...]:
        """Everything a view ever was, the oldest first."""
        return self._listed("view_id = ? order by revision", view_id)

    def _listed(self, which: str, *values: object) -> tuple[KeptView, ...]:
        if not self.path.exists():
            return ()
        with connected(self.path) as connection:
            return _read(connection, which, *values)


def _one(connection: sqlite3.Connection, view_id: str) -> KeptView | None:
    found = _read(connection, f"view_id = ? and {NEWEST}", view_id)
    return found[0] if found else None


def _named(connection: sqlite3.Connection, draft: ViewDraft) -> KeptView | None:
    """The standing view of this name and department."""
    found = _read(connection, f"name = ? and department = ? and {NEWEST}", draft.name, draft.department)
    return next((view for view in found if not view.withdrawn), None)


def _must_be_free(connection: sqlite3.Connection, draft: ViewDraft, view_id: str) -> None:
    same = _named(connection, draft)
    if same and same.view_id != view_id:
        raise NameTaken(same)


def _new_id(connection: sqlite3.Connection) -> str:
    """Random digits that no view ever had."""
    digits = SHORTEST
    while True:
        for _ in range(TRIES):
            found = str(secrets.randbelow(9 * 10 ** (digits - 1)) + 10 ** (digits - 1))
            if not connection.execute("select 1 from saved_view where view_id = ?", (found,)).fetchone():
                return found
        digits += 1


def _revise(connection: sqlite3.Connection, view_id: str, revision: int, draft: ViewDraft) -> KeptView:
    words = (draft.name, draft.page, draft.content, draft.department, draft.author)
    connection.execute(
        "insert into view_revision (view_id, revision, name, page, content, department, author, saved_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        (view_id, revision, *words, written(datetime.now(UTC))),
    )
    return _read(connection, f"view_id = ? and {NEWEST}", view_id)[0]


def _act(connection: sqlite3.Connection, view_id: str, act: str, author: str) -> KeptView:
    connection.execute(
        "insert into view_act (view_id, act, author, done_at) values (?, ?, ?, ?)",
        (view_id, act, author, written(datetime.now(UTC))),
    )
    return _read(connection, f"view_id = ? and {NEWEST}", view_id)[0]


def _read(connection: sqlite3.Connection, which: str, *values: object) -> tuple[KeptView, ...]:
    return tuple(_view(row) for row in connection.execute(f"{VIEWS} where {which}", values).fetchall())


def _view(row: tuple) -> KeptView:
    view_id, revision, name, page, content, department, author, saved_at, act, by, done_at = row
    withdrawn = Withdrawn(by, datetime.fromisoformat(done_at)) if act == "withdraw" else None
    draft = ViewDraft(name, page, content, department, author)
    return KeptView(view_id, revision, draft, datetime.fromisoformat(saved_at), withdrawn)
