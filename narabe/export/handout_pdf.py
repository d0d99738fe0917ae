"""Handout -> PDF on A4 landscape: fonts embedded, every text selectable, tagged for screen readers."""

import json
import re
from math import ceil
from pathlib import Path
from typing import Any

from narabe.charts.paper import PANEL_GAP, Panel, Place, sheets
from narabe.charts.theme import text_width
from narabe.export.grid import Leaf, clean, fitted
from narabe.export.pictures import fonts, to_svg
from narabe.model.handout import Exhibit, Handout
from narabe.model.text import Lang, Text
from narabe.words import handout_sentences as say

TEMPLATE = Path(__file__).resolve().parent / "handout.typ"
WIDTH, EDGE, HEAD = 297.0, 12.0, 14.0
CHART = Place(WIDTH - 2 * EDGE, 118.0)
"""Room for a chart under question and answer; the template makes it smaller where those are long."""
MILLIMETRE = 72 / 25.4
SHORT = 60.0
"""A first chart lower than this leaves the rest of its page to what follows."""
TALL = 250.0
"""Points of text above which a row may go on on the next page."""
LEAF = Leaf(CHART.width * MILLIMETRE, sizes=(9.0, 8.0, 7.0, 6.0), latin=0.6)
FOOT_SIZE, FOOT_LINE, FOOT_FIXED = 6.5, 3.2, 6.0
ANSWER_SIZES = (13.0, 11.0)
LONG_ANSWER = 110
LONG_WORD = re.compile(r"[!-~]{24}(?=[!-~])")
BREAK = "\u200b"
"""Where a word that is wider than its column may be broken; it takes no room."""


def to_pdf(handout: Handout) -> bytes:
    """The handout as PDF; the same handout gives the same bytes."""
    import typst

    document: bytes = typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=fonts(),
        sys_inputs={"handout": json.dumps(content(handout), ensure_ascii=False)},
    )
    return document


def content(handout: Handout) -> dict[str, Any]:
    """What the template sets, in the handout's language."""
    lang, charts = handout.lang, handout.charts
    first = _sheets(charts[0], lang) if charts else []
    answer = handout.answer.in_(lang)
    foot = (say.source(handout.sources).in_(lang), say.caveat(handout, say.ON_PAGE_1).in_(lang))
    return {
        "lang": lang,
        "title": _broken(handout.question.in_(lang)) or say.NO_TITLE.in_(lang),
        "answer": _broken(answer),
        "answer_size": ANSWER_SIZES[text_width(answer, 1) > LONG_ANSWER],
        "findings": [_finding(handout, place) for place in range(len(handout.findings))],
        "sheets": first,
        "short": len(first) == 1 and max(panel["height"] for panel in first[0]) < SHORT,
        "caption": _caption(handout),
        "notes": _lines(handout.notes, lang),
        "charts": [
            {"title": exhibit.table.title.in_(lang), "notes": _lines(exhibit.table.notes, lang)}
            | {"sheets": _sheets(exhibit, lang)}
            for exhibit in charts[1:]
        ],
        "tables": [_table(exhibit, lang) for exhibit in handout.exhibits],
        "source": _broken(foot[0]),
        "caveat": _broken(foot[1]),
        "first_caveat": say.CAVEAT.in_(lang),
        "address": clean(handout.address),
        "version": f"{say.VERSION.in_(lang)} {handout.build_id[:12]}" if handout.build_id else "",
        "words": {
            "note": Text("注：", "Note: ").in_(lang),
            "arithmetic": say.ARITHMETIC.in_(lang) + Text("：", ": ").in_(lang),
            "address": say.ADDRESS.in_(lang),
            "findings": say.FINDINGS.in_(lang),
            "table": say.TABLE.in_(lang),
        },
        "edge": EDGE,
        "head": HEAD,
        "foot": FOOT_FIXED + FOOT_LINE * sum(map(_foot_lines, (*foot, handout.address))),
        "gap": PANEL_GAP,
    }


def _caption(handout: Handout) -> str:
    """What the first chart shows, where the question does not say it."""
    title = handout.charts[0].table.title if handout.charts else handout.question
    return "" if title == handout.question else _broken(title.in_(handout.lang))


def _sheets(exhibit: Exhibit, lang: Lang) -> list[list[dict[str, Any]]]:
    """The pictures of a chart, page by page. Only the first says what all of them show."""
    continued = exhibit.table.title.in_(lang) + say.CONTINUED.in_(lang)
    said = iter([exhibit.alt or exhibit.table.title.in_(lang)])

    def picture(panel: Panel) -> dict[str, Any]:
        svg, alt = to_svg(panel.chart), clean(next(said, continued))
        return {"svg": svg, "width": panel.width, "height": panel.height, "alt": alt}

    return [[picture(panel) for panel in page] for page in sheets(exhibit.chart or {}, CHART)]


def _table(exhibit: Exhibit, lang: Lang) -> dict[str, Any]:
    grid = fitted(exhibit.table, lang, LEAF)
    return {
        "title": _broken(grid.title),
        "header": [_broken(name) for name in grid.header],
        "rows": [
            {"cells": [_broken(cell) for cell in row], "tall": grid.lines(row) * grid.size > TALL}
            for row in grid.rows
        ],
        "numeric": grid.numeric,
        "widths": grid.widths,
        "size": grid.size,
        "notes": [_broken(note) for note in grid.notes],
    }


def _finding(handout: Handout, place: int) -> dict[str, str]:
    finding, lang = handout.findings[place], handout.lang
    return {
        "figure": _broken(finding.key_figure.in_(lang)),
        "headline": _broken(finding.headline.in_(lang)),
        "arithmetic": _broken(finding.arithmetic.in_(lang)),
        "caution": _broken(finding.caution.in_(lang)),
    }


def _lines(notes: tuple[Text, ...], lang: Lang) -> list[str]:
    return [_broken(note.in_(lang)) for note in notes if note.in_(lang)]


def _foot_lines(text: str) -> int:
    return ceil(text_width(text, 1) * FOOT_SIZE / MILLIMETRE / CHART.width * 1.03)


def _broken(text: str) -> str:
    return LONG_WORD.sub(lambda found: found[0] + BREAK, clean(text))
