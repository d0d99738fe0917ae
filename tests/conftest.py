"""One throw-away store for the whole session: no test ever reads or writes the store in data/built."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BROWSER_TESTS = Path(__file__).resolve().parent / "browser"
BUILD_SECONDS = 180
WRITTEN = ("remark", "import", "saved_view")
"""Tables of the ledger that hold what people wrote."""


def pytest_configure(config: pytest.Config) -> None:
    """Set NARABE_STORE before any test module imports the app."""
    os.environ["NARABE_STORE"] = tempfile.mkdtemp(prefix="narabe-store-")


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(os.environ.pop("NARABE_STORE"), ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: they are slow, and Playwright keeps an event loop in this thread from then on."""
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project folder."""
    return ROOT


@pytest.fixture(scope="session")
def store() -> Path:
    """The store named by NARABE_STORE, built once per session by `python -m narabe build`."""
    built = subprocess.run(
        [sys.executable, "-m", "narabe", "build"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=BUILD_SECONDS,
    )
    if built.returncode != 0:
        pytest.fail(f"`python -m narabe build` ended with {built.returncode}\n{built.stdout}\n{built.stderr}")
    return Path(os.environ["NARABE_STORE"])


@pytest.fixture(autouse=True, scope="module")
def _nobody_writes_into_the_sessions_store() -> Iterator[None]:
    """What one module saved there would stand on the pages of the next, in whatever order they run."""
    ledger = Path(os.environ["NARABE_STORE"]) / "ledger.sqlite"
    before = _written(ledger)
    yield
    assert _written(ledger) == before, "write into `own_store` instead of `store`"


def _written(ledger: Path) -> dict[str, int]:
    """How many lines people wrote stand in a ledger, per table; none where there is no ledger yet."""
    if not ledger.exists():
        return dict.fromkeys(WRITTEN, 0)
    with closing(sqlite3.connect(ledger)) as connection:
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in WRITTEN}


@pytest.fixture
def own_store(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the session's store for one test, to write into."""
    folder = tmp_path / "store"
    shutil.copytree(store, folder)
    monkeypatch.setenv("NARABE_STORE", str(folder))
    return folder
