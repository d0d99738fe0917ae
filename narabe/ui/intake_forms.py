"""Blank forms to fill in: one sheet for a month, to be brought in as a file afterwards."""

from functools import partial

import streamlit as st

from narabe.export.cells import XLSX_MIME
from narabe.model.text import Text
from narabe.ui import choices, intake_entry, intake_files, language, parts
from narabe.ui.live import cached
from narabe.ui.worker import away

NOTE = Text(
    "担当課に配って書いてもらう1枚の Excel です。前月と前年同月の数が書いてあり、入力できるのは白い欄だけです。書き終えたら「ファイルを入れる」に入れます。",
    "One sheet of Excel to hand to a department. Last month's and last year's figures stand beside each field, and only the fields can be filled in. Bring the filled form in as a file.",
)
HOLDS = Text("この様式の項目", "What this form asks for")
DOWNLOAD = Text("{}の様式（Excel）を受け取る", "Download the form for {} (Excel)")
BRING = Text("書いた様式を入れる", "Bring in a filled form")
TYPE = Text("この画面で打ち込む", "Type the figures here instead")


def forms() -> None:
    """Form and month (`form`, `month`), what it asks for, and the file."""
    lang = language.current()
    st.caption(NOTE.in_(lang))
    titles = cached(intake_entry.forms_known)
    if not titles:
        st.info(intake_entry.NO_FORMS.in_(lang), icon=":material/inbox:")
        return
    sheet = intake_entry.asked(titles)
    month = intake_entry.month_named(sheet.month).in_(lang)
    st.download_button(
        DOWNLOAD.in_(lang).format(month),
        data=partial(away, intake_files.blank, sheet, lang),
        file_name=f"{sheet.form_id}_{sheet.month:%Y-%m}.xlsx",
        mime=XLSX_MIME,
        on_click="ignore",
        type="primary",
        icon=":material/download:",
        key="narabe-form",
    )
    parts.heading(HOLDS)
    st.markdown("\n".join(f"1. {row.label.in_(lang)}" for row in sheet.rows))
    with st.container(horizontal=True):
        choices.leading(BRING.in_(lang), "view", "", ":material/upload_file:")
        choices.leading(TYPE.in_(lang), "view", "entry", ":material/keyboard:")
