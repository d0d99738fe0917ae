"""Every query states its grain in its header and has a caller."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUERIES = sorted((ROOT / "queries").rglob("*.sql"))
HEADER = ["purpose", "grain", "params", "returns"]


def stated(sql: str) -> list[str]:
    """The keys of the comment block a query opens with, in their order; a line without a key continues one."""
    keys: list[str] = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        if found := re.match(r"-- (\w+): \S", line):
            keys.append(found[1])
    return [key for key in keys if key in HEADER]


@cache
def house() -> str:
    """All Python of narabe/, as one text."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "narabe").rglob("*.py")))


def test_there_are_queries() -> None:
    assert QUERIES, "queries/ holds no query"


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_query_opens_with_its_header(path: Path) -> None:
    assert stated(path.read_text(encoding="utf-8")) == HEADER


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_query_has_a_caller(path: Path) -> None:
    """Named in a string of narabe/, or in a folder that narabe/ runs whole with `names("<folder>")`."""
    by_name = rf"""["'/]{re.escape(path.stem)}(\.sql)?["']"""
    by_folder = rf"""\bnames\(["']{re.escape(path.parent.name)}["']\)"""
    called = re.search(f"{by_name}|{by_folder}", house()) is not None
    assert called, f"narabe/ never names {path.stem}"


def test_a_header_may_run_over_lines() -> None:
    sql = "-- purpose: a\n-- grain: one row per b\n-- params: none\n-- returns: c,\n--   d\nselect 1"
    assert stated(sql) == HEADER
    assert stated("-- purpose: a\nselect 1\n-- grain: late") == ["purpose"]
