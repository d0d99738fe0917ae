"""The command line in this process, on the session's store."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from narabe.__main__ import main


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
