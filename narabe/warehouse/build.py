"""Build a version: to a draft, checked, then made current. A failed build leaves the old one serving."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import duckdb

from narabe.ledger import Ledger, Superseded
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.settings import Settings, settings, store
from narabe.sources import checked_tables
from narabe.sources.inputs import input_digest
from narabe.warehouse.checks import CheckResult, run_checks
from narabe.warehouse.compose import compose
from narabe.warehouse.files import discard, draft_file, figures_file, files_folder, place, readable, sweep

ID_LENGTH = 16
TRIES = 5


@dataclass(frozen=True, slots=True)
class Built:
    """The version that is live after a build; `fresh` is false when it was so before."""

    version_id: str
    fresh: bool
    checks: int


def build_id() -> str:
    """Hash of inputs, queries, the code that shapes data and the DuckDB version."""
    return hashlib.sha256(f"{input_digest()} duckdb {duckdb.__version__}".encode()).hexdigest()[:ID_LENGTH]


def build() -> Built:
    """Make the version of today's inputs live. Errors: Problem naming file, row, field or check."""
    files_folder()
    ledger = Ledger(store())
    for _ in range(TRIES):
        generation, version_id = ledger.generation(), build_id()
        built = _found(ledger, version_id) or _made(ledger, version_id, generation)
        if built:
            return built
    raise Problem(
        Text(
            "作っている間に入力のファイルが何度も変わりました。",
            "The input files kept changing during the build.",
        ),
        Text("変更が終わってから、もう一度実行してください。", "Run it again once they rest."),
    )


def _found(ledger: Ledger, version_id: str) -> Built | None:
    """The wanted version, if it is live and its file is whole."""
    live = ledger.live()
    if live and live.version_id == version_id and readable(figures_file(version_id)):
        return Built(version_id, False, live.manifest["checks"])
    return None


def _made(ledger: Ledger, version_id: str, generation: int) -> Built | None:
    """A draft made live; None when the inputs or the live version changed meanwhile."""
    draft = draft_file()
    try:
        checks = _drafted(draft, version_id)
        if checks is None:
            return None
        _make_live(ledger, generation, draft, version_id, checks)
    except Superseded:
        return None
    finally:
        discard(draft)
    return Built(version_id, True, checks)


def _drafted(draft: Path, version_id: str) -> int | None:
    """Write the draft and count its checks; None when the inputs are no longer those of `version_id`."""
    try:
        checks = _write(draft)
    except Problem:
        if build_id() == version_id:
            raise
        return None
    return checks if build_id() == version_id else None


def _write(draft: Path) -> int:
    chosen, tables = settings(), checked_tables()
    with duckdb.connect(str(draft)) as connection:
        compose(connection, tables)
        results = run_checks(connection)
        _refuse_violations(results)
        _record_checks(connection, results)
        _record_settings(connection, chosen)
        connection.execute("drop schema raw cascade; drop schema staging cascade; checkpoint")
    return len(results)


def _make_live(ledger: Ledger, generation: int, draft: Path, version_id: str, checks: int) -> None:
    """One transaction: compare, place the file, record and serve it, sweep. Errors: Superseded."""
    with ledger.changing(since=generation) as change:
        before = change.live()
        place(draft, version_id)
        change.set_live(version_id, {"figures": figures_file(version_id).name, "checks": checks})
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
    connection.execute("create table settings (small_base integer, plan_start date)")
    connection.execute("insert into settings values (?, ?)", [chosen.small_base, chosen.plan_start])


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
