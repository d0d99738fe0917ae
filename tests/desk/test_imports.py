"""A file from bytes to version and back: nothing lost, nothing half-done."""

import json
import os
import time
from pathlib import Path

import pytest

from narabe.desk import imports as desk
from narabe.ledger import Imports, Ledger
from narabe.model.imports import Effect, Signer
from narabe.model.intake import Kind, Refused, Severity
from narabe.model.problem import Problem
from narabe.warehouse import build, open_live, select

SIGNER = Signer("デジタル戦略課", "佐藤")
MONTHS = "年月,キャッシュレス決済の利用件数\n2026年4月,1200\n2026年5月,1300\n2026年6月,1500\n"
ANSWERS = "回答番号,性別,「DX」という言葉の認知,利用時間（分）\n" + "".join(
    f"{number},{'男性' if number % 2 else '女性'},{'知っている' if number % 3 else '知らない'},{number}\n"
    for number in range(1, 31)
)


@pytest.fixture
def own(own_store: Path) -> Path:
    """A copy of the session's store, with the version of today's files, to import into."""
    build()
    return own_store


def given(folder: Path, text: str, name: str = "月次.csv", encoding: str = "cp932") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def live(store: Path) -> str:
    version = Ledger(store).live()
    assert version is not None
    return version.version_id


def imported_values() -> list[tuple]:
    return list(
        select(
            "select metric_id, period_start::text, value from figures where origin = 'imported' "
            "and metric_id is not null and months = 1 order by all"
        ).rows
    )


def left_over(store: Path) -> list[str]:
    """What lies in the imports' folder that no import names."""
    known = {entry.import_id for entry in Imports(store).every()}
    return [path.name for path in (store / "imports").iterdir() if path.name not in known]


def test_monthly_figures_reach_the_figures_with_their_origin(own: Path, tmp_path: Path) -> None:
    path = given(tmp_path, MONTHS)
    outcome = desk.take(path, "gores", SIGNER)
    assert outcome.receipt is not None
    assert (outcome.preview.counts.rows, outcome.preview.counts.columns) == (3, 2)
    assert imported_values() == [
        ("cashless_payments", "2026-04-01", 1200.0),
        ("cashless_payments", "2026-05-01", 1300.0),
        ("cashless_payments", "2026-06-01", 1500.0),
    ]
    (entry,) = desk.imports()
    assert (entry.signer, entry.file_name, entry.kind, entry.active) == (
        SIGNER,
        "月次.csv",
        Kind.FIGURES,
        True,
    )
    assert desk.original(entry.import_id) == ("月次.csv", path.read_bytes())
    folder = own / "imports" / entry.import_id
    assert json.loads((folder / "entry.json").read_text("utf-8"))["format"] == 1
    assert json.loads((folder / "plan.json").read_text("utf-8"))["dataset"] == "gores"
    assert left_over(own) == []


def test_answers_become_figures_of_a_wave_and_a_dataset_file(own: Path, tmp_path: Path) -> None:
    outcome = desk.take(given(tmp_path, ANSWERS, "調査.csv"), "mini", SIGNER)
    assert outcome.receipt is not None and outcome.preview.counts.rows == 30
    shares = select(
        "select group_ja, value, numerator, denominator from figures where wave = 'in_mini' and kind = 'survey_share' "
        "and subject_ja like '%知らない' order by group_ja"
    ).rows
    # 30 people, every third does not know: 10; of 15 men (odd numbers) 3, 9, 15, 21, 27; of 15 women 6, 12, 18, 24, 30
    assert [(group, round(value, 9), n, base) for group, value, n, base in shares] == [
        ("全体", round(100 * 10 / 30, 9), 10, 30),
        ("女性", round(100 * 5 / 15, 9), 5, 15),
        ("男性", round(100 * 5 / 15, 9), 5, 15),
    ]
    version = Ledger(own).live()
    assert version is not None
    dataset, *ours = version.manifest["datasets"].items()
    assert dataset[0] == "mini" and (own / "files" / dataset[1]).exists()
    assert all(name in version.manifest["fictional"] for name, _ in ours)


def test_a_dry_run_changes_nothing(own: Path, tmp_path: Path) -> None:
    before = live(own)
    outcome = desk.take(given(tmp_path, MONTHS), "gores", SIGNER, dry_run=True)
    assert outcome.receipt is None and outcome.preview.counts.added >= 3
    assert (live(own), desk.imports(), left_over(own)) == (before, (), [])


def test_a_file_that_cannot_be_read_changes_nothing(own: Path, tmp_path: Path) -> None:
    before = live(own)
    with pytest.raises(Refused) as refused:
        desk.take(given(tmp_path, ""), "gores", SIGNER)
    assert refused.value.faults[0].severity is Severity.ERROR
    assert (live(own), desk.imports(), left_over(own)) == (before, (), [])


def test_undo_and_redo_go_to_the_very_versions_there_were(own: Path, tmp_path: Path) -> None:
    before = live(own)
    first = desk.take(given(tmp_path, MONTHS), "gores", SIGNER).receipt
    assert first is not None
    second = desk.take(given(tmp_path, ANSWERS, "調査.csv"), "mini", SIGNER).receipt
    assert second is not None
    both = live(own)
    desk.undo(second.import_id, "鈴木")
    assert live(own) == first.version_id
    desk.undo(first.import_id, "鈴木")
    assert live(own) == before and imported_values() == []
    desk.redo(second.import_id, "佐藤")
    desk.redo(first.import_id, "佐藤")
    assert live(own) == both
    assert [act for entry in desk.imports() for act, _, _ in entry.history] == ["undo", "redo"] * 2


def test_undoing_twice_is_said(own: Path, tmp_path: Path) -> None:
    receipt = desk.take(given(tmp_path, MONTHS), "gores", SIGNER).receipt
    assert receipt is not None
    desk.undo(receipt.import_id, "鈴木")
    with pytest.raises(Problem, match="undone already"):
        desk.undo(receipt.import_id, "鈴木")
    with pytest.raises(Problem, match="no import"):
        desk.undo("20260101-00000000", "鈴木")
    with pytest.raises(Problem, match="no import"):
        desk.undo("../../etc", "鈴木")


def test_the_same_bytes_again_are_said_to_be_there(own: Path, tmp_path: Path) -> None:
    path = given(tmp_path, MONTHS)
    first = desk.take(path, "gores", SIGNER).receipt
    assert first is not None
    again = desk.take(path, "gores", SIGNER)
    said = [fault.message.ja for fault in again.preview.faults if fault.severity is Severity.WARNING]
    assert any(first.import_id in sentence for sentence in said)
    assert again.preview.counts.added == again.preview.counts.changed == 0


def test_a_later_file_changes_what_it_states_and_leaves_the_rest(own: Path, tmp_path: Path) -> None:
    desk.take(given(tmp_path, MONTHS), "gores", SIGNER)
    later = given(tmp_path, "年月,キャッシュレス決済の利用件数\n2026年6月,1550\n2026年7月,1600\n", "七月.csv")
    preview = desk.take(later, "gores", SIGNER).preview
    months = [change for change in preview.changes if change.period.ja in ("2026年6月", "2026年7月")]
    assert [(change.effect, change.before, change.after) for change in months] == [
        (Effect.CHANGED, 1500.0, 1550.0),
        (Effect.ADDED, None, 1600.0),
    ]
    assert {(change.period.en, change.unit.en) for change in months} == {
        ("Jun 2026", "cases"),
        ("Jul 2026", "cases"),
    }
    assert [value for _, _, value in imported_values()] == [1200.0, 1300.0, 1550.0, 1600.0]


def test_the_steps_of_the_wizard_come_to_the_same_as_one_go(own: Path) -> None:
    examined = desk.receive(MONTHS.encode("cp932"), "月次.csv", browser=True)
    assert examined.kind is Kind.FIGURES and examined.detection.encoding == "cp932"
    plan = desk.propose(examined.draft_id, "gores", examined.kind)
    with pytest.raises(Problem):
        desk.commit(examined.draft_id)  # nothing was checked yet
    preview = desk.preview(examined.draft_id, plan, SIGNER)
    assert preview.counts.added >= 3 and imported_values() == []
    desk.commit(examined.draft_id)
    assert [value for _, _, value in imported_values()] == [1200.0, 1300.0, 1500.0]


def test_cancelling_leaves_nothing_behind(own: Path) -> None:
    before = live(own)
    examined = desk.receive(MONTHS.encode("cp932"), "月次.csv", browser=True)
    plan = desk.propose(examined.draft_id, "gores", examined.kind)
    desk.preview(examined.draft_id, plan, SIGNER)
    desk.discard(examined.draft_id)
    assert (live(own), left_over(own)) == (before, [])
    with pytest.raises(Problem):
        desk.commit(examined.draft_id)


def test_a_warehouse_opened_before_keeps_its_figures_and_a_new_one_has_the_import(
    own: Path, tmp_path: Path
) -> None:
    before = open_live()
    desk.take(given(tmp_path, MONTHS), "gores", SIGNER)
    assert not any(row["origin"] == "imported" for row in before.ask("metric_values", city="koriyama"))
    assert any(row["origin"] == "imported" for row in open_live().ask("metric_values", city="koriyama"))


@pytest.mark.parametrize("name", ["", "a b", "../x", "a/b", "x" * 61])
def test_a_name_that_cannot_be_one_is_said(own: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(Problem, match="cannot be the name"):
        desk.take(given(tmp_path, MONTHS), name, SIGNER)
    assert left_over(own) == []


def test_a_missing_name_of_the_person_is_said(own: Path, tmp_path: Path) -> None:
    with pytest.raises(Problem):
        desk.take(given(tmp_path, MONTHS), "gores", Signer("", ""))
    assert left_over(own) == []


def test_a_draft_that_nobody_came_back_to_goes_with_the_next_file(own: Path) -> None:
    first = desk.receive(MONTHS.encode(), "月次.csv", browser=True)
    second = desk.receive(MONTHS.encode(), "月次.csv", browser=True)
    assert len(left_over(own)) == 2, "one who looks at other pages finds the file again"
    yesterday = time.time() - 24 * 3600 - 60
    (folder,) = (own / "imports").glob(f".draft-*-{first.draft_id}")
    os.utime(folder, (yesterday, yesterday))
    third = desk.receive(MONTHS.encode(), "月次.csv", browser=True)
    assert sorted(name[-17:] for name in left_over(own)) == sorted([second.draft_id, third.draft_id])
