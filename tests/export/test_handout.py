"""One page to take away: PDF and slides hold the cells, bars and words of the screen, and can be read by all."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx.oxml.ns import qn
from pptx.util import Emu

from narabe.charts.theme import Look
from narabe.export.grid import MOST_ROWS
from narabe.export.handout_pdf import to_pdf
from narabe.export.handout_slides import to_pptx
from narabe.model.handout import Handout
from narabe.model.text import Lang
from narabe.warehouse import Warehouse
from tests.export.handouts import (
    ADDRESS,
    HOSTILE,
    awkward,
    comparison,
    deck,
    native_charts,
    pages,
    read_pdf,
    same,
    slide_tables,
    slide_text,
    spelled,
    squeezed,
    with_bars,
)

A4_LANDSCAPE = (842, 595)  # points
WIDE = 16 / 9
# Read in the 2026 plan, appendix 1 (question on services used): rank and share of 2025 and of 2021.
READ_IN_PRINT = {"市ウェブサイト": (83.9, 77.6), "市公式LINE": (18.4, 38.4)}


@pytest.fixture(scope="module")
def views(warehouse: Warehouse) -> dict[str, Handout]:
    return {
        "ja": comparison(warehouse),
        "en": comparison(warehouse, "en"),
        "ranges": comparison(warehouse, "ja", "online_resistance", None),
        "ranks": comparison(warehouse, "ja", "priorities"),
    }


NAMES = ["ja", "en", "ranges", "ranks"]


@pytest.fixture(scope="module")
def pdf(views: dict[str, Handout]) -> Any:
    """pdf(name) -> the bytes of that view's PDF, made once."""
    return cache(lambda name: to_pdf(views[name]))


@pytest.fixture(scope="module")
def pptx(views: dict[str, Handout]) -> Any:
    return cache(lambda name: to_pptx(views[name]))


# --- PDF --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_a4_landscape_and_says_source_caveat_address_and_version(
    views: dict[str, Handout], pdf: Any, name: str
) -> None:
    handout, lang = views[name], views[name].lang
    content = pdf(name)
    texts = pages(content)
    for number, (page, text) in enumerate(zip(read_pdf(content).pages, texts, strict=True), start=1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4_LANDSCAPE
        assert all(squeezed(source.document.in_(lang)) in text for source in handout.sources)
        assert squeezed(handout.notes[0].in_(lang)) in text
        assert squeezed(ADDRESS) in text
        assert text.endswith(f"{handout.build_id[:12]}{number}/{len(texts)}")


@pytest.mark.parametrize("name", NAMES)
def test_the_first_page_says_question_answer_and_notes(
    views: dict[str, Handout], pdf: Any, name: str
) -> None:
    handout, lang = views[name], views[name].lang
    first = pages(pdf(name))[0]
    for text in (handout.question, handout.answer, *handout.notes):
        assert squeezed(text.in_(lang)) in first


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_holds_every_row_of_the_screen_in_order(
    views: dict[str, Handout], pdf: Any, name: str
) -> None:
    """A row is found as one run of text, its cells side by side."""
    handout, text, place = views[name], "".join(pages(pdf(name))), 0
    for exhibit in handout.exhibits:
        for row in spelled(exhibit.table, handout.lang):
            shown = [
                f"{cell:,}" if isinstance(cell, (int, float)) else squeezed(str(cell))
                for cell in row
                if cell is not None
            ]
            found = text.find("".join(shown), place)
            assert found >= 0, shown
            place = found


def test_the_first_page_shows_what_the_plan_prints(views: dict[str, Handout], pdf: Any) -> None:
    first = pages(pdf("ja"))[0]
    for service, (earlier, later) in READ_IN_PRINT.items():
        assert service in first
        assert f"2021年{earlier}%" in first
        assert f"2025年{later}%" in first


def test_a_chart_says_each_of_its_words_once(views: dict[str, Handout], pdf: Any) -> None:
    assert pages(pdf("ja"))[0].count("2021年83.9%") == 1


@pytest.mark.parametrize("name", NAMES)
def test_all_fonts_are_embedded(pdf: Any, name: str) -> None:
    fonts = [
        font.get_object()
        for page in read_pdf(pdf(name)).pages
        for font in page["/Resources"].get("/Font", {}).values()
    ]
    assert fonts
    for font in fonts:
        (inner,) = font["/DescendantFonts"]
        descriptor = inner.get_object()["/FontDescriptor"]
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & descriptor.keys(), descriptor["/FontName"]
        assert "Noto" in descriptor["/FontName"]
        assert "/ToUnicode" in font


def test_the_pdf_is_tagged_with_title_and_language(views: dict[str, Handout], pdf: Any) -> None:
    reader = read_pdf(pdf("en"))
    assert reader.metadata is not None and reader.metadata.title == views["en"].question.en
    catalogue = reader.root_object
    assert catalogue["/MarkInfo"]["/Marked"]
    assert str(catalogue["/Lang"]).startswith("en")
    assert "/StructTreeRoot" in catalogue


def test_pictures_have_the_alternative_text_of_the_screen(views: dict[str, Handout], pdf: Any) -> None:
    said = _alternatives(read_pdf(pdf("ja")).root_object["/StructTreeRoot"])
    assert {exhibit.alt for exhibit in views["ja"].exhibits} <= said


def _alternatives(node: Any) -> set[str]:
    """Every alternative text below a node of the structure tree."""
    node = node.get_object()
    if isinstance(node, list):
        return set().union(*(_alternatives(child) for child in node))
    if not hasattr(node, "get"):
        return set()
    found = {str(node["/Alt"])} if "/Alt" in node else set()
    return found | (_alternatives(node["/K"]) if "/K" in node else set())


def test_the_same_view_gives_the_same_bytes(views: dict[str, Handout], pdf: Any) -> None:
    assert to_pdf(views["ja"]) == pdf("ja")


def test_paper_is_light_whatever_the_screen_is(warehouse: Warehouse, pdf: Any) -> None:
    dark = comparison(warehouse, look=Look("ja", dark=True))
    assert dark.exhibits[0].chart != comparison(warehouse).exhibits[0].chart
    assert to_pdf(dark) == pdf("ja")


def test_a_long_table_goes_on_under_its_header_again() -> None:
    handout = awkward(count=MOST_ROWS)
    texts = pages(to_pdf(handout))
    header = squeezed("=2+2 #x")
    with_rows = [text for text in texts if "行0" in text]
    assert len(with_rows) > 2
    assert all(header in text for text in with_rows)
    whole = "".join(texts)
    assert [f"行{place:04}{place}.0" in whole for place in range(MOST_ROWS)] == [True] * MOST_ROWS


# --- Slides -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_is_wide_titled_and_says_source_caveat_and_address(
    views: dict[str, Handout], pptx: Any, name: str
) -> None:
    handout, lang = views[name], views[name].lang
    made = deck(pptx(name))
    assert made.slide_width / made.slide_height == pytest.approx(WIDE, abs=0.001)
    assert made.slides[0].shapes.title.text_frame.text == handout.question.in_(lang)
    for number, slide in enumerate(made.slides, start=1):
        text = slide_text(slide)
        assert slide.shapes.title.text_frame.text.strip()
        assert all(squeezed(source.document.in_(lang)) in text for source in handout.sources)
        assert squeezed(handout.notes[0].in_(lang)) in text
        assert squeezed(ADDRESS) in text
        assert f"{number}/{len(made.slides)}" in text
        notes = slide.notes_slide.notes_text_frame.text
        assert all(note.in_(lang) in notes for note in handout.notes if note.in_(lang))
    assert squeezed(handout.answer.in_(lang)) in slide_text(made.slides[0])


@pytest.mark.parametrize("name", NAMES)
def test_the_slides_hold_the_cells_of_the_screen(views: dict[str, Handout], pptx: Any, name: str) -> None:
    handout = views[name]
    parts = list(slide_tables(pptx(name)))
    for exhibit in handout.exhibits:
        wanted = spelled(exhibit.table, handout.lang)
        found: list[list[str]] = []
        while len(found) < len(wanted):
            header, *body = parts.pop(0)
            assert len(header) == len(wanted[0])
            found += body
        assert len(found) == len(wanted)
        differing = [
            (left, right)
            for shown, row in zip(found, wanted, strict=True)
            for left, right in zip(shown, row, strict=True)
            if not same(left, right)
        ]
        assert differing == []
    assert parts == []


@pytest.mark.parametrize("name", ["ja", "en", "ranges"])
def test_native_bars_are_the_bars_of_the_screen(views: dict[str, Handout], pptx: Any, name: str) -> None:
    """Category by category: words, value, range, starting point, colour and interval."""
    charts = native_charts(pptx(name))
    for exhibit in views[name].exhibits:
        if exhibit.chart is None or "kind" not in exhibit.chart["datasets"]["rows"][0]:
            continue
        rows = list(exhibit.chart["datasets"]["rows"])
        while rows:
            chart = charts.pop(0)
            shown = [str(category) for category in chart.plots[0].categories]
            part, rows = rows[: len(shown)], rows[len(shown) :]
            assert [row["text"] for row in part] == [text.removeprefix("■ ") for text in shown]
            _compare_series(chart, part)


NAMES_OF_SERIES = {
    "値": "value", "上限": "ceiling", "下限": "floor", "基準": "start",
    "Value": "value", "Upper end": "ceiling", "Lower end": "floor", "Baseline": "start",
}  # fmt: skip


def _compare_series(chart: Any, rows: list[dict[str, Any]]) -> None:
    for series in chart.plots[0].series:
        field = NAMES_OF_SERIES[series.name]
        ranged = field in ("floor", "ceiling")
        wanted = [None if ranged and row["value"] is not None else row[field] for row in rows]
        assert list(series.values) == pytest.approx(wanted)
        if field == "value":
            coloured = [place for place, row in enumerate(rows) if row["value"] is not None]
            for place in coloured:
                paint = series.points[place].format.fill.fore_color.rgb
                assert f"#{paint}" == rows[place]["colour"].upper()
            assert _intervals(series) == {
                place: pytest.approx((row["low"], row["high"]))
                for place, row in enumerate(rows)
                if row["low"] is not None and row["value"] is not None
            }
    drawn = {NAMES_OF_SERIES[series.name] for series in chart.plots[0].series}
    assert all(row["value"] is None for row in rows) or "value" in drawn


def _intervals(series: Any) -> dict[int, tuple[float, float]]:
    """Error bars as ends: point -> (low, high)."""
    bars = series._element.find(qn("c:errBars"))
    if bars is None:
        return {}
    ends: dict[str, dict[int, float]] = {
        tag: {
            int(point.get("idx")): float(point.findtext(qn("c:v")))
            for point in bars.find(qn(f"c:{tag}")).iter(qn("c:pt"))
        }
        for tag in ("minus", "plus")
    }
    values = list(series.values)
    return {place: (values[place] - ends["minus"][place], values[place] + ends["plus"][place]) for place in ends["plus"]}  # fmt: skip


def test_native_bars_show_what_the_plan_prints(pptx: Any) -> None:
    chart = native_charts(pptx("ja"))[0]
    words = [str(category) for category in chart.plots[0].categories]
    values = {series.name: list(series.values) for series in chart.plots[0].series}["値"]
    for service, printed in READ_IN_PRINT.items():
        place = words.index(f"■ {service}")
        assert tuple(values[place + 1 : place + 3]) == printed


def test_native_lines_are_the_ranks_of_the_table(views: dict[str, Handout], pptx: Any) -> None:
    table = views["ranks"].exhibits[-1].table
    (chart,) = [c for c in native_charts(pptx("ranks")) if c.value_axis.reverse_order]
    wanted = [[None if cell is None else float(str(cell)) for cell in row[1:]] for row in table.rows]
    assert [list(series.values) for series in chart.plots[0].series] == wanted
    assert [series.name for series in chart.plots[0].series] == [
        row[0].ja.replace("・ ", "・")
        for row in table.rows  # type: ignore[union-attr]
    ]


@pytest.mark.parametrize(("name", "tag"), [("ja", "ja-JP"), ("en", "en-GB")])
def test_letters_carry_their_language_and_a_japanese_face(pptx: Any, name: str, tag: str) -> None:
    made = deck(pptx(name))
    runs = [run for slide in made.slides for run in slide.element.iter(qn("a:r"))]
    assert runs
    assert {run.find(qn("a:rPr")).get("lang") for run in runs} == {tag}
    theme = next(
        part.blob.decode() for part in made.part.package.iter_parts() if "theme" in str(part.partname)
    )
    assert theme.count('<a:ea typeface="BIZ UDPGothic"') == 2  # headings and body


def test_charts_and_tables_have_alternative_texts(views: dict[str, Handout], pptx: Any) -> None:
    for slide in deck(pptx("ja")).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr")
    first = next(shape for shape in deck(pptx("ja")).slides[0].shapes if shape.has_chart)
    assert first._element.xpath(".//p:cNvPr")[0].get("descr") == views["ja"].exhibits[0].alt


def test_nothing_reaches_over_the_edge_of_a_slide(pptx: Any) -> None:
    for name in NAMES:
        made = deck(pptx(name))
        for slide in made.slides:
            for shape in slide.shapes:
                assert shape.left >= 0 and shape.left + shape.width <= made.slide_width + Emu(1)
                assert shape.top >= 0 and shape.top + shape.height <= made.slide_height


def test_tables_end_above_the_foot(pptx: Any) -> None:
    for slide in deck(pptx("ja")).slides:
        (foot,) = [s.top for s in slide.shapes if s.has_text_frame and "データ版" in s.text_frame.text]
        for shape in slide.shapes:
            if shape.has_table:
                assert shape.top + sum(row.height for row in shape.table.rows) <= foot


# --- Hostile texts ----------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_hostile_texts_survive_in_both(lang: Lang) -> None:
    handout = with_bars(awkward(lang, 30), HOSTILE)
    printed, slides = "".join(pages(to_pdf(handout))), to_pptx(handout)
    shown = [squeezed(cell) for part in slide_tables(slides) for row in part for cell in row]
    for text in HOSTILE:
        # The face has one glyph for both waves, so a PDF cannot tell 〜 from ～.
        assert squeezed(text).replace("〜", "～") in printed, text
        assert squeezed(text) in shown, text
    assert printed.count("-6.3") == len(HOSTILE)  # −6.25 half-up, away from zero


def test_no_sheet_behind_a_chart_runs_a_formula_or_opens_a_link() -> None:
    handout = with_bars(awkward(), HOSTILE)
    for chart in native_charts(to_pptx(handout)):
        sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        assert sheet is not None
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


def test_a_table_too_long_for_paper_says_where_the_rest_is() -> None:
    handout = awkward("en", MOST_ROWS + 1)
    text = "".join(pages(to_pdf(handout)))
    assert squeezed(f"The first {MOST_ROWS} of {MOST_ROWS + 1} rows") in text
    assert f"行{MOST_ROWS - 1:04}" in text
    assert f"行{MOST_ROWS:04}" not in text


def test_a_view_without_exhibits_or_notes_is_a_page_too(views: dict[str, Handout]) -> None:
    bare = replace(views["ja"], exhibits=(), notes=(), address="", build_id="")
    (text,) = pages(to_pdf(bare))
    assert squeezed(bare.answer.ja) in text
    assert "出典" in text
    assert len(deck(to_pptx(bare)).slides) == 1
