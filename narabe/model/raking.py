"""Weights that make a sample stand as the population does: the known margins, and what the weights are and cost."""

from dataclasses import dataclass

from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class MarginCell:
    """People of the population who gave these options, one per question of the margin, in its order."""

    option_ids: tuple[str, ...]
    people: float


@dataclass(frozen=True, slots=True)
class Margin:
    """A known table of the population over one or more questions. `name` is what its file is called."""

    question_ids: tuple[str, ...]
    cells: tuple[MarginCell, ...]
    name: str = ""

    @property
    def people(self) -> float:
        return sum(cell.people for cell in self.cells)


@dataclass(frozen=True, slots=True)
class CellWeight:
    """The weight of everybody who gave these options, one per question of `Weighting.question_ids`.

    To count with, not to be shown: it tells the size of small groups.
    """

    option_ids: tuple[str, ...]
    respondents: int
    weight: float


@dataclass(frozen=True, slots=True)
class Standing:
    """One category of a margin: how large it is in the sample, in the population, and after weighting.

    Shares are fractions 0–1 of all categories of the margin; respondents without an answer count in none of them.
    What is counted of the sample is None where the group is masked.
    """

    option_ids: tuple[str, ...]
    label: Text
    respondents: int | None
    sample_share: float | None
    population: float
    population_share: float
    weighted_share: float


@dataclass(frozen=True, slots=True)
class Skew:
    """The sample beside one margin."""

    question_ids: tuple[str, ...]
    label: Text
    name: str
    respondents: int
    categories: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Respondents whose options the margin does not know, or gives nobody: their weight is 0. None where masked."""

    label: Text
    respondents: int | None


@dataclass(frozen=True, slots=True)
class Weighting:
    """Weights, whose mean is 1 over the `respondents` who have one.

    `converged`: every margin is met; otherwise `off` is the largest relative distance left, which the ceiling of
    trimmed weights causes. `ceiling` is in times of the mean, None untrimmed; `trimmed` counts those who stand at it.
    `unanswered` respondents lack an answer to a question of a margin: their weight is 0, as is that of `left_out`.
    """

    question_ids: tuple[str, ...]
    label: Text
    weights: tuple[CellWeight, ...]
    respondents: int
    unanswered: int
    left_out: tuple[LeftOut, ...]
    rounds: int
    converged: bool
    off: float
    low: float
    high: float
    design_effect: float
    effective_base: float
    ceiling: float | None
    trimmed: int
    skew: tuple[Skew, ...]
