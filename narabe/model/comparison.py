"""What the compare page shows: one question, up to four cohorts, side by side."""

from dataclasses import dataclass

from narabe.model.source import Source
from narabe.model.status import BaseStatus, Status, Verdict
from narabe.model.text import Text

MOST_COHORTS = 4


@dataclass(frozen=True, slots=True)
class CompareAsk:
    """What the reader chose: a concept, cohort keys (empty = all waves that know something),
    the base to put the earlier wave on (None = everyone asked)."""

    concept: str
    cohorts: tuple[str, ...] = ()
    base: int | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """A question one can compare. `known` counts its figures; 0 means nothing but lost pictures."""

    concept_id: str
    label: Text
    question: Text
    known: int


@dataclass(frozen=True, slots=True)
class Cohort:
    """Who answered: a group inside a wave. `key` is `wave` or `wave:group`, as in addresses."""

    wave_id: str
    group_id: str
    label: Text
    short: Text
    base: int | None = None
    base_status: BaseStatus | None = None

    @property
    def key(self) -> str:
        return self.wave_id if self.group_id == "all" else f"{self.wave_id}:{self.group_id}"

    @property
    def series(self) -> str:
        """Wave ids are series + year: `net2021` and `net2025` are the same survey repeated."""
        return self.wave_id.rstrip("0123456789")


@dataclass(frozen=True, slots=True)
class Share:
    """One option in one cohort; percentages are 0–100.

    `value` is as printed; `count` is the only integer that prints so on `base`;
    `low`/`high` is the interval as if from a simple random sample;
    `floor`/`ceiling` is the range of a value that is only bounded.
    """

    status: Status
    value: float | None = None
    decimals: int = 1
    count: int | None = None
    base: int | None = None
    base_status: BaseStatus | None = None
    low: float | None = None
    high: float | None = None
    floor: float | None = None
    ceiling: float | None = None
    rank: int | None = None
    offered: bool = True
    small: bool = False
    note: Text | None = None
    source: Source | None = None
    discrepancies: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        return self.value is not None

    @property
    def told(self) -> bool:
        """Anything at all to show."""
        return self.known or self.bounded or self.rank is not None or self.count is not None

    @property
    def bounded(self) -> bool:
        return self.floor is not None and self.ceiling is not None


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One answer option with a share per cohort, in the order of the cohorts."""

    option_id: str
    label: Text
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Later minus earlier, in points, from counts where both are known.

    `printed_points` is set only where the printed percentages give another last digit.
    `distinguishable` is None where no interval can be given.
    """

    option_id: str
    label: Text
    earlier: Cohort
    later: Cohort
    points: float
    low: float | None
    high: float | None
    printed_points: float | None
    verdict: Verdict

    @property
    def distinguishable(self) -> bool | None:
        if self.low is None or self.high is None:
            return None
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class BaseEffect:
    """A change between waves taken apart into what the base did and what remains (points)."""

    option_id: str
    label: Text
    earlier: Cohort
    later: Cohort
    answered: int
    asked: int
    chosen: int
    total: float
    from_base: float
    remaining: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """The comparability verdict on one pair of waves, with its reason."""

    earlier: Text
    later: Text
    verdict: Verdict
    reason: Text


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything the compare page, its table and its chart need."""

    concept_id: str
    label: Text
    question: Text
    cohorts: tuple[Cohort, ...]
    rows: tuple[OptionRow, ...]
    differences: tuple[Difference, ...]
    judgements: tuple[Judgement, ...]
    base_effects: tuple[BaseEffect, ...]
    finding: Text
    notes: tuple[Text, ...]
    sources: tuple[Source, ...]
    build_id: str = ""

    @property
    def known_rows(self) -> tuple[OptionRow, ...]:
        """Options of which at least one cohort knows a value, a range, a rank or a count."""
        return tuple(row for row in self.rows if any(share.told for share in row.shares))

    @property
    def lost_rows(self) -> tuple[OptionRow, ...]:
        """The rest: options named in print whose figures stand only in a lost picture."""
        return tuple(row for row in self.rows if row not in self.known_rows)

    @property
    def discrepancies(self) -> tuple[str, ...]:
        """Register entries that concern a figure shown here."""
        return tuple(
            sorted({name for row in self.rows for share in row.shares for name in share.discrepancies})
        )
