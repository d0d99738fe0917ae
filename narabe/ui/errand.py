"""Long work for one visitor: done in the worker of imports, watched from the page, given up when they say so."""

import threading
from collections.abc import Callable
from typing import Any

from narabe.model.text import EMPTY, Text
from narabe.ui import worker
from narabe.ui.worker import IMPORTS

IN_LINE = Text(
    "ほかの人の取り込みが終わるのを待っています。", "Waiting for another person's import to finish."
)


class GivenUp(Exception):
    """The visitor gave the errand up before it was done."""


class Errand:
    """`function(*given)` on its way. Runs on whether or not a page watches.

    `name` says what it is for; `now` is what is being done, in words; with `telling` the function is given
    `progress=` to say it. Given up, it is stopped where it stands; with `leftover` it is let come to its end, and
    `leftover` clears away what came of it.
    """

    def __init__(
        self,
        name: str,
        function: Callable[..., Any],
        *given: Any,
        telling: bool = True,
        leftover: Callable[[Any], None] | None = None,
        **named: Any,
    ) -> None:
        self.name, self.now = name, IN_LINE
        self._task: tuple | None = (function, given, named, telling)
        self._leftover = leftover
        self._result: Any = None
        self._error: BaseException | None = None
        self._finished = threading.Event()
        self._guard = threading.Lock()
        self._working = self._given_up = False
        threading.Thread(target=self._run, name=f"errand-{name}", daemon=True).start()

    def finished(self, seconds: float = 0.0) -> bool:
        """Whether it is done, after waiting so long at most."""
        return self._finished.wait(seconds)

    def result(self) -> Any:
        """What came of it. Errors: the Problem of the function, TaskFailed, GivenUp."""
        self._finished.wait()
        if self._error is not None:
            raise self._error
        return self._result

    def give_up(self) -> None:
        """Stop it, or clear away what came of it; nobody else's errand is touched."""
        with self._guard:
            already, self._given_up = self._given_up, True
            if self._working and self._leftover is None:
                IMPORTS.kill()
            if self._finished.is_set() and not already:
                self._clear()

    def _run(self) -> None:
        try:
            with IMPORTS.turn:
                with self._guard:
                    if self._given_up:
                        raise GivenUp
                    IMPORTS.ready()
                    self._working, self.now = True, EMPTY
                try:
                    self._result = IMPORTS.do(self._task, worker.LONGEST_IMPORT, self._hear)
                finally:
                    with self._guard:
                        self._working = False
        except BaseException as error:
            self._error = error
        self._task = None  # what was given may be a whole file
        with self._guard:
            if self._given_up:
                self._clear()
            self._finished.set()

    def _clear(self) -> None:
        """Of one given up nothing comes."""
        if self._error is None and self._leftover is not None:
            self._leftover(self._result)
        self._error = GivenUp()

    def _hear(self, now: Text) -> None:
        self.now = now
