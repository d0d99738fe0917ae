"""A deck: what is shown one after the other on the wall, and what the room is asked on the way."""

from dataclasses import dataclass
from enum import StrEnum

from narabe.model.room import Question, StepKind
from narabe.model.text import EMPTY, Text


class PictureKind(StrEnum):
    """What a step draws: one option over cohorts, all options of a question, indicators, a saved view of answers."""

    OPTION = "option"
    QUESTION = "question"
    INDICATORS = "indicators"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, by ids of the catalogue. `guessed` names the bars whose values are held back at first:
    keys of cohorts (OPTION, QUESTION), of indicators or of groups (VIEW). A view is shown as it was in one `revision`,
    whatever becomes of it later."""

    kind: PictureKind
    concept: str = ""
    option: str = ""
    cohorts: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    view: str = ""
    revision: int = 0
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing at a time: a title, what is drawn, what is asked, and the line that is said in the end.

    `asked` is a question of the deck's own, worded by the values that are shown where it has no words; `asks_survey`
    names the wave whose question the room is asked, with the options of that wave, or those of them that are `offered`
    (nets, where the document prints no more). `finding` names one of the registry, whose sentence is shown with the values. `speech` is for the
    presenter alone.
    """

    title: Text
    picture: Picture | None = None
    asked: Question | None = None
    asks_survey: str = ""
    offered: tuple[str, ...] = ()
    note: Text = EMPTY
    finding: str = ""
    speech: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Deck:
    """Steps in order. `deck_id` names a file of data/decks, or a deck kept in the ledger."""

    deck_id: str
    title: Text
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptDeck:
    """A revision of a deck that somebody made; its id is that of the ledger."""

    deck: Deck
    revision: int
    department: str
    author: str


@dataclass(frozen=True, slots=True)
class StagedStep:
    """A step with the question as it stands in the live version."""

    step: Step
    question: Question | None

    @property
    def kind(self) -> StepKind:
        return StepKind(self.question is not None, bool(self.step.picture and self.step.picture.guessed))


@dataclass(frozen=True, slots=True)
class StagedDeck:
    """A deck ready for a room: nothing in it can change while the room is open."""

    deck_id: str
    title: Text
    steps: tuple[StagedStep, ...]

    @property
    def kinds(self) -> tuple[StepKind, ...]:
        return tuple(each.kind for each in self.steps)
