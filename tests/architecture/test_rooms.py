"""The rooms of narabe: each imports alone, the model stands on the standard library, `import narabe` is light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "narabe"
ROOMS = sorted(
    f"narabe.{path.stem}"
    for path in HOUSE.iterdir()
    if (path.is_dir() and (path / "__init__.py").exists())
    or (path.suffix == ".py" and path.stem not in {"__init__", "__main__"})
)
HEAVY = ("pandas", "numpy", "streamlit", "duckdb", "altair", "pyarrow", "scipy", "frictionless", "openpyxl")
LIGHT_ROOMS = ["narabe", "narabe.model", "narabe.words"]
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc"}


def fresh(code: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a new interpreter in the project folder."""
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_alone(room: str) -> None:
    done = fresh(f"import {room}")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("room", LIGHT_ROOMS)
def test_nothing_heavy_is_loaded_by(room: str) -> None:
    done = fresh(f"import {room}, sys; print(*[m for m in {HEAVY!r} if m in sys.modules])")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_every_room_is_a_package() -> None:
    """A folder without __init__.py would escape the import contracts."""
    bare = [
        p.name
        for p in HOUSE.rglob("*")
        if p.is_dir() and list(p.glob("*.py")) and not (p / "__init__.py").exists()
    ]
    assert bare == []


@pytest.mark.parametrize("path", sorted((HOUSE / "model").rglob("*.py")), ids=lambda p: p.name)
def test_the_model_stands_on_the_standard_library(path: Path) -> None:
    imported: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                imported |= {name.name for name in names}
            case ast.ImportFrom(module=str(module), level=0):
                imported.add(module)
    foreign = {
        name
        for name in imported
        if name.split(".")[0] not in sys.stdlib_module_names and name.split(".")[:2] != ["narabe", "model"]
    }
    assert foreign == set()


def test_every_module_has_a_telling_name() -> None:
    assert [str(p.relative_to(ROOT)) for p in HOUSE.rglob("*.py") if NAMELESS & {p.stem, p.parent.name}] == []
