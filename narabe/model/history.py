"""The city's road from computing to digital services: dated items."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from narabe.model.source import Source, unique
from narabe.model.text import EMPTY, Text
from narabe.model.voices import Precision


class Category(StrEnum):
    """What an item is about."""

    RESIDENT_SERVICE = "resident_service"
    INTERNAL = "internal"
    INFRASTRUCTURE = "infrastructure"
    SECURITY = "security"
    PLAN = "plan"
    EDUCATION_INDUSTRY = "education_industry"


class Era(StrEnum):
    """The three ages that the plan of 2026 tells (appendix 7); the years between them are ours."""

    HOST = "host"
    OPEN = "open"
    CLOUD = "cloud"


ERA_STARTS = {Era.HOST: 1960, Era.OPEN: 2001, Era.CLOUD: 2013}
"""First year of each era, in their order."""
FIRST_MONTH = 4
SPAN = 5
"""Years that are counted together."""


@dataclass(frozen=True, slots=True)
class Event:
    """One dated item; `date` is the first day of what `precision` says it stands for."""

    event_id: str
    date: date
    precision: Precision
    category: Category
    label: Text
    source: Source
    same_as: str | None = None
    """The row that is counted for this event, where another document, year or column of a table tells it too."""
    others: tuple["Event", ...] = ()
    """The other rows that tell it."""

    @property
    def year(self) -> int:
        """The fiscal year it belongs to; where only a calendar year is printed, that one."""
        early = self.precision is not Precision.YEAR and self.date.month < FIRST_MONTH
        return self.date.year - early

    @property
    def era(self) -> Era:
        return [era for era, start in ERA_STARTS.items() if start <= self.year][-1]


@dataclass(frozen=True, slots=True)
class History:
    """The items that were asked for, in order of time: every row, and `counted`, where one event is one item."""

    events: tuple[Event, ...]
    whole: int
    notes: tuple[Text, ...] = ()
    discrepancies: tuple[str, ...] = ()
    sentence: Text = EMPTY
    build_id: str = ""

    @property
    def counted(self) -> tuple[Event, ...]:
        """One row of each event: the one that is counted, or the first where that one was not asked for."""
        return counted(self.events)

    @property
    def categories(self) -> tuple[Category, ...]:
        """Those with an item, in the order of the vocabulary."""
        found = {event.category for event in self.counted}
        return tuple(category for category in Category if category in found)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """First and last year of every span from the first item to the last."""
        years = [event.year for event in self.counted]
        starts = range(min(years) // SPAN * SPAN, max(years) + 1, SPAN) if years else ()
        return tuple((start, start + SPAN - 1) for start in starts)

    def between(self, category: Category, first: int, last: int) -> int:
        """How many items of a category fall into the years from `first` to `last`."""
        return sum(event.category is category and first <= event.year <= last for event in self.counted)

    @property
    def sources(self) -> tuple[Source, ...]:
        return unique([event.source for event in self.events])


def counted(events: Iterable[Event]) -> tuple[Event, ...]:
    """One row of each event, in their order."""
    kept: dict[str, Event] = {}
    for event in events:
        key = event.same_as or event.event_id
        if key not in kept or event.same_as is None:
            kept[key] = event
    return tuple(sorted(kept.values(), key=lambda event: event.year))
