"""A server of our own on a free port of the loopback: for browser tests, pictures and the benchmark."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
BUILD_SECONDS = 180


class NotServing(Exception):
    """The server ended, did not answer in time, or fell over a request; the text is the end of its log."""


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    """Whether `address` answers with 200."""
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def command(target: str, port: int) -> list[str]:
    """Starts the server as `make run` does, so that times and headers are those of the real thing."""
    return [
        *(sys.executable, "-m", "uvicorn", target, "--host", "127.0.0.1", "--port", str(port)),
        *("--log-level", "warning", "--no-access-log", "--no-server-header"),
        *("--ws-per-message-deflate", "false", "--timeout-graceful-shutdown", "3"),
    ]


@contextmanager
def serving(store: Path, target: str = "app:app", health: str = "/healthz") -> Iterator[str]:
    """The address, without a closing slash, of `uvicorn <target>` on `store`; ended by its process id.

    Errors: NotServing where it does not start, or had a traceback to tell of by the end.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command(target, port),
            cwd=ROOT,
            env={**os.environ, "NARABE_STORE": str(store)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            deadline = time.monotonic() + START_SECONDS
            while not answers(address + health):
                if process.poll() is not None or time.monotonic() > deadline:
                    log.seek(0)
                    raise NotServing(log.read().decode(errors="replace")[-4000:])
                time.sleep(0.1)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        log.seek(0)
        if b"Traceback" in (said := log.read()):
            raise NotServing(said.decode(errors="replace")[-4000:])


@contextmanager
def built_store() -> Iterator[Path]:
    """A throw-away store with a freshly built version, for programs that run outside pytest."""
    with tempfile.TemporaryDirectory(prefix="narabe-store-", ignore_cleanup_errors=True) as folder:
        built = subprocess.run(
            [sys.executable, "-m", "narabe", "build"],
            cwd=ROOT,
            env={**os.environ, "NARABE_STORE": folder},
            capture_output=True,
            text=True,
            timeout=BUILD_SECONDS,
        )
        if built.returncode != 0:
            raise NotServing(f"python -m narabe build: {built.stdout}{built.stderr}")
        yield Path(folder)
