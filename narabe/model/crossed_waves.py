"""One question beside the same question in other surveys: answers that were brought in, and published waves."""

from dataclasses import dataclass

from narabe.model.comparison import Cohort, Comparison
from narabe.model.crosstab import TOTAL, CrossAsk
from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class WavesAsk:
    """A column of a cross-tabulation: `column_id` under the axis `axis` (of `ask.banner`; none for 全体).

    `beside` are the keys of cohorts to set it beside; None = as is usual.
    """

    ask: CrossAsk
    axis: tuple[str, ...] = ()
    column_id: str = TOTAL
    beside: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class WaveBase:
    """What the shares of a cohort rest on. `weight` names the weights, None where the shares are unweighted;
    all bases are None where masked or not stated."""

    cohort: Cohort
    unweighted_base: int | None
    weight: str | None = None
    effective_base: float | None = None


@dataclass(frozen=True, slots=True)
class CrossedWaves:
    """The column `own` beside others that ask the same.

    `shares` holds it with those whose shares may be compared, and differences of it alone; `ranks` with those whose
    shares may not be, told by rank alone. Either is None where it would hold nobody else. `available` are all others.
    """

    concept_id: str
    own: Cohort
    available: tuple[Cohort, ...]
    shares: Comparison | None
    ranks: Comparison | None
    bases: tuple[WaveBase, ...]
    notes: tuple[Text, ...]
