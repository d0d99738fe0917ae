"""Several answers in one cell: which options they are, also where an option holds the delimiter itself."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from narabe.intake.answers.spellings import normal

DELIMITERS = (";", "|", "\n", "、", ",", "/", "・", "\t")
PLAIN = (";", "|", "\n", "\t")
"""Delimiters that forms do not write inside an option: pieces between them are never put together."""
WIDE = {",": ",，", ";": ";；", "|": "|｜", "/": "/／", "、": "、､", "・": "・･"}
"""Both widths of a delimiter set pieces apart."""
OPEN, CLOSED = "(（「『[【〈", ")）」』]】〉"
SURE = 5
"""So many common appearances, and none apart, make two pieces one option."""
MOST_ORDERED = 1000
"""More than that are no options, whose order would matter."""

Pieces = tuple[str, ...]


def pieces(cell: str, delimiter: str) -> Pieces:
    """A cell cut at every delimiter, each piece in normal form; empty ones are left out."""
    mark = normal(delimiter) or delimiter
    folded = cell.replace(delimiter, mark) if delimiter == "\n" else cell
    parts = folded.split(delimiter) if delimiter == "\n" else normal(cell).split(mark)
    return tuple(each for each in map(normal, parts) if each)


class Segments:
    """Reads cells into options. `options` are (option id, a spelling of it)."""

    def __init__(self, options: Iterable[tuple[str, str]], delimiter: str) -> None:
        self._delimiter = delimiter
        self._known: dict[Pieces, str] = {}
        for option_id, spelling in options:
            cut = pieces(spelling, delimiter)
            if cut:
                self._known.setdefault(cut, option_id)
        self._longest = max(map(len, self._known), default=1)

    def options(self, cell: str) -> tuple[tuple[str, ...], str]:
        """(options chosen, what no option is called): the second is empty where all of the cell was read."""
        cut = pieces(cell, self._delimiter)
        read = self._read(cut)
        if read is not None:
            return read, ""
        known = {each[0] for each in self._known if len(each) == 1}
        odd = [piece for piece in cut if piece not in known]
        return (), self._delimiter.join(odd) or cell

    def _read(self, cut: Pieces) -> tuple[str, ...] | None:
        """The fewest options that make up all pieces, in order; None where nothing does."""
        best: list[tuple[str, ...] | None] = [None] * len(cut) + [()]
        for start in reversed(range(len(cut))):
            for end in range(start + 1, min(len(cut), start + self._longest) + 1):
                option, rest = self._known.get(cut[start:end]), best[end]
                if option is not None and rest is not None:
                    now = best[start]
                    if now is None or len(rest) + 1 < len(now):
                        best[start] = (option, *rest)
        return best[0]


@dataclass(frozen=True, slots=True)
class Found:
    """A column read as several answers per cell: options in the order of the form, with how often each stands."""

    delimiter: str
    options: tuple[tuple[str, int], ...]
    several: float
    """Share of cells with more than one option."""
    repeated: float
    """Share of answers whose option stands at least twice."""


def found(cells: Sequence[tuple[str, int]], delimiter: str) -> Found:
    """The options that cells (with how often each stands) are made of, spelled as in the file."""
    merged = [(_split(cell, delimiter), times) for cell, times in cells]
    number = Numbering(delimiter)
    if delimiter not in PLAIN:
        merged = _merged([(_bracketed(cut), times) for cut, times in merged], number)
    numbered = [[number(piece.text) for piece in cut] for cut, _ in merged]
    counts: Counter[int] = Counter()
    several = total = 0
    for cut, (_, times) in zip(numbered, merged, strict=True):
        total += times
        several += times if len(cut) > 1 else 0
        for option in cut:
            counts[option] += times
    answers = sum(counts.values()) or 1
    repeated = sum(times for times in counts.values() if times > 1) / answers
    options = tuple((number.first[each], counts[each]) for each in _listed(numbered, list(counts)))
    return Found(delimiter, options, several / (total or 1), repeated)


class Numbering:
    """Gives all spellings of a text one number; `first` has the spelling met first of each."""

    def __init__(self, delimiter: str) -> None:
        self._delimiter = delimiter
        self._by_text: dict[str, int] = {}
        self._by_pieces: dict[Pieces, int] = {}
        self.first: list[str] = []

    def __call__(self, text: str) -> int:
        known = self._by_text.get(text)
        if known is None:
            known = self._by_pieces.setdefault(pieces(text, self._delimiter), len(self.first))
            if known == len(self.first):
                self.first.append(text)
            self._by_text[text] = known
        return known


def _listed(cells: list[list[int]], options: list[int]) -> list[int]:
    """Options in the order in which cells list them; forms list them as the questionnaire does."""
    if len(options) > MOST_ORDERED:
        return options
    before = Counter(pair for cut in cells for pair in combinations(dict.fromkeys(cut), 2))
    ahead = {each: sum(before[each, other] > before[other, each] for other in options) for each in options}
    return sorted(options, key=lambda each: -ahead[each])


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a cell, from one place to another: parts that belong together stay as they were written."""

    cell: str
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.cell[self.start : self.end].strip()

    def to(self, last: "Piece") -> "Piece":
        """From this part to the end of a later one."""
        return Piece(self.cell, self.start, last.end)


def _split(cell: str, delimiter: str) -> list[Piece]:
    marks = re.escape(WIDE.get(delimiter, delimiter))
    found = (Piece(cell, *part.span()) for part in re.finditer(rf"[^{marks}]+", cell))
    return [piece for piece in found if piece.text]


def _bracketed(cut: list[Piece]) -> list[Piece]:
    """Pieces between an opening and its closing bracket are one."""
    whole: list[Piece] = []
    depth = 0
    for piece in cut:
        if depth > 0:
            whole[-1] = whole[-1].to(piece)
        else:
            whole.append(piece)
        depth = max(0, depth + sum(map(piece.text.count, OPEN)) - sum(map(piece.text.count, CLOSED)))
    return whole


def _merged(cells: list[tuple[list[Piece], int]], number: Numbering) -> list[tuple[list[Piece], int]]:
    """Neighbours that never stand apart become one option, until nothing changes."""
    while True:
        pair = _inseparable([([number(each.text) for each in cut], times) for cut, times in cells])
        if pair is None:
            return cells
        cells = [(_with(cut, pair, number), times) for cut, times in cells]


def _inseparable(cells: list[tuple[list[int], int]]) -> tuple[int, int] | None:
    """Two pieces of which each, or one, stands only beside the other, and often enough to be no chance."""
    alone: Counter[int] = Counter()
    pairs: Counter[tuple[int, int]] = Counter()
    for cut, times in cells:
        for piece in cut:
            alone[piece] += times
        for pair in pairwise(cut):
            pairs[pair] += times
    if len(alone) < 3:
        return None
    for (first, second), times in pairs.most_common():
        if times < SURE:
            return None
        if alone[first] == alone[second] == times or (min(alone[first], alone[second]) == times >= 4 * SURE):
            return first, second
    return None


def _with(cut: list[Piece], pair: tuple[int, int], number: Numbering) -> list[Piece]:
    whole: list[Piece] = []
    for piece in cut:
        if whole and (number(whole[-1].text), number(piece.text)) == pair:
            whole[-1] = whole[-1].to(piece)
        else:
            whole.append(piece)
    return whole
