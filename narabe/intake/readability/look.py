"""A file as the rules see it: sheets of data, sheets that explain them, and addresses of cells."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from narabe.intake.readability import patterns
from narabe.intake.readability.columns import Column
from narabe.intake.readability.layout import Page, Table
from narabe.model.intake import Detection, Format, Range, Value
from narabe.model.text import Text
from narabe.words import readability_sentences as say

MOST_PLACES = 20
EXPLAINS = re.compile(
    r".*(?:コード表|コード一覧|符号表|選択肢一覧|code|凡例|項目定義|定義書|データ定義|項目説明|readme|更新履歴|変更履歴|メタデータ"
    r"|metadata|definition|留意事項|利用上の注意).*|about|history|概要|目次|表紙|説明|定義|注記",
    re.IGNORECASE,
)
"""Names of sheets (or files of one package) that explain the data instead of holding them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a file: kept, broken (with what and where) or not applicable (None)."""

    kept: bool | None
    said: Text | None = None
    places: tuple[str, ...] = ()


KEPT = Finding(True)
NOT_APPLICABLE = Finding(None)


@dataclass(frozen=True, slots=True)
class File:
    """`data` are the sheets that hold the data, `companions` those that explain them."""

    detection: Detection
    data: tuple[Page, ...]
    companions: tuple[Page, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        return self.data + self.companions

    @property
    def is_workbook(self) -> bool:
        return self.detection.format is Format.WORKBOOK

    @property
    def is_delimited(self) -> bool:
        return self.detection.format is Format.DELIMITED

    def tables(self) -> Iterator[tuple[Page, Table]]:
        """Every table of data with its sheet."""
        for page in self.data:
            for table in page.tables:
                yield page, table

    def columns(self) -> Iterator[tuple[Page, Table, Column]]:
        """Every column of data."""
        for page, table in self.tables():
            for column in table.columns:
                if column.place not in table.overflow:
                    yield page, table, column

    def explained(self) -> frozenset[str]:
        """Every cell of the explaining sheets, as `spelled`."""
        return frozenset(
            patterns.spelled(patterns.text_of(value))
            for page in self.companions
            for row in page.sheet.rows
            for value in row
            if not patterns.is_blank(value)
        )

    def declared(self, kind: re.Pattern[str]) -> frozenset[str]:
        """Names of columns that a sheet of definitions calls of a kind, as `spelled`."""
        return frozenset(
            patterns.spelled(patterns.text_of(value))
            for page in self.companions
            for row in page.sheet.rows
            if any(kind.fullmatch(patterns.text_of(value).strip()) for value in row)
            for value in row
        )

    def prose(self) -> str:
        """What is written around the tables and on the explaining sheets, one cell a line."""
        around = [patterns.text_of(value) for page in self.data for _, _, value in page.around]
        beside = [
            patterns.text_of(value) for page in self.companions for row in page.sheet.rows for value in row
        ]
        return "\n".join(text for text in around + beside if text)


def broken(rule_id: str, places: Iterable[str], detail: Text | None = None) -> Finding:
    """What breaks a rule, where, and what to do; an address is listed once."""
    listed = tuple(dict.fromkeys(places))
    said = say.found(rule_id, listed[:3], len(listed), detail)
    return Finding(False, said, listed[:MOST_PLACES])


def verdict(rule_id: str, places: Iterable[str], applies: bool = True, detail: Text | None = None) -> Finding:
    """Broken where there is any place; kept or not applicable otherwise."""
    listed = tuple(places)
    if listed:
        return broken(rule_id, listed, detail)
    return KEPT if applies else NOT_APPLICABLE


def of_workbook(file: File, rule_id: str, places: Iterable[str]) -> Finding:
    """For rules of workbooks alone; not decided where nothing was found but the looks of a sheet were not read."""
    if not file.is_workbook:
        return NOT_APPLICABLE
    finding = verdict(rule_id, places)
    unread = any(not page.sheet.looks_read for page in file.pages)
    return Finding(None, say.LOOKS_NOT_READ) if finding.kept and unread else finding


def cell(page: Page, row: int, column: int) -> str:
    """`B3`, or `Sheet!B3` where a file has several sheets."""
    return f"{page.prefix}{get_column_letter(column)}{row}"


def area(page: Page, place: Range) -> str:
    """`B3:D7`."""
    first = f"{get_column_letter(place.first_column)}{place.first_row}"
    last = f"{get_column_letter(place.last_column)}{place.last_row}"
    return f"{page.prefix}{first}:{last}" if first != last else f"{page.prefix}{first}"


def row(page: Page, number: int) -> str:
    """`7:7`, a whole row."""
    return f"{page.prefix}{number}:{number}"


def whole_column(page: Page, number: int) -> str:
    """`C:C`."""
    letter = get_column_letter(number)
    return f"{page.prefix}{letter}:{letter}"


def header_cell(page: Page, table: Table, column: Column) -> str:
    """The address of a column's name (its lowest header row)."""
    return cell(page, max(table.first_data_row - 1, table.area.first_row), column.place)


def cells_of(page: Page, column: Column, values: Iterable[Value], most: int = MOST_PLACES) -> list[str]:
    """The addresses in a column that hold one of these values."""
    return [cell(page, row, column.place) for row in column.rows_of(frozenset(values), most)]
