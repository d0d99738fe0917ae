"""A page is a sentence: pick, compute, show. What it must not hold is found by one walk of its tree."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "pages").rglob("*.py"))
REGISTRY = ROOT / "narabe" / "ui" / "registry.py"
MOST_LINES = 40

FORBIDDEN: dict[str, tuple[type[ast.AST], ...]] = {
    "a definition": (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef),
    "a lambda": (ast.Lambda,),
    "a loop": (ast.For, ast.AsyncFor, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    "arithmetic": (ast.BinOp, ast.AugAssign),
}
SQL = re.compile(
    r"\b(select\b.+\bfrom|insert\s+into|update\b.+\bset|delete\s+from|with\b.+\bas\s*\()", re.I | re.S
)
HEAVY = {"streamlit", "pandas", "duckdb", "altair", "sqlite3", "frictionless", "numpy"}


def faults(source: str) -> list[str]:
    """What a page may not hold: `line n: what`."""
    found = [f"{len(source.splitlines())} lines"] if len(source.splitlines()) > MOST_LINES else []
    for node in ast.walk(ast.parse(source)):
        found += [
            f"line {node.lineno}: {what}" for what, kinds in FORBIDDEN.items() if isinstance(node, kinds)
        ]
        match node:
            case ast.Constant(value=str(text)) if SQL.search(text):
                found.append(f"line {node.lineno}: SQL")
            case ast.Attribute(attr="session_state") | ast.Name(id="session_state"):
                found.append(f"line {node.lineno}: session_state")
            case ast.Import(names=names):
                found += [f"line {node.lineno}: {n.name}" for n in names if n.name.split(".")[0] in HEAVY]
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in HEAVY:
                found.append(f"line {node.lineno}: {module}")
    return found


def test_there_are_pages() -> None:
    assert PAGES, "pages/ holds no page"


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_page_is_a_sentence(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_page_is_registered(path: Path) -> None:
    relative = path.relative_to(ROOT / "pages")
    registry = REGISTRY.read_text(encoding="utf-8")
    assert str(relative) in registry, f"{relative} is not named in {REGISTRY.relative_to(ROOT)}"
    assert len(relative.parts) == 2, "a page lies one folder deep: pages/<section>/<page>.py"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("x = 1 + 2", "arithmetic"),
        ("x += 1", "arithmetic"),
        ("def f(): pass", "a definition"),
        ("f = lambda: 1", "a lambda"),
        ("x = [y for y in z]", "a loop"),
        ("x = st.session_state", "session_state"),
        ("x = 'select a from b'", "SQL"),
        ("import streamlit as st", "streamlit"),
        ("from duckdb import connect", "duckdb"),
    ],
)
def test_the_walk_finds(line: str, fault: str) -> None:
    assert faults(line) == [f"line 1: {fault}"]


def test_the_walk_lets_a_plain_page_pass() -> None:
    assert faults("from narabe import ui\n\nscope = ui.current_scope()\nui.show(scope, beside=None)\n") == []
