"""Work to be done in the worker by the tests of errands: a module of its own, so that the worker can find it."""

from __future__ import annotations

import os
import time

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
