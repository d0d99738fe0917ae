"""Saved views are added to and kept: through migrations, second clicks, other writers and sudden ends."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from narabe.ledger import Ledger, NameTaken, Remarks, Superseded, Views
from narabe.ledger.connection import connected
from narabe.ledger.schema import MIGRATIONS
from narabe.model.problem import Problem
from narabe.model.remark import Draft, RemarkKind
from narabe.model.views import KeptView, ViewDraft
from tests.ledger.another_process import AnotherProcess, all_done

BEFORE_VIEWS = 3
"""The form of a ledger that knows versions, remarks and imports."""
ANOTHER = AnotherProcess(
    "from narabe.ledger import NameTaken, Superseded, Views; from narabe.model.views import ViewDraft\n"
    "ledger = Views(folder)\n"
    "draft = lambda name, content='{}': ViewDraft(name, '/crosstab', content, '市民課', 'a')"
)


def draft(
    name: str = "年代別", content: str = "{}", department: str = "市民課", page: str = "/crosstab"
) -> ViewDraft:
    return ViewDraft(name, page, content, department, "佐藤")


def names(found: tuple[KeptView, ...]) -> list[str]:
    return [view.draft.name for view in found]


def former_ledger(folder: Path) -> None:
    """A ledger as it was before there were views, with a version and a remark in it."""
    with sqlite3.connect(folder / "ledger.sqlite") as old:
        for statements in MIGRATIONS[:BEFORE_VIEWS]:
            for statement in statements:
                old.execute(statement)
        old.execute(
            "insert into version values ('abc', '{\"checks\": 7}', '2026-11-01T00:00:00.000000+00:00')"
        )
        old.execute("insert into live values (1, 'abc', 41)")
        old.execute(
            "insert into remark (subject, kind, body, department, author, internal, written_at)"
            " values ('kpi:x', 'comment', '前からある', 'd', 'a', 0, '2026-11-01T00:00:00.000000+00:00')"
        )
        old.execute(f"pragma user_version = {BEFORE_VIEWS}")
    old.close()


def test_a_view_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    ledger, before = Views(tmp_path), datetime.now(UTC)
    view = ledger.add(draft(content='{"a": "髙①👍🏽"}'))
    assert (view.revision, view.draft, view.withdrawn) == (1, draft(content='{"a": "髙①👍🏽"}'), None)
    assert before <= view.saved_at <= datetime.now(UTC)
    assert view.view_id.isdecimal() and len(view.view_id) == 5
    assert ledger.one(view.view_id) == view and ledger.newest() == ledger.revisions(view.view_id) == (view,)


def test_before_anything_is_saved_there_is_nothing_and_no_file(tmp_path: Path) -> None:
    assert Views(tmp_path).newest() == Views(tmp_path).revisions("12345") == ()
    assert Views(tmp_path).one("12345") is None
    assert list(tmp_path.iterdir()) == []


def test_a_change_is_a_revision_and_the_former_one_stays(tmp_path: Path) -> None:
    ledger = Views(tmp_path)
    first = ledger.add(draft(content="1"))
    ledger.add(draft("別のビュー"))
    second = ledger.change(first.view_id, 1, draft("年代別（改）", "2"))
    assert second is not None
    assert (second.view_id, second.revision, second.draft.content) == (first.view_id, 2, "2")
    assert ledger.revisions(first.view_id) == (first, second)
    assert names(ledger.newest()) == ["年代別（改）", "別のビュー"], "the one saved last first, each once"
    with pytest.raises(Superseded):
        ledger.change(first.view_id, 1, draft(content="3"))
    assert ledger.change("99999999", 1, draft("x")) is None


def test_withdrawing_and_restoring_are_acts(tmp_path: Path) -> None:
    ledger = Views(tmp_path)
    view = ledger.add(draft())
    moment = datetime.now(UTC)
    gone = ledger.withdraw(view.view_id, "鈴木")
    assert gone is not None and gone.withdrawn is not None
    assert gone.withdrawn.author == "鈴木" and moment <= gone.withdrawn.at <= datetime.now(UTC)
    assert replace(gone, withdrawn=None) == view
    assert ledger.withdraw(view.view_id, "田中") is None
    assert ledger.change(view.view_id, 1, draft(content="2")) is None, "a withdrawn view is not changed"
    assert ledger.restore(view.view_id, "田中") == view == ledger.one(view.view_id)
    assert ledger.restore(view.view_id, "田中") is None
    assert ledger.withdraw("99999", "x") is None and ledger.restore("99999", "x") is None
    with connected(ledger.path) as connection:
        acts = connection.execute("select act, author from view_act order by act_id").fetchall()
    assert acts == [("withdraw", "鈴木"), ("restore", "田中")]


def test_a_name_stands_once_in_a_department(tmp_path: Path) -> None:
    ledger = Views(tmp_path)
    first = ledger.add(draft())
    assert ledger.add(draft()) == first, "a second click is no second view"
    with pytest.raises(NameTaken) as taken:
        ledger.add(draft(content="other"))
    assert taken.value.view == first
    elsewhere = ledger.add(draft(department="税務課"))
    assert elsewhere.view_id != first.view_id
    ledger.withdraw(first.view_id, "x")
    again = ledger.add(draft(content="other"))
    with pytest.raises(NameTaken):
        ledger.restore(first.view_id, "x")
    renamed = ledger.add(draft("もう一つ"))
    with pytest.raises(NameTaken):
        ledger.change(renamed.view_id, 1, draft())
    assert {view.view_id for view in ledger.newest() if not view.withdrawn} == {
        elsewhere.view_id, again.view_id, renamed.view_id,
    }  # fmt: skip


def test_a_number_is_never_given_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the drawn numbers are all in use, one digit more is drawn."""
    drawn: list[int] = []

    def draw(below: int) -> int:
        drawn.append(below)
        return 17

    monkeypatch.setattr("narabe.ledger.views.secrets.randbelow", draw)
    ledger = Views(tmp_path)
    first = ledger.add(draft("一"))
    ledger.withdraw(first.view_id, "x")
    second = ledger.add(draft("二"))
    assert (first.view_id, second.view_id) == ("10017", "100017")
    assert drawn[0] == 90_000 and drawn[-1] == 900_000


@pytest.mark.parametrize(
    "statement",
    [
        "update saved_view set view_id = '1'",
        "delete from saved_view",
        "update view_revision set name = 'other'",
        "update view_revision set content = '9'",
        "delete from view_revision",
        "update view_act set author = 'other'",
        "delete from view_act",
    ],
)
def test_nothing_that_was_saved_can_be_changed_or_removed(tmp_path: Path, statement: str) -> None:
    ledger = Views(tmp_path)
    ledger.withdraw(ledger.add(draft()).view_id, "鈴木")
    before = ledger.newest()
    plain = sqlite3.connect(tmp_path / "ledger.sqlite")
    with pytest.raises(sqlite3.IntegrityError, match="kept"):
        plain.execute(statement)
    plain.close()
    assert ledger.newest() == before


def test_a_former_ledger_takes_views_and_keeps_what_it_held(tmp_path: Path) -> None:
    former_ledger(tmp_path)
    assert Views(tmp_path).newest() == ()
    Views(tmp_path).add(draft())
    live = Ledger(tmp_path).live()
    assert live is not None
    assert (live.version_id, live.manifest, Ledger(tmp_path).generation()) == ("abc", {"checks": 7}, 41)
    assert [remark.body for remark in Remarks(tmp_path).on("kpi:x")] == ["前からある"]
    Remarks(tmp_path).add([Draft("kpi:x", RemarkKind.COMMENT, "後から", "d", "a")])
    assert names(Views(tmp_path).newest()) == ["年代別"]
    with connected(tmp_path / "ledger.sqlite") as connection:
        assert connection.execute("pragma user_version").fetchone() == (len(MIGRATIONS),)


def test_two_processes_save_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    """Both begin on a ledger of the former form, so that they migrate at the same time too."""
    former_ledger(tmp_path)
    many = 30
    writers = [
        ANOTHER.doing(tmp_path, f"for n in range({many}): ledger.add(draft(f'{name} {{n}}'))")
        for name in ("one", "two")
    ]
    all_done(writers)
    found = Views(tmp_path).newest()
    assert sorted(names(found)) == sorted(f"{name} {n}" for name in ("one", "two") for n in range(many))
    assert len({view.view_id for view in found}) == 2 * many


def test_of_two_who_change_one_view_each_step_has_one_winner(tmp_path: Path) -> None:
    """Each tries until it has changed the view 20 times: 40 revisions after the first, none overwritten unseen."""
    ledger = Views(tmp_path)
    view = ledger.add(draft("共有", content="0"))
    act = (
        "done = 0\n"
        "while done < 20:\n"
        f"    now = ledger.one({view.view_id!r})\n"
        "    try:\n"
        "        ledger.change(now.view_id, now.revision, draft('共有', str(int(now.draft.content) + 1)))\n"
        "        done += 1\n"
        "    except Superseded:\n"
        "        pass\n"
    )
    writers = [ANOTHER.doing(tmp_path, act) for _ in range(2)]
    all_done(writers)
    found = ledger.revisions(view.view_id)
    assert [each.draft.content for each in found] == [str(n) for n in range(41)]


def test_two_who_take_one_name_at_once_get_one_view(tmp_path: Path) -> None:
    act = (
        "import os\n"
        "try:\n    ledger.add(draft('取り合い', str(os.getpid())))\n"
        "except NameTaken:\n    print('taken')\n"
    )
    writers = [ANOTHER.doing(tmp_path, act) for _ in range(2)]
    said = [writer.communicate(timeout=60)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert sorted(said) == ["", "taken\n"] and len(Views(tmp_path).newest()) == 1


def test_a_killed_writer_leaves_nothing_half(tmp_path: Path) -> None:
    ledger = Views(tmp_path)
    view = ledger.add(draft())
    ANOTHER.killed_before_the_end(tmp_path, "ledger.add(draft('half'))")
    ANOTHER.killed_before_the_end(tmp_path, f"ledger.change({view.view_id!r}, 1, draft('half'))")
    ANOTHER.killed_before_the_end(tmp_path, f"ledger.withdraw({view.view_id!r}, 'x')")
    assert ledger.newest() == ledger.revisions(view.view_id) == (view,)
    with connected(ledger.path) as connection:
        assert connection.execute("select count(*) from saved_view").fetchone() == (1,), (
            "no number without a view"
        )
    assert ledger.change(view.view_id, 1, draft("続き")) is not None


def test_a_damaged_ledger_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(Problem, match=r"ledger\.sqlite"):
        Views(tmp_path).newest()
