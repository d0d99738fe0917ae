"""Handout -> PPTX, 16:9: native charts and tables that can be edited, the numbers of the screen."""

import io
from typing import Any

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Inches, Length

from narabe.charts.paper import PANEL_GAP, Panel, Place, in_lines, sheets
from narabe.charts.theme import text_width
from narabe.export.chart_rows import is_native, lines_of
from narabe.export.grid import clean
from narabe.export.handout_deck import (
    BODY_HEIGHT,
    BODY_TOP,
    EDGE,
    FIRST_HEIGHT,
    FIRST_TOP,
    INK,
    INSIDE,
    add_answer,
    add_foot,
    add_text,
    described,
    new_deck,
    new_slide,
)
from narabe.export.handout_native import add_native
from narabe.export.handout_tables import add_tables, findings_table
from narabe.export.pictures import to_png
from narabe.model.handout import Exhibit, Handout
from narabe.model.text import Lang
from narabe.words import handout_sentences as say

MILLIMETRES = 25.4
LONG_ANSWER = 90
SHARPNESS, MOST_PANELS = 2.0, 2
TALLEST_LINE = 0.45  # inches
CAPTION, CAPTION_SIZE = 0.3, 12.0  # inches, points


def to_pptx(handout: Handout) -> bytes:
    """The handout as slides: question and answer with the first chart (or table), further charts, tables."""
    lang = handout.lang
    question, answer = handout.question.in_(lang) or say.NO_TITLE.in_(lang), handout.answer.in_(lang)
    deck = new_deck(question)
    opening = new_slide(deck, question, lang)
    add_answer(opening, answer, lang, long=text_width(answer, 1) > LONG_ANSWER)
    for place, exhibit in enumerate(handout.charts):
        _chart(deck, exhibit, lang, question, opening if place == 0 else None)
    tables = [findings_table(handout.findings)] if handout.findings else []
    tables += [exhibit.table for exhibit in handout.exhibits]
    add_tables(deck, tables, lang, None if handout.charts else opening)
    _feet(deck, handout)
    content = io.BytesIO()
    deck.save(content)
    return content.getvalue()


def _chart(deck: Deck, exhibit: Exhibit, lang: Lang, question: str, opening: Slide | None) -> None:
    """A chart on slides of its own; the first one below question and answer."""
    title = question if opening else exhibit.table.title.in_(lang)
    top, height = (FIRST_TOP, FIRST_HEIGHT) if opening else (BODY_TOP, BODY_HEIGHT)
    if opening and exhibit.table.title.in_(lang) != question:
        add_text(opening, [exhibit.table.title.in_(lang)], lang, top, CAPTION, CAPTION_SIZE, INK, bold=True)
        top, height = top + CAPTION, height - CAPTION
    place = Place(INSIDE.inches * MILLIMETRES, height * MILLIMETRES)
    said = exhibit.alt or exhibit.table.title.in_(lang)
    for page in sheets(exhibit.chart or {}, place, MOST_PANELS):
        add_panels(opening or new_slide(deck, title, lang), page, said, lang, top, height)
        title = title.removesuffix(say.CONTINUED.in_(lang)) + say.CONTINUED.in_(lang)
        said, opening, top, height = title, None, BODY_TOP, BODY_HEIGHT


def add_panels(slide: Slide, panels: list[Panel], said: str, lang: Lang, top: float, height: float) -> None:
    """Native charts side by side, equally dense; a picture where no native chart has the layout."""
    left = Inches(EDGE)
    densest = max(lines_of(panel.chart) for panel in panels)
    for panel in panels:
        width: Length = Inches(panel.width / MILLIMETRES)
        if is_native(panel.chart):
            high = height * lines_of(panel.chart) / densest
            if in_lines(panel.chart):
                high = min(high, TALLEST_LINE * lines_of(panel.chart))
            shape: Any = add_native(slide, panel.chart, (left, Inches(top), width, Inches(high)), lang)
        else:
            picture = io.BytesIO(to_png(panel.chart, SHARPNESS))
            shape = slide.shapes.add_picture(picture, left, Inches(top), width=width)
        if len(panels) == 1:
            shape.left = Emu(left + (INSIDE - shape.width) // 2)
        described(shape, clean(said))
        left = Inches(left.inches + width.inches + PANEL_GAP / MILLIMETRES)


def _feet(deck: Deck, handout: Handout) -> None:
    """Source, caveat, address, data version and place in the deck on each slide; all notes as speaker's notes."""
    lang, count = handout.lang, len(deck.slides)
    version = f"{say.VERSION.in_(lang)} {handout.build_id[:12]}" if handout.build_id else ""
    where = say.ADDRESS.in_(lang) + handout.address if handout.address else ""
    spoken = "\n".join(note.in_(lang) for note in handout.notes if note.in_(lang))
    for place, slide in enumerate(deck.slides, start=1):
        last = "　".join(part for part in (where, version, f"{place} / {count}") if part)
        lines = [say.source(handout.sources).in_(lang), say.caveat(handout, say.WITH_SLIDE).in_(lang), last]
        add_foot(slide, lines, lang)
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = clean("\n".join(part for part in (frame.text, spoken) if part))
