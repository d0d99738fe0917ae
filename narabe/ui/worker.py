"""One worker process for work that would keep the server's interpreter to itself for long.

Started when first needed; it ends when its input does, so a server that is killed leaves none behind.
It is a program of its own because `multiprocessing` would run the page's script again in the child:
Streamlit puts that script in the place of `__main__`.
"""

import os
import pickle
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import IO, ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 120.0
"""Seconds after which a task is given up and its worker ended."""
TASKS = 100
"""After so many tasks the worker is replaced, so that its memory does not grow for ever."""


class TaskFailed(Exception):
    """What went wrong in the worker: its traceback, or that it ended."""


class _Worker:
    """A running worker process and how many tasks it was given."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", __name__], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.tasks = 0

    def do(self, task: object) -> tuple[bool, object]:
        """Whether the task succeeded, and its result or what went wrong. Errors: TaskFailed."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.tasks += 1
        patience = threading.Timer(LONGEST, self.process.kill)
        patience.start()
        try:
            pickle.dump(task, self.process.stdin)
            self.process.stdin.flush()
            answer: tuple[bool, object] = pickle.load(self.process.stdout)
            return answer
        except (EOFError, OSError) as end:
            raise TaskFailed(f"the worker ended with {self.process.poll()}") from end
        finally:
            patience.cancel()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


_lock = threading.Lock()
_running: list[_Worker] = []


def away(function: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """The result of a module's function, worked out in the worker; one task after another.

    Errors: TaskFailed, with the traceback of the function's own error.
    """
    with _lock:
        if _running and (_running[0].tasks >= TASKS or _running[0].process.poll() is not None):
            _running.pop().end()
        if not _running:
            _running.append(_Worker())
        try:
            done, result = _running[0].do((function, given, named))
        except TaskFailed:
            _running.pop().end()
            raise
    if not done:
        raise TaskFailed(str(result))
    return result  # type: ignore[return-value]


def close() -> None:
    """End the worker, in the middle of a task if need be; the next task starts another."""
    for worker in tuple(_running):
        worker.process.kill()
        worker.process.wait()


def work(tasks: IO[bytes], results: IO[bytes]) -> None:
    """In the worker: do one task after another until there are no more."""
    while True:
        try:
            function, given, named = pickle.load(tasks)
        except EOFError:
            return
        try:
            answer: tuple[bool, object] = (True, function(*given, **named))
        except Exception:
            answer = (False, traceback.format_exc())
        pickle.dump(answer, results)
        results.flush()


if __name__ == "__main__":
    # Results have the pipe to themselves; what a library prints goes to the log.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        work(sys.stdin.buffer, answers)
