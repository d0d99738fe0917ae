"""Handouts of real views and of an awkward one, and how a PDF or a deck is read back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pptx import Presentation
from pypdf import PdfReader

from narabe.analyses.compare import compare
from narabe.charts import change, ranks
from narabe.charts import compare as chart
from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.theme import Look
from narabe.export.cells import rows
from narabe.model.comparison import CompareAsk
from narabe.model.handout import Exhibit, Handout
from narabe.model.source import Source
from narabe.model.table import Column, Table
from narabe.model.text import Lang, plain
from narabe.tables import compare as tables
from narabe.warehouse import Warehouse
from narabe.words import compare_sentences as say

ADDRESS = "http://127.0.0.1:8501/compare?q=service_use&c=net2021&c=net2025"
HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "<b>bold</b> &amp;",
    "#panic() $x$ *strong* _it_ `code` [link](x) \\ @ref",
    "髙𠮷﨑",
    "👍🙂",
    "～〜−―①㈱△▲",
    "x" * 200,
    "あ" * 300,
    "one\ntwo",
    "bell\x07nul\x00end",
    "http://example.invalid/?a=1&b=2",
)


def comparison(
    warehouse: Warehouse,
    lang: Lang = "ja",
    question: str = "service_use",
    cohorts: tuple[str, ...] | None = ("net2021", "net2025"),
    look: Look | None = None,
) -> Handout:
    """The compare page's view: shares, differences, the base's part, ranks."""
    look = look or Look(lang)
    result = compare(warehouse, CompareAsk(question, cohorts))
    exhibits = [Exhibit(tables.shares(result), chart.shares(result, look), chart.alt_text(result, lang))]
    if result.differences:
        text = change.differences_alt(result, lang)
        exhibits.append(Exhibit(tables.differences(result), change.differences(result, look), text))
    if result.base_effects:
        text = change.base_effects_alt(result, lang)
        exhibits.append(Exhibit(tables.base_effects(result), change.base_effects(result, look), text))
    if len(ranks.ranked_waves(result)) > 1:
        exhibits.append(
            Exhibit(tables.ranks(result), ranks.ranks(result, look), ranks.ranks_alt(result, lang))
        )
    return Handout(
        name=f"narabe_compare_{lang}",
        lang=lang,
        question=result.question,
        answer=result.finding,
        exhibits=tuple(exhibits),
        findings=(),
        notes=(say.bases(result.cohorts), *say.caveats(result)),
        address=ADDRESS,
        build_id=result.build_id,
    )


def awkward(lang: Lang = "ja", count: int = 0) -> Handout:
    """A view whose every text is hostile, with a long table of `count` rows beside it."""
    source = Source("d", plain("計画 #<b>"), plain("市 =1+1"), "s", plain("1-1 $x$"))
    text = plain(" ".join(HOSTILE[:7]))
    cells = Table(
        name="awkward",
        title=text,
        columns=(Column("text", plain("=2+2 #x")), Column("number", plain("数 <i>"), 1, plain("%"))),
        rows=tuple((hostile, -6.25) for hostile in HOSTILE),
        notes=(text,),
        sources=(source,),
    )
    long = replace(cells, name="long", rows=tuple((f"行{place:04}", place) for place in range(count)))
    exhibits = (Exhibit(cells), Exhibit(long)) if count else (Exhibit(cells),)
    return Handout("narabe_awkward", lang, text, text, exhibits, (), (text,), ADDRESS, "abc")


def with_bars(handout: Handout, texts: tuple[str, ...]) -> Handout:
    """The handout with a chart of one bar for each text."""
    lines = Lines()
    for place, text in enumerate(texts):
        lines.title(text)
        lines.bar(text, "#0017C1", float(place), interval=(place - 1.0, place + 1.0))
    spec = drawn(lines, Scale(0, len(texts), (0, 5), ("0", "5")), Look(handout.lang))
    first = handout.exhibits[0]
    return replace(handout, exhibits=(Exhibit(first.table, spec, "alt"), *handout.exhibits[1:]))


def spelled(table: Table, lang: Lang) -> list[list[Any]]:
    """The cells of the screen, but for columns that hold nothing at all."""
    cells = rows(table, lang)
    kept = [
        place for place in range(len(table.columns)) if any(row[place] not in (None, "") for row in cells)
    ]
    return [[row[place] for place in kept] for row in cells]


def same(shown: str, value: Any) -> bool:
    """Whether a printed cell says this value."""
    if value is None:
        return shown == ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(shown.replace(",", "")) == value
    return squeezed(shown) == squeezed(str(value))


def squeezed(text: str) -> str:
    """Without the spaces and line ends that a layout puts in, and without what no document can hold."""
    return re.sub(r"[\s\u200b\x00-\x1f]", "", text)


def read_pdf(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def pages(content: bytes) -> list[str]:
    """The text of each page, squeezed."""
    return [squeezed(page.extract_text()) for page in read_pdf(content).pages]


def deck(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def slide_text(slide: Any) -> str:
    """Every text of a slide's boxes, squeezed."""
    return squeezed("".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame))


def slide_tables(content: bytes) -> Iterator[list[list[str]]]:
    """The table of each slide that has one, header first."""
    for slide in deck(content).slides:
        for shape in slide.shapes:
            if shape.has_table:
                yield [[cell.text for cell in row.cells] for row in shape.table.rows]


def native_charts(content: bytes) -> list[Any]:
    return [shape.chart for slide in deck(content).slides for shape in slide.shapes if shape.has_chart]
