"""Pay for the heavy imports at start-up, so that the first visitor does not."""

import gc
import importlib
import json
import pkgutil
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

import narabe.ui
from narabe.ui import worker

FRAME = "narabe.ui.frame"
"""It draws a page when imported."""
PATIENCE = 60.0
"""Seconds after which a page goes on without the rest."""
HEAVY = ("pandas", "pyarrow", "altair", "duckdb", "scipy.stats", "statsmodels.api", "openpyxl")

_at_rest = threading.Event()
_at_rest.set()


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Warm up in a thread: /healthz and the first document answer meanwhile. The worker ends with the server."""
    _at_rest.clear()
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
    yield
    worker.close()


def wait() -> None:
    """Let the imports of the warm-up come to their end, if they are under way: of libraries that import each other in
    a circle, two threads that import them at once can each be handed a half of one."""
    _at_rest.wait(PATIENCE)


def warm_up() -> None:
    """Import the pages and what they need and build the templates of charts, then keep all that out of every later
    garbage collection.

    The libraries leave some 300,000 objects behind that live as long as the process;
    walking them again after each page would cost more than the page.
    """
    begun = time.perf_counter()
    try:
        _imports()
    finally:
        _at_rest.set()
    _templates()
    gc.collect()
    gc.freeze()
    _log("warm", seconds=round(time.perf_counter() - begun, 2))


def _imports() -> None:
    for name in HEAVY:
        try:
            importlib.import_module(name)
        except ImportError as error:  # the page that needs it will say so
            _log("missing", module=name, reason=str(error))
    for page in pkgutil.iter_modules(narabe.ui.__path__, "narabe.ui."):
        if page.name != FRAME:
            importlib.import_module(page.name)


def _templates() -> None:
    """Those of light charts, which both languages share; dark and large ones are built when first wanted."""
    # Here, not above: the server answers before Altair is there.
    from narabe.charts.template import FORMS
    from narabe.charts.theme import Look

    for form in FORMS:
        form(Look())


def _log(event: str, **facts: object) -> None:
    print(json.dumps({"event": event, **facts}), file=sys.stderr, flush=True)
