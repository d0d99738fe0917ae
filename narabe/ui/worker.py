"""Worker processes for work that would keep the server's interpreter to itself for long.

Each lane has one: files made on a click do not wait for an import. A worker is started when first needed; it ends
when its input does, so a server that is killed leaves none behind. It is a program of its own because
`multiprocessing` would run the page's script again in the child: Streamlit puts that script in the place of
`__main__`.
"""

import os
import pickle
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Literal, ParamSpec, TypeVar

from narabe.model.problem import Problem
from narabe.model.text import Text

Given = ParamSpec("Given")
Result = TypeVar("Result")
Word = tuple[Literal["now", "done", "problem", "failed"], Any]

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 120.0
"""Seconds after which a task is given up and its worker ended."""
LONGEST_IMPORT = 1800.0
"""The same where a file is read or a version built."""
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

    def do(self, task: object, longest: float, tell: Callable[[Text], None]) -> Word:
        """The last word on a task; `tell` hears those before. Errors: TaskFailed."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.tasks += 1
        patience = threading.Timer(longest, self.process.kill)
        patience.start()
        try:
            pickle.dump(task, self.process.stdin)
            self.process.stdin.flush()
            while True:
                word: Word = pickle.load(self.process.stdout)
                if word[0] != "now":
                    return word
                tell(word[1])
        except (EOFError, OSError, pickle.UnpicklingError) as end:
            raise TaskFailed(f"the worker ended with {self.process.poll()}") from end
        finally:
            patience.cancel()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


class Lane:
    """One worker, and those who wait for it."""

    def __init__(self) -> None:
        self.turn = threading.Lock()
        self._running: list[_Worker] = []

    def do(self, task: object, longest: float, tell: Callable[[Text], None]) -> Any:
        """The result of a task; the caller holds `turn`. Errors: TaskFailed, or the Problem of the task."""
        self.ready()
        try:
            word, said = self._running[0].do(task, longest, tell)
        except BaseException:  # whatever it was, an answer may still be in the pipe
            self._running.pop().end()
            raise
        if word == "problem":
            raise said
        if word == "failed":
            raise TaskFailed(str(said))
        return said

    def ready(self) -> None:
        """See that a worker is there; the caller holds `turn`."""
        if self._running and (self._running[0].tasks >= TASKS or self._running[0].process.poll() is not None):
            self._running.pop().end()
        if not self._running:
            self._running.append(_Worker())

    def kill(self) -> None:
        """End the worker, in the middle of a task if need be; the next task starts another."""
        for worker in tuple(self._running):
            worker.process.kill()
            worker.process.wait()


FILES, IMPORTS = Lane(), Lane()


def away(function: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """The result of a module's function, worked out in the worker; one task after another.

    Errors: a Problem (with all it holds) as the function raised it; TaskFailed, with the traceback, for any other.
    """
    with FILES.turn:
        return FILES.do((function, given, named, False), LONGEST, _nobody)


def close() -> None:
    """End the workers, in the middle of a task if need be; the next task starts another."""
    for lane in (FILES, IMPORTS):
        lane.kill()


def work(tasks: IO[bytes], results: IO[bytes]) -> None:
    """In the worker: do one task after another until there are no more."""

    def say(word: Word) -> None:
        results.write(pickle.dumps(word))
        results.flush()

    while True:
        try:
            function, given, named, watched = pickle.load(tasks)
        except EOFError:
            return
        if watched:
            named = {**named, "progress": lambda now: say(("now", now))}
        try:
            say(("done", function(*given, **named)))
        except Problem as problem:
            say(("problem", problem))
        except Exception:
            say(("failed", traceback.format_exc()))
        function = given = named = None  # may be a whole file, and the next task may be long in coming


def _nobody(_now: Text) -> None:
    """For a task that nobody watches."""


if __name__ == "__main__":
    # Results have the pipe to themselves; what a library prints goes to the log.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        work(sys.stdin.buffer, answers)
