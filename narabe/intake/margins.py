"""Known figures of the population from a small file: columns of categories and one of people, a row per category.

The file knows no survey: its headings and categories are matched with questions and options by whoever uses it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from narabe.intake.faults import Faults
from narabe.intake.figures.spelling import tight
from narabe.intake.figures.values import Gap, Number, read
from narabe.intake.figures.vocabulary import is_derived, is_total
from narabe.intake.reading import open_file
from narabe.intake.reading.cells import column_as_text, on_one_line
from narabe.intake.reading.headers import check_names, find_header, letter
from narabe.model.intake import Fault, ReadOptions, Sheet
from narabe.model.text import Text
from narabe.settings import Limits
from narabe.words import raking_sentences as say

PEOPLE = re.compile(
    r"(推計|総|登録|住基|住民基本台帳)?(人口|人数)(総数)?(\(.*\))?|population|people|counts?|freq", re.I
)
TOTAL = re.compile(r".*(総数|合計)|男女計|全年齢|総人口")
FOOTNOTE = re.compile(r"[※*(（]|注|出典|資料|備考|source|note", re.I)
UNITS = ("", "人", "名")


@dataclass(frozen=True, slots=True)
class MarginLine:
    """Categories as written, one per heading; `row` counts as the file shows it."""

    labels: tuple[str, ...]
    people: float
    row: int


@dataclass(frozen=True, slots=True)
class MarginFile:
    """What a file says of the population. `notes` are what was not used."""

    name: str
    headings: tuple[str, ...]
    lines: tuple[MarginLine, ...]
    notes: tuple[Fault, ...] = ()


def read_margin(
    content: bytes | Path, file_name: str, limits: Limits, options: ReadOptions | None = None
) -> MarginFile:
    """A CSV or workbook of the population. Errors: Refused with every fault, by row and column."""
    if isinstance(content, Path):
        return _read(content, file_name, limits, options or ReadOptions())
    with TemporaryDirectory() as folder:
        path = Path(folder, "margin")
        path.write_bytes(content)
        return _read(path, file_name, limits, options or ReadOptions())


def _read(path: Path, file_name: str, limits: Limits, options: ReadOptions) -> MarginFile:
    incoming = open_file(path, file_name, options, limits)
    sheet = next(each for each in incoming.sheets() if each.name == incoming.chosen_sheet)
    faults = Faults(incoming.faults)
    header = find_header([column_as_text(row) for row in sheet.rows], options.header_row, faults, sheet.name)
    check_names(header, faults, sheet.name)
    faults.raise_errors()
    categories, people = _columns(header.names, header.last, sheet, faults)
    faults.raise_errors()
    lines = _Lines(sheet, header.names, categories, people, faults)
    for number, cells in enumerate(sheet.rows[header.last :], start=header.last + 1):
        lines.add(number, cells)
    found = lines.found(header.last)
    faults.raise_errors()
    return MarginFile(
        Path(file_name).name, tuple(header.names[at] for at in categories), found, faults.listed()
    )


def _columns(names: Sequence[str], row: int, sheet: Sheet, faults: Faults) -> tuple[list[int], int]:
    """Places of the columns of categories and of the one of people."""
    named = [at for at, name in enumerate(names) if name]
    people = [at for at in named if PEOPLE.fullmatch(tight(names[at]))]
    beside = [at for at in named if at not in people and is_derived(names[at])]
    categories = [at for at in named if at not in people and at not in beside]
    if len(people) > 1:
        faults.error(
            say.several_populations([names[at] for at in people]), say.FORM, sheet=sheet.name, row=row
        )
    elif not people:
        faults.error(
            say.NO_POPULATION, say.FORM, sheet=sheet.name, row=row, value="、".join(filter(None, names))
        )
    elif not categories:
        faults.error(say.NO_CATEGORY, say.FORM, sheet=sheet.name, row=row)
    for at in beside:
        faults.note(say.BESIDE, sheet=sheet.name, row=row, column=letter(at + 1), value=names[at])
    return categories, people[0] if people else 0


class _Lines:
    """Rows while they are read."""

    def __init__(
        self, sheet: Sheet, names: Sequence[str], categories: Sequence[int], people: int, faults: Faults
    ) -> None:
        self._sheet, self._names, self._faults = sheet.name, names, faults
        self._categories, self._people = categories, people
        self._lines: dict[tuple[str, ...], MarginLine] = {}
        self._whole: list[MarginLine] = []

    def add(self, row: int, cells: Sequence[object]) -> None:
        """Take a row, or note why not."""
        texts = column_as_text(cells)
        labels = tuple(on_one_line(texts[at] or "") for at in self._categories)
        if not any(text for text in texts):
            return
        if texts[self._people] is None and FOOTNOTE.match(next(filter(None, texts))):
            self._faults.note(say.FOOTNOTE, sheet=self._sheet, row=row, value=next(filter(None, texts)))
            return
        for at, text in enumerate(texts):
            if text and (at >= len(self._names) or not self._names[at]):
                self._error(say.NO_HEADING, row, at, text)
        totals = [_is_total(label) for label in labels]
        people = self._number(row, cells[self._people])
        if any(totals):
            self._faults.note(say.TOTAL_LEFT_OUT, sheet=self._sheet, row=row, value=" ".join(labels))
            if all(totals) and people is not None:
                self._whole.append(MarginLine(labels, people, row))
            return
        for at, label in zip(self._categories, labels, strict=True):
            if not label:
                self._error(say.EMPTY_LABEL, row, at, "")
        if people is None or not all(labels):
            return
        if (key := tuple(map(tight, labels))) in self._lines:
            self._error(say.given_twice(self._lines[key].row), row, self._categories[0], " ".join(labels))
        else:
            self._lines[key] = MarginLine(labels, people, row)

    def found(self, header: int) -> tuple[MarginLine, ...]:
        """Every row taken; that there is none, or that a total says otherwise, is noted."""
        lines = tuple(self._lines.values())
        whole = sum(line.people for line in lines)
        if not self._faults.refused and not lines:
            self._faults.error(say.NO_LINES, say.FORM, sheet=self._sheet, row=header)
        elif not self._faults.refused and whole <= 0:
            self._faults.error(say.NOBODY, say.MEND_ROW, sheet=self._sheet, column=self._names[self._people])
        for total in self._whole:
            if abs(total.people - whole) > 0.5:
                self._faults.warning(
                    say.total_apart(total.people, whole), sheet=self._sheet, row=total.row, kind="total"
                )
        return lines

    def _number(self, row: int, cell: object) -> float | None:
        found = read(cell)  # type: ignore[arg-type]
        if isinstance(found, Number) and found.value >= 0 and found.unit in UNITS and _exact(found):
            return float(found.value)
        self._error(say.EMPTY_PEOPLE if found is Gap.EMPTY else say.NOT_PEOPLE, row, self._people, cell)
        return None

    def _error(self, message: Text, row: int, at: int, value: object) -> None:
        self._faults.error(
            message, say.MEND_ROW, sheet=self._sheet, row=row, column=self._name(at), value=value
        )

    def _name(self, at: int) -> str:
        return (self._names[at] if at < len(self._names) else "") or letter(at + 1)


def _exact(number: Number) -> bool:
    return not number.about and number.bound is None and number.up_to is None and not number.bracketed


def _is_total(label: str) -> bool:
    return is_total(label) or TOTAL.fullmatch(tight(label)) is not None
