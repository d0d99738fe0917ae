"""Work to be done in the worker by the tests of errands: a module of its own, so that the worker can find it."""

from __future__ import annotations

import gc
import os
import time
import weakref
from typing import ClassVar

from narabe.model.intake import Fault, Progress, Refused, Severity, quietly
from narabe.model.problem import Problem
from narabe.model.text import Text, plain


def told(words: list[str], pause: float = 0.0, progress: Progress = quietly) -> int:
    """Say every word, then how many there were."""
    for word in words:
        progress(plain(word))
        time.sleep(pause)
    return len(words)


def process(progress: Progress = quietly) -> int:
    return os.getpid()


def refused() -> None:
    raise Refused(
        (Fault(Severity.ERROR, Text("読めません", "unreadable"), plain("x"), "表1", 3, "B", "#REF!"),)
    )


def problem() -> None:
    raise Problem(Text("足りません", "missing"), Text("書いてください", "write it"))


class Heavy:
    """Stands for a file: the worker can ask whether it is still held."""

    held: ClassVar[weakref.WeakSet[Heavy]] = weakref.WeakSet()

    def __init__(self) -> None:
        self.content = b"x"

    def __setstate__(self, state: dict) -> None:
        self.__dict__.update(state)
        Heavy.held.add(self)


def heavy(_given: Heavy) -> None:
    return None


def still_held() -> int:
    gc.collect()
    return len(Heavy.held)
