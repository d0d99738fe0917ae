"""The server under load: started as `make run` does, killed without warning, started again on the same port."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.browser.serving import ROOT, START_SECONDS, NotServing, answers, command, free_port


class Server:
    """`uvicorn <target>` on a free port of the loopback; ended by its process id."""

    def __init__(self, store: Path, target: str = "app:app") -> None:
        self.port = free_port()
        self._store, self._target = store, target
        self._log = store / f"server-{self.port}.log"

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        self._log.unlink()

    def start(self) -> float:
        """Seconds until it answers. Errors: NotServing with the end of its log."""
        begun = time.monotonic()
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command(self._target, self.port),
                cwd=ROOT,
                env={**os.environ, "NARABE_STORE": str(self._store)},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        while not answers(f"http://{self.host}/healthz"):
            if self._process.poll() is not None or time.monotonic() > begun + START_SECONDS:
                raise NotServing(self.said()[-4000:])
            time.sleep(0.05)
        return time.monotonic() - begun

    def kill(self) -> None:
        """As a power cut would: SIGKILL, nothing is tidied up."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def said(self) -> str:
        """Its log so far."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def megabytes(self) -> float:
        """Memory it holds now; 0 where the system does not tell."""
        status = Path(f"/proc/{self._process.pid}/status")
        if not status.exists():
            return 0.0
        kept = [line for line in status.read_text().splitlines() if line.startswith("VmRSS")]
        return int(kept[0].split()[1]) / 1024
