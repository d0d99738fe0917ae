"""What the operations page shows: the five strips of 5レス and what is known in each."""

from dataclasses import dataclass

from narabe.model.metrics import Metric
from narabe.model.source import Source, unique
from narabe.model.status import MetricKind
from narabe.model.text import Text

OTHERS = "others"
"""Stands after the five: imported metrics that belong to none of them."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One of the five: what it aims at, how the plan of 2022 meant to measure it, and its metrics."""

    strip_id: str
    label: Text
    aim: Text
    measure: Text
    metrics: tuple[Metric, ...]

    @property
    def known(self) -> tuple[Metric, ...]:
        return tuple(metric for metric in self.metrics if metric.known)

    @property
    def empty(self) -> tuple[Metric, ...]:
        """Metrics of which the documents show nothing but lost charts."""
        return tuple(metric for metric in self.metrics if not metric.known)

    @property
    def broken_down(self) -> tuple[Metric, ...]:
        return tuple(metric for metric in self.metrics if metric.broken_down)

    @property
    def over_time(self) -> tuple[Metric, ...]:
        """Metrics to draw over time: counts that a ratio by the same parts already holds are left to the breakdown."""
        ratios = [set(m.segments) for m in self.broken_down if m.kind is MetricKind.RATIO]
        return tuple(
            metric
            for metric in self.metrics
            if metric.kind is MetricKind.RATIO or not any(parts & set(metric.segments) for parts in ratios)
        )


@dataclass(frozen=True, slots=True)
class Operations:
    """The strips in the order of the plan, with one sentence on what there is.

    `offered` are the strips one can choose, `others` among them where it holds anything.
    """

    strips: tuple[Strip, ...]
    sentence: Text
    notes: tuple[Text, ...]
    build_id: str
    offered: tuple[tuple[str, Text], ...] = ()

    @property
    def metrics(self) -> tuple[Metric, ...]:
        return tuple(metric for strip in self.strips for metric in strip.metrics)

    @property
    def broken_down(self) -> tuple[Metric, ...]:
        """Metrics one can look into, by tax, fee, department or meeting: ratios first, they hold their counts."""
        every = [metric for strip in self.strips for metric in strip.broken_down]
        return tuple(sorted(every, key=lambda metric: metric.kind is not MetricKind.RATIO))

    @property
    def sources(self) -> tuple[Source, ...]:
        return unique([source for metric in self.metrics for source in metric.sources])

    @property
    def discrepancies(self) -> tuple[str, ...]:
        """Register entries about any metric shown."""
        return tuple(sorted({name for metric in self.metrics for name in metric.discrepancies}))
