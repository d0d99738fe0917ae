"""Numbered migrations; `user_version` says how far a ledger has come."""

import sqlite3

IMPORT_IS_KEPT = (
    """create trigger import_is_kept_from_update before update of place, import_id, dataset, kind, fictional,
        file_name, sha256, size, department, author, counts, imported_at on import
        begin select raise(abort, 'what was written is kept'); end""",
    """create trigger import_is_kept_from_delete before delete on import
        begin select raise(abort, 'what was written is kept'); end""",
)

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
    (
        """create table remark (
            remark_id integer primary key autoincrement,
            subject text not null,
            kind text not null check (kind in ('comment', 'next_step', 'reply')),
            body text not null check (body <> ''),
            department text not null check (department <> ''),
            author text not null check (author <> ''),
            internal integer not null check (internal in (0, 1)),
            written_at text not null
        ) strict""",
        "create index remark_by_subject on remark (subject, remark_id)",
        """create table withdrawal (
            remark_id integer primary key references remark,
            author text not null check (author <> ''),
            withdrawn_at text not null
        ) strict""",
        *(
            f"""create trigger {table}_is_kept_from_{act} before {act} on {table}
            begin select raise(abort, 'what was written is kept'); end"""
            for table in ("remark", "withdrawal")
            for act in ("update", "delete")
        ),
    ),
    (
        """create table import (
            place integer primary key autoincrement,
            import_id text not null unique,
            dataset text not null,
            kind text not null check (kind in ('answers', 'figures')),
            fictional integer not null check (fictional in (0, 1)),
            file_name text not null,
            sha256 text not null,
            size integer not null,
            department text not null,
            author text not null check (author <> ''),
            counts text not null,
            imported_at text not null,
            active integer not null check (active in (0, 1))
        ) strict""",
        """create table import_act (
            act_id integer primary key autoincrement,
            import_id text not null references import (import_id),
            act text not null check (act in ('import', 'undo', 'redo')),
            author text not null check (author <> ''),
            done_at text not null
        ) strict""",
        "create index import_act_by_import on import_act (import_id, act_id)",
        *IMPORT_IS_KEPT,
        *(
            f"""create trigger import_act_is_kept_from_{act} before {act} on import_act
            begin select raise(abort, 'what was written is kept'); end"""
            for act in ("update", "delete")
        ),
    ),
    (
        "create table saved_view (view_id text primary key) strict",
        """create table view_revision (
            place integer primary key autoincrement,
            view_id text not null references saved_view,
            revision integer not null check (revision > 0),
            name text not null check (name <> ''),
            page text not null check (page <> ''),
            content text not null check (content <> ''),
            department text not null check (department <> ''),
            author text not null check (author <> ''),
            saved_at text not null,
            unique (view_id, revision)
        ) strict""",
        """create table view_act (
            act_id integer primary key autoincrement,
            view_id text not null references saved_view,
            act text not null check (act in ('withdraw', 'restore')),
            author text not null check (author <> ''),
            done_at text not null
        ) strict""",
        "create index view_act_by_view on view_act (view_id, act_id)",
        *(
            f"""create trigger {table}_is_kept_from_{act} before {act} on {table}
            begin select raise(abort, 'what was written is kept'); end"""
            for table in ("saved_view", "view_revision", "view_act")
            for act in ("update", "delete")
        ),
    ),
    (
        """create table room (
            code text primary key,
            deck text not null,
            secret blob not null,
            key_mark text not null,
            state text not null,
            made_at text not null,
            touched_at text not null
        ) strict""",
        """create table ballot (
            place integer primary key autoincrement,
            code text not null references room on delete cascade,
            step integer not null,
            round integer not null,
            voter text not null,
            answer text not null,
            approved integer check (approved in (0, 1)),
            unique (code, step, round, voter)
        ) strict""",
        """create table hands (
            code text not null references room on delete cascade,
            step integer not null,
            round integer not null,
            counted text not null,
            primary key (code, step, round)
        ) strict""",
        """create table room_record (
            record_id integer primary key autoincrement,
            title text not null check (title <> ''),
            content text not null,
            department text not null,
            author text not null check (author <> ''),
            saved_at text not null
        ) strict""",
    ),
    (
        """create table import_of_rooms_too (
            place integer primary key autoincrement,
            import_id text not null unique,
            dataset text not null,
            kind text not null check (kind in ('answers', 'figures', 'room')),
            fictional integer not null check (fictional in (0, 1)),
            file_name text not null,
            sha256 text not null,
            size integer not null,
            department text not null,
            author text not null check (author <> ''),
            counts text not null,
            imported_at text not null,
            active integer not null check (active in (0, 1))
        ) strict""",
        "insert into import_of_rooms_too select * from import",
        "drop table import",
        "alter table import_of_rooms_too rename to import",
        *IMPORT_IS_KEPT,
    ),
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the ledger to the newest form in one transaction, unless another process just did.

    A table that others refer to can be replaced only while references are not watched; they are checked in the end.
    """
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma foreign_keys = off")
    connection.execute("begin immediate")
    (done,) = connection.execute("pragma user_version").fetchone()
    for number, statements in enumerate(MIGRATIONS[done:], start=done + 1):
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"pragma user_version = {number}")
    connection.execute("commit")
