"""What the wall shows of a step: bars with their words, and nothing that is still held back."""

from dataclasses import dataclass

from narabe.model.room import Question, Tally
from narabe.model.source import Source, sources_line
from narabe.model.text import EMPTY, Text, plain

ROOM = "room"
"""Key of the room among the cohorts."""
PERCENT = plain("%")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `value` is in the unit of the slide, `low`/`high` a range that is drawn instead of a point.

    A bar `held` back has neither, and `said` is a question mark. `series` names whose colour it has; `target` is
    drawn as a line across.
    """

    key: str
    label: Text
    series: str
    said: Text
    value: float | None = None
    low: float | None = None
    high: float | None = None
    target: float | None = None
    held: bool = False
    note: Text = EMPTY


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Bars under one heading (an option, an indicator); an empty heading for a slide of one group.

    `end` is the end of its scale in `unit`. An option that no survey has figures of may be without bars.
    """

    label: Text
    bars: tuple[Bar, ...]
    end: float = 100.0
    unit: Text = PERCENT


@dataclass(frozen=True, slots=True)
class GuessColumn:
    """Guesses of (nearly) the same number: where on the scale, in percent of its length, and how many."""

    at: float
    count: int


@dataclass(frozen=True, slots=True)
class Guesses:
    """What the room guessed, on a scale from `start` to `end` in `unit`.

    `truth` is the value, or the range, of the bar that was guessed, `said` the same in words.
    """

    start: float
    end: float
    unit: Text
    columns: tuple[GuessColumn, ...]
    truth: tuple[float, float] | None = None
    said: Text = EMPTY

    @property
    def highest(self) -> int:
        """Guesses in the highest column."""
        return max(column.count for column in self.columns)

    def place(self, value: float) -> float:
        """Where a value stands, in percent of the scale."""
        return 100 * (value - self.start) / (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Slide:
    """A step as it is shown now.

    `sentence` is what is said with the values, empty before; `bases` how many answered, where bars do not say it;
    `cautions` and `sources` stand small. `room` is what the room answered and `guesses` the numbers among it, None
    before the reveal.
    """

    title: Text
    groups: tuple[BarGroup, ...] = ()
    question: Question | None = None
    room: Tally | None = None
    sentence: Text = EMPTY
    cautions: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = ()
    bases: Text = EMPTY
    revealed: bool = True
    guesses: Guesses | None = None
    build_id: str = ""

    @property
    def source_line(self) -> Text:
        return sources_line(self.sources)
