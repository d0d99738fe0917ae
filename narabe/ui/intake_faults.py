"""Problems of a file as a page shows them: by kind, with every place below and as a file."""

from collections.abc import Sequence

import streamlit as st

from narabe.model.intake import Fault, Severity
from narabe.model.text import Text
from narabe.tables import intake as tables
from narabe.ui import language, parts
from narabe.ui.literal import literal
from narabe.ui.show import offer_downloads, show_table
from narabe.words import intake_page_sentences as say
from narabe.words.fault_kinds import FaultKind, kinds

FEW = 12
"""So many kinds of one severity are written out."""
FIRST = 200
"""So many places stand in the table; the file holds all."""
EVERY_PLACE = Text("場所の一覧", "Every place")
MORE_KINDS = Text("ほかに{}種類。「場所の一覧」で見られます。", "{} more kinds: see “Every place” below.")
MORE = Text(
    "画面には先頭の{}件まで。すべてはファイルで見られます。", "The first {} are shown; the file holds all."
)


def faults(found: Sequence[Fault]) -> None:
    """Problems by severity and kind, with advice and first places; every place in a table, and as a file."""
    if not found:
        return
    lang = language.current()
    counts = {one: sum(fault.severity is one for fault in found) for one in Severity}
    st.markdown(f"**{say.faults_found(*counts.values()).in_(lang)}**")
    several = False
    for severity, title in say.SEVERITY.items():
        told = kinds([fault for fault in found if fault.severity is severity])
        several |= len(told) > FEW or any(len(kind.faults) > 1 for kind in told)
        if told and severity is Severity.NOTE and counts[Severity.NOTE] < len(found):
            _folded(told)
        elif told:
            parts.heading(title)
            _listed(told)
    if several:
        with st.expander(EVERY_PLACE.in_(lang), icon=":material/table:"):
            show_table(tables.faults(found[:FIRST]), downloads=False)
            if len(found) > FIRST:
                st.caption(MORE.in_(lang).format(FIRST))
    offer_downloads(tables.faults(found))


def notes(found: Sequence[Fault]) -> None:
    """Problems that ask for nothing, folded."""
    if not found:
        return
    _folded(kinds(found))


def _folded(told: Sequence[FaultKind]) -> None:
    label = say.notes_found(sum(len(kind.faults) for kind in told))
    with st.expander(label.in_(language.current()), icon=":material/info:"):
        _listed(told)


def _listed(told: Sequence[FaultKind]) -> None:
    lang = language.current()
    st.markdown("\n".join(_line(kind) for kind in told[:FEW]))
    if len(told) > FEW:
        st.caption(MORE_KINDS.in_(lang).format(len(told) - FEW))


def _line(kind: FaultKind) -> str:
    """What is wrong, how often, what to do, and where."""
    lang = language.current()
    count, place = kind.count.in_(lang), kind.places.in_(lang)
    told = [
        f"**{literal(kind.message.in_(lang))}**",
        literal(kind.advice.in_(lang)),
        f":small[{count}]" if count else "",
    ]
    return (
        "- " + " ".join(part for part in told if part) + (f"  \n  :small[{literal(place)}]" if place else "")
    )
