"""One throw-away store for the whole session: no test ever reads or writes the store in data/built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BROWSER_TESTS = Path(__file__).resolve().parent / "browser"
BUILD_SECONDS = 180


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


@pytest.fixture
def own_store(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the session's store for one test, to write into."""
    folder = tmp_path / "store"
    shutil.copytree(store, folder)
    monkeypatch.setenv("NARABE_STORE", str(folder))
    return folder
