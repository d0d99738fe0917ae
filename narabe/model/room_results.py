"""What a room answered, as it is taken away: sums and approved texts, nobody's single answer."""

from dataclasses import dataclass
from datetime import datetime

from narabe.model.room import Form
from narabe.model.text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class OptionSum:
    """An option with the people who chose it; `option_id` is that of the survey, where its question was asked."""

    label: Text
    count: int
    share: float
    option_id: str = ""


@dataclass(frozen=True, slots=True)
class GuessSum:
    """The guess in the middle and the quarters around it."""

    lower: float
    median: float
    upper: float
    unit: Text = EMPTY


@dataclass(frozen=True, slots=True)
class StepResult:
    """A step that was revealed: what was asked and what came of it. `step` counts from 0.

    `too_few`: fewer answered than may be shown; then `base` is None and there is nothing else. `hands` of the base
    were raised. `concept` is the question of the surveys that was asked, empty for one of the deck's own; up to `most`
    options could be chosen.
    """

    step: int
    title: Text
    asked: Text
    form: Form
    base: int | None = None
    hands: int = 0
    too_few: bool = False
    options: tuple[OptionSum, ...] = ()
    guess: GuessSum | None = None
    texts: tuple[str, ...] = ()
    concept: str = ""
    most: int | None = None

    @property
    def beside_surveys(self) -> bool:
        """Whether its shares can stand beside those of a survey."""
        return bool(self.concept and self.options)


@dataclass(frozen=True, slots=True)
class RoomResults:
    """Every step of a room that was revealed. `code` is the one it was joined by."""

    code: str
    title: Text
    steps: tuple[StepResult, ...]


@dataclass(frozen=True, slots=True)
class KeptResults:
    """Results that a facilitator saved, with who did; `saved_at` is UTC."""

    number: int
    results: RoomResults
    department: str
    author: str
    saved_at: datetime
