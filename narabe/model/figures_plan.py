"""How the tables of a sheet become figures of metrics: proposed by us, corrected by a person, kept with the import."""

from dataclasses import dataclass, replace
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
class TimeHeading:
    """What stands over (or beside) a time line, and the period it was read as; None where it says none.

    `assumed`: a bare 2023 was taken for the calendar year. `doubt`: why the period is not certain (`document`: its year
    is that of the day of the document; `part`: it names a part of the year that cannot be read).
    """

    line: int
    text: str
    period: Period | None
    assumed: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """One table on a sheet. `across` says that time runs over the columns; otherwise down the rows.

    `times` gives the period that counts for each time line (column or row number on the sheet); one left out is a
    total over time, listed in `time_totals` as (line, lines it sums), or could not be read. `headings` are all of them as
    the file writes them, with the period as read: `with_period` corrects one. `roles` are time lines of another role
    than their series (令和8年度目標). `side_totals` are (line, lines of the same time that it sums): 計 beside 総務部 and 環境部.
    `notes` are footnotes found with it.
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
    headings: tuple[TimeHeading, ...] = ()
    side_totals: tuple[tuple[int, tuple[int, ...]], ...] = ()

    def with_period(self, line: int, period: Period | None) -> "BlockPlan":
        """The block with another period for a time line; without one its figures are left out."""
        times = [(at, other) for at, other in self.times if at != line]
        times += [(line, period)] if period else []
        return replace(
            self,
            times=tuple(sorted(times, key=lambda each: each[0])),
            time_totals=tuple((at, parts) for at, parts in self.time_totals if at != line),
        )

    @property
    def corrected(self) -> tuple[tuple[TimeHeading, Period | None], ...]:
        """The headings that a person gave another period than was read, with that period."""
        times, summing = dict(self.times), {line for line, _ in self.time_totals}
        return tuple(
            (heading, times.get(heading.line))
            for heading in self.headings
            if heading.line not in summing and times.get(heading.line) != heading.period
        )


@dataclass(frozen=True, slots=True)
class FiguresPlan:
    """Every table of a file, in order."""

    dataset: str
    blocks: tuple[BlockPlan, ...]
