"""What the voices page shows: remarks by theme, who was heard, and the survey result beside them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from narabe.model.comparison import Cohort, Share
from narabe.model.source import Source, unique
from narabe.model.text import EMPTY, Text


class OccasionKind(StrEnum):
    """How people were heard."""

    INTERVIEW = "interview"
    ROUND_TABLE = "round_table"
    WORKSHOP = "workshop"
    FREE_TEXT = "free_text"


class Speaker(StrEnum):
    """As whom people spoke."""

    MONITOR = "monitor"
    STUDENT = "student"
    OLDER = "older"
    FIRM = "firm"
    STAFF = "staff"


class Precision(StrEnum):
    """What a date stands for; it is the first day of it.

    PUBLISHED is the month of the document, where it does not say when the thing itself was.
    """

    FISCAL_YEAR = "fiscal_year"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who was heard (a role, never a name), when, and how many people; None where that is not printed."""

    occasion_id: str
    kind: OccasionKind
    speaker: Speaker
    who: Text
    date: date
    precision: Precision
    people: int | None
    remarks: int
    note: Text | None
    source: Source


@dataclass(frozen=True, slots=True)
class Voice:
    """One remark in our own short words; sex and age where the document prints them."""

    voice_id: str
    theme_id: str
    gist: Text
    occasion: Occasion
    sex: str | None
    age: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class Theme:
    """What remarks are about, and the option of a survey question it illuminates, if any."""

    theme_id: str
    order: int
    label: Text
    concept_id: str | None
    option_id: str | None
    option: Text | None


@dataclass(frozen=True, slots=True)
class ThemeVoices:
    """A theme with its remarks."""

    theme: Theme
    voices: tuple[Voice, ...]

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """Where its remarks were made, earliest first."""
        return tuple(dict.fromkeys(voice.occasion for voice in self.voices))

    def heard_at(self, occasion: Occasion) -> tuple[Voice, ...]:
        return tuple(voice for voice in self.voices if voice.occasion == occasion)

    def count(self, speaker: Speaker) -> int:
        return sum(voice.occasion.speaker is speaker for voice in self.voices)


@dataclass(frozen=True, slots=True)
class VoiceBoard:
    """The themes that all spoke of, or those of one sort, the most remarks first; `whole` counts everybody's."""

    themes: tuple[ThemeVoices, ...]
    occasions: tuple[Occasion, ...]
    whole: int
    speaker: Speaker | None
    notes: tuple[Text, ...]
    sentence: Text = EMPTY
    build_id: str = ""

    @property
    def voices(self) -> tuple[Voice, ...]:
        return tuple(voice for theme in self.themes for voice in theme.voices)

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Those with a remark, in the order of the vocabulary."""
        return tuple(speaker for speaker in Speaker if self.count(speaker))

    def count(self, speaker: Speaker) -> int:
        return sum(theme.count(speaker) for theme in self.themes)

    @property
    def sources(self) -> tuple[Source, ...]:
        return unique([occasion.source for occasion in self.occasions])

    def of(self, theme_id: str) -> ThemeVoices:
        """One theme of this board."""
        return next(theme for theme in self.themes if theme.theme.theme_id == theme_id)


@dataclass(frozen=True, slots=True)
class Echo:
    """The survey result that a theme illuminates: one option in every wave that may stand beside the others.

    Where shares may not be compared, `told` holds ranks alone (`ranks_only`), or the waves since then.
    """

    concept_id: str
    question: Text
    option: Text
    told: tuple[tuple[Cohort, Share], ...]
    ranks_only: bool
    notes: tuple[Text, ...]
    build_id: str = ""

    @property
    def sources(self) -> tuple[Source, ...]:
        return unique([share.source for _, share in self.told])


@dataclass(frozen=True, slots=True)
class Stage:
    """Men and women (counts) at one step from those invited to the comments in print; None where not printed."""

    label: Text
    total: int
    men: int | None
    women: int | None
    source: Source
    small: bool = False
    """So few that a share is for reference only."""

    @property
    def share_of_men(self) -> float | None:
        """In percent."""
        return None if self.men is None else 100 * self.men / self.total


@dataclass(frozen=True, slots=True)
class AgeRow:
    """Counts of one age group: who answered the survey, and whose comments are printed."""

    age: str
    answered: tuple[int, int]
    printed: tuple[int, int]
    """Men, women."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is heard more than others in the comments of a survey; stages run from invited to printed."""

    stages: tuple[Stage, ...]
    ages: tuple[AgeRow, ...]
    occasions: tuple[Occasion, ...]
    notes: tuple[Text, ...] = ()
    discrepancies: tuple[str, ...] = ()
    sentence: Text = EMPTY
    build_id: str = ""

    @property
    def answered(self) -> Stage:
        return self.stages[1]

    @property
    def printed(self) -> Stage:
        return self.stages[-1]

    @property
    def sources(self) -> tuple[Source, ...]:
        return unique([stage.source for stage in self.stages])
