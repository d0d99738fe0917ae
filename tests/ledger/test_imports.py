"""The ledger of imports: rows are added and switched, never lost, and every act is kept."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from narabe.ledger import Imports, Ledger
from narabe.ledger.schema import MIGRATIONS
from narabe.model.imports import Counts, ImportEntry, Signer
from narabe.model.intake import Kind

BEFORE_ROOMS_AS_IMPORTS = 5
"""Migrations of a ledger that could not hold a room among its imports."""


def entry(import_id: str, dataset: str = "mini") -> ImportEntry:
    return ImportEntry(
        import_id=import_id,
        dataset=dataset,
        kind=Kind.ANSWERS,
        fictional=False,
        file_name="調査.csv",
        sha256="0" * 64,
        size=12,
        signer=Signer("政策開発課", "山田"),
        at=datetime(2026, 11, 21, 1, 2, 3, tzinfo=UTC),
        counts=Counts(5, 3, added=2),
        active=True,
    )


def add(store: Path, *entries: ImportEntry) -> None:
    ledger = Ledger(store)
    with ledger.changing(ledger.generation()) as change:
        for each in entries:
            change.add_import(each)
        change.set_live("v", {})


def switch(store: Path, import_id: str, active: bool, author: str) -> None:
    ledger = Ledger(store)
    with ledger.changing(ledger.generation()) as change:
        change.switch_import(import_id, active, author)
        change.set_live("v", {})


def test_an_import_comes_back_as_it_was_written(tmp_path: Path) -> None:
    assert Imports(tmp_path).every() == ()
    add(tmp_path, entry("20261121-00000001"))
    assert Imports(tmp_path).every() == (entry("20261121-00000001"),)


def test_active_imports_keep_their_order_through_undo_and_redo(tmp_path: Path) -> None:
    first, second = "20261121-0000000b", "20261121-0000000a"
    add(tmp_path, entry(first), entry(second))
    switch(tmp_path, first, False, "佐藤")
    assert Imports(tmp_path).active() == (second,)
    switch(tmp_path, first, True, "鈴木")
    assert Imports(tmp_path).active() == (first, second)
    kept = Imports(tmp_path).one(first)
    assert kept is not None
    assert [(act, who) for act, who, _ in kept.history] == [("undo", "佐藤"), ("redo", "鈴木")]


def test_a_transaction_that_fails_leaves_no_import(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    with pytest.raises(RuntimeError), ledger.changing(ledger.generation()) as change:
        change.add_import(entry("20261121-00000001"))
        raise RuntimeError
    assert Imports(tmp_path).every() == ()


@pytest.mark.parametrize(
    "act",
    [
        "delete from import",
        "update import set file_name = 'x'",
        "delete from import_act",
        "update import_act set author = 'x'",
    ],
)
def test_what_was_written_is_kept(tmp_path: Path, act: str) -> None:
    add(tmp_path, entry("20261121-00000001"))
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(act)


def test_a_ledger_from_before_rooms_keeps_its_imports_and_takes_rooms(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "ledger.sqlite") as old:
        for statements in MIGRATIONS[:BEFORE_ROOMS_AS_IMPORTS]:
            for statement in statements:
                old.execute(statement)
        old.execute(
            "insert into import values (7, '20261101-00000001', 'mini', 'answers', 0, '調査.csv', 'ab', 12, '', '山田',"
            " '{\"rows\": 5, \"columns\": 3}', '2026-11-01T00:00:00.000000+00:00', 0)"
        )
        old.execute(
            "insert into import_act (import_id, act, author, done_at)"
            " values ('20261101-00000001', 'undo', '佐藤', '2026-11-02T00:00:00.000000+00:00')"
        )
        old.execute(f"pragma user_version = {BEFORE_ROOMS_AS_IMPORTS}")
    old.close()
    add(tmp_path, replace(entry("20261121-00000002"), kind=Kind.ROOM))
    before, room = Imports(tmp_path).every()
    assert (before.import_id, before.active, room.kind) == ("20261101-00000001", False, Kind.ROOM)
    assert [(act, who) for act, who, _ in before.history] == [("undo", "佐藤")]
    with sqlite3.connect(tmp_path / "ledger.sqlite", isolation_level=None) as now:
        assert now.execute("select place from import order by place").fetchall() == [(7,), (8,)]
        assert now.execute("pragma foreign_key_check").fetchall() == []
        for change in ("update import set dataset = 'x'", "delete from import"):
            with pytest.raises(sqlite3.DatabaseError, match="kept"):
                now.execute(change)
        now.execute("pragma foreign_keys = on")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            now.execute(
                "insert into import_act (import_id, act, author, done_at) values ('no', 'undo', 'a', 'b')"
            )
