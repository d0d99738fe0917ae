"""Colours, fonts and the frame of every chart."""

from dataclasses import dataclass, fields
from typing import Any
from unicodedata import east_asian_width

from narabe.model.comparison import Cohort
from narabe.model.status import PaceState
from narabe.model.text import Lang

GROUPS = ("male", "female", "age10s", "age20s", "age30s", "age40s", "age50s", "age60s", "age70s", "age80s")
TOP, BOTTOM = 32, 6


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role; every mark colour reaches 3:1 on `ground`, every text 4.5:1."""

    ground: str
    text: str
    quiet: str
    grid: str
    main: str
    series: dict[str, str]
    groups: tuple[str, ...]
    pace: dict[PaceState, str]


LIGHT = Palette(
    ground="#FFFFFF",
    text="#1A1A1A",
    quiet="#626264",
    grid="#E6E6E6",
    main="#0017C1",
    series={
        "net2017": "#767680",
        "net2021": "#5A7FF0",
        "net2025": "#0017C1",
        "seniors2025": "#A84B00",
        "youth2025": "#00755A",
    },
    groups=(
        "#2F6F8F",
        "#A02070",
        "#8A6A00",
        "#6B4FA0",
        "#00755A",
        "#B23A3A",
        "#4A6B1F",
        "#7A4B2A",
        "#35609A",
        "#8A3F8A",
    ),
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
    main="#B9CBFF",
    series={
        "net2017": "#9A9AA5",
        "net2021": "#5A7FF0",
        "net2025": "#B9CBFF",
        "seniors2025": "#F2A65A",
        "youth2025": "#4FC9A5",
    },
    groups=(
        "#7FC4E4",
        "#F08CC8",
        "#E0C060",
        "#BBA2F0",
        "#4FC9A5",
        "#FF9A94",
        "#A9CF7A",
        "#D9A87F",
        "#9DB7F9",
        "#DDA0DD",
    ),
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
    """For whom a chart is drawn: language, light or dark, and large for a wall read at three metres."""

    lang: Lang = "ja"
    dark: bool = False
    large: bool = False

    @property
    def palette(self) -> Palette:
        return DARK if self.dark else LIGHT

    @property
    def size(self) -> int:
        """Text in pixels."""
        return 24 if self.large else 14

    @property
    def line(self) -> int:
        """Height of a line of the drawing in pixels."""
        return 46 if self.large else 27

    @property
    def narrowest(self) -> int:
        """The narrowest drawing this look is meant for, in pixels: a phone, or a projector."""
        return 1200 if self.large else 350


def light_colours() -> dict[str, str]:
    """Each colour of the dark palette -> the light one of the same role: paper is white, whatever the screen is."""
    pairs: dict[str, str] = {}
    for role in fields(DARK):
        dark, light = getattr(DARK, role.name), getattr(LIGHT, role.name)
        pairs |= dict(zip(_colours(dark), _colours(light), strict=True))
    return pairs


def _colours(role: str | tuple[str, ...] | dict[Any, str]) -> tuple[str, ...]:
    if isinstance(role, str):
        return (role,)
    return tuple(role.values()) if isinstance(role, dict) else role


def text_width(text: str, size: int) -> float:
    """About how wide a text is drawn, in pixels: a Japanese character is a square."""
    return sum(size if east_asian_width(character) in "FWA" else 0.56 * size for character in text)


def cohort_colours(cohorts: tuple[Cohort, ...], palette: Palette) -> list[str]:
    """One colour per wave and per group everywhere."""
    return [
        palette.series.get(cohort.wave_id, palette.quiet)
        if cohort.group_id == "all"
        else dict(zip(GROUPS, palette.groups, strict=True)).get(cohort.group_id, palette.quiet)
        for cohort in cohorts
    ]
