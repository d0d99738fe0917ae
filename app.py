"""The server: Streamlit pages and plain routes in one process (`uvicorn app:app`)."""

import runpy
from pathlib import Path

import streamlit as st

from narabe import doors
from narabe.ui import errors, registry, version, warm, worker

FRAME = Path(__file__).resolve().parent / "narabe" / "ui" / "frame.py"

app = st.App(
    FRAME,
    routes=doors.routes(pages=registry.titles(), build_id=version.build_id, away=worker.away),
    middleware=doors.MIDDLEWARE,
    lifespan=warm.lifespan,
    on_script_error=errors.show,
)

if __name__ == "__main__":  # a test harness runs this file as a script: show it the pages
    runpy.run_path(str(FRAME), run_name="__main__")
