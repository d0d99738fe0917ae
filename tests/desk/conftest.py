"""The served version, and a ledger of its own for every test."""

from pathlib import Path

import pytest

from narabe.warehouse import Warehouse, open_live


@pytest.fixture(scope="session")
def warehouse(store: Path) -> Warehouse:
    return open_live()


@pytest.fixture
def ledger(warehouse: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the desk takes for the store; the open version stays open."""
    monkeypatch.setenv("NARABE_STORE", str(tmp_path))
    return tmp_path
