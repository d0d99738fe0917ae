"""A room of people who answer by phone: what is asked, how far it has come, and what they said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from narabe.model.text import EMPTY, Text


class Form(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE = "scale"
    NUMBER = "number"
    TEXT = "text"


CHOSEN = frozenset({Form.SINGLE, Form.MULTIPLE, Form.SCALE})
"""Answered by choosing options."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option that can be chosen."""

    option_id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Question:
    """What the room is asked at one step. `most` options may be chosen (None: any number);
    a number lies from `low` to `high` in steps of `step`, in `unit`."""

    question_id: str
    form: Form
    wording: Text
    options: tuple[Choice, ...] = ()
    most: int | None = None
    low: float = 0.0
    high: float = 100.0
    step: float = 1.0
    unit: Text = EMPTY


Answer = tuple[str, ...] | float | str
"""Ids of the options chosen, a number, or a short text."""


class Phase(StrEnum):
    """How far a step has come: not yet asked, being answered, answered, shown, and taken off the wall again."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"
    HIDDEN = "hidden"


class Act(StrEnum):
    """What a facilitator does. `ON` is the one key of a clicker: what comes next, whatever that is."""

    ON = "on"
    BACK = "back"
    GO = "go"
    OPEN = "open"
    CLOSE = "close"
    REVEAL = "reveal"
    HIDE = "hide"
    RESET = "reset"
    BLACK = "black"
    LOCK = "lock"
    END = "end"


@dataclass(frozen=True, slots=True)
class StepKind:
    """What the acts need to know of a step: whether the room is asked, and whether its chart is held back at first."""

    asks: bool
    holds_back: bool


@dataclass(frozen=True, slots=True)
class RoomState:
    """Where a room stands. `phases` of the steps that left WAITING; `rounds` counts how often a step was reset.

    `furthest` is the last step the room has been to. `black`: the wall shows nothing; `locked`: nobody new may join;
    `change` counts the acts.
    """

    step: int = 0
    furthest: int = 0
    phases: Mapping[int, Phase] = field(default_factory=dict)
    rounds: Mapping[int, int] = field(default_factory=dict)
    black: bool = False
    locked: bool = False
    ended: bool = False
    change: int = 0

    def phase(self, step: int | None = None) -> Phase:
        return self.phases.get(self.step if step is None else step, Phase.WAITING)

    def round(self, step: int) -> int:
        return self.rounds.get(step, 0)


@dataclass(frozen=True, slots=True)
class Hands:
    """A show of hands: how many rose for each option, and how many people were asked."""

    raised: Mapping[str, int]
    people: int


@dataclass(frozen=True, slots=True)
class OptionCount:
    """An option with the people who chose it, and their share of all who answered (0–1)."""

    option_id: str
    label: Text
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Numbers:
    """Guesses in order of size, with their median and the quarters around it."""

    values: tuple[float, ...]
    median: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Said:
    """A short text. `place` names it inside its room; shown once `approved` is true, kept back while it is None."""

    place: int
    body: str
    approved: bool | None


@dataclass(frozen=True, slots=True)
class Tally:
    """What the room answered, `base` people in all (`hands` of them by a show of hands).

    `too_few`: fewer than may be shown; then nothing but that is told.
    """

    base: int
    hands: int
    too_few: bool
    options: tuple[OptionCount, ...] = ()
    numbers: Numbers | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptRoom:
    """A room as the ledger keeps it: deck and state as text, the secret its tokens are signed with, and a mark of the
    key that steers it. Moments are UTC."""

    code: str
    deck: str
    secret: bytes
    key_mark: str
    state: str
    made_at: datetime
    touched_at: datetime


@dataclass(frozen=True, slots=True)
class Ballot:
    """One participant's answer to a step in one of its rounds, as the ledger keeps it. `voter` is no person's name
    but a mark that only this room's secret can give; the last answer of a voter counts."""

    code: str
    step: int
    round: int
    voter: str
    answer: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A ballot in the ledger with its place; of a text, whether it may be shown (None: not yet decided)."""

    place: int
    ballot: Ballot
    approved: bool | None


@dataclass(frozen=True, slots=True)
class RoomRecord:
    """What a facilitator saved of a room: sums and approved texts as `content`, no token and no single ballot."""

    title: str
    content: str
    department: str
    author: str
    saved_at: datetime
    number: int = 0
