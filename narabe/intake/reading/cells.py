"""Values of cells as text, the way a person would write them."""

import math
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

EXACT = 1e15
BREAKS = re.compile(r"[ 　]*[\t\n\v\f\r\x85\u2028\u2029]+[ 　]*")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that cannot be seen, also those that turn the direction of writing."""


def as_text(value: object) -> str | None:
    """None for empty; whole numbers without a point; dates as 2025-04-01; truth as TRUE and FALSE."""
    match value:
        case None | "":
            return None
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return _number(value)
        case datetime():
            return value.isoformat(" ") if value.time() != time(0) else value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case timedelta():
            seconds = round(value.total_seconds())
            return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return str(value)


def on_one_line(text: str) -> str:
    """A text as it stands, without blanks around it; line breaks and tabs are a space, other control characters nothing."""
    return CONTROL.sub("", BREAKS.sub(" ", text)).strip()


class _Numbers(dict[float, str | None]):
    """Texts of numbers, each made once."""

    def __missing__(self, value: float) -> str | None:
        self[value] = text = _number(value)
        return text


def column_as_text(values: Iterable[object]) -> list[str | None]:
    """`as_text` of many values, quick for texts and for numbers that repeat."""
    numbers = _Numbers()
    texts: list[str | None] = []
    for value in values:
        if type(value) is str:
            texts.append(value or None)
        elif type(value) is float:
            texts.append(numbers[value])
        else:
            texts.append(as_text(value))
    return texts


def _number(value: float) -> str | None:
    if math.isnan(value):
        return None
    return str(int(value)) if abs(value) < EXACT and value.is_integer() else repr(value)
