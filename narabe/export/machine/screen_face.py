"""A table of the screen for machines: physical names, plain numbers, one observation a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from narabe.export.machine.fields import Field, MachineTable, of_rows
from narabe.export.machine.package import PackageAbout
from narabe.model.cell import Amount, Coded, Several
from narabe.model.open_data import Edition
from narabe.model.table import Cell, Column, Spread, Table
from narabe.model.text import EMPTY, Text, plain
from narabe.words import repaired_sentences as house
from narabe.words import taking_sentences as say

PHYSICAL = re.compile(r"[^A-Za-z0-9_]+")
NUMBER = re.compile(
    r"\s*([-−+]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*([▲▼]|[A-Za-z](?: [A-Za-z])*|（[^0-9（）]+）|\([^0-9()]+\))?\s*"
)
"""A number as it stands beside its mark: `27.9 ▲`, `27.9 a B`, `4.20（参考値）`; anything else is words."""
PLAIN = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
UNIT = "unit"
LONG = 30
"""Words of this length are free text, not choices."""
Made = tuple[Field, list[Any]]


@dataclass(frozen=True, slots=True)
class _Part:
    """Cells down one column of the long form, before they become fields."""

    column: Column
    cells: list[Cell]


def machine_of(table: Table) -> MachineTable:
    """The table in long form. Texts have a column for each language, unless both say the same."""
    parts = _named_apart(_melted(_told_apart(table)))
    beside = any(part.column.key == UNIT for part in parts)
    found = [made for part in parts for made in _fields(part, beside)]
    rows = list(zip(*(cells for _, cells in found), strict=True))
    return of_rows("data", [field for field, _ in found], rows)


def _told_apart(table: Table) -> Table:
    """A row for each of several things that one cell lists, where the table says so."""
    rows: list[tuple[Cell, ...]] = []
    for row in table.rows:
        place = next((n for n, cell in enumerate(row) if isinstance(cell, Several) and cell.apart), None)
        listed = row[place] if place is not None else None
        if place is None or not isinstance(listed, Several) or not listed.items:
            rows.append(row)
            continue
        each = (Coded(name.ja, name.en, code, name) for code, name in listed.items)
        rows += [(*row[:place], one, *row[place + 1 :]) for one in each]
    return replace(table, rows=tuple(rows))


def _melted(table: Table) -> list[_Part]:
    """Columns that are spread over a variable under one another, each row as often as the variable has values."""
    spreads = [column.spread for column in table.columns if column.spread]
    if not spreads:
        rows = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
        return [_Part(column, list(cells)) for column, cells in zip(table.columns, rows, strict=True)]
    first = spreads[0]
    names = dict.fromkeys((spread.code, spread.name) for spread in spreads)
    measures = {spread.measure: spread for spread in spreads}
    at = {
        (column.spread.code, column.spread.measure): place
        for place, column in enumerate(table.columns)
        if column.spread
    }
    kept = [place for place, column in enumerate(table.columns) if not column.spread]
    columns = [
        *(table.columns[place] for place in kept),
        Column(first.variable, first.variable_label),
        *(_measured(table, spread) for spread in measures.values()),
    ]
    rows = [
        (
            *(row[place] for place in kept),
            Coded(name.ja, name.en, code, name),
            *(_at(row, at.get((code, each))) for each in measures),
        )
        for row in table.rows
        for code, name in names
    ]
    cells = list(zip(*rows, strict=True)) or [()] * len(columns)
    return [_Part(column, list(down)) for column, down in zip(columns, cells, strict=True)]


def _measured(table: Table, spread: Spread) -> Column:
    """The column of a measure, with the unit and kind that it has on screen."""
    one = next(
        column for column in table.columns if column.spread and column.spread.measure == spread.measure
    )
    return replace(one, key=spread.measure, label=spread.measure_label)


def _at(row: tuple[Cell, ...], place: int | None) -> Cell:
    return None if place is None else row[place]


def _named_apart(parts: Sequence[_Part]) -> list[_Part]:
    """With physical names, letters of the alphabet alone, each once."""
    taken: set[str] = set()
    found = []
    for place, part in enumerate(parts, start=1):
        name = _physical(part.column.key) or f"column_{place}"
        while name in taken:
            name = f"{name}_{place}"
        taken.add(name)
        found.append(_Part(replace(part.column, key=name, spread=None), part.cells))
    return found


def _physical(name: str) -> str:
    return PHYSICAL.sub("_", name).strip("_").lower()


def _fields(part: _Part, unit_beside: bool) -> Iterator[Made]:
    column, cells = part.column, part.cells
    given = [cell for cell in cells if cell is not None]
    about = say.of_column(column.label)
    if given and all(isinstance(cell, bool) for cell in given):
        yield _flags(column.key, column.label, [None if cell is None else bool(cell) for cell in cells])
    elif given and all(isinstance(cell, date) for cell in given):
        yield Field(column.key, column.label, house.DATE, EMPTY, about), list(cells)
    elif any(isinstance(cell, Several) and not cell.apart for cell in given):
        yield from _several(column, cells)
    elif any(isinstance(cell, Coded) for cell in given):
        yield from _coded(column, cells, about)
    elif column.decimals is not None or (given and all(_is_number(cell) for cell in given)):
        yield from _numbers(column, cells, about, unit_beside)
    elif any(isinstance(cell, Amount) for cell in given):
        yield from _amounts(column, cells, about)
    else:
        yield from _words(column.key, column.label, cells, about)


def _flags(name: str, label: Text, flags: list[bool | None]) -> Made:
    codes = (("1", say.YES), ("0", say.NO))
    numbers = [None if flag is None else int(flag) for flag in flags]
    return Field(name, label, house.YES_NO, house.YES_NO, say.YES_NO, codes), numbers


def _several(column: Column, cells: list[Cell]) -> Iterator[Made]:
    """A column of 0 and 1 for each thing that any cell lists."""
    listed = [dict(cell.items) if isinstance(cell, Several) else {} for cell in cells]
    for code, name in dict(item for items in listed for item in items.items()).items():
        label = Text(f"{column.label.ja}：{name.ja}", f"{column.label.en}: {name.en}")
        yield _flags(f"{column.key}__{_physical(code)}", label, [code in items for items in listed])


def _coded(column: Column, cells: list[Cell], about: Text) -> Iterator[Made]:
    """Codes with their names; names that are numbers stand in the code table alone."""
    names = {cell.code: cell.full for cell in cells if isinstance(cell, Coded)}
    label = Text(f"{column.label.ja}のコード", f"{column.label.en}: code")
    codes = [cell.code if isinstance(cell, Coded) else None for cell in cells]
    yield Field(f"{column.key}_id", label, house.CODE, EMPTY, about, tuple(names.items())), codes
    if not all(PLAIN.fullmatch(name.ja) for name in names.values()):
        full = [cell.full if isinstance(cell, Coded) else cell for cell in cells]
        yield from _words(column.key, column.label, full, about)


def _numbers(column: Column, cells: list[Cell], about: Text, unit_beside: bool) -> Iterator[Made]:
    """The numbers, the ends of ranges, and beside them the words that stand in the place of a number or behind it."""
    unit = column.unit or column.counted or (say.unit_beside(UNIT) if unit_beside else house.UNIT_NOT_STATED)
    pairs = [_parted(cell) for cell in cells]
    yield Field(column.key, column.label, house.NUMBER, unit, about), [number for number, _ in pairs]
    yield from _ends(column, cells, unit)
    yield from _remarks(column, [said for _, said in pairs])


def _amounts(column: Column, cells: list[Cell], about: Text) -> Iterator[Made]:
    """Values in words: numbers, ends of ranges and units apart."""
    told = [cell for cell in cells if isinstance(cell, Amount)]
    units = dict.fromkeys((cell.unit.ja, cell.unit.en) for cell in told if cell.unit.ja)
    unit = Text(*next(iter(units))) if len(units) == 1 else say.unit_beside(f"{column.key}_unit")
    values = [cell.value if isinstance(cell, Amount) else None for cell in cells]
    if any(value is not None for value in values):
        yield Field(column.key, column.label, house.NUMBER, unit, about), values
    yield from _ends(column, cells, unit)
    if len(units) > 1:
        each = [cell.unit if isinstance(cell, Amount) else None for cell in cells]
        yield from _words(f"{column.key}_unit", say.unit_of(column.label), each, about)
    yield from _remarks(column, [_unmeasured(cell) for cell in cells])


def _ends(column: Column, cells: list[Cell], unit: Text) -> Iterator[Made]:
    """Lower and upper ends, where any cell is a range."""
    ranges = [cell if isinstance(cell, Amount) and cell.value is None else None for cell in cells]
    if any(cell and (cell.low is not None or cell.high is not None) for cell in ranges):
        for end, label, definition in (
            ("low", *house.FIGURE_FIELDS["low"]),
            ("high", *house.FIGURE_FIELDS["high"]),
        ):
            named = Text(f"{column.label.ja}：{label.ja}", f"{column.label.en}: {label.en}")
            ends = [getattr(cell, end) if cell else None for cell in ranges]
            yield Field(f"{column.key}_{end}", named, house.NUMBER, unit, definition), ends


def _remarks(column: Column, words: list[Text]) -> Iterator[Made]:
    if any(said.ja for said in words):
        label = Text(f"{column.label.ja}：{say.REMARK.ja}", f"{column.label.en}: {say.REMARK.en}")
        yield from _words(f"{column.key}_remark", label, words, say.of_column(column.label))


def _parted(cell: Cell) -> tuple[float | int | None, Text]:
    """A cell as number and words: `27.9 ▲` is 27.9 and ▲, `*` no number."""
    if isinstance(cell, bool) or cell is None:
        return None, EMPTY
    if isinstance(cell, (int, float)):
        return cell, EMPTY
    if isinstance(cell, Amount):
        return cell.value, _unmeasured(cell)
    said = cell if isinstance(cell, Text) else plain(str(cell))
    ja, en = NUMBER.fullmatch(said.ja), NUMBER.fullmatch(said.en)
    if ja is None or en is None or ja[1] != en[1]:
        return None, said
    digits = ja[1].replace(",", "").replace("−", "-")
    return (float(digits) if "." in digits else int(digits)), Text(ja[2] or "", en[2] or "")


def _unmeasured(cell: Cell) -> Text:
    """The words of a cell that holds no number."""
    if isinstance(cell, Amount) and (cell.value, cell.low, cell.high) != (None, None, None):
        return EMPTY
    return cell if isinstance(cell, Text) else plain("" if cell is None else str(cell))


def _words(key: str, label: Text, cells: Sequence[Cell], about: Text) -> Iterator[Made]:
    """One column of plain words, or one for each language."""
    texts = [cell if isinstance(cell, Text) else plain("" if cell is None else str(cell)) for cell in cells]
    if not any(isinstance(cell, Text) for cell in cells):
        yield _text(key, label, [text.ja for text in texts], about)
        return
    english = Text(label.ja + say.IN_ENGLISH.ja, label.en + say.IN_ENGLISH.en)
    yield _text(f"{key}_ja", label, [text.ja for text in texts], about)
    yield _text(f"{key}_en", english, [text.en for text in texts], about)


def _text(name: str, label: Text, texts: list[str], about: Text) -> Made:
    if _numbering(texts):
        whole = [int(text) if text else None for text in texts]
        return Field(name, label, house.NUMBER, say.NO_UNIT, about), whole
    free = any(len(text) > LONG or "。" in text for text in texts)
    kind = house.FREE_TEXT if free else house.WORDS
    return Field(name, label, kind, EMPTY, about), [text or None for text in texts]


def _numbering(texts: list[str]) -> bool:
    """Whole numbers told as words: the year that names a survey, the number of a project; not 007."""
    told = [text for text in texts if text]
    return bool(told) and all(WHOLE.fullmatch(text) for text in told)


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def about_of(table: Table, now: Edition) -> PackageAbout:
    """What a file of the table says of itself; `now` is the version that is served."""
    documents = {source.document.ja for source in table.sources}
    items = (
        *((say.SECTION, source.line) for source in table.sources),
        *((say.NOTE, note) for note in table.notes if note.ja),
        (say.NO_VALUE, say.EMPTY_MEANS),
    )
    return PackageAbout(
        table.name,
        table.title,
        say.ROW_OF_SCREEN,
        table.build_id or now.version,
        now.updated,
        tuple(each for each in now.sources if not documents or each.title.ja in documents),
        items,
    )
