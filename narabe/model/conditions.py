"""Which respondents are looked at: a condition over questions and options, by id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sign = Literal["<", "<=", ">", ">=", "=", "!="]


@dataclass(frozen=True, slots=True)
class Chose:
    """Gave one of these options; `negated`: answered, and gave none of them."""

    question_id: str
    option_ids: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """Gave a number that stands so to `value`."""

    question_id: str
    sign: Sign
    value: float


@dataclass(frozen=True, slots=True)
class Both:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: tuple[Condition, ...]


Condition = Chose | Measured | Both | Either
