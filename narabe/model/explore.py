"""Figures looked up by filters, and what they come to together."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from narabe.model.provenance import FigureLine
from narabe.model.text import Text

MOST_WORDS = 8
"""Words that are searched for at once."""
FILTERS = ("document", "wave", "concept", "metric", "group", "kind", "status", "origin")
"""Filters of which any number of values may be chosen, by their names in the address."""


class Order(StrEnum):
    """In which order figures are listed."""

    STORED = "stored"
    HIGH = "high"
    LOW = "low"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class ExploreAsk:
    """Which figures: values of each filter (none for all), first and last month (`2025-04`), words to find."""

    document: tuple[str, ...] = ()
    wave: tuple[str, ...] = ()
    concept: tuple[str, ...] = ()
    metric: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    find: str = ""
    by: Order = Order.STORED

    def with_filters(self, chosen: Mapping[str, tuple[str, ...]]) -> "ExploreAsk":
        """The same with other values of some filters."""
        return replace(self, **{name: chosen[name] for name in FILTERS if name in chosen})  # type: ignore[arg-type]

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out."""
        return any(getattr(self, name) for name in FILTERS) or bool(self.since or self.until or self.find)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, and how many figures it would give under the other filters."""

    choice_id: str
    label: Text
    figures: int


class NoTotal(StrEnum):
    """Why figures do not come to a total."""

    SEVERAL_THINGS = "several_things"
    SEVERAL_ROLES = "several_roles"
    UNKNOWN = "unknown"
    AVERAGE = "average"
    ORDER = "order"
    STATES = "states"
    TIMES = "times"
    PARTS = "parts"
    NETS = "nets"
    SEVERAL_ANSWERS = "several_answers"
    NO_COUNTS = "no_counts"
    ONE_WHOLE = "one_whole"
    RAGGED = "ragged"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Total:
    """What figures come to: a sum, or a ratio in percent of the sums of numerators and denominators."""

    value: float
    addends: int
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True, slots=True)
class Explored:
    """The figures found: `lines` are the first of `figures`, `every` is how many the store holds.

    `total` is None where there is at most one figure.
    """

    ask: ExploreAsk
    lines: tuple[FigureLine, ...]
    figures: int
    every: int
    total: Total | NoTotal | None
    total_said: Text
    sentence: Text
    build_id: str

    @property
    def cut(self) -> bool:
        """Whether there are more than are listed."""
        return self.figures > len(self.lines)

    @property
    def summed(self) -> bool:
        """Whether they come to a total."""
        return isinstance(self.total, Total)
