"""What a room was shown -> PPTX, 16:9: one slide a step, with what was revealed and nothing that was not."""

import io
from collections.abc import Sequence

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as Leaf

from narabe.charts.paper import Place, sheets
from narabe.charts.stage import bars
from narabe.charts.theme import Look, text_width
from narabe.export.grid import clean
from narabe.export.handout_deck import (
    ANSWER_SIZE,
    BODY_HEIGHT,
    BODY_TOP,
    FIRST_HEIGHT,
    FIRST_TOP,
    INK,
    INSIDE,
    add_answer,
    add_foot,
    add_text,
    new_deck,
    new_slide,
)
from narabe.export.handout_slides import CAPTION, CAPTION_SIZE, LONG_ANSWER, MILLIMETRES, add_panels
from narabe.export.handout_tables import add_tables
from narabe.model.room import Form
from narabe.model.slide import Slide
from narabe.model.table import Column, Table
from narabe.model.text import EMPTY, Lang, Text
from narabe.tables.deck import told
from narabe.words import handout_sentences, room_page_sentences, stage_page_sentences

OPTION = "・"
Step = tuple[Slide, Text]
"""A step as far as it was revealed, and what its presenter says."""


def to_pptx(title: Text, steps: Sequence[Step], lang: Lang) -> bytes:
    """The steps in order. Takes seconds and holds the interpreter's lock: on a server, call it in a worker."""
    deck = new_deck(title.in_(lang))
    for number, (step, speech) in enumerate(steps, start=1):
        before = len(deck.slides)
        _add_step(deck, step, lang)
        for leaf in list(deck.slides)[before:]:
            add_foot(leaf, _foot(step, title, f"{number} / {len(steps)}", lang), lang)
            _note(leaf, (speech, *_beside(step)), lang)
    content = io.BytesIO()
    deck.save(content)
    return content.getvalue()


def _add_step(deck: Deck, step: Slide, lang: Lang) -> None:
    opening = new_slide(deck, step.title.in_(lang), lang)
    if not step.revealed:
        _add_asked(opening, step, lang)
        return
    sentence = step.sentence.in_(lang)
    if sentence:
        add_answer(opening, sentence, lang, long=text_width(sentence, 1) > LONG_ANSWER)
    top, height = (FIRST_TOP, FIRST_HEIGHT) if sentence else (BODY_TOP, BODY_HEIGHT)
    if lines := _heard(step, lang):
        taken = CAPTION * len(lines)
        add_text(opening, lines, lang, top, taken, CAPTION_SIZE, INK, bold=True)
        top, height = top + taken, height - taken
    if step.groups:
        _add_bars(deck, opening, step, lang, top, height)
    if texts := _texts(step):
        add_tables(deck, [texts], lang, None if step.groups else opening)


def _add_asked(leaf: Leaf, step: Slide, lang: Lang) -> None:
    """What the room was asked, or would have been; no value and no answer."""
    top = BODY_TOP
    if step.question is not None:
        add_answer(leaf, step.question.wording.in_(lang), lang, long=False)
        top = FIRST_TOP
    options = step.question.options if step.question else ()
    lines = [OPTION + option.label.in_(lang) for option in options]
    lines.append(room_page_sentences.NOT_SHOWN.in_(lang))
    add_text(leaf, lines, lang, top, FIRST_HEIGHT, ANSWER_SIZE, INK)


def _heard(step: Slide, lang: Lang) -> list[str]:
    """The question where the title does not ask it, and the room's guess."""
    if step.question is None:
        return []
    guess = room_page_sentences.guess_median(step.room, step.question) if step.room else EMPTY
    lines = [step.question.wording.in_(lang), guess.in_(lang)]
    return [line for line in lines if line not in ("", step.title.in_(lang))]


def _add_bars(deck: Deck, opening: Leaf, step: Slide, lang: Lang, top: float, height: float) -> None:
    """Each scale below the one before; what does not fit goes on on a slide of its own."""
    charts = bars(step.groups, Look(lang))
    each = height / len(charts)
    said = "; ".join(told(bar).in_(lang) for group in step.groups for bar in group.bars)
    for place, chart in enumerate(charts):
        first, *more = sheets(chart, Place(INSIDE.inches * MILLIMETRES, each * MILLIMETRES))
        add_panels(opening, first, said, lang, top + place * each, each)
        for page in more:
            title = step.title.in_(lang) + handout_sentences.CONTINUED.in_(lang)
            add_panels(new_slide(deck, title, lang), page, said, lang, BODY_TOP, BODY_HEIGHT)


def _texts(step: Slide) -> Table | None:
    """The texts that were approved."""
    if step.question is None or step.question.form is not Form.TEXT or not step.room or step.room.too_few:
        return None
    bodies = step.room.texts or (stage_page_sentences.NO_TEXT_APPROVED,)
    column = Column("text", stage_page_sentences.ITEM)
    return Table("texts", step.title, (column,), tuple((body,) for body in bodies))


def _beside(step: Slide) -> tuple[Text, ...]:
    """What must be read with the values."""
    return tuple(line for line in (step.bases, *step.cautions) if line.ja) if step.revealed else ()


def _foot(step: Slide, title: Text, place: str, lang: Lang) -> list[str]:
    """Source, bases and cautions, then deck, data version and place."""
    lines = []
    if step.revealed and step.sources:
        source = handout_sentences.source(step.sources) + handout_sentences.CAVEAT
        lines.append(source.in_(lang))
    beside = "　".join(line.in_(lang) for line in _beside(step))
    version = f"{handout_sentences.VERSION.in_(lang)} {step.build_id[:12]}" if step.build_id else ""
    last = "　".join(part for part in (title.in_(lang), version, place) if part)
    return [*lines, *([beside] if beside else []), last]


def _note(leaf: Leaf, lines: Sequence[Text], lang: Lang) -> None:
    """Into the notes pane, above what stands there."""
    frame = leaf.notes_slide.notes_text_frame
    if frame is not None:
        said = [line.in_(lang) for line in lines]
        frame.text = clean("\n".join(part for part in (*said, frame.text) if part))
