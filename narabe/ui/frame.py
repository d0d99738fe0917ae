"""The frame around every page: language, navigation, page, what to take away, footer.

Streamlit runs this file from the top for every interaction.
"""

from pathlib import Path

import streamlit as st

from narabe.ui import warm

warm.wait()  # before the imports of this file, too

from narabe.ui import language, live, one_page, registry, saved_views, version  # noqa: E402

ICON = Path(__file__).resolve().parent / "static" / "icon.png"


def main() -> None:
    # A local file, and set first: for a page's material icon the browser would ask Google.
    st.set_page_config(page_icon=str(ICON), layout="wide", initial_sidebar_state="collapsed")
    with st.container(key="narabe-top", horizontal=True, width="content"):
        take_away, views = st.container(width="content"), st.container(width="content")
        lang = language.switch()
    page = st.navigation(registry.streamlit_pages(lang), position="top")
    st.set_page_config(f"{page.title} — Narabe")
    live.begin()
    one_page.begin()
    saved_views.arrive(page.url_path)
    page.run()
    one_page.offer(take_away, page.url_path)
    saved_views.offer(views, page.url_path)
    with st.container(key="narabe-footer"):
        st.caption(version.footer_line(lang))


main()
