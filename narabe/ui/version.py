"""Which figures are being served, for the footer and for /healthz."""

from narabe.model.problem import Problem
from narabe.model.text import Lang, Text
from narabe.ui import live
from narabe.warehouse import open_live


def build_id() -> str:
    """Id of the live data version; empty while there is none."""
    try:
        return open_live().build_id
    except Problem:
        return ""


def source_note() -> Text:
    """The one line of credit at the foot of every page."""
    return Text(
        "出典：郡山市の公表資料をもとに編集", "Source: edited from documents published by Koriyama City"
    )


def footer_line(lang: Lang) -> str:
    """Source and data version in one line."""
    version = Text("データ版", "Data version").in_(lang)
    build = live.current_build()
    return " · ".join([source_note().in_(lang)] + ([f"{version} {build[:12]}"] if build else []))
