"""`make run` serves what there is: after a build that fails, the version before it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from narabe.ledger import Ledger

ROOT = Path(__file__).resolve().parents[2]
WAIT_SECONDS = 60


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with a metric that is not valid."""
    folder = tmp_path / "project"
    for name in ("data", "queries", "narabe", "pages", ".streamlit"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("built", "__pycache__"))
    for name in ("Makefile", "app.py", "requirements.txt"):
        shutil.copy2(ROOT / name, folder / name)
    metrics = folder / "data/metrics/metrics.csv"
    metrics.write_bytes(metrics.read_bytes().replace(b",up,", b",sideways,", 1))
    return folder


@contextmanager
def running(project: Path, store: Path) -> Iterator[tuple[str, Path]]:
    """`make run` on a free port: its address and the file of what it says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = project.parent / "said.txt"
    environment = {**os.environ, "NARABE_STORE": str(store), "PORT": str(port)}
    with said.open("wb") as out:
        server = subprocess.Popen(
            ["make", "run", f"VENV={ROOT / '.venv'}", "-o", "requirements.txt"],
            cwd=project,
            env=environment,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield f"http://127.0.0.1:{port}", said
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=30)


def health(address: str) -> dict[str, str]:
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5) as answer:
                return dict(json.load(answer))
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def test_after_a_failed_build_the_previous_version_is_served(project: Path, store: Path) -> None:
    live = Ledger(store).live()
    assert live is not None
    with running(project, store) as (address, said):
        assert health(address)["build"] == live.version_id
    told = said.read_text("utf-8")
    assert "data/metrics/metrics.csv" in told and "sideways" in told and "Traceback" not in told
    assert "前の版で表示します / serving the previous version" in told


def test_without_any_version_the_server_still_starts(project: Path, tmp_path: Path) -> None:
    with running(project, tmp_path / "store") as (address, said):
        assert health(address)["build"] == ""
    told = said.read_text("utf-8")
    assert "data/metrics/metrics.csv" in told and "serving the previous version" not in told


@pytest.mark.parametrize(
    ("given", "environment", "host"),
    [(["HOST=0.0.0.0"], {}, "0.0.0.0"), ([], {"HOST": "my-laptop"}, "127.0.0.1"), ([], {}, "127.0.0.1")],
)
def test_only_who_says_so_opens_the_server_to_the_network(
    given: list[str], environment: dict[str, str], host: str
) -> None:
    """Many shells have a HOST of their own, which must not open anything."""
    said = subprocess.run(
        ["make", "-n", "run", "-o", "requirements.txt", *given],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "HOST"} | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"host={host};" in said.stdout
