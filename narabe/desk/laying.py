"""Everything of an import laid beside its original, ready to be committed, and what it would change."""

import hashlib
import json
from datetime import datetime
from pathlib import Path

from narabe.desk.drafts import Received
from narabe.intake.converted import Converted
from narabe.ledger import Imports, Ledger
from narabe.ledger.as_json import to_json
from narabe.model.imports import Change, Counts, Effect, Signer
from narabe.model.intake import Kind
from narabe.settings import store
from narabe.warehouse.build import prepare
from narabe.warehouse.changes import changes
from narabe.warehouse.files import figures_file, readable
from narabe.warehouse.frozen_tables import write_tables
from narabe.warehouse.imports import FORMAT, counting, folder_of
from narabe.words import import_sentences as say


def lay_down(
    draft: Received, named: tuple[Kind, str], done: Converted, signer: Signer, fictional: bool = False
) -> None:
    """Write tables, counts and entry of a draft, the entry last; `named` is its kind and the name of its dataset."""
    kind, dataset = named
    folder = folder_of(draft.draft_id)
    write_tables(folder / "tables", done.tables)
    _keep_counts(draft.draft_id, Counts(done.rows, done.columns))
    answers = folder / "answers.parquet"
    entry = {
        "format": FORMAT,
        "import_id": draft.draft_id,
        "dataset": dataset,
        "kind": kind.value,
        "fictional": fictional,
        "file_name": draft.file_name,
        "sha256": draft.sha256,
        "size": draft.size,
        "department": signer.department,
        "author": signer.author,
        "received": datetime.now(say.TOKYO).date().isoformat(),
        "digest": _digest(sorted((folder / "tables").iterdir())) + signer.department,
        "answers": _digest([answers, folder / "codebook.yml"])[:16] if answers.exists() else None,
    }
    (folder / "entry.json").write_text(json.dumps(entry, ensure_ascii=False, indent=1), encoding="utf-8")


def count_changes(draft_id: str, done: Converted) -> tuple[Counts, tuple[Change, ...]]:
    """What a laid down draft adds to the version that serves: every change, and their number kept beside it.

    Errors: Problem where the figures contradict others.
    """
    live = Ledger(store()).live()
    current = figures_file(live.version_id) if live else None
    prepared = prepare(counting((*Imports(store()).active(), draft_id)))
    found = changes(prepared, current if current and readable(current) else None, draft_id)
    tally = {effect.value: sum(change.effect is effect for change in found) for effect in Effect}
    computed = sum(change.derived and change.effect is Effect.ADDED for change in found)
    counts = Counts(done.rows, done.columns, **tally, computed=computed)
    _keep_counts(draft_id, counts)
    return counts, found


def _keep_counts(draft_id: str, counts: Counts) -> None:
    (folder_of(draft_id) / "counts.json").write_text(to_json(counts), encoding="utf-8")


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
