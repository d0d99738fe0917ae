"""Colours, fonts and the frame of every chart."""

from dataclasses import dataclass

from narabe.model.comparison import Cohort
from narabe.model.status import PaceState
from narabe.model.text import Lang

SIZE = 14
TOP, BOTTOM = 24, 6


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role; every mark colour reaches 3:1 on `ground`, every text 4.5:1."""

    ground: str
    text: str
    quiet: str
    grid: str
    series: dict[str, str]
    groups: tuple[str, ...]
    pace: dict[PaceState, str]


LIGHT = Palette(
    ground="#FFFFFF",
    text="#1A1A1A",
    quiet="#626264",
    grid="#E6E6E6",
    series={
        "net2017": "#767680",
        "net2021": "#5A7FF0",
        "net2025": "#0017C1",
        "seniors2025": "#A84B00",
        "youth2025": "#00755A",
    },
    groups=("#A02070", "#6B4FA0", "#2F6F8F", "#8A6A00"),
    pace={
        PaceState.REACHED: "#0017C1",
        PaceState.ON_COURSE_YEARLY: "#0017C1",
        PaceState.AHEAD: "#3460FB",
        PaceState.BEHIND: "#C4201D",
        PaceState.UNDECIDABLE: "#767680",
        PaceState.NOT_CAPTURED: "#767680",
    },
)
DARK = Palette(
    ground="#101218",
    text="#F1F1F4",
    quiet="#B4B4BB",
    grid="#2C313D",
    series={
        "net2017": "#9A9AA5",
        "net2021": "#5A7FF0",
        "net2025": "#B9CBFF",
        "seniors2025": "#F2A65A",
        "youth2025": "#4FC9A5",
    },
    groups=("#F08CC8", "#BBA2F0", "#7FC4E4", "#E0C060"),
    pace={
        PaceState.REACHED: "#B9CBFF",
        PaceState.ON_COURSE_YEARLY: "#B9CBFF",
        PaceState.AHEAD: "#7096F8",
        PaceState.BEHIND: "#FF8A84",
        PaceState.UNDECIDABLE: "#9A9AA5",
        PaceState.NOT_CAPTURED: "#9A9AA5",
    },
)


@dataclass(frozen=True, slots=True)
class Look:
    """For whom a chart is drawn: language and light or dark."""

    lang: Lang = "ja"
    dark: bool = False

    @property
    def palette(self) -> Palette:
        return DARK if self.dark else LIGHT


def cohort_colours(cohorts: tuple[Cohort, ...], palette: Palette) -> list[str]:
    """One colour per wave everywhere; groups inside a wave take the second row."""
    colours, parts = [], iter(palette.groups)
    for cohort in cohorts:
        whole = cohort.group_id == "all"
        colours.append(palette.series.get(cohort.wave_id, palette.quiet) if whole else next(parts))
    return colours
