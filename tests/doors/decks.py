"""Decks to try the doors with: every way of answering, with words that would be tags if nobody escaped them."""

from __future__ import annotations

from narabe.model.deck import Picture, PictureKind, StagedDeck, StagedStep, Step
from narabe.model.room import Choice, Form, Question
from narabe.model.text import Text, plain

TAG = "<b onmouseover=\"alert('x')\">&"
CHOICES = (Choice("a", Text("紙", "Paper")), Choice("b", plain(TAG)), Choice("c", Text("その他", "Other")))
QUESTIONS = (
    Question("one", Form.SINGLE, Text("どれですか", "Which one?"), CHOICES),
    Question("two", Form.MULTIPLE, Text("2つまで", "Up to two"), CHOICES, most=2),
    Question("scale", Form.SCALE, Text("どのくらい", "How much?"), CHOICES),
    Question("guess", Form.NUMBER, Text("何％", "How many?"), low=0, high=100, unit=plain("%")),
    Question("words", Form.TEXT, Text("ひとこと", f"A word? {TAG}")),
)
SINGLE, MULTIPLE, SCALE, NUMBER, WORDS = range(5)


def asking(question: Question) -> StagedStep:
    return StagedStep(Step(question.wording, None, question, speech=plain("presenter's own words")), question)


ASKED = StagedDeck("asked", Text("試しの会", f"A trial {TAG}"), tuple(map(asking, QUESTIONS)))

GUESSED = Picture(
    PictureKind.OPTION, "digital_progress", "progressing", ("net2021", "net2025"), guessed=("net2025",)
)
"""27.9 % in 2021 stands open; the 43.8 % of 2025 are held back."""
SPEECH = Text("発表者だけの言葉", "for the presenter alone")
HELD_BACK = StagedDeck(
    "held",
    Text("伏せた値の会", "Held back"),
    (
        StagedStep(
            Step(plain("A"), GUESSED, QUESTIONS[0], finding="progress_beyond_age_mix", speech=SPEECH),
            QUESTIONS[0],
        ),
        StagedStep(
            Step(plain("B"), GUESSED, note=Text("一言の結論", "the line in the end"), speech=SPEECH), None
        ),
        StagedStep(Step(plain("C"), GUESSED, QUESTIONS[3], speech=SPEECH), QUESTIONS[3]),
    ),
)
