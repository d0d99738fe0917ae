"""One settings file, typed, with defaults. Standard library only."""

import os
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from narabe.model.problem import Problem
from narabe.model.text import Text

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
QUERIES = ROOT / "queries"
SETTINGS_FILE = DATA / "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings that change a result; all of them are part of the build id."""

    small_base: int = 30
    plan_start: str = "2026-04-01"
    versions_kept: int = 5


@cache
def settings() -> Settings:
    """The settings file over the defaults; an unknown or ill-typed entry is a Problem."""
    if not SETTINGS_FILE.exists():
        return Settings()
    try:
        given = tomllib.loads(SETTINGS_FILE.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _refused(str(error)) from error
    known = {field.name: field.type for field in fields(Settings)}
    for name, value in given.items():
        if name not in known:
            raise _refused(name)
        if not isinstance(value, known[name]):  # type: ignore[arg-type]
            raise _refused(f"{name} = {value!r}")
    return Settings(**given)


def store() -> Path:
    """The folder of built files: `NARABE_STORE`, or data/built."""
    return Path(os.environ.get("NARABE_STORE") or DATA / "built").resolve()


def _refused(what: str) -> Problem:
    return Problem(
        Text(
            f"設定ファイル data/settings.toml を読めません（{what}）。",
            f"Cannot use data/settings.toml ({what}).",
        ),
        Text("項目名と値の型を確かめてください。", "Check the names and the types of the values."),
    )
