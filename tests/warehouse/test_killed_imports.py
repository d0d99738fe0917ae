"""An import killed at any moment leaves the previous state whole; two at once both land."""

import shutil
import signal
from pathlib import Path

import pytest

from narabe.ledger import Imports, Ledger
from tests.warehouse.tree import Ran, Tree

MONTHS = "年月,キャッシュレス決済の利用件数\n2026年4月,1200\n2026年5月,1300\n"
ANSWERS = "回答番号,知っていますか\n" + "".join(
    f"{n},{'はい' if n % 2 else 'いいえ'}\n" for n in range(1, 25)
)
COUNT = "select count(*) from figures where origin = 'imported'"


@pytest.fixture
def own(tree: Tree, tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    shutil.copytree(tree.store, folder)
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "月次.csv"
    path.write_text(MONTHS, "utf-8")
    return path


def taken(tree: Tree, own: Path, file: Path, **more: str) -> Ran:
    return tree.narabe("import", str(file), "--dataset", "gores", "--by", "佐藤", store=str(own), **more)


def live(own: Path) -> str:
    version = Ledger(own).live()
    assert version is not None
    return version.version_id


@pytest.mark.parametrize(
    "moment",
    [
        "narabe.desk.drafts:remember",  # the bytes are copied
        "narabe.desk.laying:write_tables",  # the file is converted
        "narabe.desk.laying:prepare",  # the folder is complete
        "narabe.desk.imports:commit",  # its version is built
        "narabe.desk.imports:settle",  # the transaction is open
        "narabe.ledger.live:imports.add",  # the folder has its name
        "narabe.warehouse.build:sweep",  # import and version are recorded
        "narabe.ledger.connection:_commit",  # old files are swept
    ],
)
def test_an_import_killed_at_any_moment_leaves_the_previous_state(
    tree: Tree, own: Path, file: Path, moment: str
) -> None:
    before = live(own)
    assert taken(tree, own, file, die_at=moment).status == -signal.SIGKILL
    assert (live(own), Imports(own).every()) == (before, ())
    assert tree.narabe("query", COUNT, "--format", "csv", store=str(own)).out.splitlines()[1] == "0"
    again = taken(tree, own, file)
    assert again.status == 0, again.err
    (entry,) = Imports(own).every()
    assert [path.name for path in (own / "imports").iterdir()] == [entry.import_id]


def test_two_imports_at_the_same_time_both_land(tree: Tree, own: Path, file: Path, tmp_path: Path) -> None:
    other, place = tmp_path / "調査.csv", tmp_path / "place"
    other.write_text(ANSWERS, "utf-8")
    place.mkdir()
    meeting = {"meet_at": "narabe.warehouse.build:_make_live", "folder": str(place), "number": 2}
    requests = [
        {"arguments": ["import", str(path), "--dataset", name], "store": str(own), **meeting}
        for path, name in ((file, "gores"), (other, "mini"))
    ]
    both = tree.together(requests)
    assert [ran.status for ran in both] == [0, 0], [ran.err for ran in both]
    assert {entry.dataset for entry in Imports(own).every() if entry.active} == {"gores", "mini"}
    wanted = "select count(distinct coalesce(metric_id, wave)) from figures where origin = 'imported' and (metric_id = 'cashless_payments' or wave = 'in_mini')"
    assert tree.narabe("query", wanted, "--format", "csv", store=str(own)).out.splitlines()[1] == "2"
