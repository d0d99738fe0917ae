"""One copy of the project for all broken inputs; each test puts back what it breaks."""

from pathlib import Path

import pytest

from tests.warehouse.tree import Tree, shared


@pytest.fixture(scope="session")
def tree(store: Path) -> Tree:
    return shared()
