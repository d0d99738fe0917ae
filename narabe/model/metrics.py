"""A metric of a city and what the documents say about it."""

from dataclasses import dataclass
from datetime import date

from narabe.model.source import Source, unique
from narabe.model.status import MetricKind, Origin, Status
from narabe.model.text import Text, plain


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of what a metric counts: a tax, a fee, a department. `part_of` names the segment it adds up to."""

    segment_id: str
    label: Text
    order: int = 0
    part_of: str | None = None


SEEN = ("baseline", "observed")
"""Roles of values that were measured, as against targets and outlooks."""
WHOLE = Segment("all", plain(""))


@dataclass(frozen=True, slots=True)
class Observation:
    """A metric's value over a period; `months` is None for a point in time.

    `about` says that the document adds "about"; `low`/`high` is the range of a value that is only bounded; a ratio may carry its numerator and denominator.
    """

    value: float | None
    start: date
    end: date
    months: int | None
    status: Status
    source: Source
    note: Text | None = None
    decimals: int = 0
    about: bool = False
    low: float | None = None
    high: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    role: str = "observed"
    segment: Segment = WHOLE

    @property
    def recomputed(self) -> float | None:
        """Percent from numerator and denominator, at full precision; None where either is not known."""
        if self.numerator is None or not self.denominator:
            return None
        return 100 * self.numerator / self.denominator

    @property
    def undated(self) -> bool:
        """A state somewhere inside the period: the day is not printed."""
        return self.months is None and self.start != self.end

    @property
    def origin(self) -> Origin:
        """Whether a document states it or a file of the city."""
        return self.source.origin

    @property
    def told(self) -> bool:
        """Whether there is a value or at least a range."""
        return self.value is not None or self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric with everything known of it, in the order of segments and periods.

    `strip` is the 5レス it belongs to, `near` the KPI it stands near without being part of it; `kpi` says that it is one.
    """

    metric_id: str
    title: Text
    definition: Text
    unit: Text
    kind: MetricKind
    strip: str | None
    owner: Text | None
    numerator: Text | None
    denominator: Text | None
    near: str | None
    observations: tuple[Observation, ...]
    discrepancies: tuple[str, ...] = ()
    kpi: bool = False

    @property
    def known(self) -> tuple[Observation, ...]:
        return tuple(o for o in self.observations if o.told)

    @property
    def whole(self) -> tuple[Observation, ...]:
        """What was seen of the whole, or of totals that have parts; of every part where no total is printed."""
        seen = tuple(o for o in self.observations if o.role in SEEN)
        parents = {o.segment.part_of for o in seen} | {WHOLE.segment_id}
        return tuple(o for o in seen if o.segment.segment_id in parents) or seen

    @property
    def broken_down(self) -> bool:
        """Whether anything is known by segment."""
        return any(o.segment.segment_id != WHOLE.segment_id for o in self.known)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """What is known by part, in the stored order; a total stands before its parts."""
        found = {o.segment for o in self.known}
        return tuple(sorted(found, key=lambda segment: segment.order))

    @property
    def sources(self) -> tuple[Source, ...]:
        return unique([o.source for o in self.observations])

    @property
    def brought_in(self) -> bool:
        """Whether anything of it was not published."""
        return any(o.origin is not Origin.PUBLISHED for o in self.observations)
