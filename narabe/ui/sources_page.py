"""The sources page: one table at a time."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from narabe.analyses.provenance import provenance, with_replies
from narabe.analyses.remarks import latest_remarks
from narabe.model.provenance import Discrepancy, Provenance
from narabe.model.table import Table
from narabe.model.text import Text
from narabe.settings import openness
from narabe.tables import provenance as tables
from narabe.ui import asking, language, parts, remarks
from narabe.ui.live import cached
from narabe.ui.show import show_table
from narabe.words import labels

VIEWS: dict[str, tuple[Text, Text, Callable[[Provenance], Table]]] = {
    "documents": (
        Text("文書", "Documents"),
        Text("元になった計画書です。", "The plans the figures come from."),
        tables.documents,
    ),
    "tables": (
        Text("元データの表", "Tables"),
        Text(
            "文書から書き写した表と、判断を記した表です。",
            "Tables transcribed from the documents, and tables of judgements.",
        ),
        tables.input_tables,
    ),
    "figures": (
        Text("すべての数値", "All figures"),
        Text(
            "文書・節から画面まで、1行が1つの数値です。",
            "One row is one figure, from document and section to screen.",
        ),
        tables.figures,
    ),
    "register": (
        Text("差異台帳", "Discrepancies"),
        Text(
            "文書どうし、または文書と計算が合わないところ。両方の記載と、このアプリでの扱いを残しています。",
            "Where documents, or a document and its arithmetic, do not meet: both claims and our handling.",
        ),
        tables.register,
    ),
    "omissions": (
        Text("写さなかった数字", "Not carried over"),
        Text(
            "文書にあって、ここに収めていない数字と、その理由です。",
            "Numbers of the documents that are not held here, and why.",
        ),
        tables.omissions,
    ),
    "comparability": (
        Text("比較の可否", "Comparability"),
        Text(
            "設問ごと、調査の組ごとに、比べてよいかと理由です。",
            "For each question and pair of waves: may they be compared, and why.",
        ),
        tables.verdicts,
    ),
    "checks": (
        Text("整合性チェック", "Checks"),
        Text("この版を作るときに確かめたことです。", "What was checked when this version was built."),
        tables.checks,
    ),
    "statuses": (
        Text("値の種類", "Statuses"),
        Text("数値がどのように分かっているかの区分です。", "How a figure is known."),
        lambda _result: tables.statuses(),
    ),
}
SAYS, BUT = Text("記載その1", "One place says"), Text("記載その2", "Another says")
ARITHMETIC, HANDLING = Text("計算", "Arithmetic"), Text("このアプリでの扱い", "Our handling")


def lay_open(result: Provenance) -> None:
    """The chosen view, with what it is."""
    view = asking.view({key: name for key, (name, _note, _table) in VIEWS.items()})
    _name, note, table_of = VIEWS[view]
    parts.notes([note])
    if view == "figures":
        document, status = asking.figures_of(result)
        result = cached(provenance, document=document, status=status, internal=openness().show_internal)
    if view == "register":
        result = with_replies(result, latest_remarks(openness().show_internal))
        entries, wanted = asking.register_of(result)
        result = replace(result, discrepancies=entries)
        for entry in result.discrepancies:
            if entry.discrepancy_id == wanted:
                _opened(entry)
    show_table(table_of(result))


def _opened(entry: Discrepancy) -> None:
    lang = language.current()
    internal = f" :orange-badge[{labels.INTERNAL.in_(lang)}]" if entry.internal else ""
    with st.container(border=True):
        st.markdown(
            f"## {entry.discrepancy_id} {entry.title.in_(lang)}\n"
            f":gray-badge[{labels.DISCREPANCY_STATUS[entry.status].in_(lang)}]{internal}"
        )
        claims = [(SAYS, entry.first), *([(BUT, entry.second)] if entry.second else [])]
        for label, claim in claims:
            where = f"{claim.document.in_(lang)} {claim.section.in_(lang)}".strip()
            st.markdown(f"**{label.in_(lang)}** {claim.says.in_(lang)}" + (f" — {where}" if where else ""))
        st.markdown(f"**{ARITHMETIC.in_(lang)}** {entry.arithmetic.in_(lang)}")
        st.markdown(f"**{HANDLING.in_(lang)}** {entry.handling.in_(lang)}")
        remarks.panel(f"register:{entry.discrepancy_id}", on_file=entry.reply.says if entry.reply else None)
