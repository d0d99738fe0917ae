"""How the tables of a sheet become figures of metrics: proposed by us, corrected by a person, kept with the import."""

from dataclasses import dataclass
from datetime import date

from narabe.model.intake import Range
from narabe.model.status import MetricKind
from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time, both ends inclusive; `months` is None for a state at its end (start = end)."""

    start: date
    end: date
    months: int | None


@dataclass(frozen=True, slots=True)
class MetricEntry:
    """A metric that is known already, with the other names it goes by.

    `segments` are (id, label) of every segment known. `numerator` and `denominator` name the parts of a ratio.
    """

    metric_id: str
    title: Text
    unit: Text
    kind: MetricKind
    aliases: tuple[str, ...] = ()
    segments: tuple[tuple[str, Text], ...] = ()
    numerator: str = ""
    denominator: str = ""


@dataclass(frozen=True, slots=True)
class NewMetric:
    """A metric that the file brings along."""

    metric_id: str
    title: Text
    unit: Text
    kind: MetricKind


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """One row (or column) of a table. `line` is its number on the sheet; `label` what the file calls it.

    `metric_id` is None where it is left out. `new` drafts the metric where none is known. `factor` brings the
    numbers to the metric's unit (千円 → 円: 1000). `total_of` lists lines whose sum it states: checked; where the parts
    are segments of one metric the total is its whole (segment `all`), otherwise it is left out. `numerator` and
    `denominator` are the lines that give the parts of a ratio. `running_of` is the line whose months a left-out running
    total (累計) adds up: checked.
    """

    line: int
    label: str
    metric_id: str | None
    new: NewMetric | None = None
    segment: str = "all"
    segment_label: Text | None = None
    role: str = "observed"
    unit: str | None = None
    factor: float = 1.0
    total_of: tuple[int, ...] = ()
    numerator: int | None = None
    denominator: int | None = None
    certain: float = 1.0
    running_of: int | None = None


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """One table on a sheet. `across` says that time runs over the columns; otherwise down the rows.

    `times` gives the period of each time line (column or row number on the sheet); one left out is a total over
    time, listed in `time_totals` as (line, lines it sums). `roles` are time lines of another role than their series
    (令和8年度目標). `notes` are footnotes found with it.
    """

    sheet: str
    range: Range
    title: str
    across: bool
    times: tuple[tuple[int, Period], ...]
    series: tuple[SeriesPlan, ...]
    time_totals: tuple[tuple[int, tuple[int, ...]], ...] = ()
    notes: tuple[str, ...] = ()
    roles: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FiguresPlan:
    """Every table of a file, in order."""

    dataset: str
    blocks: tuple[BlockPlan, ...]
