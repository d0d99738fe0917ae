"""A small deck to steer: a chart that stands open, a question, a guess, a text."""

from narabe.model.deck import Picture, PictureKind, StagedDeck, StagedStep, Step
from narabe.model.room import Choice, Form, Question
from narabe.model.text import Text, plain

NEWS = Question(
    "news",
    Form.SINGLE,
    Text("どれで知りましたか", "How did you hear?"),
    (Choice("paper", plain("紙")), Choice("web", plain("ウェブ")), Choice("line", plain("LINE"))),
)
THREE = Question(
    "three",
    Form.MULTIPLE,
    plain("2つまで"),
    tuple(Choice(f"o{n}", plain(f"{n}")) for n in range(1, 5)),
    most=2,
)
GUESS = Question("guess", Form.NUMBER, plain("何％?"), low=0, high=100, unit=plain("%"))
WISH = Question("wish", Form.TEXT, plain("ひとこと"))
HELD = Picture(
    PictureKind.OPTION, "digital_progress", "progressing", ("net2021", "net2025"), guessed=("net2025",)
)
OPEN = Picture(PictureKind.OPTION, "digital_progress", "progressing", ("net2021", "net2025"))


def step(question: Question | None = None, picture: Picture | None = None) -> StagedStep:
    return StagedStep(Step(plain("題"), picture, question), question)


DECK = StagedDeck(
    "small",
    plain("小さな会"),
    (step(picture=OPEN), step(NEWS), step(GUESS, HELD), step(WISH), step(THREE), step(picture=HELD)),
)
CHART, ASKED, GUESSED, WRITTEN, LIMITED, HELD_BACK = range(6)
