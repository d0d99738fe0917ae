"""The command line in this process, on the session's store."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from narabe.__main__ import main
from tests.cli.forty_people import answers


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    err: str


@pytest.fixture
def narabe(store: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """`python -m narabe …` as a call; argparse ends by SystemExit, everything else must return."""

    def run(*arguments: str) -> Said:
        try:
            status = main(arguments)
        except SystemExit as stop:
            status = int(stop.code or 0)
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return run


@pytest.fixture(scope="module")
def forty_people(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The file of the forty people, brought in by the command line as `mini` into a store of its own."""
    folder = tmp_path_factory.mktemp("forty")
    file = folder / "答え.csv"
    file.write_text(answers(), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NARABE_STORE", str(folder / "store"))
        assert main(["build"]) == 0
        assert main(["import", str(file), "--dataset", "mini"]) == 0
        yield
