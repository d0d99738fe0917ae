"""The public tables: what they hold, how to take them away, and the dictionary of their fields."""

from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from narabe.analyses.explore import ON_SCREEN, table_content, table_sizes
from narabe.analyses.open_data import open_table, open_tables
from narabe.export.cells import XLSX_MIME
from narabe.export.live_dashboard import live_dashboard
from narabe.export.machine.found import whole_table
from narabe.model.open_data import OpenTable
from narabe.model.text import Text, plain
from narabe.settings import openness
from narabe.tables import open_data as tables
from narabe.tables.open_readable import readable
from narabe.ui import choices, explore_choices, language, parts, registry
from narabe.ui.live import cached, current_build
from narabe.ui.show import show_table
from narabe.ui.worker import away
from narabe.warehouse.answers import open_answers, surveys
from narabe.words import labels, page_titles
from narabe.words import open_page_sentences as say

KINDS: dict[str, Text] = {
    "csv": plain("CSV"),
    "csv?encoding=sjis": say.SJIS,
    "xlsx": plain("Excel"),
    "json": plain("JSON"),
    "parquet": plain("Parquet"),
    "zip": Text("データパッケージ（ZIP）", "Data package (ZIP)"),
}


def public_tables(head: DeltaGenerator) -> None:
    """Every public table, one of them opened (`table`), and the answers that are none."""
    sizes, datasets = cached(table_sizes), surveys()
    every = open_tables()
    parts.open_page(page_titles.EXPLORE, say.answer(len(every), sum(sizes.values()), len(datasets)), head)
    show_table(tables.listing(every, sizes, current_build()), pinned=1, shown=len(every))
    if chosen := _chosen(every):
        _opened(open_table(chosen))
    _answers(datasets)
    _whole()


def dictionary(head: DeltaGenerator) -> None:
    """Every field, or those that hold the words (`find`)."""
    find = explore_choices.words(explore_choices.EXAMPLE_FIELD)
    every = open_tables()
    fields = sum(len(table.fields) for table in every)
    table = tables.dictionary(every, find, current_build())
    parts.open_page(
        page_titles.EXPLORE, say.described(len(every), fields, len(table.rows), find), head, outside=True
    )
    if table.rows:
        show_table(table, pinned=1, shown=20)


def _chosen(every: tuple[OpenTable, ...]) -> str:
    lang = language.current()
    names = {"": say.NOT_OPENED.in_(lang)} | {each.name: say.named(each).in_(lang) for each in every}
    return choices.one(say.OPEN.in_(lang), names, key="table", default="")


def _opened(table: OpenTable) -> None:
    """What a row is, the files, the addresses, the first rows, the codes."""
    lang = language.current()
    parts.heading(table.title, table.note)
    st.markdown(f"**{say.FILES.in_(lang)}**")
    with st.container(horizontal=True):
        for kind, label in KINDS.items():
            st.link_button(label.in_(lang), f"/data/{table.name}.{kind}", icon=":material/download:")
        st.link_button(say.ABOUT.in_(lang), f"/data/{table.name}/metadata.json", icon=":material/info:")
    with st.expander(say.ADDRESSES.in_(lang), icon=":material/link:"):
        parts.notes([say.ADDRESSES_NOTE])
        st.code(
            "\n".join(f"{server()}/data/{table.name}.{kind}" for kind in KINDS),
            language=None,
            wrap_lines=True,
        )
    rows, codes = cached(table_content, table.name, ON_SCREEN)
    shown = readable(table, rows, codes, current_build())
    if rows.num_rows == ON_SCREEN:
        shown = replace(shown, notes=(say.PREVIEW, *shown.notes))
    parts.notes([note for note in shown.notes if note != table.note])
    show_table(shown, notes=False, pinned=1, machine=partial(whole_table, table.name, current_build()))
    with st.expander(say.CODES.in_(lang), icon=":material/key:"):
        show_table(tables.codes(table, codes, current_build()), noted=False)


def _whole() -> None:
    """Every table of every page in one workbook, made when clicked."""
    lang = language.current()
    parts.heading(say.WHOLE, say.WHOLE_NOTE)
    st.download_button(
        say.WHOLE_BOOK.in_(lang),
        data=partial(away, live_dashboard, lang, openness().show_internal),
        file_name=f"narabe_dashboard_{lang}.xlsx",
        mime=XLSX_MIME,
        on_click="ignore",
        icon=":material/library_books:",
        key="narabe-dashboard",
    )


def _answers(datasets: tuple[str, ...]) -> None:
    lang = language.current()
    parts.heading(say.ANSWERS, say.ANSWERS_NOTE)
    with st.container(horizontal=True):
        for dataset in datasets:
            name = labels.marked(plain(dataset), open_answers(dataset).survey.origin)
            registry.link(registry.CROSSTAB, lang, name, d=dataset)


def server() -> str:
    """The address this reader reaches us at."""
    found = urlsplit(st.context.url or "")
    return f"{found.scheme}://{found.netloc}" if found.netloc else ""
