"""Build a version: to a draft, checked, then made current. A failed build leaves the old one serving."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from narabe.ledger import Change, Imports, Ledger, Superseded
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.settings import Settings, settings, store
from narabe.sources.inputs import input_digest
from narabe.warehouse.checks import CheckResult, run_checks
from narabe.warehouse.compose import compose
from narabe.warehouse.datasets import dataset_file, write_dataset
from narabe.warehouse.files import (
    discard,
    draft_file,
    figures_file,
    file_in_store,
    files_folder,
    place,
    readable,
    sweep,
)
from narabe.warehouse.imports import Taken, counting, folder_of
from narabe.warehouse.inputs import input_tables
from narabe.warehouse.practice import practice_files

ID_LENGTH = 16
TRIES = 5


@dataclass(frozen=True, slots=True)
class Built:
    """The version that is live after a build; `fresh` is false when it was so before."""

    version_id: str
    fresh: bool
    checks: int


@dataclass(frozen=True, slots=True)
class Act:
    """What becomes of the imports with a build: which are active after it, and what the ledger records
    in the very transaction that makes the version live."""

    active: Callable[[tuple[str, ...]], tuple[str, ...]]
    record: Callable[[Change], None]


def build_id(imports: Sequence[Taken] = ()) -> str:
    """Hash of inputs, queries, the code that shapes data, the imports that count and the DuckDB version."""
    said = [input_digest(), f"duckdb {duckdb.__version__}"]
    said += [f"{each.import_id} {each.digest}" for each in imports]
    return hashlib.sha256(" ".join(said).encode()).hexdigest()[:ID_LENGTH]


def build(act: Act | None = None) -> Built:
    """Make the version of today's inputs and imports live. Errors: Problem naming file, row, field or check."""
    files_folder()
    ledger = Ledger(store())
    for _ in range(TRIES):
        generation, active = ledger.generation(), Imports(store()).active()
        imports = counting(act.active(active) if act else active)
        version_id = build_id(imports)
        found = None if act else _found(ledger, version_id)
        built = found or _made(ledger, version_id, imports, generation, act)
        if built:
            return built
    raise Problem(
        Text(
            "作っている間に入力のファイルが何度も変わりました。",
            "The input files kept changing during the build.",
        ),
        Text("変更が終わってから、もう一度実行してください。", "Run it again once they rest."),
    )


def prepare(imports: Sequence[Taken]) -> Path:
    """The checked figures file of a version that is not live (yet): written now unless it is there.

    Errors: Problem naming the check that fails.
    """
    files_folder()
    version_id = build_id(imports)
    if not readable(figures_file(version_id)):
        draft = draft_file()
        try:
            _write(draft, imports)
            place(draft, version_id)
        finally:
            discard(draft)
    return figures_file(version_id)


def _found(ledger: Ledger, version_id: str) -> Built | None:
    """The wanted version, if it is live and its files are there."""
    live = ledger.live()
    if live is None or live.version_id != version_id or not readable(figures_file(version_id)):
        return None
    whole = all(file_in_store(name).exists() for name in live.manifest.get("datasets", {}).values())
    return Built(version_id, False, live.manifest["checks"]) if whole else None


def _made(
    ledger: Ledger, version_id: str, imports: Sequence[Taken], generation: int, act: Act | None
) -> Built | None:
    """A draft made live; None when the inputs or the live version changed meanwhile."""
    draft = draft_file()
    try:
        checks = _drafted(draft, version_id, imports)
        if checks is None:
            return None
        _write_datasets(imports)
        practice = practice_files(draft if draft.exists() else figures_file(version_id))
        manifest = _manifest(version_id, imports, practice, checks)
        _make_live(ledger, generation, draft, manifest, version_id, act)
    except Superseded:
        return None
    finally:
        discard(draft)
    return Built(version_id, True, checks)


def _drafted(draft: Path, version_id: str, imports: Sequence[Taken]) -> int | None:
    """Write the draft, unless its file is there, and count its checks; None when the inputs are no longer those of `version_id`."""
    if readable(figures_file(version_id)):
        return _checks_of(figures_file(version_id))
    try:
        checks = _write(draft, imports)
    except Problem:
        if build_id(imports) == version_id:
            raise
        return None
    return checks if build_id(imports) == version_id else None


def _write(draft: Path, imports: Sequence[Taken]) -> int:
    chosen, tables = settings(), input_tables(imports)
    with duckdb.connect(str(draft)) as connection:
        compose(connection, tables, chosen)
        results = run_checks(connection)
        _refuse_violations(results)
        _record_checks(connection, results)
        _record_settings(connection, chosen)
        connection.execute("drop schema raw cascade; drop schema staging cascade; checkpoint")
    return len(results)


def _checks_of(path: Path) -> int:
    with duckdb.connect(str(path), read_only=True) as connection:
        ((number,),) = connection.execute("select count(*) from checks").fetchall()
    return int(number)


def _write_datasets(imports: Sequence[Taken]) -> None:
    """The respondents of every import that holds answers, unless their file is there."""
    for each in imports:
        if each.answers and not dataset_file(each.answers).exists():
            write_dataset(folder_of(each.import_id), dataset_file(each.answers))


def _manifest(
    version_id: str, imports: Sequence[Taken], practice: dict[str, str], checks: int
) -> dict[str, Any]:
    """What the version holds. Answers somebody brought in come first, also under a name that ours have."""
    brought = {each.dataset: each for each in imports if each.answers}
    ours = {dataset: name for dataset, name in practice.items() if dataset not in brought}
    return {
        "figures": figures_file(version_id).name,
        "checks": checks,
        "imports": [each.import_id for each in imports],
        "datasets": {
            **{dataset: dataset_file(each.answers).name for dataset, each in brought.items() if each.answers},
            **ours,
        },
        "fictional": [*(dataset for dataset, each in brought.items() if each.fictional), *ours],
    }


def _make_live(
    ledger: Ledger, generation: int, draft: Path, manifest: dict[str, Any], version_id: str, act: Act | None
) -> None:
    """One transaction: compare, place the file, record and serve it, sweep. Errors: Superseded."""
    with ledger.changing(since=generation) as change:
        before = change.live()
        if draft.exists():
            place(draft, version_id)
        named = [figures_file(version_id), *map(file_in_store, manifest["datasets"].values())]
        if not all(path.exists() for path in named):
            raise Superseded  # a file found a moment ago was swept
        if act:
            act.record(change)
        change.set_live(version_id, manifest)
        sweep(change, before)


def _record_checks(connection: duckdb.DuckDBPyConnection, results: tuple[CheckResult, ...]) -> None:
    connection.execute(
        "create table checks (check_id text, purpose_ja text, purpose_en text, violations integer)"
    )
    connection.executemany(
        "insert into checks values (?, ?, ?, ?)",
        [[r.check_id, r.purpose.ja, r.purpose.en, len(r.violations)] for r in results],
    )


def _record_settings(connection: duckdb.DuckDBPyConnection, chosen: Settings) -> None:
    connection.execute("create table settings (small_base integer, plan_start date, mask_below integer)")
    connection.execute(
        "insert into settings values (?, ?, ?)", [chosen.small_base, chosen.plan_start, chosen.mask_below]
    )


def _refuse_violations(results: tuple[CheckResult, ...]) -> None:
    failed = [result for result in results if not result.passed]
    if not failed:
        return
    first, (where, found) = failed[0], failed[0].violations[0]
    raise Problem(
        Text(
            f"整合性チェック「{first.purpose.ja}」に合いません：{where}（{found}）。不合格 {len(failed)} 件。",
            f"Check “{first.purpose.en}” fails at {where} ({found}); {len(failed)} checks fail.",
        ),
        Text(
            "python -m narabe check で全件を確かめ、データを直してください。前の版はそのまま表示されます。",
            "Run python -m narabe check for the full list and mend the data. The previous version is still served.",
        ),
    )
