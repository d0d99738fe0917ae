"""One copy of the project for all broken inputs; each test puts back what it breaks."""

from collections.abc import Iterator

import pytest

from tests.warehouse.tree import Tree, copied


@pytest.fixture(scope="package")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tree]:
    with copied(tmp_path_factory.mktemp("sources")) as tree:
        yield tree
