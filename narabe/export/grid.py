"""A table fitted to a page: which columns hold anything, how wide each is, how large the letters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from unicodedata import east_asian_width

from narabe.export.cells import Plain, header, rows
from narabe.model.table import Column, Table
from narabe.model.text import Lang
from narabe.words import handout_sentences as say

MOST_ROWS = 200
PADDING = 1.1
"""Left and right of a cell together, in widths of a Japanese character."""
SLACK = 0.5
"""What some programs add where Japanese and Latin letters meet."""
NARROWEST_WORDS = 9.0
"""A column of words is not squeezed below this while smaller letters can help."""
TALL = 1.6
"""Lines in an average row above which smaller letters are tried."""
SPREAD = 1.3
"""A table that needs less than the page's width may be so many times wider than it needs."""
LONGEST_WORD = 12.0
"""A longer word may be broken."""
WORD = re.compile(r"[!-~]+")
HALVINGS = 30
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
Cells = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a table is fitted to: width and letter sizes in points, the last size only where there is no room.

    `latin` is the width of a Latin letter or digit of the face, in widths of a Japanese character.
    """

    width: float
    sizes: tuple[float, ...]
    latin: float

    def ems(self, text: str) -> float:
        """About how wide a text is set, in widths of a Japanese character."""
        return sum(1.0 if east_asian_width(character) in "FWA" else self.latin for character in text)

    def lines(self, cells: Sequence[str], widths: Sequence[float]) -> int:
        """Lines of the tallest cell in columns of these widths (in characters, padding included)."""
        inner = [max(width - PADDING, 1.0) for width in widths]
        return max((self._lines(cell, room) for cell, room in zip(cells, inner, strict=True)), default=1)

    def _lines(self, cell: str, room: float) -> int:
        return sum(max(1, ceil(self.ems(line) / room)) for line in cell.split("\n"))


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells as they are spelled on paper. `widths` and `size`, of the letters, are in points."""

    title: str
    header: tuple[str, ...]
    rows: Cells
    numeric: tuple[bool, ...]
    widths: tuple[float, ...]
    size: float
    notes: tuple[str, ...]
    leaf: Leaf

    def lines(self, cells: Sequence[str]) -> int:
        """How many lines the tallest of these cells takes."""
        return self.leaf.lines(cells, [width / self.size for width in self.widths])


def fitted(table: Table, lang: Lang, leaf: Leaf) -> Grid:
    """The table in the largest letters that leave words room; a column without any cell is left out."""
    names, body = header(table, lang), rows(table, lang)[:MOST_ROWS]
    spelled = [
        [clean(spell(value, column)) for value, column in zip(row, table.columns, strict=True)]
        for row in body
    ]
    kept = [place for place, _ in enumerate(names) if not body or any(row[place] for row in spelled)]
    cells = tuple(tuple(row[place] for place in kept) for row in spelled)
    labels = tuple(clean(names[place]) for place in kept)
    numeric = tuple(table.columns[place].decimals is not None for place in kept)
    size, widths = _sized(labels, cells, numeric, leaf)
    notes = [note.in_(lang) for note in table.notes]
    if len(body) < len(table.rows):
        notes.insert(0, say.cut(len(body), len(table.rows)).in_(lang))
    title, said = clean(table.title.in_(lang)), tuple(clean(note) for note in notes if note)
    return Grid(title, labels, cells, numeric, widths, size, said, leaf)


def spell(value: Plain, column: Column) -> str:
    """A cell as the screen shows it: `1,234`, `27.9`, `-6.3`, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or column.decimals is None:
        return str(value)
    if isinstance(value, int) or not column.fixed:
        return f"{value:,}"
    return f"{value:,.{column.decimals}f}"


def clean(text: str) -> str:
    """Without characters that no document can hold."""
    return CONTROL.sub("", text)


def _sized(
    labels: tuple[str, ...], cells: Cells, numeric: tuple[bool, ...], leaf: Leaf
) -> tuple[float, tuple[float, ...]]:
    """Letters and column widths in points. Letters are made smaller while rows are tall."""
    bodies = [[row[n] for row in cells] for n in range(len(labels))]
    natural = [_natural(label, body, leaf) for label, body in zip(labels, bodies, strict=True)]
    least = [_least(label, body, leaf) for label, body in zip(labels, bodies, strict=True)]
    least = [wanted if number else low for wanted, low, number in zip(natural, least, numeric, strict=True)]
    for size in leaf.sizes:
        taken = _shared(natural, least, leaf.width / size)
        roomy = all(
            number or width >= min(NARROWEST_WORDS, wanted)
            for width, wanted, number in zip(taken, natural, numeric, strict=True)
        )
        lines = sum(leaf.lines(row, taken) for row in cells)
        if roomy and (lines <= TALL * len(cells) or size in leaf.sizes[-2:]):
            break
    stretched = min(1.0 * leaf.width, SPREAD * sum(taken) * size) / sum(taken)
    return size, tuple(width * stretched for width in taken)


def _natural(label: str, cells: list[str], leaf: Leaf) -> float:
    """The width a column asks for: its longest cell on one line, its header on at most three."""
    longest = max((leaf.ems(line) for cell in cells for line in cell.split("\n")), default=0.0)
    name = max(leaf.ems(label) / 3, min(leaf.ems(label), 3.0))
    return max(PADDING + max(longest + SLACK, name), _least(label, cells, leaf))


def _least(label: str, cells: list[str], leaf: Leaf) -> float:
    """The width below which a column would break a word of Latin letters, or a number."""
    words = (word for cell in (label, *cells) for word in WORD.findall(cell))
    return PADDING + max((min(leaf.ems(word), LONGEST_WORD) for word in words), default=2.0)


def _shared(natural: list[float], least: list[float], room: float) -> list[float]:
    """Each column's width: at least what it must have, the rest by the root of what they ask for."""

    def at(generosity: float) -> list[float]:
        return [
            max(low, min(wanted, generosity * sqrt(wanted)))
            for wanted, low in zip(natural, least, strict=True)
        ]

    low, high = 0.0, sqrt(max(natural))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(at(middle)) <= room else (low, middle)
    widths = at(low if sum(natural) > room else high)
    return [width * min(1.0, room / sum(widths)) for width in widths]
