"""What the KPI page shows: each indicator against its target."""

from dataclasses import dataclass
from datetime import date

from narabe.model.metrics import Observation
from narabe.model.source import Source
from narabe.model.status import MetricKind, PaceState
from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class Arrival:
    """When the target would be reached by arithmetic: the end of a month, or of a fiscal year (`by_year`).

    `first` = `last` for a straight line through two values. With `periods` >= 4 of equal length they are the
    arrival at the fastest and at the slowest step seen; `last` is None where the slowest never arrives.
    """

    first: date
    last: date | None
    by_year: bool
    periods: int

    @property
    def ranged(self) -> bool:
        return self.periods > 2


@dataclass(frozen=True, slots=True)
class Indicator:
    """One KPI. Values are in `unit`; paces are per year.

    `yearly` is the latest value on a yearly basis (a stock stands as it is);
    `pace_needed` is (target − baseline) / years; `pace_so_far` the change from the baseline,
    on a yearly basis, up to the latest value. `too_short` is a flow so far over too few months to be put on a year:
    the verdict then stands on an earlier one, or on none.
    """

    metric_id: str
    order: int
    area: str
    title: Text
    definition: Text
    unit: Text
    kind: MetricKind
    owner: Text | None
    baseline: Observation | None
    latest: Observation | None
    target: Observation | None
    yearly_baseline: float | None
    yearly: float | None
    pace_needed: float | None
    pace_so_far: float | None
    state: PaceState
    reference_only: bool
    why: Text
    discrepancies: tuple[str, ...] = ()
    arrival: Arrival | None = None
    too_short: Observation | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        seen = (o.source for o in (self.baseline, self.latest, self.target) if o is not None)
        return tuple(dict.fromkeys(seen))


@dataclass(frozen=True, slots=True)
class KpiBoard:
    """All indicators in plan order, with the count of each state and one sentence."""

    indicators: tuple[Indicator, ...]
    sentence: Text
    notes: tuple[Text, ...]
    build_id: str = ""

    def of_area(self, area: str) -> tuple[Indicator, ...]:
        """The indicators of one value area."""
        return tuple(indicator for indicator in self.indicators if indicator.area == area)

    def count(self, state: PaceState) -> int:
        return sum(indicator.state is state for indicator in self.indicators)
