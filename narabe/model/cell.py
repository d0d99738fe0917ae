"""Words in a table of which a file for machines can say more: a code, numbers, several things at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from narabe.model.text import EMPTY, Text, plain


class _Told(Text):
    """On screen it is its words: equal to any text of the same words."""

    __slots__ = ()
    __hash__ = Text.__hash__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (self.ja, self.en) == (other.ja, other.en)


@dataclass(frozen=True, slots=True, eq=False)
class Coded(_Told):
    """A name with its code; `full` where the name on screen is short for its place."""

    code: str = ""
    full: Text = EMPTY


@dataclass(frozen=True, slots=True, eq=False)
class Amount(_Told):
    """A value, or a range open at one end, in words with its unit."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: Text = EMPTY


@dataclass(frozen=True, slots=True, eq=False)
class Several(_Told):
    """Several things in one cell, each with its code. `apart`: a file for machines has a row for each."""

    items: tuple[tuple[str, Text], ...] = ()
    apart: bool = False


def coded(name: Text, code: str, full: Text | None = None) -> Coded:
    return Coded(name.ja, name.en, code, full or name)


def amount(
    said: Text,
    value: float | None = None,
    low: float | None = None,
    high: float | None = None,
    unit: Text = EMPTY,
) -> Amount:
    return Amount(said.ja, said.en, value, low, high, unit)


def several_codes(codes: Iterable[str], apart: bool = False) -> Several:
    """Codes one after another, told by themselves."""
    listed = tuple(codes)
    joined = " ".join(listed)
    return Several(joined, joined, tuple((code, plain(code)) for code in listed), apart)
