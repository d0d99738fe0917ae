"""One settings file, typed, with defaults. Standard library only."""

import os
import tomllib
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.words import data_problems as say

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
QUERIES = ROOT / "queries"
SETTINGS_FILE = DATA / "settings.toml"
EXPECTED = {bool: say.YES_OR_NO, int: say.A_WHOLE_NUMBER, date: say.A_DATE}


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings that change a result: written into the version, and read from there by whoever shows it."""

    small_base: int = 30
    plan_start: date = date(2026, 4, 1)
    mask_below: int = 10


@dataclass(frozen=True, slots=True)
class Housekeeping:
    """Settings of the store, which change no result."""

    versions_kept: int = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be; beyond it is refused with a sentence. Megabytes are 10^6 bytes.

    `unpacked_megabytes` is what a compressed file may open up to.
    """

    browser_megabytes: int = 50
    file_megabytes: int = 4000
    unpacked_megabytes: int = 4000
    rows: int = 3_000_000
    browser_rows: int = 200_000
    columns: int = 2000
    cell_characters: int = 20_000


@dataclass(frozen=True, slots=True)
class Openness:
    """What this server lets its visitors do and see. Read for every page, so that closing takes effect at once.

    `remarks_open`: departments may write on the pages. `imports_open`: files and figures may be brought in on the
    pages. `show_internal`: what is for the city's own eyes is shown. `rooms_open`: rooms may be opened, joined and
    steered.
    """

    remarks_open: bool = True
    imports_open: bool = True
    show_internal: bool = False
    rooms_open: bool = True


CLOSED = Openness(remarks_open=False, imports_open=False, show_internal=False, rooms_open=False)


def settings() -> Settings:
    """What the file says now, over the defaults. Errors: Problem for an unknown or ill-typed entry."""
    given = _given()
    return Settings(given["small_base"], given["plan_start"], given["mask_below"])


def versions_kept() -> int:
    """How many built versions stay beside the live one. Errors: as `settings`."""
    return int(_given()["versions_kept"])


def limits() -> Limits:
    """How large a file may be. Errors: as `settings`."""
    return Limits(**{name: _given()[name] for name in asdict(Limits())})


def openness() -> Openness:
    """What the file says now; closed where it cannot be read. `NARABE_INTERNAL` (1, or anything else for no) goes before it."""
    try:
        given = _given()
        found = Openness(**{name: given[name] for name in asdict(Openness())})
    except Problem:
        found = CLOSED
    spoken = os.environ.get("NARABE_INTERNAL")
    return replace(found, show_internal=spoken == "1") if spoken else found


def store() -> Path:
    """The folder of built files: `NARABE_STORE`, or data/built."""
    return Path(os.environ.get("NARABE_STORE") or DATA / "built").resolve()


def _given() -> dict[str, Any]:
    """Every entry of the file, checked, over the defaults."""
    entries: dict[str, Any] = (
        asdict(Settings()) | asdict(Housekeeping()) | asdict(Openness()) | asdict(Limits())
    )
    for name, value in _file().items():
        if name not in entries:
            raise _refused(say.unknown_setting(name, tuple(entries)))
        if not _fits(value, entries[name]):
            raise _refused(say.ill_typed_setting(name, value, EXPECTED[type(entries[name])]))
        entries[name] = value
    return entries


def _file() -> dict[str, Any]:
    try:
        return tomllib.loads(SETTINGS_FILE.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise _refused(say.NOT_UTF8) from error
    except tomllib.TOMLDecodeError as error:
        raise _refused(say.broken_toml(str(error))) from error


def _fits(value: object, default: object) -> bool:
    """Of the default's type, and not below zero; a date has no time of day."""
    if isinstance(default, bool):
        return isinstance(value, bool)
    if isinstance(default, date):
        return isinstance(value, date) and not isinstance(value, datetime)
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _refused(why: Text) -> Problem:
    return Problem(say.in_settings(why), say.MEND_SETTINGS)
