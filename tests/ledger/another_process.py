"""Another process that writes to the ledger of a test, and its sudden end."""

import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DIE = (
    "import os, signal; from importlib import import_module\n"
    "connection = import_module('narabe.ledger.connection')\n"
    "connection._commit = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
)


@dataclass(frozen=True)
class AnotherProcess:
    """Python that runs `begin`, which makes `ledger` of the `folder` of a test, and then what it is told."""

    begin: str

    def doing(self, folder: Path, code: str) -> subprocess.Popen[str]:
        """Begun, and not waited for."""
        found = f"from pathlib import Path; folder = Path({str(folder)!r})\n"
        return subprocess.Popen(
            [sys.executable, "-c", f"{found}{self.begin}\n{code}"],
            cwd=ROOT,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def killed_before_the_end(self, folder: Path, act: str) -> None:
        """Let a process do `act` and be killed when it is about to commit."""
        process = self.doing(folder, DIE + act)
        _, said = process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL, said


def all_done(writers: Iterable[subprocess.Popen[str]]) -> None:
    """Wait for those that write at once; each must end well."""
    for writer in writers:
        _, said = writer.communicate(timeout=120)
        assert writer.returncode == 0, said
