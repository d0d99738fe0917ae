"""Colours, fonts and the frame of every chart."""

from dataclasses import dataclass, fields
from typing import Any
from unicodedata import east_asian_width

from narabe.model.comparison import Cohort
from narabe.model.status import Origin, PaceState
from narabe.model.text import Lang

GROUPS = ("male", "female", "age10s", "age20s", "age30s", "age40s", "age50s", "age60s", "age70s", "age80s")
SPARE = tuple(reversed(GROUPS))
"""The groups in the order in which imported waves borrow their colours: the rarest first."""
TOP, BOTTOM = 32, 6


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role; every mark colour reaches 3:1 on `ground`, every text 4.5:1.

    `blues` and `browns` run from strong to pale, for the parts of a bar: outlines tell the pale ones from the ground.
    Whether `text` or `ground` is the readable ink on each is the same in both palettes, so that paper can be recoloured.
    """

    ground: str
    text: str
    quiet: str
    grid: str
    main: str
    series: dict[str, str]
    groups: tuple[str, ...]
    pace: dict[PaceState, str]
    blues: tuple[str, ...]
    browns: tuple[str, ...]
    neutral: str
    absent: str


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
        "room": "#A02070",
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
    blues=("#0017C1", "#3460FB", "#7295F7", "#C5D7FB", "#E8F1FE"),
    browns=("#A84B00", "#B85E10", "#E9A15B", "#F7D3AE", "#FDEEDD"),
    neutral="#D3D3D9",
    absent="#F1F1F3",
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
        "room": "#F08CC8",
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
    blues=("#B9CBFF", "#8CA8FA", "#4560C0", "#33478F", "#1D2850"),
    browns=("#F2A65A", "#D98B3C", "#8A5420", "#5C3A18", "#38250F"),
    neutral="#3A3F4C",
    absent="#23262F",
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


def ink_on(fill: str, palette: Palette) -> str:
    """The text or the ground of the palette, whichever is read more easily on `fill`."""
    light = _luminance(fill)
    contrasts = {ink: _contrast(light, _luminance(ink)) for ink in (palette.text, palette.ground)}
    return max(contrasts, key=lambda ink: contrasts[ink])


def _contrast(one: float, other: float) -> float:
    """Of two luminances, WCAG 2.2."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def text_width(text: str, size: int) -> float:
    """About how wide a text is drawn, in pixels: a Japanese character is a square."""
    return sum(size if east_asian_width(character) in "FWA" else 0.56 * size for character in text)


def cohort_colours(cohorts: tuple[Cohort, ...], palette: Palette) -> list[str]:
    """One colour per published wave and per group everywhere; imported waves take colours the others leave free."""
    of_groups = dict(zip(GROUPS, palette.groups, strict=True))
    fixed = [
        palette.series.get("room" if cohort.origin is Origin.ROOM else cohort.wave_id)
        if cohort.group_id == "all"
        else of_groups.get(cohort.group_id, palette.quiet)
        for cohort in cohorts
    ]
    free = iter([of_groups[name] for name in SPARE if of_groups[name] not in fixed])
    return [colour or next(free, palette.quiet) for colour in fixed]
