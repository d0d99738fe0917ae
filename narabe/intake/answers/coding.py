"""Values of a file read as the plan says: which options, which number, which reason for none, or unknown."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from narabe.intake.answers.segments import Segments
from narabe.intake.answers.spellings import chosen, code, normal, number
from narabe.intake.answers.spellings import without_number as without_code
from narabe.model.answers_plan import Layout, Missing, QuestionPlan

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Code:
    """What a value means: options chosen (none of them where only an unticked box was seen), a number, or why nothing.

    `unknown` is the part that the plan does not know.
    """

    options: tuple[str, ...] = ()
    number: float | None = None
    missing: Missing | None = None
    unknown: str = ""


class Coder:
    """Reads the values of one question; for flags, of one of its columns."""

    def __init__(self, question: QuestionPlan, column: str) -> None:
        self._missing = Spellings(question.missing)
        self._numeric = question.options == () and question.layout is Layout.CELL
        self._flag = next(
            (o for o in question.options if question.layout is Layout.FLAGS and o.column == column), None
        )
        named = [
            (each, option.option_id)
            for option in question.options
            for each in (*option.spellings, option.label.ja, option.label.en)
            if self._flag in (None, option)
        ]
        self._options = Spellings(named)
        several = question.layout is Layout.DELIMITED
        known = [(option_id, name) for name, option_id in named]
        self._segments = Segments(known, question.delimiter or ";") if several else None

    def read(self, value: str) -> Code:
        """One value, never empty."""
        missing = self._missing.get(value)
        if missing:
            return Code(missing=missing)
        if self._numeric:
            read = number(value)
            return Code(unknown=value) if read is None or not math.isfinite(read) else Code(number=read)
        if self._flag:
            return self._ticked(value, self._flag.option_id)
        if self._segments:
            options, unknown = self._segments.options(value)
            return Code(options=options, unknown=unknown)
        option = self._options.get(value)
        return Code(options=(option,)) if option else Code(unknown=value)

    def _ticked(self, value: str, option_id: str) -> Code:
        """Spellings of the plan go before what ticks usually look like."""
        if self._options.get(value):
            return Code(options=(option_id,))
        says = chosen(value)
        return Code(unknown=value) if says is None else Code(options=(option_id,) if says else ())


class Spellings(Generic[Meaning]):
    """What texts stand for: spelled just so, else in another spelling of the same; the first meaning holds."""

    def __init__(self, meant: Iterable[tuple[str, Meaning]]) -> None:
        self._exact: dict[str, Meaning] = {}
        self._alike: dict[str, Meaning] = {}
        for spelling, meaning in meant:
            self._exact.setdefault(spelling, meaning)
            self._alike.setdefault(code(spelling) or normal(spelling), meaning)

    def get(self, text: str) -> Meaning | None:
        """The meaning of a text, also with a number in front of it (`1.満足`)."""
        found = self._exact.get(text)
        if found is None:
            found = self._alike.get(code(text) or normal(text))
        return self._alike.get(without_code(text)) if found is None else found
