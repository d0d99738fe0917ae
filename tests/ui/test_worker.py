"""The worker process: results and errors come back, a killed one is replaced, none outlives its server."""

from __future__ import annotations

import io
import math
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from narabe.model.intake import Refused
from narabe.model.problem import Problem
from narabe.ui import worker
from narabe.ui.worker import TaskFailed, away, close, work
from tests.ui import errands

ROOT = Path(__file__).resolve().parents[2]
SERVER = """
import os, time
from narabe.ui.worker import away
print(away(os.getpid), flush=True)
time.sleep(60)
"""
PATIENCE = 10.0  # seconds


@pytest.fixture(autouse=True)
def ended() -> Iterator[None]:
    yield
    close()


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def gone(process: int) -> bool:
    deadline = time.monotonic() + PATIENCE
    while alive(process) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not alive(process)


def test_the_work_is_done_in_another_process_and_the_same_one_each_time() -> None:
    first = away(os.getpid)
    assert first != os.getpid()
    assert away(os.getpid) == first


def test_arguments_and_result_arrive_whole() -> None:
    assert away(math.hypot, 3.0, 4.0) == 5.0
    assert away(sorted, ["髙", "𠮷", "a"], reverse=True) == sorted(["髙", "𠮷", "a"], reverse=True)
    assert away(bytes, 5_000_000) == bytes(5_000_000)


def test_an_error_comes_back_and_the_worker_goes_on() -> None:
    process = away(os.getpid)
    with pytest.raises(TaskFailed, match="math domain error"):
        away(math.sqrt, -1.0)
    assert away(os.getpid) == process


def test_a_problem_comes_back_as_itself() -> None:
    process = away(os.getpid)
    with pytest.raises(Problem) as caught:
        away(errands.problem)
    assert (caught.value.message.ja, caught.value.advice.en) == ("足りません", "write it")
    assert away(os.getpid) == process


def test_a_refused_file_comes_back_with_every_fault() -> None:
    with pytest.raises(Refused) as caught:
        away(errands.refused)
    (fault,) = caught.value.faults
    assert (fault.sheet, fault.row, fault.column, fault.value) == ("表1", 3, "B", "#REF!")
    assert caught.value.message.ja == "読めません"


def test_a_result_that_cannot_travel_fails_its_task_alone() -> None:
    process = away(os.getpid)
    with pytest.raises(TaskFailed, match="pickle"):
        away(threading.Lock)
    assert away(os.getpid) == process


def test_what_was_given_is_not_kept() -> None:
    """A file may be 50 MB, and the next task may be long in coming."""
    held: list[int] = []

    class Tasks(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            return self._told(super().readline(size))

        def read(self, size: int | None = -1, /) -> bytes:
            return self._told(super().read(size))

        def _told(self, line: bytes) -> bytes:
            held.append(errands.still_held())
            return line

    work(Tasks(pickle.dumps((errands.heavy, (errands.Heavy(),), {}, False))), io.BytesIO())
    assert held[-1] == 0, "while it waits for the next task"


def test_what_is_printed_does_not_disturb_the_results() -> None:
    assert away(print, "to the log") is None
    assert away(math.sqrt, 4.0) == 2.0


def test_a_worker_that_dies_at_work_fails_the_task_and_is_replaced() -> None:
    process = away(os.getpid)
    with pytest.raises(TaskFailed, match="ended"):
        away(os._exit, 3)
    assert away(os.getpid) != process


def test_a_worker_killed_while_idle_is_replaced() -> None:
    process = away(os.getpid)
    close()
    assert gone(process)
    assert away(os.getpid) != process


def test_a_worker_is_replaced_after_many_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "TASKS", 2)
    assert len({away(os.getpid) for _ in range(4)}) == 2


def test_a_task_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    away(os.getpid)
    monkeypatch.setattr(worker, "LONGEST", 0.2)
    with pytest.raises(TaskFailed):
        away(time.sleep, 30)


def test_the_worker_ends_with_a_server_that_is_killed() -> None:
    server = subprocess.Popen([sys.executable, "-c", SERVER], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    process = int(server.stdout.readline())
    assert alive(process)
    server.kill()
    server.communicate()
    assert gone(process)
