"""Bringing a file in: received, looked at, mapped, checked, previewed, committed; and taken back."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from narabe.desk import drafts
from narabe.desk.drafts import Received, opened
from narabe.desk.examining import examined, proposed, with_column
from narabe.desk.naming import checked_author, checked_signer, dataset_name
from narabe.desk.preview import previewed
from narabe.intake.converted import Converted
from narabe.intake.reading import guess_kind
from narabe.ledger import Change, Imports
from narabe.model.answers_plan import AnswersPlan
from narabe.model.imports import Counts, Examined, ImportEntry, Plan, Preview, Receipt, Signer
from narabe.model.intake import AS_FOUND, Kind, Progress, ReadOptions, Severity, quietly
from narabe.model.problem import Problem
from narabe.settings import openness, store
from narabe.warehouse import build
from narabe.warehouse.build import Act
from narabe.warehouse.frozen_tables import read_tables
from narabe.warehouse.imports import Taken, drop, folder_of, settle, sweep_forgotten, taken
from narabe.words import import_sentences as say


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file taken in one go: nothing was committed on a dry run."""

    preview: Preview
    receipt: Receipt | None


def receive(
    content: bytes | Path,
    file_name: str,
    options: ReadOptions = AS_FOUND,
    browser: bool = False,
    progress: Progress = quietly,
) -> Examined:
    """Keep the bytes as a draft and say what they are. Errors: Refused, and nothing kept."""
    _must_be_open(browser)
    sweep_forgotten()
    draft = drafts.keep(content, file_name, options, browser)
    try:
        with opened(draft, progress) as reading:
            return examined(reading)
    except BaseException:
        drop(folder_of(draft.draft_id))
        raise


def examine(draft_id: str, options: ReadOptions, progress: Progress = quietly) -> Examined:
    """Look again with what a person says about the file. Errors: Refused; the draft stays as it was."""
    draft = replace(drafts.received(draft_id), options=options)
    with opened(draft, progress) as reading:
        found = examined(reading)
    drafts.remember(draft)
    return found


def propose(
    draft_id: str, dataset: str, kind: Kind, codebook: bytes | None = None, progress: Progress = quietly
) -> Plan:
    """A mapping for the file. Errors: Refused; Problem for a name that cannot be one."""
    with opened(drafts.received(draft_id), progress) as reading:
        return proposed(reading, dataset_name(dataset), kind, codebook)


def propose_column(
    draft_id: str,
    plan: AnswersPlan,
    column: str,
    codebook: bytes | None = None,
    progress: Progress = quietly,
) -> AnswersPlan:
    """The mapping with a column that was left out as a question. Errors: Refused; Problem for an empty column."""
    with opened(drafts.received(draft_id), progress) as reading:
        return with_column(reading, plan, column, codebook)


def preview(
    draft_id: str, plan: Plan, signer: Signer, fictional: bool = False, progress: Progress = quietly
) -> Preview:
    """Convert, check and build the version that a commit would serve. Faults stand in the result.

    Errors: Refused for a file that cannot be read, Problem for a missing name.
    """
    with opened(drafts.received(draft_id), progress) as reading:
        return previewed(reading, plan, checked_signer(signer), fictional, progress)


def commit(draft_id: str, progress: Progress = quietly) -> Receipt:
    """Make what `preview` last checked part of the live version. Errors: Problem, and nothing changed."""
    draft, folder = drafts.received(draft_id), folder_of(draft_id)
    _must_be_open(draft.browser)
    if not (folder / "entry.json").exists():
        raise Problem(say.NOT_CHECKED, say.CHECK_FIRST)
    progress(say.COMMITTING)
    entry = _entry(draft, taken(draft_id), json.loads((folder / "entry.json").read_text("utf-8")))

    def record(change: Change) -> None:
        settle(draft_id)
        change.add_import(entry)

    built = build(Act(lambda active: (*active, draft_id), record))
    return Receipt(draft_id, built.version_id, entry.counts)


def discard(draft_id: str) -> None:
    """Remove a draft with all that is in it; a committed import stays."""
    try:
        folder = folder_of(draft_id)
    except Problem:
        return  # somebody else was faster
    if folder.name.startswith("."):
        drop(folder)


def take(
    path: Path,
    dataset: str,
    signer: Signer,
    options: ReadOptions = AS_FOUND,
    kind: Kind | None = None,
    codebook: bytes | None = None,
    fictional: bool = False,
    dry_run: bool = False,
    progress: Progress = quietly,
) -> Outcome:
    """A file from bytes to version in one go, by the proposed mapping; the draft is gone afterwards.

    Errors: Refused for a file that cannot be read; its other faults stand in the preview.
    """
    name, signed = dataset_name(dataset), checked_signer(signer)
    draft = drafts.keep(path, path.name, options, browser=False)
    try:
        with opened(draft, progress) as reading:
            plan = proposed(reading, name, kind or guess_kind(reading.sample), codebook)
            found = previewed(reading, plan, signed, fictional, progress)
        refused = any(fault.severity is Severity.ERROR for fault in found.faults)
        receipt = None if dry_run or refused else commit(draft.draft_id, progress)
        return Outcome(found, receipt)
    finally:
        discard(draft.draft_id)


def undo(import_id: str, author: str, browser: bool = False) -> Receipt:
    """Let an import no longer count. Errors: Problem when there is none, or it does not count."""
    return _switched(import_id, author, False, browser)


def redo(import_id: str, author: str, browser: bool = False) -> Receipt:
    """Let an undone import count again, at its old place. Errors: Problem when there is none, or it counts."""
    return _switched(import_id, author, True, browser)


def imports() -> tuple[ImportEntry, ...]:
    """Every import, the newest first."""
    return tuple(reversed(Imports(store()).every()))


def original(import_id: str) -> tuple[str, bytes]:
    """File name and bytes as received."""
    return _known(import_id).file_name, (folder_of(import_id) / "original").read_bytes()


def converted(draft_id: str) -> Converted:
    """The tables of the last preview, for the repaired file. Errors: Problem before one."""
    folder = folder_of(draft_id)
    if not (folder / "tables").is_dir():
        raise Problem(say.NOT_CHECKED, say.CHECK_FIRST)
    counts = json.loads((folder / "counts.json").read_text("utf-8"))
    return Converted(tuple(read_tables(folder / "tables")), (), counts["rows"], counts["columns"])


def answers_file(draft_id: str) -> Path | None:
    """The respondents of the last preview (Parquet), where the file holds answers."""
    path = folder_of(draft_id) / "answers.parquet"
    return path if path.exists() else None


def _entry(draft: Received, each: Taken, told: dict) -> ImportEntry:
    counts = json.loads((folder_of(draft.draft_id) / "counts.json").read_text("utf-8"))
    return ImportEntry(
        import_id=draft.draft_id,
        dataset=each.dataset,
        kind=each.kind,
        fictional=each.fictional,
        file_name=draft.file_name,
        sha256=draft.sha256,
        size=draft.size,
        signer=Signer(told["department"], told["author"]),
        at=datetime.now(UTC),
        counts=Counts(**counts),
        active=True,
    )


def _switched(import_id: str, author: str, active: bool, browser: bool) -> Receipt:
    _must_be_open(browser)
    name = checked_author(author)

    def after(before: tuple[str, ...]) -> tuple[str, ...]:
        if _known(import_id).active is active:
            raise Problem(say.already(import_id, active), say.LIST_IMPORTS)
        if not active:
            return tuple(each for each in before if each != import_id)
        return tuple(e.import_id for e in Imports(store()).every() if e.active or e.import_id == import_id)

    built = build(Act(after, lambda change: change.switch_import(import_id, active, name)))
    return Receipt(import_id, built.version_id, _known(import_id).counts)


def _known(import_id: str) -> ImportEntry:
    entry = Imports(store()).one(import_id)
    if entry is None:
        raise Problem(say.no_such_import(import_id), say.LIST_IMPORTS)
    return entry


def _must_be_open(browser: bool) -> None:
    if browser and not openness().imports_open:
        raise Problem(say.CLOSED, say.HOW_TO_OPEN)
