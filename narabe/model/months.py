"""Values that follow each other month by month, told as one; and the value an indicator stands at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from narabe.model.metrics import SEEN, Metric, Observation
from narabe.model.status import MetricKind, Origin

MANY = 4
"""Monthly values of one fiscal year that are told as one."""


@dataclass(frozen=True, slots=True)
class Run:
    """Monthly values (or month-ends) of one part of a metric in one fiscal year, in order of time."""

    observations: tuple[Observation, ...]

    @property
    def last(self) -> Observation:
        return self.observations[-1]

    @property
    def span(self) -> tuple[date, date]:
        return self.observations[0].start, self.last.end

    @property
    def values(self) -> tuple[float, ...]:
        return tuple(o.value for o in self.observations if o.value is not None)

    @property
    def month_ends(self) -> bool:
        """Whether these are states at the ends of months."""
        return self.last.start == self.last.end


def fiscal_year(day: date) -> int:
    """The year that begins in April."""
    return day.year if day.month >= 4 else day.year - 1


def runs(observations: Iterable[Observation]) -> tuple[Observation | Run, ...]:
    """The same in order of time, months of one fiscal year as one where there are many."""
    ordered = sorted(observations, key=_in_time)
    months: dict[tuple, list[Observation]] = {}
    for observation in ordered:
        if _monthly(observation):
            months.setdefault(_year_of(observation), []).append(observation)
    many = {key: Run(tuple(found)) for key, found in months.items() if len(found) >= MANY}
    told: dict[Observation | Run, None] = {}
    for observation in ordered:
        run = many.get(_year_of(observation)) if _monthly(observation) else None
        told.setdefault(run or observation)
    return tuple(sorted(told, key=lambda each: _in_time(each.last if isinstance(each, Run) else each)))


def condensed(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The same with many months of a fiscal year left to the value that covers them, or to the last of them."""
    told = runs(observations)
    kept = []
    for each in told:
        if isinstance(each, Observation):
            kept.append(each)
        elif not any(isinstance(o, Observation) and _covers(o, each) for o in told):
            kept.append(each.last)
    return tuple(kept)


def standing(observations: Iterable[Observation], kind: MetricKind) -> tuple[Observation, ...]:
    """What a metric stood at, in order of time: of a flow the longest period of each fiscal year, else each date.

    Where a document and an import state the same, the document's.
    """
    best: dict[int | date, Observation] = {}
    for observation in sorted(observations, key=_weight):
        best[fiscal_year(observation.end) if kind is MetricKind.FLOW else observation.end] = observation
    return tuple(sorted(best.values(), key=lambda o: o.end))


def latest(metric: Metric) -> Observation | None:
    """The newest of what was seen of the whole; a range where no value is known."""
    found = standing((o for o in metric.whole if o.told), metric.kind)
    return found[-1] if found else None


def at_the_end(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """Of each part one value at the latest end known, all of one length."""
    end = max((o.end for o in observations), default=None)
    there = [o for o in observations if o.end == end]
    longest = max((o.months or 0 for o in there), default=0)
    parts = {o.segment.segment_id: o for o in sorted(there, key=_weight) if (o.months or 0) == longest}
    return tuple(o for o in there if parts.get(o.segment.segment_id) is o)


def _monthly(observation: Observation) -> bool:
    seen = observation.role in SEEN and observation.value is not None
    return seen and (observation.months == 1 or observation.start == observation.end)


def _year_of(observation: Observation) -> tuple:
    """What months must share to be told as one."""
    published = observation.origin is Origin.PUBLISHED
    state = observation.start == observation.end
    return observation.segment.segment_id, fiscal_year(observation.end), state, published


def _covers(observation: Observation, run: Run) -> bool:
    start, end = run.span
    same = observation.segment == run.last.segment and observation.role in SEEN
    return same and (observation.months or 0) > 1 and observation.start <= start and end <= observation.end


def _weight(observation: Observation) -> tuple:
    """The one to use comes last: longer, later, from a document."""
    published = observation.origin is Origin.PUBLISHED
    return observation.months or 0, observation.end, published, observation.origin is Origin.IMPORTED


def _in_time(observation: Observation) -> tuple:
    return observation.end, observation.start, observation.segment.order
