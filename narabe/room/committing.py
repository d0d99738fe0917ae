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
    done: Future[bool]


class Committer:
    """A thread of its own that stores what waits. `store` must make all ballots true together or none, but for those
    of rooms that went meanwhile: it tells their codes."""

    def __init__(self, store: Callable[[Sequence[Ballot]], frozenset[str]]) -> None:
        self._store = store
        self._waiting: queue.SimpleQueue[_Waiting] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="ballots", daemon=True)
        self._started = threading.Lock()

    def put(self, ballot: Ballot, then: Callable[[], None]) -> bool:
        """True once the ballot is on the disk and `then` was called; False where its room is gone.
        Errors: whatever kept it from being stored."""
        done: Future[bool] = Future()
        with self._started:
            if not self._thread.is_alive():
                self._thread.start()
        self._waiting.put(_Waiting(ballot, then, done))
        return done.result()

    def _run(self) -> None:
        while True:
            together = [self._waiting.get()]
            while len(together) < MOST_AT_ONCE and not self._waiting.empty():
                together.append(self._waiting.get())
            try:
                gone = self._store([each.ballot for each in together])
            except Exception as error:  # told to every phone that waits; the thread goes on
                for each in together:
                    each.done.set_exception(error)
            else:
                for each in together:
                    if each.ballot.code not in gone:
                        each.then()
                    each.done.set_result(each.ballot.code not in gone)
