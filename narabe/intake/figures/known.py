"""Unit and kind of the metrics of a plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from narabe.model.figures_plan import FiguresPlan, MetricEntry, NewMetric, SeriesPlan
from narabe.model.status import MetricKind


@dataclass(frozen=True, slots=True)
class Known:
    """Unit and kind of every metric that the plan may name."""

    units: Mapping[str, str]
    kinds: Mapping[str, MetricKind]

    def kind_of(self, series: SeriesPlan) -> MetricKind | None:
        """The kind of the metric of a line; None for one that is left out."""
        return self.kinds.get(series.metric_id or "")


def known_of(plan: FiguresPlan, catalogue: tuple[MetricEntry, ...]) -> Known:
    new = [one.new for block in plan.blocks for one in block.series if one.new]
    metrics: list[MetricEntry | NewMetric] = [*catalogue, *new]
    return Known(
        {metric.metric_id: metric.unit.ja for metric in metrics},
        {metric.metric_id: metric.kind for metric in metrics},
    )
