"""Build a version: to a draft, checked, then made current. A failed build leaves the old one serving."""

import hashlib
import os
from dataclasses import dataclass

import duckdb

from narabe.ledger import Ledger
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.settings import store
from narabe.sources import checked_tables
from narabe.sources.inputs import input_digest
from narabe.warehouse.checks import CheckResult, run_checks
from narabe.warehouse.compose import compose
from narabe.warehouse.files import draft_file, figures_file, files_folder, sweep

ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Built:
    """The version that is live after a build; `fresh` is false when nothing had changed."""

    version_id: str
    fresh: bool
    checks: int


def build_id() -> str:
    """Hash of inputs, queries, the code that shapes data and the DuckDB version."""
    return hashlib.sha256(f"{input_digest()} duckdb {duckdb.__version__}".encode()).hexdigest()[:ID_LENGTH]


def build() -> Built:
    """Make the version of today's inputs live. Errors: Problem naming file, row, field or check."""
    version_id, ledger = build_id(), Ledger(store())
    files_folder()
    live = ledger.live()
    if live and live.version_id == version_id and figures_file(version_id).exists():
        return Built(version_id, False, live.manifest["checks"])
    checks = 0
    draft = draft_file()
    try:
        with duckdb.connect(str(draft)) as connection:
            compose(connection, checked_tables())
            results = run_checks(connection)
            _refuse_violations(results)
            _record(connection, results)
            connection.execute("drop schema raw cascade; drop schema staging cascade; checkpoint")
            checks = len(results)
        os.replace(draft, figures_file(version_id))
    finally:
        draft.unlink(missing_ok=True)
    ledger.set_live(version_id, {"figures": figures_file(version_id).name, "checks": checks})
    sweep()
    return Built(version_id, True, checks)


def _record(connection: duckdb.DuckDBPyConnection, results: tuple[CheckResult, ...]) -> None:
    connection.execute(
        "create table checks (check_id text, purpose_ja text, purpose_en text, violations integer)"
    )
    connection.executemany(
        "insert into checks values (?, ?, ?, ?)",
        [[r.check_id, r.purpose.ja, r.purpose.en, len(r.violations)] for r in results],
    )


def _refuse_violations(results: tuple[CheckResult, ...]) -> None:
    failed = [result for result in results if not result.passed]
    if not failed:
        return
    first, (place, found) = failed[0], failed[0].violations[0]
    raise Problem(
        Text(
            f"整合性チェック「{first.purpose.ja}」に合いません：{place}（{found}）。不合格 {len(failed)} 件。",
            f"Check “{first.purpose.en}” fails at {place} ({found}); {len(failed)} checks fail.",
        ),
        Text(
            "python -m narabe check で全件を確かめ、データを直してください。前の版はそのまま表示されます。",
            "Run python -m narabe check for the full list and mend the data. The previous version is still served.",
        ),
    )
