"""Where does each indicator stand: baseline, latest known, target, and the pace between them."""

from dataclasses import replace
from datetime import date

from narabe.analyses.rows import Row, optional_text, source, text
from narabe.model.kpi import Indicator, KpiBoard, Observation
from narabe.model.status import MetricKind, PaceState, Status
from narabe.model.text import EMPTY
from narabe.stats.pace import needed_per_year, yearly_basis, years_between
from narabe.warehouse import Warehouse
from narabe.words import kpi_sentences as say

FULL_YEAR = 12


def kpi_board(warehouse: Warehouse, area: str = "all") -> KpiBoard:
    """The indicators of the plan in its order, of one value area or all."""
    grouped: dict[str, list[Row]] = {}
    for row in warehouse.ask("kpi_values"):
        if area in ("all", row["value_area"]):
            grouped.setdefault(row["metric_id"], []).append(row)
    indicators = tuple(_indicator(rows, warehouse.settings.plan_start) for rows in grouped.values())
    return KpiBoard(indicators, say.board(indicators), say.board_notes(indicators), warehouse.build_id)


def _indicator(rows: list[Row], plan_start: date) -> Indicator:
    about = rows[0]
    kind = MetricKind(about["kind"])
    baseline = _observation(rows, "baseline")
    target = _observation(rows, "target")
    latest = _latest(rows, baseline)
    at_start, now = _yearly(baseline, kind), _yearly(latest, kind)
    needed = so_far = None
    if baseline and target and at_start is not None and target.value is not None:
        needed = needed_per_year(at_start, target.value, years_between(baseline.end, target.end))
    if baseline and latest and at_start is not None and now is not None:
        so_far = (now - at_start) / _years(baseline, latest, kind)
    state = pace_state(target, latest, now, needed, so_far, kind)
    indicator = Indicator(
        metric_id=about["metric_id"],
        order=about["kpi_order"],
        area=about["value_area"],
        title=text(about, "title"),
        definition=text(about, "definition"),
        unit=text(about, "unit"),
        kind=kind,
        owner=optional_text(about, "owner"),
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
        discrepancies=tuple(sorted(about["discrepancies"])),
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


def _yearly(observation: Observation | None, kind: MetricKind) -> float | None:
    """A flow put on twelve months; anything else as it stands."""
    if observation is None or observation.value is None:
        return None
    if kind is not MetricKind.FLOW:
        return observation.value
    return yearly_basis(observation.value, observation.months) if observation.months else None


def _years(baseline: Observation, latest: Observation, kind: MetricKind) -> float:
    """A flow is compared year with year, a stock date with date."""
    if kind is MetricKind.FLOW:
        return float(_fiscal_year(latest.end) - _fiscal_year(baseline.end)) or 1.0
    return years_between(baseline.end, latest.end)


def _fiscal_year(day: date) -> int:
    return day.year if day.month >= 4 else day.year - 1


def _observation(rows: list[Row], role: str) -> Observation | None:
    return next((_observed(row) for row in rows if row["role"] == role), None)


def _latest(rows: list[Row], baseline: Observation | None) -> Observation | None:
    """The newest value after the baseline's period."""
    later = [
        row
        for row in rows
        if row["role"] == "observed"
        and row["value"] is not None
        and (baseline is None or row["period_end"] > baseline.end)
    ]
    return _observed(max(later, key=lambda row: row["period_end"])) if later else None


def _observed(row: Row) -> Observation:
    return Observation(
        row["value"],
        row["period_start"],
        row["period_end"],
        row["months"],
        Status(row["status"]),
        source(row, "title_document"),
        optional_text(row, "note"),
        row["decimals"] or 0,
    )
