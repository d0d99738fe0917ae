"""Marks that open the discrepancy register at the entry they stand for."""

from collections.abc import Iterable

import streamlit as st

from narabe.analyses.provenance import discrepancies
from narabe.model.text import Text
from narabe.ui import language, registry
from narabe.ui.live import cached

MARKED = Text("数値についての確認事項", "Notes on these figures")


def marks(ids: Iterable[str]) -> None:
    """One link per discrepancy, in the order of the register; nothing when there is none."""
    wanted = set(ids)
    entries = [entry for entry in cached(discrepancies) if entry.discrepancy_id in wanted]
    if not entries:
        return
    lang = language.current()
    with st.expander(f"{MARKED.in_(lang)} ({len(entries)})", icon=":material/flag:"):
        for entry in entries:
            label = Text(
                f"{entry.discrepancy_id}　{entry.title.ja}", f"{entry.discrepancy_id} {entry.title.en}"
            )
            registry.link(
                registry.SOURCES,
                lang,
                label,
                icon=":material/flag:",
                view="register",
                entry=entry.discrepancy_id,
            )
