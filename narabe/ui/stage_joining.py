"""What is handed out to the room: QR code, address and code."""

import streamlit as st

from narabe.export import qr_code
from narabe.room.joining import joining
from narabe.ui import language, parts
from narabe.ui.literal import literal
from narabe.words import stage_page_sentences as say

SIZE = 12
"""Width of the QR code in letters of the page."""


def warn() -> None:
    """One line where no phone can reach this address."""
    if not joining(st.context.url or "")[1]:
        parts.notes([say.NO_PHONES])


def hand_out(code: str) -> None:
    """How phones join; a clear word where they cannot reach this address."""
    lang = language.current()
    with st.expander(say.HAND_OUT.in_(lang), icon=":material/qr_code:"):
        join, reachable = joining(st.context.url or "")
        if not reachable:
            st.warning(say.LOOPBACK.in_(lang), icon=":material/wifi_off:")
        st.html(
            f'<img src="{qr_code.data_uri(f"{join}/{code}")}" alt="{say.QR_ALT.in_(lang)}" style="width:{SIZE}em">'
        )
        st.markdown(f"{say.JOIN_AT.in_(lang)}　**{literal(join)}**")
        st.markdown(f"{say.JOIN_CODE.in_(lang)}　**{code}**")
