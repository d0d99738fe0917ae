"""What opens behind one KPI: its history and everything linked to it."""

from dataclasses import dataclass

from narabe.model.findings import Finding
from narabe.model.kpi import Indicator
from narabe.model.metrics import Metric, Observation
from narabe.model.projects import Link, Need, Project
from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class Moment:
    """One value of the indicator's history; `yearly` puts a flow on twelve months, None where nothing is known."""

    observation: Observation
    yearly: float | None


@dataclass(frozen=True, slots=True)
class IndicatorDetail:
    """One indicator with its metric, the metrics that stand near it, the projects said to serve it, the needs it answers and findings."""

    indicator: Indicator
    metric: Metric
    history: tuple[Moment, ...]
    near: tuple[Metric, ...]
    projects: tuple[tuple[Project, Link], ...]
    needs: tuple[Need, ...]
    findings: tuple[Finding, ...]
    arrival: Text
    notes: tuple[Text, ...]
    build_id: str
