"""Remarks are added and kept: through migrations, second clicks, other writers and sudden ends."""

import sqlite3
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest

from narabe.ledger import Ledger, Remarks
from narabe.ledger.connection import connected
from narabe.ledger.schema import MIGRATIONS
from narabe.model.problem import Problem
from narabe.model.remark import Draft, Remark, RemarkKind
from tests.ledger.another_process import AnotherProcess, all_done

KPI, REGISTER = "kpi:online_procedures", "register:d01"

# The ledger as it was before there were remarks, with a version in it.
OLD_FORM = """
create table version (version_id text primary key, manifest text not null, built_at text not null) strict;
create table live (one integer primary key check (one = 1), version_id text not null references version,
    generation integer not null) strict;
insert into version values ('abc', '{"checks": 7}', '2026-11-01T00:00:00.000000+00:00');
insert into live values (1, 'abc', 41);
pragma user_version = 1;
"""
ANOTHER = AnotherProcess(
    "from narabe.ledger import Remarks; from narabe.model.remark import Draft, RemarkKind\n"
    "ledger = Remarks(folder)\n"
    f"draft = lambda body: Draft({KPI!r}, RemarkKind.COMMENT, body, 'd', 'a')"
)


def draft(body: str, subject: str = KPI, kind: RemarkKind = RemarkKind.COMMENT, **more: bool) -> Draft:
    return Draft(subject, kind, body, "デジタル戦略課", "佐藤", **more)


def bodies(found: tuple[Remark, ...]) -> list[str]:
    return [remark.body for remark in found]


def test_what_is_written_comes_back_the_newest_first(tmp_path: Path) -> None:
    ledger = Remarks(tmp_path)
    before = datetime.now(UTC)
    (first,) = ledger.add([draft("一つ目\n二行目 👍🏽")])
    (second,) = ledger.add([draft("二つ目", internal=True)])
    ledger.add([draft("別の対象", REGISTER, RemarkKind.REPLY)])
    assert ledger.on(KPI) == (second, first)
    assert (first.body, first.department, first.author, first.internal) == (
        "一つ目\n二行目 👍🏽",
        "デジタル戦略課",
        "佐藤",
        False,
    )
    assert second.internal and second.withdrawal is None
    assert before <= first.written_at <= second.written_at <= datetime.now(UTC)
    assert first.written_at.utcoffset() == timedelta(0)


def test_two_parts_of_one_act_carry_one_time(tmp_path: Path) -> None:
    comment, step = Remarks(tmp_path).add([draft("所見"), draft("対応", kind=RemarkKind.NEXT_STEP)])
    assert comment.written_at == step.written_at
    assert (comment.kind, step.kind) == (RemarkKind.COMMENT, RemarkKind.NEXT_STEP)


def test_before_anything_is_written_there_is_nothing_and_no_file(tmp_path: Path) -> None:
    assert Remarks(tmp_path).on(KPI) == Remarks(tmp_path).standing() == ()
    assert list(tmp_path.iterdir()) == []


def test_an_old_ledger_takes_remarks_and_keeps_what_it_held(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "ledger.sqlite") as old:
        old.executescript(OLD_FORM)
    old.close()
    Remarks(tmp_path).add([draft("移行後")])
    live = Ledger(tmp_path).live()
    assert live is not None
    assert (live.version_id, live.manifest, live.built_at) == (
        "abc",
        {"checks": 7},
        "2026-11-01T00:00:00.000000+00:00",
    )
    assert Ledger(tmp_path).generation() == 41
    assert bodies(Remarks(tmp_path).on(KPI)) == ["移行後"]
    with connected(tmp_path / "ledger.sqlite") as connection:
        assert connection.execute("pragma user_version").fetchone() == (len(MIGRATIONS),)
        assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
        assert connection.execute("pragma synchronous").fetchone() == (2,)  # FULL


@pytest.mark.parametrize(
    "statement",
    [
        "update remark set body = 'other'",
        "update remark set written_at = '2020-01-01T00:00:00.000000+00:00'",
        "delete from remark",
        "update withdrawal set author = 'other'",
        "delete from withdrawal",
    ],
)
def test_nothing_that_was_written_can_be_changed_or_removed(tmp_path: Path, statement: str) -> None:
    ledger = Remarks(tmp_path)
    (remark,) = ledger.add([draft("残る")])
    ledger.withdraw(remark.remark_id, "鈴木")
    before = ledger.on(KPI)
    plain = sqlite3.connect(tmp_path / "ledger.sqlite")
    with pytest.raises(sqlite3.IntegrityError, match="kept"):
        plain.execute(statement)
    plain.close()
    assert ledger.on(KPI) == before


def test_a_withdrawn_remark_says_who_and_when_and_stays(tmp_path: Path) -> None:
    ledger = Remarks(tmp_path)
    (kept,), (gone,) = ledger.add([draft("残す")]), ledger.add([draft("取り下げる")])
    moment = datetime.now(UTC)
    withdrawn = ledger.withdraw(gone.remark_id, "鈴木")
    assert withdrawn is not None and withdrawn.withdrawal is not None
    assert withdrawn.withdrawal.author == "鈴木"
    assert moment <= withdrawn.withdrawal.withdrawn_at <= datetime.now(UTC)
    assert ledger.on(KPI) == (withdrawn, kept)
    assert withdrawn.body == "取り下げる"
    assert ledger.standing() == (kept,)


def test_nothing_is_withdrawn_twice_or_without_being_there(tmp_path: Path) -> None:
    ledger = Remarks(tmp_path)
    (remark,) = ledger.add([draft("一度だけ")])
    assert ledger.withdraw(remark.remark_id, "鈴木") is not None
    before = ledger.on(KPI)
    assert ledger.withdraw(remark.remark_id, "田中") is None
    assert ledger.withdraw(999, "田中") is None
    assert ledger.on(KPI) == before


def test_a_second_click_is_no_second_remark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Remarks(tmp_path)
    (first,) = ledger.add([draft("変わりなし")])
    assert ledger.add([draft("変わりなし")]) == (first,)
    ledger.add([draft("変わりなし", kind=RemarkKind.NEXT_STEP)])  # another thing is said
    assert len(ledger.on(KPI)) == 2
    # the same words a month later are a remark of their own
    monkeypatch.setattr(import_module("narabe.ledger.remarks"), "SAME_ACT", timedelta(0))
    (later,) = ledger.add([draft("変わりなし")])
    assert later.remark_id != first.remark_id and len(ledger.on(KPI)) == 3


def test_what_was_withdrawn_can_be_said_again_at_once(tmp_path: Path) -> None:
    ledger = Remarks(tmp_path)
    (first,) = ledger.add([draft("やはり")])
    ledger.withdraw(first.remark_id, "佐藤")
    (again,) = ledger.add([draft("やはり")])
    assert again.remark_id > first.remark_id and ledger.standing() == (again,)


def test_two_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    """Both begin on a ledger of the old form, so that they migrate at the same time too."""
    with sqlite3.connect(tmp_path / "ledger.sqlite") as old:
        old.executescript(OLD_FORM)
    old.close()
    many = 40
    writers = [
        ANOTHER.doing(tmp_path, f"for n in range({many}): ledger.add([draft(f'{name} {{n}}')])")
        for name in ("one", "two")
    ]
    all_done(writers)
    found = Remarks(tmp_path).on(KPI)
    assert sorted(bodies(found)) == sorted(f"{name} {n}" for name in ("one", "two") for n in range(many))
    assert len({remark.remark_id for remark in found}) == 2 * many
    for name in ("one", "two"):  # each writer's own order is kept, the newest first
        own = [remark.body for remark in found if remark.body.startswith(name)]
        assert own == [f"{name} {n}" for n in reversed(range(many))]


def test_a_killed_writer_leaves_nothing_half(tmp_path: Path) -> None:
    ledger = Remarks(tmp_path)
    (before,) = ledger.add([draft("前からある")])
    ANOTHER.killed_before_the_end(tmp_path, "ledger.add([draft('first half'), draft('second half')])")
    assert ledger.on(KPI) == (before,)
    ANOTHER.killed_before_the_end(tmp_path, f"ledger.withdraw({before.remark_id}, 'x')")
    assert ledger.on(KPI) == (before,)
    ledger.add([draft("続けて書ける")])
    assert bodies(ledger.on(KPI)) == ["続けて書ける", "前からある"]


def test_a_failure_within_one_act_stores_no_part_of_it(tmp_path: Path) -> None:
    ledger = Remarks(tmp_path)
    with pytest.raises(Problem, match=r"ledger\.sqlite"):
        ledger.add([draft("書ける"), draft("")])  # the table itself refuses a remark without words
    assert ledger.on(KPI) == ()


def test_a_damaged_ledger_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(Problem, match=r"ledger\.sqlite"):
        Remarks(tmp_path).on(KPI)
