"""A 16:9 deck in our look: theme, title place, texts with their language, footer."""

import re
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.text.text import Font
from pptx.util import Emu, Inches, Length, Pt

from narabe.export.grid import Leaf, clean
from narabe.model.text import Lang

WIDTH, HEIGHT, EDGE = 13.333, 7.5, 0.5  # inches
TITLE_TOP, TITLE_HEIGHT = 0.3, 0.62
FOOT_SIZES, FOOT_SPACING = (8.0, 7.0, 6.0), 1.2
LATIN = 0.74
"""Width of a Latin letter or digit of the face, in widths of a Japanese character."""
ANSWER_TOP, ANSWER_HEIGHT = 0.98, 0.72
FIRST_TOP, FIRST_HEIGHT = 1.85, 4.7  # under question and answer
BODY_TOP, BODY_HEIGHT = 1.05, 5.5  # under a title alone
FOOT_TOP, FOOT_HEIGHT = 6.6, 0.82
INSIDE = Length(Inches(WIDTH - 2 * EDGE))
TITLE_ONLY = 5  # place of the layout in python-pptx's own template
FONT = "BIZ UDPGothic"
"""Made to be read by everyone and part of Windows; where it is missing, the program takes its own Japanese font."""
TITLE_SIZE, ANSWER_SIZE, LONG_ANSWER_SIZE = 24, 16, 13  # points
INK, QUIET, ACCENT = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x62, 0x62, 0x64), RGBColor(0x00, 0x17, 0xC1)
LANGUAGES = {"ja": MSO_LANGUAGE_ID.JAPANESE, "en": MSO_LANGUAGE_ID.ENGLISH_UK}
THEME = {
    rb'(<a:latin typeface=")[^"]*': rf"\g<1>{FONT}".encode(),
    rb'(<a:ea typeface=")[^"]*': rf"\g<1>{FONT}".encode(),
    rb'(<a:font script="Jpan" typeface=")[^"]*': rf"\g<1>{FONT}".encode(),
    rb"(<a:accent1><a:srgbClr val=\")\w{6}": rb"\g<1>0017C1",
    rb"(<a:accent2><a:srgbClr val=\")\w{6}": rb"\g<1>3460FB",
}
"""What is changed in the template's theme: fonts for Latin and East Asian letters, and the main colours."""


def new_deck(title: str) -> Deck:
    """An empty 16:9 deck; its layouts are those of python-pptx, widened."""
    deck = Presentation()
    wider = Inches(WIDTH) / (deck.slide_width or Inches(10))
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    master = deck.slide_master
    for shape in [*master.shapes, *(shape for layout in deck.slide_layouts for shape in layout.shapes)]:
        shape.left, shape.width = Emu(round(shape.left * wider)), Emu(round(shape.width * wider))
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for pattern, replacement in THEME.items():
        theme._blob = re.sub(pattern, replacement, theme.blob)
    for style in master.element.iterfind(".//{*}titleStyle/{*}lvl1pPr"):
        style.set("algn", "l")
    place = deck.slide_layouts[TITLE_ONLY].placeholders[0]
    place.left, place.top = Inches(EDGE), Inches(TITLE_TOP)
    place.width, place.height = Inches(WIDTH - 2 * EDGE), Inches(TITLE_HEIGHT)
    deck.core_properties.title, deck.core_properties.author = clean(title), "Narabe"
    return deck


def new_slide(deck: Deck, title: str, lang: Lang) -> Slide:
    """A slide with its title in the title place, so that outlines and screen readers find it."""
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    shape = slide.shapes.title
    assert shape is not None
    frame = shape.text_frame
    frame.text, frame.word_wrap, frame.vertical_anchor = clean(title), True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = 0
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    for run in frame.paragraphs[0].runs:
        styled(run.font, lang, TITLE_SIZE, INK, bold=True)
    return slide


def add_text(
    slide: Slide,
    lines: list[str],
    lang: Lang,
    top: float,
    height: float,
    size: float,
    colour: RGBColor,
    bold: bool = False,
    left: float = EDGE,
    spacing: float | None = None,
) -> None:
    """A text box over the width of the slide, one paragraph for each line; places in inches."""
    box = slide.shapes.add_textbox(
        Inches(left), Inches(top), Inches(WIDTH - EDGE - left), Inches(height)
    ).text_frame
    box.word_wrap = True
    box.margin_left = box.margin_right = box.margin_top = box.margin_bottom = 0
    for place, line in enumerate(lines):
        paragraph = box.paragraphs[0] if place == 0 else box.add_paragraph()
        paragraph.text = clean(line)
        if spacing is not None:
            paragraph.line_spacing = Pt(size * spacing)
        for run in paragraph.runs:
            styled(run.font, lang, size, colour, bold)


def add_foot(slide: Slide, lines: list[str], lang: Lang) -> None:
    """Small print at the foot, in the largest letters with which all of it stands on the slide."""
    leaf = Leaf(INSIDE.pt, FOOT_SIZES, LATIN)
    for size in FOOT_SIZES:
        count = sum(leaf.lines([line], [INSIDE.pt / size]) for line in lines)
        if count * size * FOOT_SPACING <= Inches(FOOT_HEIGHT).pt:
            break
    add_text(slide, lines, lang, FOOT_TOP, FOOT_HEIGHT, size, QUIET, spacing=FOOT_SPACING)


def add_answer(slide: Slide, answer: str, lang: Lang, long: bool) -> None:
    """The answer under the question, marked by a bar at its left."""
    top, height = ANSWER_TOP, ANSWER_HEIGHT
    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(EDGE), Inches(top), Inches(0.06), Inches(height))
    bar.fill.solid()
    bar.fill.fore_color.rgb = ACCENT
    bar.line.fill.background()
    bar.shadow.inherit = False
    size = LONG_ANSWER_SIZE if long else ANSWER_SIZE
    add_text(slide, [answer], lang, top, height, size, INK, bold=True, left=EDGE + 0.2)


def described(shape: Any, said: str) -> None:
    """What a shape shows, in words, for those who cannot see it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", said)


def styled(font: Font, lang: Lang, size: float, colour: RGBColor, bold: bool = False) -> None:
    """Size, weight, colour and language of letters; the typeface is the theme's."""
    font.size, font.bold, font.color.rgb, font.language_id = Pt(size), bold, colour, LANGUAGES[lang]
