"""data/decks: the decks that are ready, one file each."""

from narabe.model.deck import Deck, Picture, PictureKind, Step
from narabe.model.room import Choice, Form, Question
from narabe.model.text import EMPTY, Text
from narabe.settings import DATA
from narabe.sources.entries import Entry, read

DECKS = DATA / "decks"
FORMS = tuple(form.value for form in Form)
DRAWN = {kind.value: kind for kind in PictureKind}


def ready_decks() -> tuple[Deck, ...]:
    """Every deck of data/decks in the order of their places. Errors: Problem naming file, entry and field."""
    found = []
    for path in sorted(DECKS.glob("*.yml")):
        entry = Entry(path, read(path), None)
        steps = tuple(_step(step, number) for number, step in enumerate(entry.entries("steps", needed=True)))
        found.append((entry.integer("place"), Deck(path.stem, _text(entry, "title"), steps)))
    return tuple(deck for _, deck in sorted(found, key=lambda each: each[0]))


def _step(entry: Entry, number: int) -> Step:
    drawn = [kind for kind in DRAWN if entry.has(kind)]
    return Step(
        title=_text(entry, "title"),
        picture=_picture(entry.group(drawn[0]), DRAWN[drawn[0]]) if drawn else None,
        asked=_question(entry.group("ask"), f"q{number}") if entry.has("ask") else None,
        asks_survey=entry.optional_text("ask_as") or "",
        offered=tuple(entry.words("offer")),
        note=_optional(entry, "note"),
        finding=entry.optional_text("finding") or "",
        speech=_optional(entry, "speech"),
    )


def _picture(entry: Entry, kind: PictureKind) -> Picture:
    return Picture(
        kind,
        concept=entry.optional_text("concept") or "",
        option=entry.optional_text("option") or "",
        cohorts=tuple(entry.words("cohorts")),
        metrics=tuple(entry.words("metrics")),
        guessed=tuple(entry.words("guessed")),
    )


def _question(entry: Entry, question_id: str) -> Question:
    form = Form(entry.text("form", FORMS))
    options = tuple(Choice(each.text("id"), _text(each, "label")) for each in entry.entries("options"))
    most = entry.optional_integer("most")
    return Question(
        question_id,
        form,
        _optional(entry, "wording"),
        options,
        most,
        float(entry.optional_integer("low") or 0),
        float(entry.optional_integer("high") or 100),
        unit=_optional(entry, "unit"),
    )


def _text(entry: Entry, field: str) -> Text:
    both = entry.label(field)
    return Text(both[f"{field}_ja"], both[f"{field}_en"])


def _optional(entry: Entry, field: str) -> Text:
    return _text(entry, field) if entry.has(field) else EMPTY
