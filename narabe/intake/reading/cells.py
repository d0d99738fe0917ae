"""Values of cells as text, the way a person would write them."""

import math
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

EXACT = 1e15


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
