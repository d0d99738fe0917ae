"""Imported values beside the published value of the same thing."""

from dataclasses import dataclass
from datetime import date

from narabe.model.rounding import half_up
from narabe.model.source import Source, unique
from narabe.model.status import Origin
from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class Beside:
    """One imported value and the published one of the same metric, part and period, or of the same answers.

    Both in `unit` (percentages 0–100); `decimals` are those of the published one. `derived` says how the imported
    value was computed, None where it stands in the file. `start` is None for a survey without dates.
    """

    metric_id: str | None
    wave_id: str | None
    subject: Text
    group: Text
    start: date | None
    end: date | None
    months: int | None
    unit: Text
    imported: float
    published: float
    decimals: int
    origin: Origin
    source: Source
    published_source: Source
    derived: Text | None = None

    @property
    def difference(self) -> float:
        """Imported minus published, at full precision."""
        return self.imported - self.published

    @property
    def agrees(self) -> bool:
        """Whether the imported value, rounded as the published one is printed, is the same."""
        return half_up(self.imported, self.decimals) == half_up(self.published, self.decimals)


@dataclass(frozen=True, slots=True)
class BesideList:
    """The values, in the order of metrics or options."""

    values: tuple[Beside, ...]
    build_id: str

    @property
    def apart(self) -> tuple[Beside, ...]:
        """Those that differ."""
        return tuple(value for value in self.values if not value.agrees)

    @property
    def sources(self) -> tuple[Source, ...]:
        return unique([s for value in self.values for s in (value.source, value.published_source)])
