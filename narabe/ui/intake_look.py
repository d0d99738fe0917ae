"""Receiving a file, and looking at what it is: the first two steps of an import."""

from dataclasses import replace
from typing import TypeVar

import pyarrow as pa
import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from narabe.desk import imports as desk
from narabe.model.imports import Examined
from narabe.model.intake import OF_FILES, Format, Kind, ReadOptions, Severity
from narabe.model.text import Text, plain
from narabe.settings import limits
from narabe.tables import intake as tables
from narabe.ui import intake_faults, intake_parts, language
from narabe.ui import intake_state as state
from narabe.ui.intake_state import Wizard
from narabe.ui.literal import literal
from narabe.ui.show import show_table
from narabe.words import intake_page_sentences as say

Choice = TypeVar("Choice")

UPLOAD = Text("取り込むファイル", "File to bring in")
LARGER = Text("これより大きいファイルは", "Larger files")
BY_COMMAND = Text(
    "サーバーの管理者が、次のコマンドで取り込みます（ファイルの場所と、取り込みの名前を書きます）。動いている画面を止める必要はありません。",
    "The administrator of the server brings them in with this command, naming the file and the import. The pages go on being served.",
)
COMMAND = Text(
    "`python -m narabe import ファイル --dataset 名前`", "`python -m narabe import FILE --dataset NAME`"
)
PRIVATE = Text(
    "氏名・住所・メールアドレスの列は取り込みません。元のファイルはサーバーに残ります。",
    "Columns with names, addresses or e-mail are not imported. The original file stays on the server.",
)
UNCERTAIN = Text(
    "ほかの文字コードでも読めます。下の見本に文字化けがないか確かめ、あれば「読み方を変える」で選び直してください。",
    "Another encoding would fit, too. Check the rows below for garbled text; if there is any, choose another encoding under “Read it another way”.",
)
SAMPLE = Text("はじめの数行", "First rows")
SAMPLE_HEIGHT = 248  # pixels: six rows and their letters
SAMPLED = 6
"""So many rows of the sample are in sight."""
WIDEST = 40
"""So many columns of the sample are drawn."""
NARROWED = Text("見本は先頭の{}列まで。", "The sample shows the first {} columns.")
ANOTHER_WAY, AGAIN = Text("読み方を変える", "Read it another way"), Text("この読み方で読み直す", "Read again")
AUTOMATIC = Text("自動で見分ける", "Detect")
ENCODING, DELIMITER = Text("文字コード", "Encoding"), Text("区切り文字", "Delimiter")
SHEET, HEADER = Text("シート", "Sheet"), Text("見出しの行", "Header row")
KIND = Text("このファイルの中身", "What the file holds")
NAME = Text("取り込みの名前", "Name of the import")
NAME_HELP = Text(
    "文字・数字・_・- が使えます（60字まで）。次に同じ調査・同じ統計を入れるときも同じ名前にします。",
    "Letters, digits, _ and - (up to 60). Use the same name when the same survey or statistic is brought in again.",
)
WITH_BOOK = Text("コードブックを使う", "Use a codebook")
BOOK = Text("設問の定義ファイル（コードブック、YAML）", "Codebook (YAML)")
REPAIRED_LATER = Text(
    "直したファイルは「変わるもの」で受け取れます。",
    "The file put right can be downloaded at “Changes”.",
)
ON = Text("対応づけへ", "On to mapping")


def receive(wizard: Wizard) -> None:
    """Ask for the file, and say how large it may be."""
    lang, allowed = language.current(), limits()
    if wizard.said is not None:
        st.info(wizard.said.in_(lang), icon=":material/check:")
    intake_parts.told(wizard.problem)
    intake_faults.faults(wizard.faults)
    uploaded = st.file_uploader(
        UPLOAD.in_(lang), key=wizard.key("upload"), max_upload_size=allowed.browser_megabytes
    )
    st.caption(say.limit(allowed.browser_megabytes, allowed.browser_rows).in_(lang))
    st.caption(PRIVATE.in_(lang))
    with st.expander(LARGER.in_(lang), icon=":material/terminal:"):
        st.markdown(f"{BY_COMMAND.in_(lang)}  \n{COMMAND.in_(lang)}")
    if uploaded is not None:
        state.receive(_taken(uploaded), uploaded.name)


def look(wizard: Wizard) -> None:
    """Show what was found; ask what it holds and what to call it."""
    lang, examined = language.current(), wizard.examined
    assert examined is not None
    intake_parts.told(wizard.problem)
    faults = wizard.faults or examined.faults
    if any(fault.severity is not Severity.NOTE for fault in faults):
        intake_faults.faults(faults)
        _found(examined)
    else:
        _found(examined)
        intake_faults.notes(faults)
    left, right = st.columns(2)
    kind = left.radio(
        KIND.in_(lang),
        OF_FILES,
        index=OF_FILES.index(wizard.kind),
        format_func=lambda one: say.KIND[one].in_(lang),
        key=wizard.key("kind"),
    )
    dataset = right.text_input(
        NAME.in_(lang), wizard.dataset, key=wizard.key("dataset"), help=NAME_HELP.in_(lang)
    )
    if any(entry.active and entry.dataset == dataset for entry in desk.imports()):
        st.info(literal(say.replaces(dataset).in_(lang)), icon=":material/sync:")
    book = None
    if kind is not Kind.FIGURES:
        with st.expander(WITH_BOOK.in_(lang), icon=":material/menu_book:"):
            book = st.file_uploader(
                BOOK.in_(lang), type=["yml", "yaml"], key=wizard.key("book"), max_upload_size=1
            )
    _another_way(wizard, examined)
    _readable(examined)
    if intake_parts.buttons(wizard, ON):
        state.propose(kind or wizard.kind, dataset, _taken(book) if book is not None else None)


def _found(examined: Examined) -> None:
    lang, sample = language.current(), examined.sample
    found = say.found(examined.detection, examined.sheet, examined.header_row)
    size = say.size(examined.size).in_(lang)
    st.markdown(f"**{literal(examined.file_name)}** {size}  \n{literal(found.in_(lang))}")
    if not examined.detection.certain:
        st.warning(UNCERTAIN.in_(lang), icon=":material/help:")
    if not sample:
        return
    width = min(len(sample[0]), WIDEST)
    st.dataframe(
        pa.table({_letters(place): [row[place] for row in sample] for place in range(width)}),
        hide_index=True,
        width="stretch",
        height=SAMPLE_HEIGHT if len(sample) > SAMPLED else "auto",
        alt=SAMPLE.in_(lang),
    )
    if width < len(sample[0]):
        st.caption(NARROWED.in_(lang).format(WIDEST))


def _another_way(wizard: Wizard, examined: Examined) -> None:
    """Encoding, delimiter, sheet and header row, each as found unless chosen."""
    lang, found = language.current(), examined.detection
    options = ReadOptions()
    with st.expander(ANOTHER_WAY.in_(lang), icon=":material/tune:"):
        left, right = st.columns(2)
        if found.format is Format.DELIMITED:
            names = {None: AUTOMATIC} | dict(say.ENCODING)
            with left:
                options = replace(options, encoding=_one_of(ENCODING, names, wizard.key("encoding")))
            names = {None: AUTOMATIC} | dict(say.DELIMITER)
            with right:
                options = replace(options, delimiter=_one_of(DELIMITER, names, wizard.key("delimiter")))
        if len(found.sheets) > 1:
            sheets = {sheet.name: plain(say.sheet_named(sheet).in_(lang)) for sheet in found.sheets}
            with left:
                options = replace(options, sheet=_one_of(SHEET, sheets, wizard.key("sheet"), examined.sheet))
        header = st.number_input(
            HEADER.in_(lang), min_value=1, value=examined.header_row, step=1, key=wizard.key("header")
        )
        if int(header) != examined.header_row:
            options = replace(options, header_row=int(header))
        if st.button(AGAIN.in_(lang), key=wizard.key("again"), icon=":material/refresh:"):
            state.read_again(options)


def _readable(examined: Examined) -> None:
    lang, judged = language.current(), examined.readability
    broken = tables.rules(judged)
    with st.expander(say.readability(judged, len(broken.rows)).in_(lang), icon=":material/rule:"):
        grid = st.grid(columns=len(judged.scores) or 1, min_column_width=200)
        for level, points in judged.scores:
            grid.cell().metric(say.LEVEL[level].in_(lang), f"{points}/100", border=True)
        st.caption(f"{say.not_kept(len(broken.rows)).in_(lang)} {REPAIRED_LATER.in_(lang)}")
        if broken.rows:
            show_table(broken)


def _one_of(label: Text, names: dict[Choice, Text], key: str, now: Choice | None = None) -> Choice:
    lang, offered = language.current(), list(names)
    return st.selectbox(
        label.in_(lang),
        offered,
        index=offered.index(now) if now in offered else 0,
        format_func=lambda name: names[name].in_(lang),
        key=key,
    )


def _taken(uploaded: UploadedFile) -> bytes:
    """The bytes of an upload, which Streamlit would otherwise keep in memory after the page is done with it."""
    content, context = uploaded.getvalue(), get_script_run_ctx()
    if context is not None and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(session_id=context.session_id, file_id=uploaded.file_id)
    return content


def _letters(place: int) -> str:
    """The letters of a spreadsheet column: 0 -> A, 26 -> AA."""
    return (_letters(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)
