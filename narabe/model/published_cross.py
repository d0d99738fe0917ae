"""What the documents themselves print by sex and age."""

from dataclasses import dataclass

from narabe.model.comparison import Comparison
from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class PublishedQuestion:
    """A question of a published wave of which something is known by sex or age.

    Of the values of groups `shares` are known as numbers, `ranges` as ranges alone; `empty` stand in a lost chart.
    """

    wave_id: str
    concept_id: str
    question_id: str
    wave: Text
    number: str
    label: Text
    shares: int
    ranges: int
    empty: int

    @property
    def key(self) -> str:
        """As in addresses: `net2021:dx_awareness`."""
        return f"{self.wave_id}:{self.concept_id}"


@dataclass(frozen=True, slots=True)
class PublishedCrosses:
    """Every such question, those of which most is known first."""

    questions: tuple[PublishedQuestion, ...]
    build_id: str


@dataclass(frozen=True, slots=True)
class PublishedCross:
    """One of them: options by 全体 and groups, which are the cohorts of `comparison` (`short` names the group).

    `axes` tells for each cohort what divides people into such groups; empty for 全体. Differences stand only where the
    counts of both groups are known; there are no tests.
    """

    about: PublishedQuestion
    axes: tuple[Text, ...]
    comparison: Comparison
