"""「1枚にする」: what a run shows, noted while it is drawn, offered as PDF and as slides."""

from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.delta_generator_singletons import get_last_dg_added_to_context_stack

from narabe.export.handout import MIME, Kind, made
from narabe.model.findings import Finding
from narabe.model.handout import Exhibit, Handout
from narabe.model.table import Table
from narabe.model.text import Text
from narabe.ui import language, live
from narabe.ui.worker import away

OFFER = Text("1枚にする", "One page")
WHAT = Text(
    "この画面を、問い・答え・図・表・出典つきで持ち出します。",
    "Take this view away: question, answer, charts, tables and sources.",
)
FILES: dict[Kind, Text] = {
    "pdf": Text("PDF（A4横）", "PDF (A4 landscape)"),
    "pptx": Text("PowerPoint（図と表を編集できます）", "PowerPoint (charts and tables can be edited)"),
}
FOLD = "expandable"  # what Streamlit calls the inside of an expander


@dataclass
class Shown:
    """What this run has shown so far."""

    question: Text | None = None
    answer: Text = field(default_factory=lambda: Text("", ""))
    exhibits: list[Exhibit] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)


_shown: ContextVar[Shown] = ContextVar("shown")


def begin() -> None:
    """Forget the run before."""
    _shown.set(Shown())


def note_page(question: Text, answer: Text) -> None:
    """The title and first line of the page."""
    if shown := _shown.get(None):
        shown.question, shown.answer = question, answer


def note_exhibit(table: Table, chart: dict[str, Any] | None = None, alt: str = "") -> None:
    """A chart with its table, or a table, in sight. What is folded away is not part of the view."""
    shown = _shown.get(None)
    if shown and not _folded():
        shown.exhibits.append(Exhibit(table, chart, alt))


def note_finding(finding: Finding) -> None:
    """A finding in sight."""
    shown = _shown.get(None)
    if shown and not _folded():
        shown.findings.append(finding)


def note_caveats(lines: Sequence[Text]) -> None:
    """What must be read with the numbers, the most important first; folded reasons belong to it too."""
    if shown := _shown.get(None):
        shown.notes += [line for line in lines if line.ja and line not in shown.notes]


def offer(place: DeltaGenerator, page: str) -> None:
    """A button for the view just drawn, its files made when clicked; none for a page without a question.

    `page` is the page's address, which names the files.
    """
    handout = _handout(page)
    if handout is None:
        return
    lang = handout.lang
    with place.popover(OFFER.in_(lang), icon=":material/description:", width="content"):
        st.caption(WHAT.in_(lang))
        for kind, label in FILES.items():
            st.download_button(
                label.in_(lang),
                data=partial(away, made, handout, kind),
                file_name=f"{handout.name}.{kind}",
                mime=MIME[kind],
                on_click="ignore",
                icon=":material/download:",
                key=f"narabe-one-page.{kind}",
                width="stretch",
            )


def _handout(page: str) -> Handout | None:
    shown, lang = _shown.get(), language.current()
    if shown.question is None:
        return None
    with_tables = {note for exhibit in shown.exhibits for note in exhibit.table.notes}
    main = shown.exhibits[0].table.notes if shown.exhibits else ()
    notes = tuple(note for note in shown.notes if note in main or note not in with_tables)
    return Handout(
        name=f"narabe_{page or 'home'}_{lang}",
        lang=lang,
        question=shown.question,
        answer=shown.answer,
        exhibits=tuple(_without(notes, exhibit) for exhibit in shown.exhibits),
        findings=tuple(shown.findings),
        notes=notes,
        address=_address(),
        build_id=live.current_build(),
    )


def _without(said: Sequence[Text], exhibit: Exhibit) -> Exhibit:
    """Its table without the notes that the first page has for all of them."""
    left = tuple(note for note in exhibit.table.notes if note not in said)
    return replace(exhibit, table=replace(exhibit.table, notes=left))


def _address() -> str:
    """The address of this view, as the browser shows it."""
    chosen = [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
    return (st.context.url or "") + (f"?{urlencode(chosen)}" if chosen else "")


def _folded() -> bool:
    """Whether what is drawn now stands inside an expander."""
    inside = get_last_dg_added_to_context_stack()
    return inside is not None and FOLD in inside._ancestor_block_types
