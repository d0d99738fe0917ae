"""The periods of a table as read from its headings, each of which a person may correct."""

import streamlit as st

from narabe.intake.figures.said_periods import period_said
from narabe.model.figures_plan import BlockPlan, TimeHeading
from narabe.model.text import Text
from narabe.ui import language
from narabe.ui.editing import edited
from narabe.ui.literal import literal
from narabe.words import numbers

PERIODS = Text("時期", "Periods")
HEADING = Text("ファイルの見出し", "Heading in the file")
PERIOD = Text("時期（直せます）", "Period (may be corrected)")
HELP = Text(
    "2026年4月、令和8年度、2026年3月末のように書きます。空にすると取り込みません。",
    "Such as 2026-04, FY2026 or Apr 2026. Without one the figures are left out.",
)
ASSUMED = Text(
    "年度か暦年か書かれていないため、暦年として読みました。", "Bare years were read as calendar years."
)
NOT_READ = Text(
    "時期として読めないため、元のままです：{}。年を入れて、2026年4月のように書いてください。",
    "Not read as a period, and left as it was: {}. Please name the year, too (2026-04).",
)
SHOWN = 6


def periods(block: BlockPlan, key: str) -> BlockPlan:
    """The table with its periods as corrected in a folded list; one that cannot be read is said, and stays."""
    lang = language.current()
    assumed = any(heading.assumed for heading in block.headings)
    with st.expander(
        f"{PERIODS.in_(lang)}: {literal(_told(block))}", expanded=assumed, icon=":material/calendar_month:"
    ):
        if assumed:
            st.caption(ASSUMED.in_(lang))
        return _corrected(block, key)


def _corrected(block: BlockPlan, key: str) -> BlockPlan:
    lang, summing = language.current(), {line for line, _parts in block.time_totals}
    headings = [heading for heading in block.headings if heading.line not in summing]
    before = [_period(block, heading) for heading in headings]
    rows = edited(
        [{"heading": h.text, "period": said} for h, said in zip(headings, before, strict=True)],
        {
            "heading": st.column_config.TextColumn(HEADING.in_(lang)),
            "period": st.column_config.TextColumn(PERIOD.in_(lang), help=HELP.in_(lang)),
        },
        key=key,
        alt=PERIODS.in_(lang),
        fixed=("heading",),
    )
    unread = []
    for heading, said, row in zip(headings, before, rows, strict=True):
        written = (row["period"] or "").strip()
        if written == said:
            continue
        period = period_said(written) if written else None
        if written and period is None:
            unread.append(written)
        else:
            block = block.with_period(heading.line, period)
    if unread:
        st.warning(literal(NOT_READ.in_(lang).format("、".join(unread))), icon=":material/help:")
    return block


def _period(block: BlockPlan, heading: TimeHeading) -> str:
    """The period that counts for a heading, in words; nothing where its figures are left out."""
    found = dict(block.times).get(heading.line)
    return numbers.period(found.start, found.end, found.months).in_(language.current()) if found else ""


def _told(block: BlockPlan) -> str:
    lang = language.current()
    told = [numbers.period(p.start, p.end, p.months).in_(lang) for _line, p in block.times]
    if len(told) > SHOWN:
        told = [*told[: SHOWN - 1], "…", told[-1]]
    return f"{Text('、', ', ').in_(lang).join(told)} ({len(block.times)})"
