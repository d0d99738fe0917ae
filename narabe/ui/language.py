"""The language of the screen: one switch, kept in the address as `?lang=en`."""

from typing import cast

import streamlit as st

from narabe.model.text import Lang

KEY = "lang"  # also the name of the address parameter
DEFAULT: Lang = "ja"
LANGUAGES: tuple[Lang, ...] = ("ja", "en")


def switch() -> Lang:
    """Draw the switch and return the chosen language. Called once, by the frame.

    The frame's widgets live on every page, so the binding outlives page changes.
    Streamlit writes the displayed option into the address, so the options are displayed
    as `ja` and `en`; static/page.js shows them as 日本語 and English.
    """
    with st.container(key="narabe-language", width="content"):
        chosen = st.segmented_control(
            "言語 / Language",
            options=LANGUAGES,
            default=DEFAULT,
            required=True,
            key=KEY,
            bind="query-params",
            label_visibility="collapsed",
        )
    return chosen


def current() -> Lang:
    """The language of this run, for pages and for the error box."""
    chosen = st.session_state.get(KEY)
    return cast("Lang", chosen if chosen in LANGUAGES else DEFAULT)
