"""Every file of the corpus through the desk: a messy one comes in, a bad one is refused with its sentence."""

import shutil
from importlib import import_module
from pathlib import Path

import pytest

from narabe.desk import imports as desk
from narabe.ledger import Imports, Ledger
from narabe.model.imports import Counts, Signer
from narabe.model.intake import Fault, Refused, Severity
from narabe.settings import Limits
from tests.intake.corpus import answers, figures, readability, readers
from tests.intake.corpus.case import Bad, Case, Good

BUILT = [*answers.CASES, *figures.CASES]
CASES = [*BUILT, *readers.CASES, *readability.CASES]


@pytest.fixture(scope="module")
def own(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the session's store: nothing is committed."""
    folder = tmp_path_factory.mktemp("whole") / "store"
    shutil.copytree(store, folder)
    return folder


def test_there_are_sixty_and_more_and_none_twice() -> None:
    names = [case.name for case in CASES]
    assert len(names) >= 60 and len(set(names)) == len(names)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_of_the_corpus(case: Case, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NARABE_STORE", str(own))
    if case.limits != Limits():
        monkeypatch.setattr(import_module("narabe.desk.drafts"), "limits", lambda: case.limits)
    if case not in BUILT:  # how such a file is read is in question, not what a version makes of it
        monkeypatch.setattr(
            import_module("narabe.desk.preview"),
            "count_changes",
            lambda _id, done: (Counts(done.rows, 0), ()),
        )
    before = (Ledger(own).generation(), Imports(own).every())
    path = tmp_path / Path(case.file_name).name
    path.write_bytes(case.make())
    kind = case.expect.kind if isinstance(case.expect, Good) else None
    faults = taken(path, case, kind)
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    if isinstance(case.expect, Bad):
        said = [fault for fault in faults if case.expect.message_part_ja in fault.message.ja]
        assert said and said[0].severity is case.expect.severity, [fault.message.ja for fault in faults]
        assert all(fault.advice.ja for fault in errors), "an error says what to do"
    else:
        assert not errors, [fault.message.ja for fault in errors]
        unsaid = [part for part in case.expect.says if not any(part in fault.message.ja for fault in faults)]
        assert not unsaid, [fault.message.ja for fault in faults]
    assert (Ledger(own).generation(), Imports(own).every()) == before
    assert list((own / "imports").iterdir()) == []


def taken(path: Path, case: Case, kind: object) -> tuple[Fault, ...]:
    try:
        outcome = desk.take(
            path,
            "corpus",
            Signer("課", "者"),
            options=case.options,
            kind=kind,
            dry_run=True,  # type: ignore[arg-type]
        )
    except Refused as refused:
        return refused.faults
    return outcome.preview.faults
