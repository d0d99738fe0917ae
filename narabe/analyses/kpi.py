"""Where does each indicator stand: baseline, latest known, target, and the pace between them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from narabe.analyses.metrics import metric_of, metric_rows
from narabe.analyses.rows import Row
from narabe.model.kpi import Arrival, Indicator, KpiBoard
from narabe.model.metrics import WHOLE, Metric, Observation
from narabe.model.months import fiscal_year, standing
from narabe.model.status import MetricKind, Origin, PaceState
from narabe.model.text import EMPTY
from narabe.stats import pace
from narabe.warehouse import Warehouse
from narabe.words import kpi_sentences as say

FULL_YEAR = 12
FEWEST_MONTHS = 3
"""A flow over fewer is not put on a year: one month says little of twelve."""
PERIODS_FOR_A_RANGE = 4


def kpi_board(warehouse: Warehouse, area: str = "all") -> KpiBoard:
    """The indicators of the plan in its order, of one value area or all."""
    indicators = tuple(
        _indicator(rows, warehouse.settings.plan_start)
        for rows in metric_rows(warehouse).values()
        if rows[0]["kpi_order"] is not None and area in ("all", rows[0]["value_area"])
    )
    return KpiBoard(indicators, say.board(indicators), say.board_notes(indicators), warehouse.build_id)


def _indicator(rows: list[Row], plan_start: date) -> Indicator:
    metric = metric_of(rows)
    baseline, target = _baseline(metric), _in_role(metric, "target")
    later = _later(metric, baseline)
    judged = [o for o in later if yearly(o, metric.kind) is not None]
    latest = next(iter((*reversed(judged), *reversed(later))), None)
    at_start, now = yearly(baseline, metric.kind), yearly(latest, metric.kind)
    needed = so_far = None
    if baseline and target and at_start is not None and target.value is not None:
        needed = pace.needed_per_year(at_start, target.value, pace.years_between(baseline.end, target.end))
    if baseline and latest and at_start is not None and now is not None:
        so_far = (now - at_start) / _years(baseline, latest, metric.kind)
    state = pace_state(target, latest, now, needed, so_far, metric.kind)
    indicator = Indicator(
        metric_id=metric.metric_id,
        order=rows[0]["kpi_order"],
        area=rows[0]["value_area"],
        title=metric.title,
        definition=metric.definition,
        unit=metric.unit,
        kind=metric.kind,
        owner=metric.owner,
        baseline=baseline,
        latest=latest,
        target=target,
        yearly_baseline=at_start,
        yearly=now,
        pace_needed=needed,
        pace_so_far=so_far,
        state=state,
        reference_only=latest is not None and latest.end < plan_start,
        why=EMPTY,
        discrepancies=metric.discrepancies,
        arrival=arrival([o for o in (baseline, *later) if o is not None], target, metric.kind),
        too_short=later[-1] if later and _too_short(later[-1], metric.kind) else None,
    )
    return replace(indicator, why=say.why(indicator))


def pace_state(
    target: Observation | None,
    latest: Observation | None,
    now: float | None,
    needed: float | None,
    so_far: float | None,
    kind: MetricKind,
) -> PaceState:
    """The state by the printed rule (`words.labels.PACE_RULE`); higher is better for every indicator.

    `now` is the latest value on a yearly basis, `needed` and `so_far` changes per year.
    """
    if target is None or target.value is None:
        return PaceState.NOT_CAPTURED
    if latest is None or now is None or needed is None or so_far is None:
        return PaceState.UNDECIDABLE
    if now >= target.value:
        whole = kind is not MetricKind.FLOW or latest.months == FULL_YEAR
        return PaceState.REACHED if whole else PaceState.ON_COURSE_YEARLY
    return PaceState.AHEAD if so_far >= needed else PaceState.BEHIND


def arrival(
    observations: Sequence[Observation], target: Observation | None, kind: MetricKind
) -> Arrival | None:
    """When the target would be reached if the observed pace went on; None where no date follows.

    Two values give one date. Only four or more periods of equal length give a range, from the fastest
    and the slowest step among them. A flow steps from fiscal year to fiscal year, a stock from month to month.
    """
    points = [(o, value) for o in observations if (value := yearly(o, kind)) is not None]
    if target is None or target.value is None or len(points) < 2 or points[-1][1] >= target.value:
        return None
    by_year = kind is MetricKind.FLOW
    ranged = len(points) >= PERIODS_FOR_A_RANGE and _equal_periods([o for o, _ in points], by_year)
    used = points if ranged else [points[0], points[-1]]
    paces = [(b - a) / _gap(earlier, later, by_year) for (earlier, a), (later, b) in pairwise(used)]
    last, now = used[-1]
    soonest, latest = (pace.steps_to(now, target.value, step) for step in (max(paces), min(paces)))
    if soonest is None:
        return None
    end = date(fiscal_year(last.end) + 1, 3, 31) if by_year else last.end
    months = FULL_YEAR if by_year else 1
    return Arrival(
        first=pace.month_end(end, soonest * months),
        last=None if latest is None else pace.month_end(end, latest * months),
        by_year=by_year,
        periods=len(used),
    )


def _gap(earlier: Observation, later: Observation, by_year: bool) -> int:
    """Fiscal years or months between two values; at least one."""
    if by_year:
        return max(fiscal_year(later.end) - fiscal_year(earlier.end), 1)
    return max(pace.months_between(earlier.end, later.end), 1)


def _equal_periods(observations: Sequence[Observation], by_year: bool) -> bool:
    """Whether the values cover periods of one length that follow each other without gap."""
    if by_year:
        return all(
            earlier.months == later.months and (later.start - earlier.end).days == 1
            for earlier, later in pairwise(observations)
        )
    return len({pace.months_between(a.end, b.end) for a, b in pairwise(observations)}) == 1


def yearly(observation: Observation | None, kind: MetricKind) -> float | None:
    """A flow put on twelve months, unless it covers too few; anything else as it stands."""
    if observation is None or observation.value is None or _too_short(observation, kind):
        return None
    if kind is not MetricKind.FLOW:
        return observation.value
    return pace.yearly_basis(observation.value, observation.months) if observation.months else None


def _too_short(observation: Observation, kind: MetricKind) -> bool:
    return kind is MetricKind.FLOW and observation.months is not None and observation.months < FEWEST_MONTHS


def _years(baseline: Observation, latest: Observation, kind: MetricKind) -> float:
    """A flow is compared year with year, a stock date with date."""
    if kind is MetricKind.FLOW:
        return float(_gap(baseline, latest, by_year=True))
    return pace.years_between(baseline.end, latest.end)


def _in_role(metric: Metric, role: str) -> Observation | None:
    """As the plan prints it; where it does not tell the value, the last one brought in."""
    found = [o for o in _of_the_whole(metric) if o.role == role]
    printed = next((o for o in found if o.origin is Origin.PUBLISHED), None)
    if printed is not None and printed.value is not None:
        return printed
    known = [o for o in found if o.value is not None]
    return max(known, key=lambda o: o.end) if known else printed


def _baseline(metric: Metric) -> Observation | None:
    """The baseline; one that is lost in a picture is filled by what was seen in its period."""
    baseline = _in_role(metric, "baseline")
    if baseline is None or baseline.value is not None:
        return baseline
    seen = [o for o in _known(metric) if (o.start, o.end) == (baseline.start, baseline.end)]
    return next(iter(standing(seen, metric.kind)), baseline)


def _later(metric: Metric, baseline: Observation | None) -> tuple[Observation, ...]:
    """What the indicator stood at after the baseline's period, in order of time."""
    found = [o for o in _known(metric) if baseline is None or o.end > baseline.end]
    return standing(found, metric.kind)


def _known(metric: Metric) -> list[Observation]:
    return [o for o in _of_the_whole(metric) if o.role == "observed" and o.value is not None]


def _of_the_whole(metric: Metric) -> list[Observation]:
    return [o for o in metric.observations if o.segment.segment_id == WHOLE.segment_id]
