"""What a column of a table holds: numbers, times, choices, codes, free words."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from narabe.intake.readability import patterns
from narabe.model.intake import Value

MOST_CHOICES = 30
LONG_TEXT = 30
"""A column whose distinct texts are this long on average holds free words."""
LONGEST_MARK = 60
"""A longer text is neither number nor time."""
NONE: frozenset[Value] = frozenset()


@dataclass(frozen=True)
class Column:
    """A column below its header. `place` counts from 1 on the sheet, `first_row` is the row of `cells[0]`.

    `counts` gives the filled values that differ, with how often; `plain`, `decorated`, `symbols`, `times` and
    `words` share them out. `spaces` are cells of nothing but white space.
    """

    place: int
    name: str
    cells: Sequence[Value]
    first_row: int
    counts: Counter[Value]
    spaces: frozenset[Value]
    plain: frozenset[Value] = NONE
    decorated: frozenset[Value] = NONE
    symbols: frozenset[Value] = NONE
    times: frozenset[Value] = NONE
    words: frozenset[Value] = NONE

    @cached_property
    def filled(self) -> int:
        return self.counts.total()

    @cached_property
    def texts(self) -> list[str]:
        """The values that are text, each once."""
        return [value for value in self.counts if isinstance(value, str)]

    @cached_property
    def joined(self) -> str:
        """All texts, one a line, for one search over all; a line break inside a text is \\r."""
        return _lines(self.texts)

    @cached_property
    def is_time(self) -> bool:
        """Times, or Western years under a name that says so."""
        if not self.counts:
            return False
        if self._cells(self.times) >= 0.8 * self.filled:
            return True
        years = len(self.plain) == len(self.counts) and patterns.YEAR_NAME.search(self.name) is not None
        return years and all(map(patterns.is_year, self.plain))

    @cached_property
    def is_number(self) -> bool:
        """At least half of what stands there is a number, however spelled; not times."""
        numbers = self._cells(self.plain) + self._cells(self.decorated)
        others = self.filled - self._cells(self.symbols)
        return numbers > 0 and numbers >= 0.5 * others and not self.is_time

    @cached_property
    def is_code(self) -> bool:
        """Few whole numbers under a question or a name of choices, or codes under 〜コード, 〜区分."""
        if not self.counts or self.is_time:
            return False
        if patterns.CODE_NAME.search(self.name) and not patterns.AREA_CODE_NAME.search(self.name):
            return all(patterns.CODE.fullmatch(patterns.text_of(value)) for value in self.counts)
        few = len(self.counts) <= MOST_CHOICES and len(self.plain) > 0
        asked = patterns.QUESTION_NAME.match(self.name) or patterns.CHOICE_NAME.search(self.name)
        return bool(
            few
            and asked
            and not (self.decorated or self.words)
            and all(patterns.text_of(value).isdigit() for value in self.plain)
        )

    @cached_property
    def is_flag(self) -> bool:
        """Nothing but 0 and 1, often enough to be yes and no."""
        few = self.filled >= 10 and len(self.counts) <= 2
        return few and {patterns.text_of(value) for value in self.counts} <= {"0", "1"}

    @cached_property
    def is_measure(self) -> bool:
        """Numbers that count or measure: neither numbering nor codes nor yes and no."""
        numbering = patterns.IDENTIFIER_NAME.search(self.name) is not None
        return self.is_number and not (numbering or self.is_code or self.is_flag)

    @cached_property
    def is_free_text(self) -> bool:
        """Long words, or sentences."""
        texts = self.texts
        return bool(texts) and (len(self.joined) / len(texts) > LONG_TEXT or "。" in self.joined)

    @cached_property
    def is_choice(self) -> bool:
        """Short words of which the same ones return."""
        if not self.words or self.is_number or self.is_time or self.is_free_text:
            return False
        return self.filled >= 4 and len(self.counts) <= max(2, min(200, 0.7 * self.filled))

    def rows_of(self, values: Iterable[Value], most: int = 20) -> list[int]:
        """The first rows of the sheet that hold one of these values."""
        sought = frozenset(values)
        rows: list[int] = []
        for row, value in enumerate(self.cells, self.first_row):
            if value in sought:
                rows.append(row)
                if len(rows) == most:
                    break
        return rows

    def _cells(self, values: frozenset[Value]) -> int:
        """How many cells hold one of these values."""
        if len(values) == len(self.counts):
            return self.filled
        return sum(self.counts[value] for value in values)


def column_of(place: int, name: str, cells: Sequence[Value], first_row: int) -> Column:
    """A column with its values shared out by what they are."""
    counts = Counter(cells)
    blank = [value for value in counts if value is None or _is_nan(value)]
    spaces = [value for value in counts if value.__class__ is str and not str(value).strip()]
    for value in (*blank, *spaces):
        del counts[value]
    return Column(
        place,
        name,
        cells,
        first_row,
        counts,
        frozenset(value for value in spaces if value),
        **_kinds(counts),
    )


def _kinds(counts: Counter[Value]) -> dict[str, frozenset[Value]]:
    """The values of a column by what they are. Text is searched all at once, for there may be much of it."""
    texts = [value for value in counts if isinstance(value, str)]
    if len(texts) == len(counts) and patterns.PLAIN_COLUMN.fullmatch("\n".join(texts)):
        return {"plain": frozenset(counts)}
    kinds: dict[str, set[Value]] = {
        kind: set() for kind in ("plain", "decorated", "symbols", "times", "words")
    }
    for value in counts:
        if isinstance(value, bool):
            kinds["words"].add(value)
        elif isinstance(value, (int, float)):
            kinds["plain"].add(value)
        elif not isinstance(value, str):
            kinds["times"].add(value)
    short = [text for text in texts if len(text) <= LONGEST_MARK]
    kinds["words"].update(text for text in texts if len(text) > LONGEST_MARK)
    lines, folded = _lines(short), patterns.folded_lines(_lines(short))
    plain = set(patterns.PLAIN_LINE.findall(lines))
    decorated = set(patterns.DECORATED_LINE.findall(folded))
    times = set(patterns.TIME_LINE.findall(folded))
    for text, mark in zip(short, folded.split("\n"), strict=True) if short else ():
        kinds[_kind(text, mark, plain, times, decorated)].add(text)
    return {kind: frozenset(values) for kind, values in kinds.items()}


def _kind(text: str, mark: str, plain: set[str], times: set[str], decorated: set[str]) -> str:
    if text in plain:
        return "plain"
    if mark in times and not mark.isdigit():
        return "times"
    if mark in decorated:
        return "decorated"
    return "symbols" if mark.casefold() in patterns.SYMBOLS else "words"


def _lines(texts: list[str]) -> str:
    joined = "\n".join(texts)
    if joined.count("\n") != max(len(texts) - 1, 0):
        joined = "\n".join(text.replace("\n", "\r") for text in texts)
    return joined


def _is_nan(value: Value) -> bool:
    return isinstance(value, float) and math.isnan(value)
