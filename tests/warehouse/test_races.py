"""A build that others overtake, inputs that change while it reads, and files that are lost or damaged."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb
import pytest

from narabe.ledger import Ledger, Superseded
from narabe.model.problem import Problem
from narabe.model.text import plain
from narabe.settings import Settings
from narabe.warehouse import build, open_live, select
from narabe.warehouse.files import figures_file
from tests.warehouse.tree import inputs

BUILDING = import_module("narabe.warehouse.build")
INPUTS = import_module("narabe.warehouse.inputs")
COUNT = "select count(*) as many from figures"


@pytest.fixture(autouse=True)
def own_store(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of its own for every test, and tables that are read once."""
    monkeypatch.setenv("NARABE_STORE", str(tmp_path))
    monkeypatch.setattr(INPUTS, "checked_tables", inputs)
    return tmp_path


@pytest.fixture
def ids(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Let the inputs have these ids, one at each look; the last stays."""

    def given(*names: str) -> list[str]:
        left = list(names)
        monkeypatch.setattr(BUILDING, "build_id", lambda _imports: left.pop(0) if len(left) > 1 else left[0])
        return left

    return given


@pytest.fixture
def writing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Path]]:
    """Let something happen after each draft; the drafts that were written."""

    def then(*acts: Callable[[], Any]) -> list[Path]:
        drafts: list[Path] = []
        original = BUILDING._write

        def write(draft: Path, imports: Any) -> int:
            drafts.append(draft)
            number = original(draft, imports)
            if len(drafts) <= len(acts):
                acts[len(drafts) - 1]()
            return int(number)

        monkeypatch.setattr(BUILDING, "_write", write)
        return drafts

    return then


def files(store: Path) -> list[str]:
    """All but dataset files, which versions share."""
    found = sorted(path.name for path in (store / "files").iterdir())
    return [name for name in found if not name.startswith("dataset-")]


def make_live(store: Path, name: str) -> None:
    ledger = Ledger(store)
    with ledger.changing(ledger.generation()) as change:
        change.set_live(name, {"checks": 7})


def test_an_overtaken_build_of_old_inputs_does_not_replace_the_newer_version(
    own_store: Path, ids: Callable[..., list[str]], writing: Callable[..., list[Path]]
) -> None:
    """While «old» is being written, another process builds «new» from newer inputs and makes it live."""
    ids("new")
    newer = build()
    make_live(own_store, "first")
    look = ids("old", "old", "new")  # hashed at the start, hashed after reading, hashed again

    drafts = writing(lambda: make_live(own_store, "new"))
    overtaken = build()
    assert (overtaken.version_id, overtaken.fresh, look) == (newer.version_id, False, ["new"])
    assert len(drafts) == 1 and not drafts[0].exists()
    live = Ledger(own_store).live()
    assert live is not None and live.version_id == "new"
    assert files(own_store) == ["figures-new.duckdb"]


def test_an_overtaken_build_of_the_newest_inputs_is_made_again(
    own_store: Path, ids: Callable[..., list[str]], writing: Callable[..., list[Path]]
) -> None:
    ids("new")
    drafts = writing(lambda: make_live(own_store, "other"))
    assert build().fresh
    assert len(drafts) == 2
    assert Ledger(own_store).generation() == 2
    assert select(COUNT).rows[0][0] > 300


def test_inputs_that_change_while_they_are_read_are_read_again(
    own_store: Path, ids: Callable[..., list[str]], writing: Callable[..., list[Path]]
) -> None:
    ids("before", "after")
    drafts = writing()
    assert build().version_id == "after"
    assert len(drafts) == 2 and files(own_store) == ["figures-after.duckdb"]
    assert Ledger(own_store).generation() == 1


def test_a_refusal_of_inputs_that_have_changed_since_is_not_the_last_word(
    ids: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    ids("before", "after")
    tables = [Problem(plain("half written")), inputs()]

    def read() -> Any:
        found = tables.pop(0)
        if isinstance(found, Problem):
            raise found
        return found

    monkeypatch.setattr(INPUTS, "checked_tables", read)
    assert build().version_id == "after"


def test_inputs_that_never_rest_are_a_problem(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look = iter(range(1000))
    monkeypatch.setattr(BUILDING, "build_id", lambda _imports: str(next(look)))
    monkeypatch.setattr(BUILDING, "_write", lambda _draft, _imports: 1)
    with pytest.raises(Problem, match="kept changing"):
        build()
    assert files(own_store) == []


def test_a_whole_file_of_that_name_is_never_written_again(
    own_store: Path, ids: Callable[..., list[str]]
) -> None:
    ids("one")
    build()
    before = figures_file("one").stat()
    ids("two")
    build()
    ids("one")
    build()
    after = figures_file("one").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    live = Ledger(own_store).live()
    assert live is not None and live.version_id == "one"


def test_the_ledger_refuses_a_change_that_was_overtaken_and_keeps_nothing_of_it(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    make_live(tmp_path, "one")
    with pytest.raises(Superseded), ledger.changing(since=0) as change:
        change.set_live("two", {})
    with pytest.raises(ZeroDivisionError), ledger.changing(since=1) as change:
        change.set_live("two", {})
        raise ZeroDivisionError
    live = ledger.live()
    assert live is not None and (live.version_id, ledger.generation()) == ("one", 1)
    assert [version.version_id for version in ledger.versions()] == ["one"]


def gone(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def garbage(path: Path) -> None:
    path.write_bytes(b"not a database " * 4000)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50_000])


def another_kind(path: Path) -> None:
    other = path.with_name("other")
    with duckdb.connect(str(other)) as connection:
        connection.execute("create table something (else_ integer)")
    other.replace(path)


@pytest.mark.parametrize("damage", [gone, empty, garbage, cut_short, another_kind])
def test_a_damaged_file_is_said_in_words_and_built_again(damage: Callable[[Path], None]) -> None:
    first = build()
    path = figures_file(first.version_id)
    assert open_live().ask("documents")
    damage(path)
    for asked in (open_live, lambda: select(COUNT)):
        with pytest.raises(Problem) as refused:
            asked()
        problem = refused.value
        assert first.version_id in problem.message.ja and first.version_id in problem.message.en
        assert "python -m narabe build" in problem.advice.ja and "python -m narabe build" in problem.advice.en
        assert str(path.parent) not in problem.message.ja + problem.message.en

    again = build()
    assert (again.version_id, again.fresh) == (first.version_id, True)
    assert open_live().ask("documents")
    assert select(COUNT).rows[0][0] > 300
    assert not build().fresh


def test_a_version_keeps_the_settings_it_was_built_under(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ids: Callable[..., list[str]]
) -> None:
    file = tmp_path / "settings.toml"
    monkeypatch.setattr("narabe.settings.SETTINGS_FILE", file)
    file.write_text("small_base = 12\nplan_start = 2030-04-01\n")
    ids("one")
    build()
    before = open_live()
    file.write_text("small_base = 99\n")
    assert open_live() is before
    assert before.settings.small_base == 12 and before.settings.plan_start.isoformat() == "2030-04-01"
    ids("two")
    build()
    assert open_live().settings == Settings(small_base=99)
    assert before.settings.small_base == 12


def test_twenty_threads_open_one_and_the_same_version(own_store: Path) -> None:
    build()
    with ThreadPoolExecutor(20) as threads:
        opened = list(threads.map(lambda _number: open_live(), range(60)))
    assert len({id(warehouse) for warehouse in opened}) == 1


def test_twenty_threads_go_on_asking_while_versions_change(
    own_store: Path, ids: Callable[..., list[str]]
) -> None:
    ids("version0")
    build()
    ended = threading.Event()

    def ask() -> set[str]:
        seen = set()
        while not ended.is_set():
            warehouse = open_live()
            assert len(warehouse.ask("metric_values", city="koriyama")) > 10
            assert select(COUNT).rows[0][0] > 300
            seen.add(warehouse.build_id)
        return seen

    with ThreadPoolExecutor(20) as threads:
        asking = [threads.submit(ask) for _ in range(20)]
        for number in range(1, 4):
            ids(f"version{number}")
            build()
        ended.set()
        seen = set().union(*(each.result() for each in asking))
    assert seen <= {f"version{number}" for number in range(4)} and len(seen) > 1
