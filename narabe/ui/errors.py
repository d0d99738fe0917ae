"""What a person sees when something fails: what happened and what to do, no traceback."""

import json
import logging
import secrets
import sys
import traceback
from datetime import UTC, datetime

import streamlit as st

from narabe.model.problem import Problem
from narabe.model.text import Lang, Text
from narabe.ui import language

WHAT = Text("この画面を最後まで表示できませんでした。", "This page could not be shown to the end.")
ADVICE = Text(
    "ページを再読み込みしてください。続くときは、次の番号を添えて管理者にお知らせください。",
    "Please reload the page. If it happens again, tell the administrator this reference:",
)
LONGEST_MESSAGE = 300


def show(error: Exception) -> bool:
    """Draw the box and log the cause; True keeps Streamlit's own box away."""
    lang = language.current()
    if isinstance(error, Problem):
        _box(error.message, error.advice.in_(lang), lang)
        return True
    reference = secrets.token_hex(4)
    _log(error, reference)
    _box(WHAT, f"{ADVICE.in_(lang)} `{reference}`", lang)
    return True


def _box(what: Text, advice: str, lang: Lang) -> None:
    st.error(f"**{what.in_(lang)}**\n\n{advice}", icon=":material/error:")


def _log(error: Exception, reference: str) -> None:
    """One JSON line: enough to find the place, without the values that were at hand."""
    frames = traceback.extract_tb(error.__traceback__)
    line = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "level": "error",
        "reference": reference,
        "page": (st.context.url or "").split("?", 1)[0],
        "error": type(error).__name__,
        "message": str(error)[:LONGEST_MESSAGE],
        "at": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-8:]],
    }
    print(json.dumps(line, ensure_ascii=False), file=sys.stderr, flush=True)


# Streamlit logs the same exception as a many-line traceback before it calls `show`.
logging.getLogger("streamlit.error_util").addFilter(lambda record: record.msg != "Uncaught app execution")
