"""The city's road from computing to digital services: dated items."""

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
    """The items that were asked for, in order of time; `whole` counts all there are."""

    events: tuple[Event, ...]
    whole: int
    notes: tuple[Text, ...] = ()
    discrepancies: tuple[str, ...] = ()
    sentence: Text = EMPTY
    build_id: str = ""

    @property
    def categories(self) -> tuple[Category, ...]:
        """Those with an item, in the order of the vocabulary."""
        found = {event.category for event in self.events}
        return tuple(category for category in Category if category in found)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """First and last year of every span from the first item to the last."""
        years = [event.year for event in self.events]
        starts = range(min(years) // SPAN * SPAN, max(years) + 1, SPAN) if years else ()
        return tuple((start, start + SPAN - 1) for start in starts)

    def between(self, category: Category, first: int, last: int) -> int:
        """How many items of a category fall into the years from `first` to `last`."""
        return sum(event.category is category and first <= event.year <= last for event in self.events)

    @property
    def sources(self) -> tuple[Source, ...]:
        return unique([event.source for event in self.events])
