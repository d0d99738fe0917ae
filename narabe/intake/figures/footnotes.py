"""Footnotes and remarks of a table, brought to the figures they are about."""

import re
from functools import lru_cache

from narabe.intake.figures.grid import Grid
from narabe.intake.figures.readout import Figure
from narabe.intake.figures.spelling import plain, tight, unmarked
from narabe.model.figures_plan import BlockPlan
from narabe.model.intake import Range
from narabe.model.text import Text
from narabe.words import figures_sentences as say

MARKED = re.compile(r"^[(\[]?(?P<mark>※\d*|\*\d*|注\d*)[)\]]?\s*[:：)）.．]?\s*(?P<text>.+)$")
STANDING = re.compile(r"[(\[](?P<said>速報値?|暫定値?|概数|概算|推計値?|未確定|確定値?|確報値?|参考値?)[)\]]")
REMARKS = re.compile(r"備考|摘要|注記?|コメント|note(_ja)?", re.I)


class Footnotes:
    """The notes of one block. A note whose mark stands nowhere in the table is about all of it.

    `body_row` is the first row of figures of the table.
    """

    def __init__(self, grid: Grid, block: BlockPlan, body_row: int) -> None:
        self._grid, self._block, self._body_row = grid, block, body_row
        marked = [MARKED.match(plain(note)) for note in block.notes]
        self._by_mark = {found["mark"]: found["text"].strip() for found in marked if found}
        self._general = tuple(note for note, found in zip(block.notes, marked, strict=True) if not found)
        if self._by_mark:
            used = _marks_in(grid, block.range)
            self._general += tuple(text for mark, text in self._by_mark.items() if mark not in used)
        self._remark_column = self._find_remarks()
        self._head_marks = lru_cache(maxsize=None)(self._marks_of_time)
        self._standing_of_time = lru_cache(maxsize=None)(
            lambda time: tuple(text for cell in self._heads(time) for text in _standing(cell))
        )

    def of(self, figure: Figure) -> tuple[Text, ...]:
        """What the file says of a figure: its own remark, then marks in the cell, its labels and its time, then of all."""
        marks = (
            *(figure.number.marks if figure.number else ()),
            *_marks(figure.series.label),
            *self._head_marks(figure.place.time),
        )
        texts = [self._by_mark[mark] for mark in dict.fromkeys(marks) if mark in self._by_mark]
        texts += [*_standing(figure.series.label), *self._standing_of_time(figure.place.time)]
        if self._remark_column and (remark := self._grid.label(figure.place.row, self._remark_column)):
            texts.append(remark)
        return (*figure.notes, *(say.noted(text) for text in (*texts, *self._general)))

    def _marks_of_time(self, time: int) -> tuple[str, ...]:
        """Marks in the headings of a time line."""
        return tuple(mark for cell in self._heads(time) for mark in _marks(cell)) if self._by_mark else ()

    def _heads(self, time: int) -> list[str]:
        """The headings of a time line."""
        area, lines = self._block.range, [series.line for series in self._block.series]
        if self._block.across:
            return [self._grid.text(row, time) for row in range(area.first_row, self._body_row)]
        return [self._grid.text(time, column) for column in range(area.first_column, min(lines))]

    def _find_remarks(self) -> int | None:
        area = self._block.range
        for column in range(area.first_column, area.last_column + 1):
            if any(
                REMARKS.fullmatch(tight(self._grid.text(row, column)))
                for row in range(area.first_row, self._body_row)
            ):
                return column
        return None


def _marks_in(grid: Grid, area: Range) -> set[str]:
    """Every mark that stands in the cells of a table."""
    return {
        mark
        for row in range(area.first_row, area.last_row + 1)
        for column in range(area.first_column, area.last_column + 1)
        for mark in _marks(grid.text(row, column))
    }


def _marks(text: str) -> tuple[str, ...]:
    return unmarked(text)[1] if text else ()


def _standing(text: str) -> list[str]:
    """（速報） in a label: how sure its figures are."""
    return [found["said"] for found in STANDING.finditer(plain(text))]
