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

MOST_NAMES, MOST_FILES, MOST_BYTES = 500, 200, 1_000_000_000
MOST_WAITING = 8
"""Readers that may wait for files that take long: each holds a thread that pages and phones need, too."""
RESTED = 10.0
"""Seconds a file beyond the most is left alone: somebody may be about to read it."""


DRAFT = ".draft-"


class Busy(Problem):
    """Too many wait for their files already."""


class Kept:
    """Files by what they hold: asked again, the same file; made again after a restart, the same name."""

    def __init__(self) -> None:
        self._names: OrderedDict[Hashable, str] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._known = threading.Lock()
        self._waiting = threading.BoundedSemaphore(MOST_WAITING)

    def file(
        self, key: Hashable, ending: str, make: Callable[[], bytes], slow: Callable[[], bool] = lambda: False
    ) -> Path:
        """The file of a key; made, once for all who ask for it, where it is not there.

        Few may wait for one that is slow to make; nobody waits for the file of another key. Errors: Busy, and those
        of `make` and `slow`.
        """
        known = self._path(key)
        if known:
            return known
        if not slow():
            return self._once(key, ending, make)
        if not self._waiting.acquire(blocking=False):
            raise Busy(say.BUSY)
        try:
            return self._once(key, ending, make)
        finally:
            self._waiting.release()

    def _once(self, key: Hashable, ending: str, make: Callable[[], bytes]) -> Path:
        with self._known:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            try:
                return self._path(key) or self._made(key, ending, make)
            finally:
                with self._known:
                    self._making.pop(key, None)

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
        return path if path and _used(path) else None


def _used(path: Path) -> bool:
    """Whether it is there; from now on it counts as used just now. When it was written is told to readers and stays."""
    try:
        os.utime(path, ns=(time.time_ns(), path.stat().st_mtime_ns))
    except FileNotFoundError:
        return False
    return True


def _written(name: str, content: bytes) -> Path:
    """Under its name only when whole."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    if not _used(path):
        draft = folder / f"{DRAFT}{uuid4().hex}"
        draft.write_bytes(content)
        os.replace(draft, path)
        _sweep(folder)
    return path


def _sweep(folder: Path) -> None:
    """Remove the files beyond the most, the longest unused first, and what a writer that was killed left behind."""
    found = []
    for path in folder.iterdir():
        try:
            told = path.stat()
        except FileNotFoundError:
            continue
        found.append((told.st_atime, told.st_size, path))
    files, size = len(found), sum(each for _, each, _ in found)
    for used, own, path in sorted(found):
        if time.time() - used <= RESTED:
            break
        if files > MOST_FILES or size > MOST_BYTES or path.name.startswith(DRAFT):
            path.unlink(missing_ok=True)
            files, size = files - 1, size - own


def _folder() -> Path:
    return store() / "taken"
