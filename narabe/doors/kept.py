"""Files for readers, made once per version and kept in the store by their content."""

import hashlib
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from uuid import uuid4

from narabe.model.problem import Problem
from narabe.settings import store
from narabe.words import open_sentences as say

MOST_NAMES, MOST_FILES = 500, 200
MOST_WAITING = 8
"""Readers that may wait while a file is made: each holds a thread that pages and phones need, too."""
RESTED = 60.0
"""Seconds a file beyond the most is left alone: somebody may be reading it."""


DRAFT = ".draft-"


class Busy(Problem):
    """Too many wait for their files already."""


class Kept:
    """Files by what they hold: asked again, the same file; made again after a restart, the same name."""

    def __init__(self) -> None:
        self._names: OrderedDict[Hashable, str] = OrderedDict()
        self._known, self._making = threading.Lock(), threading.Lock()
        self._waiting = threading.BoundedSemaphore(MOST_WAITING)

    def file(self, key: Hashable, ending: str, make: Callable[[], bytes]) -> Path:
        """The file of a key; made, one at a time, where it is not there. Errors: Busy, and those of `make`."""
        known = self._path(key)
        if known:
            return known
        if not self._waiting.acquire(blocking=False):
            raise Busy(say.BUSY)
        try:
            with self._making:
                return self._path(key) or self._made(key, ending, make)
        finally:
            self._waiting.release()

    def _made(self, key: Hashable, ending: str, make: Callable[[], bytes]) -> Path:
        content = make()
        name = f"{hashlib.sha256(content).hexdigest()[:32]}.{ending}"
        path = _written(name, content)
        with self._known:
            self._names[key] = name
            while len(self._names) > MOST_NAMES:
                self._names.popitem(last=False)
        return path

    def _path(self, key: Hashable) -> Path | None:
        with self._known:
            name = self._names.get(key)
            if name:
                self._names.move_to_end(key)
        path = _folder() / name if name else None
        return path if path and path.is_file() else None


def _written(name: str, content: bytes) -> Path:
    """Under its name only when whole."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    if not path.is_file():
        draft = folder / f"{DRAFT}{uuid4().hex}"
        draft.write_bytes(content)
        os.replace(draft, path)
        _sweep(folder)
    return path


def _sweep(folder: Path) -> None:
    """Remove the oldest files beyond the most, and what a writer that was killed left behind."""
    found = []
    for path in folder.iterdir():
        try:
            found.append((path.stat().st_mtime, path))
        except FileNotFoundError:
            continue
    rested = [each for each in sorted(found) if time.time() - each[0] > RESTED]
    beyond = max(0, len(found) - MOST_FILES)
    for place, (_, path) in enumerate(rested):
        if place < beyond or path.name.startswith(DRAFT):
            path.unlink(missing_ok=True)


def _folder() -> Path:
    return store() / "taken"
