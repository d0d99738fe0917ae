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
HEAVY = ("pandas", "pyarrow", "altair", "duckdb", "scipy.stats", "statsmodels.api", "openpyxl")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Warm up in a thread: /healthz and the first page answer meanwhile. The worker ends with the server."""
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
    yield
    worker.close()


def warm_up() -> None:
    """Import the pages and what they need and build the templates of charts, then keep all that out of every later
    garbage collection.

    The libraries leave some 300,000 objects behind that live as long as the process;
    walking them again after each page would cost more than the page.
    """
    begun = time.perf_counter()
    for name in HEAVY:
        try:
            importlib.import_module(name)
        except ImportError as error:  # the page that needs it will say so
            _log("missing", module=name, reason=str(error))
    for page in pkgutil.iter_modules(narabe.ui.__path__, "narabe.ui."):
        if page.name != FRAME:
            importlib.import_module(page.name)
    _templates()
    gc.collect()
    gc.freeze()
    _log("warm", seconds=round(time.perf_counter() - begun, 2))


def _templates() -> None:
    """Those of light charts, which both languages share; dark and large ones are built when first wanted."""
    # Here, not above: the server answers before Altair is there.
    from narabe.charts.template import FORMS
    from narabe.charts.theme import Look

    for form in FORMS:
        form(Look())


def _log(event: str, **facts: object) -> None:
    print(json.dumps({"event": event, **facts}), file=sys.stderr, flush=True)
