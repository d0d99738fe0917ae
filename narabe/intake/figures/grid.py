"""A sheet seen as a person sees it: a merged cell stands in every cell it covers."""

import re
from functools import cached_property

from openpyxl.utils import get_column_letter

from narabe.intake.figures import headings, values
from narabe.intake.figures.durations import spelled
from narabe.intake.figures.headings import When
from narabe.intake.figures.spelling import plain, tight
from narabe.intake.figures.vocabulary import is_numbered
from narabe.model.intake import Sheet, Value

BARE_YEAR = re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,3})年")


class Grid:
    """Cells by (row, column) from 1; beyond the edge there is nothing."""

    def __init__(self, sheet: Sheet) -> None:
        self.grades = False
        self.name = sheet.name
        self.percent = sheet.percent
        self._rows = spelled(sheet.rows)
        self.height = len(sheet.rows)
        self.width = max((len(row) for row in sheet.rows), default=0)
        self._covered = {
            (row, column): (area.first_row, area.first_column)
            for area in sheet.merged
            for row in range(area.first_row, min(area.last_row, self.height) + 1)
            for column in range(area.first_column, min(area.last_column, self.width) + 1)
        }

    def own(self, row: int, column: int) -> Value:
        """What stands in the cell itself; a covered cell is empty."""
        if not (1 <= row <= self.height and 1 <= column <= len(self._rows[row - 1])):
            return None
        value = self._rows[row - 1][column - 1]
        return None if isinstance(value, str) and not value.strip() else value

    def seen(self, row: int, column: int) -> Value:
        """What a person sees there: of a merged cell, what its first cell holds."""
        return self.own(*self._covered.get((row, column), (row, column)))

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The first cell of the merged one that covers this place, or the place itself."""
        return self._covered.get((row, column), (row, column))

    def text(self, row: int, column: int) -> str:
        """`seen` as plain text."""
        return plain(self.seen(row, column))

    def label(self, row: int, column: int) -> str:
        """The text of a cell that holds text; empty for numbers, dates and signs for none."""
        value = self.seen(row, column)
        worded = isinstance(value, str) and (values.read(value) is None or is_numbered(value))
        return plain(value) if worded else ""

    def when(self, row: int, column: int) -> When | None:
        """What a cell says of time; where `grades` is set 1年 is a year of school."""
        seen = self.seen(row, column)
        return None if self.grades and BARE_YEAR.fullmatch(tight(seen)) else headings.read(seen)

    def number(self, row: int, column: int) -> values.Number | None:
        """A number that stands in the cell itself and is no heading of time, and no name like 10代."""
        own = self.own(row, column)
        if isinstance(own, str) and is_numbered(own):
            return None
        found = values.read(own)
        return found if isinstance(found, values.Number) else None

    def filled(self, row: int, column: int) -> bool:
        """A number, or a sign for none, in the cell itself."""
        found = values.read(self.own(row, column))
        return found is not None and found is not values.Gap.EMPTY

    @cached_property
    def blank_rows(self) -> frozenset[int]:
        return frozenset(
            row
            for row in range(1, self.height + 1)
            if all(self.seen(row, column) is None for column in range(1, len(self._rows[row - 1]) + 1))
        )

    def header(self, row: int, column: int) -> str:
        """The text above a cell for messages, or the letter of its column."""
        return self.text(row, column)[:40] or get_column_letter(column)
