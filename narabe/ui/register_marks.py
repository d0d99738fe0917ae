"""Marks that open the discrepancy register at the entry they stand for."""

from collections.abc import Iterable

import streamlit as st

from narabe.analyses.provenance import discrepancies
from narabe.model.provenance import Discrepancy
from narabe.model.text import Text
from narabe.ui import language, parts, registry
from narabe.ui.live import cached

MARKED = Text("数値についての確認事項", "Notes on these figures")


def marks(ids: Iterable[str]) -> None:
    """One link per discrepancy, in the order of the register; nothing when there is none."""
    entries = _entries(ids)
    if not entries:
        return
    with st.expander(f"{MARKED.in_(language.current())} ({len(entries)})", icon=":material/flag:"):
        for entry in entries:
            _link(entry)


def notes(ids: Iterable[str]) -> None:
    """The same, open, each with what this app makes of it."""
    entries = _entries(ids)
    if not entries:
        return
    parts.heading(MARKED)
    for entry in entries:
        _link(entry)
        st.caption(entry.handling.in_(language.current()))


def _entries(ids: Iterable[str]) -> list[Discrepancy]:
    wanted = set(ids)
    return [entry for entry in cached(discrepancies) if entry.discrepancy_id in wanted]


def _link(entry: Discrepancy) -> None:
    label = Text(f"{entry.discrepancy_id}　{entry.title.ja}", f"{entry.discrepancy_id} {entry.title.en}")
    registry.link(
        registry.SOURCES,
        language.current(),
        label,
        icon=":material/flag:",
        view="register",
        entry=entry.discrepancy_id,
    )
