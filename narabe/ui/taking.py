"""Files of a table: CSV and Excel at once, everything else in a dialog that is built when it is opened."""

from functools import partial
from typing import Literal

import streamlit as st

from narabe.export.faces import BY_ID as FORMATS
from narabe.export.faces import (
    FACES,
    MOST_ROWS_TO_COPY,
    SJIS,
    Face,
    Taking,
    file_name,
    formats,
    made,
    tab_separated,
    unwritable_in_sjis,
)
from narabe.model.text import Lang
from narabe.ui import language
from narabe.ui.literal import literal
from narabe.ui.worker import away
from narabe.words import taking_sentences as say

COPY: Literal["copy"] = "copy"
LISTED = 30
"""Characters that Shift_JIS lacks, listed one by one up to here."""
COPY_HEIGHT = 260


def offer(taking: Taking) -> None:
    """CSV and Excel as on screen, and the way to the other forms."""
    with st.container(horizontal=True):
        for format_id in ("csv", "xlsx"):
            _quick(taking, format_id)
        more(taking)


def more(taking: Taking) -> None:
    """The button that opens the dialog."""
    lang = language.current()
    pressed = st.button(
        say.MORE.in_(lang),
        key=f"{taking.table.name}.more",
        icon=":material/more_horiz:",
        help=taking.table.title.in_(lang),
    )
    if pressed:
        st.dialog(say.MORE.in_(lang))(_choose)(taking, lang)


def _quick(taking: Taking, format_id: str) -> None:
    lang, form = language.current(), FORMATS[format_id]
    st.download_button(
        form.label.in_(lang),
        data=partial(away, made, taking, format_id, lang),
        file_name=file_name(taking.table, format_id, lang),
        mime=form.mime,
        on_click="ignore",
        icon=":material/download:",
        key=f"{taking.table.name}.{format_id}",
        help=f"{taking.table.title.in_(lang)} ({format_id})",
    )


def _choose(taking: Taking, lang: Lang) -> None:
    """What for, in which form, and the file; or the table to copy."""
    st.markdown(f"**{literal(taking.table.title.in_(lang))}**")
    names: dict[Face | Literal["copy"], str] = {face: FACES[face].in_(lang) for face in taking.faces}
    names[COPY] = say.COPY.in_(lang)
    face = st.segmented_control(
        say.FACE.in_(lang),
        options=list(names),
        format_func=names.__getitem__,
        default="readable",
        required=True,
        key=f"{taking.table.name}.take.face",
    )
    if face == "copy":
        _copied(taking, lang)
    else:
        _formed(taking, face, lang)


def _formed(taking: Taking, face: Face, lang: Lang) -> None:
    offered = {form.format_id: form for form in formats(face)}
    chosen = st.radio(
        say.FORMAT.in_(lang),
        options=list(offered),
        format_func=lambda format_id: offered[format_id].label.in_(lang),
        captions=[form.what.in_(lang) for form in offered.values()],
        key=f"{taking.table.name}.take.{face}",
    )
    if chosen == SJIS:
        _lacking(taking, lang)
    name = file_name(taking.table, chosen, lang)
    st.download_button(
        say.TAKE.in_(lang),
        data=partial(away, made, taking, chosen, lang),
        file_name=name,
        mime=offered[chosen].mime,
        on_click="ignore",
        icon=":material/download:",
        type="primary",
        key="narabe-take.file",
        width="stretch",
    )
    st.caption(literal(name))


def _lacking(taking: Taking, lang: Lang) -> None:
    """The characters that Shift_JIS cannot write, before one takes the file."""
    with st.spinner(say.MAKING.in_(lang)):
        found = away(unwritable_in_sjis, taking)
    if not found:
        st.caption(say.WRITABLE.in_(lang))
        return
    told: dict[str, list[str]] = {}
    for character, field, often in found:
        told.setdefault(character, []).append(f"{field} {say.times(often).in_(lang)}")
    lines = [
        f"- {literal(character)} U+{ord(character):04X}　{literal(', '.join(places))}"
        for character, places in list(told.items())[:LISTED]
    ]
    if len(told) > LISTED:
        lines.append(f"- {say.cut(len(told) - LISTED).in_(lang)}")
    st.warning("\n".join((say.unwritable(len(told)).in_(lang), "", *lines)), icon=":material/translate:")


def _copied(taking: Taking, lang: Lang) -> None:
    """The table as text with tabs, under Streamlit's own sign for copying."""
    if len(taking.table.rows) > MOST_ROWS_TO_COPY:
        st.caption(say.TOO_LONG_TO_COPY.in_(lang))
        return
    st.caption(say.TO_COPY.in_(lang))
    st.code(tab_separated(taking.table, lang), language=None, height=COPY_HEIGHT)
