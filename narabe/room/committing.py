"""Ballots that arrive together are stored in one transaction: a phone waits for the disk once, not for 300 others."""

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from narabe.model.room import Ballot

MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A ballot, what is done once it is stored (in the order of storing), and who waits for that."""

    ballot: Ballot
    then: Callable[[], None]
    done: Future[None]


class Committer:
    """A thread of its own that stores what waits. `store` must make all ballots true together or none."""

    def __init__(self, store: Callable[[Sequence[Ballot]], None]) -> None:
        self._store = store
        self._waiting: queue.SimpleQueue[_Waiting] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="ballots", daemon=True)
        self._started = threading.Lock()

    def put(self, ballot: Ballot, then: Callable[[], None]) -> None:
        """Returns once the ballot is on the disk and `then` was called. Errors: whatever kept it from being stored."""
        done: Future[None] = Future()
        with self._started:
            if not self._thread.is_alive():
                self._thread.start()
        self._waiting.put(_Waiting(ballot, then, done))
        done.result()

    def _run(self) -> None:
        while True:
            together = [self._waiting.get()]
            while len(together) < MOST_AT_ONCE and not self._waiting.empty():
                together.append(self._waiting.get())
            try:
                self._store([each.ballot for each in together])
            except Exception as error:  # told to every phone that waits; the thread goes on
                for each in together:
                    each.done.set_exception(error)
            else:
                for each in together:
                    each.then()
                    each.done.set_result(None)
