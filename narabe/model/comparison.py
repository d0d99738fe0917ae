"""What the compare page shows: one question, up to four cohorts, side by side."""

from dataclasses import dataclass

from narabe.model.source import Source
from narabe.model.status import BaseStatus, Origin, Status, Verdict
from narabe.model.text import EMPTY, Text

MOST_COHORTS = 4


@dataclass(frozen=True, slots=True)
class CompareAsk:
    """What the reader chose: a concept, cohort keys (None = as is usual: the whole waves),
    the base to put the earlier wave on (None = everyone asked)."""

    concept: str
    cohorts: tuple[str, ...] | None = None
    base: int | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """A question one can compare. `known` counts its figures; 0 means nothing but lost pictures.

    `origin` is imported where no published wave asks it.
    """

    concept_id: str
    label: Text
    question: Text
    known: int
    origin: Origin = Origin.PUBLISHED


@dataclass(frozen=True, slots=True)
class Cohort:
    """Who answered: a group inside a wave. `key` is `wave` or `wave:group`, as in addresses.

    `label` names it fully; `short` is enough among the cohorts shown. `order` is the place of the wave in time;
    `same_as` the published wave whose answers an imported one holds.
    """

    wave_id: str
    group_id: str
    label: Text
    short: Text
    base: int | None = None
    base_status: BaseStatus | None = None
    order: int = 0
    origin: Origin = Origin.PUBLISHED
    same_as: str | None = None

    @property
    def key(self) -> str:
        return self.wave_id if self.group_id == "all" else f"{self.wave_id}:{self.group_id}"

    @property
    def series(self) -> str:
        """Published wave ids are series + year: `net2021` and `net2025` are the same survey repeated.

        The id of an import says nothing of the kind: each stands alone.
        """
        return self.wave_id.rstrip("0123456789") if self.origin is Origin.PUBLISHED else self.wave_id


@dataclass(frozen=True, slots=True)
class Share:
    """One option in one cohort; percentages are 0–100.

    `value` is as printed; `count` is the only integer that prints so on `base`;
    `low`/`high` is the interval as if from a simple random sample;
    `floor`/`ceiling` is the range of a value that is only bounded;
    `status` is None where no document says anything about this option in this cohort;
    `effective_base` is what a weighted share rests on: it has no `count`, and `base` is unweighted.
    """

    status: Status | None = None
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
    effective_base: float | None = None

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
    `distinguishable` is None where no interval can be given. `due_to_base` is true where the change
    is no longer distinguishable once both waves divide by the same people.
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
    due_to_base: bool = False

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

    earlier_id: str
    later_id: str
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
    notes: tuple[Text, ...]
    sources: tuple[Source, ...]
    build_id: str = ""
    finding: Text = EMPTY

    @property
    def shares_comparable(self) -> bool:
        """False where two waves that both know shares may be compared by rank at most."""
        waves = {cohort.wave_id for place, cohort in enumerate(self.cohorts) if self._has_shares(place)}
        refused = [judgement for judgement in self.judgements if judgement.verdict is Verdict.NO]
        return not any({judgement.earlier_id, judgement.later_id} <= waves for judgement in refused)

    @property
    def has_bars(self) -> bool:
        """Whether any share is a value or a range."""
        return any(self._has_shares(place) for place in range(len(self.cohorts)))

    def _has_shares(self, place: int) -> bool:
        return any(row.shares[place].known or row.shares[place].bounded for row in self.rows)

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
