"""The served version of the published figures."""

from pathlib import Path

import pytest

from narabe.warehouse import Warehouse, open_live


@pytest.fixture(scope="session")
def warehouse(store: Path) -> Warehouse:
    return open_live()
