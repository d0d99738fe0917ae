"""Everything of an import laid beside its original, ready to be committed."""

import hashlib
import json
from datetime import datetime
from pathlib import Path

from narabe.desk.drafts import Received
from narabe.intake.converted import Converted
from narabe.ledger.as_json import to_json
from narabe.model.imports import Counts, Signer
from narabe.model.intake import Kind
from narabe.warehouse.frozen_tables import write_tables
from narabe.warehouse.imports import FORMAT, folder_of
from narabe.words import import_sentences as say


def lay_down(
    draft: Received, named: tuple[Kind, str], done: Converted, signer: Signer, fictional: bool = False
) -> None:
    """Write tables, counts and entry of a draft, the entry last; `named` is its kind and the name of its dataset."""
    kind, dataset = named
    folder = folder_of(draft.draft_id)
    write_tables(folder / "tables", done.tables)
    (folder / "counts.json").write_text(to_json(Counts(done.rows, done.columns)), encoding="utf-8")
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


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
