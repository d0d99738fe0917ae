"""The database is a function of files, and a build that does not end well changes nothing."""

import signal
from pathlib import Path
from typing import Any

import pytest

from narabe.ledger import Ledger
from tests.warehouse.tree import Ran, Tree

SURVEY = "data/published/koriyama-dx-2022-appendix/survey_results.csv"
PROGRESS = "select value from figures where figure_id = 'net2021_q2.progressing.all.share'"
SHAPING = [
    "data/settings.toml",
    "data/codebooks/groups.yml",
    "data/metrics/metrics.csv",
    "queries/marts/figures.sql",
    "queries/checks/grim.sql",
    "narabe/warehouse/compose.py",
]


def live(tree: Tree, store: Path | None = None) -> str:
    version = Ledger(store or tree.store).live()
    assert version is not None
    return version.version_id


def progress(tree: Tree, **more: str) -> Ran:
    return tree.narabe("query", PROGRESS, "--format", "csv", **more)


def built(tree: Tree, **more: Any) -> Ran:
    return tree.narabe("build", **more)


def files(store: Path) -> list[str]:
    """All but dataset files, which versions share."""
    found = sorted(path.name for path in (store / "files").iterdir())
    return [name for name in found if not name.startswith("dataset-")]


def settings(number: int) -> bytes:
    """Settings that give a version of its own and change nothing else."""
    return f"small_base = 30  # {number}\n".encode()


def test_the_same_inputs_give_the_same_version_wherever_they_lie(tree: Tree, tmp_path: Path) -> None:
    assert built(tree).status == 0
    assert built(tree, store=str(tmp_path)).status == 0
    assert live(tree, tmp_path) == live(tree)
    assert files(tmp_path) == [f"figures-{live(tree)}.duckdb"]


def test_a_second_build_does_nothing(tree: Tree) -> None:
    assert built(tree).status == 0
    file = tree.store / "files" / f"figures-{live(tree)}.duckdb"
    before = (file.stat().st_mtime_ns, file.stat().st_ino, Ledger(tree.store).live())
    # it would be killed if it came to read a table
    again = tree.narabe("build", die_at="narabe.warehouse.inputs:checked_tables")
    assert (again.status, live(tree) in again.out) == (0, True)
    assert (file.stat().st_mtime_ns, file.stat().st_ino, Ledger(tree.store).live()) == before


@pytest.mark.parametrize("path", SHAPING)
def test_a_changed_input_calls_for_another_version(tree: Tree, path: str) -> None:
    """The id is settled before any table is read, so the build is stopped as soon as it goes to work."""
    assert built(tree).status == 0
    mark = "\n-- changed\n" if path.endswith(".sql") else "\n# changed\n"
    with tree.holding(path, (tree.text(path) + mark).encode()):
        assert built(tree, die_at="narabe.warehouse.inputs:checked_tables").status == -signal.SIGKILL


def test_a_changed_input_gives_another_version(tree: Tree, tmp_path: Path) -> None:
    assert built(tree).status == 0
    with tree.holding("data/settings.toml", settings(4)):
        assert built(tree, store=str(tmp_path)).status == 0
    assert live(tree, tmp_path) != live(tree)


def test_a_changed_figure_is_served_after_the_build(tree: Tree, tmp_path: Path) -> None:
    # 91/326 is 27.9 %; 102/326 is 31.3 %: swap «progressing» and «neither», the sum stays 326
    old = "net2021,net2021_q2,progressing,all,share,27.9"
    other = "net2021,net2021_q2,neither,all,share,31.3"
    text = tree.text(SURVEY)
    assert text.count(old) == text.count(other) == 1
    swapped = text.replace(old, old[:-4] + "31.3").replace(other, other[:-4] + "27.9")
    store = str(tmp_path)
    with tree.holding(SURVEY, swapped.encode(), sealed=True):
        changed = tree.narabe("build", store=store)
    assert changed.status == 0, changed.err
    assert progress(tree, store=store).out == "value\n31.3\n"
    assert built(tree, store=store).status == 0
    assert progress(tree, store=store).out == "value\n27.9\n"


def test_a_violated_check_refuses_the_build_and_names_check_and_place(tree: Tree) -> None:
    before, kept = live(tree), files(tree.store)
    # 54.0 % (176/326) would stand first of three and yet be below the 56.7 % and 54.9 % after it
    broken = tree.edited(SURVEY, "paper_saving,all,share,58.9", "paper_saving,all,share,54.0")
    with tree.holding(SURVEY, broken, sealed=True):
        refused, listed = tree.together(
            [{"arguments": ["build"], "in_english_too": True}, {"arguments": ["--lang", "en", "check"]}]
        )
    english, mark, japanese = refused.err.partition("[1]\n")
    assert (refused.status, mark) == (1, "[1]\n") and "Traceback" not in refused.err
    assert "順位は割合の大きい順" in japanese and "ranks follow the printed shares" in english
    for said in (japanese, english):
        assert "net2021_q6: paper_saving" in said and "54.0" in said
    assert (live(tree), files(tree.store)) == (before, kept)
    assert progress(tree).out == "value\n27.9\n"

    marks = [line[0] for line in listed.out.splitlines() if line[0] in "✓✗"]
    assert listed.status == 1
    assert len(marks) == len(list((tree.root / "queries/checks").glob("*.sql")))
    assert marks.count("✗") == 1
    assert "    net2021_q6: paper_saving" in listed.out


@pytest.mark.parametrize(
    "moment",
    [
        "narabe.warehouse.build:compose",  # the draft is open and empty
        "narabe.warehouse.build:run_checks",  # the draft is full
        "narabe.warehouse.build:practice_files",  # the draft is closed
        "narabe.warehouse.build:_make_live",  # the fictional answers are there
        "narabe.warehouse.build:place",  # the transaction is open
        "narabe.ledger.live:json.dumps",  # the file has its name
        "narabe.warehouse.build:sweep",  # the version is recorded
        "narabe.ledger.connection:_commit",  # old files are swept
    ],
)
def test_a_build_killed_at_any_moment_leaves_the_previous_version(tree: Tree, moment: str) -> None:
    before = live(tree)
    with tree.holding("data/settings.toml", settings(1)):
        assert built(tree, die_at=moment).status == -signal.SIGKILL
    assert live(tree) == before
    assert progress(tree).out == "value\n27.9\n"


def test_a_file_placed_by_a_killed_build_is_swept_by_the_next(tree: Tree, tmp_path: Path) -> None:
    store = str(tmp_path)
    with tree.holding("data/settings.toml", settings(1)):
        assert built(tree, store=store, die_at="narabe.ledger.connection:_commit").status == -signal.SIGKILL
    assert len(files(tmp_path)) == 1 and Ledger(tmp_path).live() is None
    assert built(tree, store=store).status == 0
    assert files(tmp_path) == [f"figures-{live(tree, tmp_path)}.duckdb"]


def test_with_no_older_versions_to_keep_a_killed_build_still_leaves_the_previous_one(
    tree: Tree, tmp_path: Path
) -> None:
    store = str(tmp_path)
    assert built(tree, store=store).status == 0
    with tree.holding("data/settings.toml", b"versions_kept = 0\n"):
        assert built(tree, store=store, die_at="narabe.ledger.connection:_commit").status == -signal.SIGKILL
        assert progress(tree, store=store).out == "value\n27.9\n"


def test_after_a_killed_build_the_next_one_ends_well_and_clears_up(tree: Tree, tmp_path: Path) -> None:
    store = str(tmp_path)
    assert built(tree, store=store, die_at="narabe.warehouse.build:run_checks").status == -signal.SIGKILL
    assert len(files(tmp_path)) > 0 and Ledger(tmp_path).live() is None
    assert built(tree, store=store).status == 0
    assert files(tmp_path) == [f"figures-{live(tree, tmp_path)}.duckdb"]


def test_drafts_of_ended_processes_are_swept_and_those_of_living_ones_stay(
    tree: Tree, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    # 4194304 is one above the largest process number of Linux; process 1 always lives
    for name in (
        ".draft-4194304-0.duckdb",
        ".draft-4194304-0.duckdb.wal",
        ".draft-1-0.duckdb",
        ".draft-abc-1.duckdb",
        ".draft-99999999999999999999-1.duckdb",
        ".draft-0-1.duckdb",
    ):
        (folder / name).touch()
    assert built(tree, store=str(tmp_path)).status == 0
    assert [name for name in files(tmp_path) if name.startswith(".")] == [".draft-1-0.duckdb"]


def test_the_live_version_and_five_more_are_kept(tree: Tree, tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    older = [f"older{number}" for number in range(8)]
    for name in older:
        (tmp_path / "files" / f"figures-{name}.duckdb").touch()
        with Ledger(tmp_path).changing(Ledger(tmp_path).generation()) as change:
            change.set_live(name, {"checks": 0})
    assert built(tree, store=str(tmp_path)).status == 0
    kept = {*older[-5:], live(tree, tmp_path)}
    assert files(tmp_path) == sorted(f"figures-{name}.duckdb" for name in kept)
    assert {version.version_id for version in Ledger(tmp_path).versions()} == kept


def test_two_builds_at_the_same_time_both_end_well(tree: Tree, tmp_path: Path) -> None:
    store, place = tmp_path / "store", tmp_path / "place"
    place.mkdir()
    assert built(tree, store=str(store)).status == 0
    with tree.holding("data/settings.toml", settings(3)):
        both = meeting(tree, store, place, "narabe.warehouse.build:_make_live")
    assert [ran.status for ran in both] == [0, 0], [ran.err for ran in both]
    assert progress(tree, store=str(store)).out == "value\n27.9\n"
    assert len(files(store)) == 2  # the first version and the new one, and no draft
    assert Ledger(store).generation() == 2  # the second to come found the version live and made no other


def test_two_first_builds_at_the_same_time_both_end_well(tree: Tree, tmp_path: Path) -> None:
    store, place = tmp_path / "store", tmp_path / "place"
    place.mkdir()
    both = meeting(tree, store, place, "narabe.ledger.connection:migrate")
    assert [ran.status for ran in both] == [0, 0], [ran.err for ran in both]
    assert progress(tree, store=str(store)).out == "value\n27.9\n"


def meeting(tree: Tree, store: Path, place: Path, moment: str) -> list[Ran]:
    """Two builds into one store that wait for each other at `moment`."""
    request = {
        "arguments": ["build"],
        "store": str(store),
        "meet_at": moment,
        "folder": str(place),
        "number": 2,
    }
    return tree.together([request, request])


def test_a_lost_figures_file_is_built_again(tree: Tree, tmp_path: Path) -> None:
    for _ in range(2):
        assert built(tree, store=str(tmp_path)).status == 0
        (lost,) = (tmp_path / "files").glob("figures-*")
        assert progress(tree, store=str(tmp_path)).out == "value\n27.9\n"
        lost.unlink()


def test_a_lost_figures_file_is_said_in_words(tree: Tree, tmp_path: Path) -> None:
    assert built(tree, store=str(tmp_path)).status == 0
    (lost,) = (tmp_path / "files").glob("figures-*")
    lost.unlink()
    asked = progress(tree, store=str(tmp_path))
    assert asked.status == 1
    assert "Traceback" not in asked.err and "narabe build" in asked.err
