"""Files kept for readers: who waits for whom, of which version they are, and what is swept."""

from __future__ import annotations

import copy
import os
import threading
import time
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest
from starlette.applications import Starlette

from narabe.doors.kept import MOST_WAITING, Busy, Kept
from narabe.doors.open_data import OpenData, always, here
from narabe.export.machine.open_face import every_file, table_file
from narabe.export.machine.versions import Changed
from narabe.model.text import EMPTY
from narabe.warehouse import Warehouse, open_live
from tests.doors.visiting import Visitor

SECONDS = 20


def test_few_wait_for_a_file_and_the_others_are_told(own_store: Path) -> None:
    kept, begun, go_on = Kept(), threading.Event(), threading.Event()

    def slow() -> bytes:
        begun.set()
        assert go_on.wait(SECONDS)
        return b"made"

    told: list[Path] = []
    waiting = [
        threading.Thread(target=lambda: told.append(kept.file("one", "csv", slow, always)), daemon=True)
        for _ in range(MOST_WAITING)
    ]
    for each in waiting:
        each.start()
    assert begun.wait(SECONDS)
    until = time.monotonic() + SECONDS
    while kept._waiting.acquire(blocking=False):
        kept._waiting.release()
        assert time.monotonic() < until
        time.sleep(0.01)
    with pytest.raises(Busy):
        kept.file("two", "csv", lambda: b"slow, too", always)
    assert kept.file("three", "csv", lambda: b"quick").read_bytes() == b"quick", "it waits for nobody"
    go_on.set()
    for each in waiting:
        each.join(SECONDS)
    assert len(told) == MOST_WAITING and {path.read_bytes() for path in told} == {b"made"}
    assert kept.file("two", "csv", lambda: b"slow, too", always).read_bytes() == b"slow, too"


def test_many_may_ask_for_one_quick_file_which_is_made_once(own_store: Path) -> None:
    kept, made, told = Kept(), [], []

    def quick() -> bytes:
        made.append(1)
        time.sleep(0.1)
        return b"quick"

    asking = [threading.Thread(target=lambda: told.append(kept.file("q", "csv", quick))) for _ in range(24)]
    for each in asking:
        each.start()
    for each in asking:
        each.join(SECONDS)
    assert (len(told), len(made)) == (24, 1)


def test_a_file_that_could_not_be_made_is_made_for_the_next(own_store: Path) -> None:
    kept = Kept()

    def broken() -> bytes:
        raise Busy(EMPTY)

    with pytest.raises(Busy):
        kept.file("one", "csv", broken)
    assert kept.file("one", "csv", lambda: b"made").read_bytes() == b"made"


def test_a_file_outlives_a_restart_and_what_a_killed_writer_left_is_swept(own_store: Path) -> None:
    first = Kept().file("one", "csv", lambda: b"made")
    written_at = first.stat().st_mtime_ns
    left, begun = first.parent / ".draft-old", first.parent / ".draft-new"
    for path in (left, begun):
        path.write_bytes(b"half")
    os.utime(left, (0, 0))
    again = Kept().file("one", "csv", lambda: b"made")
    assert (again, again.stat().st_mtime_ns) == (first, written_at)
    Kept().file("two", "csv", lambda: b"other")
    assert not left.exists() and begun.exists() and first.exists()


def test_the_longest_unused_go_first_and_bytes_are_bounded(
    own_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("narabe.doors.kept.MOST_BYTES", 250)
    kept = Kept()
    paths = {name: kept.file(name, "csv", lambda name=name: name.encode() * 100) for name in "ab"}  # type: ignore[misc]
    for place, name in enumerate("ab"):
        os.utime(paths[name], (place + 1, place + 1))
    kept.file("a", "csv", lambda: b"never")
    assert paths["a"].stat().st_mtime == 1, "readers are told when it was written"
    third = kept.file("c", "csv", lambda: b"c" * 100)
    assert third.exists() and paths["a"].exists() and not paths["b"].exists()


def test_a_worker_makes_no_file_of_another_version(store: Path) -> None:
    for make in (lambda: table_file("groups", "csv", {}, "old"), lambda: every_file("zip", "old")):
        with pytest.raises(Changed):
            make()
    assert table_file("groups", "csv", {}, open_live().build_id)


def seen(warehouse: Warehouse, build_id: str) -> Warehouse:
    """The version as a request saw it before an import went live."""
    other = copy.copy(warehouse)
    other.build_id = build_id
    return other


def doors(versions: Iterator[Warehouse]) -> tuple[OpenData, Visitor]:
    opened = OpenData(lambda: next(versions), here)
    return opened, Visitor(Starlette(routes=opened.routes()))


@pytest.mark.parametrize("address", ["/data/groups.xlsx", "/data/all.zip"])
def test_what_goes_live_in_between_is_never_kept_as_what_was_before(own_store: Path, address: str) -> None:
    live = open_live()
    opened, visitor = doors(chain([seen(live, "old")], repeat(live)))
    assert visitor.get(address).status == 200
    assert {key[0] for key in opened._kept._names} == {live.build_id}  # type: ignore[index]
    _, visitor = doors(repeat(seen(live, "old")))
    refused = visitor.get(address)
    assert refused.status == 503 and "retry-after" in dict(refused.headers)
