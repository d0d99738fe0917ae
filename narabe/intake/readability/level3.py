"""Level 3: the data explain themselves. One function a rule; L3-01 … L3-09.

What explains the data may stand on another sheet of the file, or in another file of the package that is judged with it.
"""

import re
from collections import defaultdict

from narabe.intake.readability import patterns
from narabe.intake.readability.columns import Column
from narabe.intake.readability.layout import Page, Table
from narabe.intake.readability.look import (
    KEPT,
    NOT_APPLICABLE,
    File,
    Finding,
    broken,
    cell,
    cells_of,
    header_cell,
    row,
    verdict,
)
from narabe.intake.readability.places_of_japan import NOT_AREAS, SHORTENED, is_area_code, is_official
from narabe.model.intake import Format, Value
from narabe.model.text import Text
from narabe.words import readability_sentences as say

PHYSICAL = re.compile(r"[A-Za-z0-9_]+")
AREA_NAME = re.compile(
    r"都道府県名?|市区?町村名?|自治体名?|団体名|地方公共団体名?|地域名?|prefecture|municipality|city|area(?:_name)?",
    re.IGNORECASE,
)
UNIT_COLUMN = re.compile(r"単位|unit(?:_ja|_en)?", re.IGNORECASE)
LABEL_ENDS = ("名", "名称", "_name", "_name_ja", "_label", "_label_ja", "label", "name", "_ja")
YEAR_IN_NAME = re.compile(
    rf"{patterns.ERA}年?度?|{patterns.WESTERN}年?度?|[RH]\d{{1,2}}(?:年度?)?|\d{{1,2}}月"
)
MANY_TIMES = 3
"""So many names of times in a header make a table wide."""


def header_first(file: File) -> Finding:
    """L3-01. Names in row 1, data from row 2, both from the first column."""
    places: list[str] = []
    for page, table in file.tables():
        if (table.area.first_row, table.area.first_column, table.depth) != (1, 1, 1):
            places.append(row(page, max(table.first_data_row - 1, table.area.first_row)))
    return verdict("L3-01", places, any(True for _ in file.tables()))


def code_table(file: File) -> Finding:
    """L3-02. Columns of codes whose codes all stand on an explaining sheet, or whose labels stand in a column beside.

    Columns that the definitions call numbers are no codes. SPSS keeps labels in the file where a sheet cannot show them: not judged.
    """
    if file.detection.format is Format.SPSS:
        return NOT_APPLICABLE
    explained, coded, places = file.explained(), 0, []
    numbers = file.declared(patterns.NUMBER)
    for page, table, column in file.columns():
        if not column.is_code or patterns.spelled(column.name) in numbers:
            continue
        coded += 1
        codes = {patterns.spelled(patterns.text_of(value)) for value in column.counts}
        if not codes <= explained and not _labelled_beside(table, column):
            places.append(header_cell(page, table, column))
    return verdict("L3-02", places, coded > 0)


def symbols_defined(file: File) -> Finding:
    """L3-03. Symbols in columns of numbers, each said what it means around the table or on an explaining sheet."""
    explained, prose = file.explained(), patterns.spelled(file.prose())
    places: list[str] = []
    example, seen = "", False
    for page, _, column in file.columns():
        if not (column.is_number and column.symbols):
            continue
        seen = True
        unsaid = {
            value for value in column.symbols if not _said(patterns.spelled(str(value)), explained, prose)
        }
        if unsaid:
            places += cells_of(page, column, unsaid)
            example = example or str(min(map(str, unsaid)))
    return verdict("L3-03", places, seen, say.for_example(example) if example else None)


def units_stated(file: File) -> Finding:
    """L3-04. Each column of numbers has its unit in its name, in a column of units, around the table, or in the definitions."""
    places: list[str] = []
    measured = 0
    defined, numbers = _units_defined(file), file.declared(patterns.NUMBER)
    for page, table in file.tables():
        measures = [
            column
            for column in table.columns
            if (column.is_measure or (column.is_code and patterns.spelled(column.name) in numbers))
            and column.place not in table.overflow
        ]
        measured += len(measures)
        near = _units_in_labels(table) or any(
            patterns.UNIT_LINE.search(patterns.text_of(value)) for _, _, value in page.around
        )
        if near or _has_unit_column(table):
            continue
        places += [
            header_cell(page, table, column)
            for column in measures
            if not patterns.UNIT_IN_NAME.search(column.name.strip())
            and patterns.spelled(column.name) not in defined
        ]
    return verdict("L3-04", places, measured > 0)


def western_years(file: File) -> Finding:
    """L3-05. Times in cells and names that give only an era (令和7年, R7.4) or no year (4月 without a column of years)."""
    places: list[str] = []
    example, seen = "", False
    for page, table in file.tables():
        dated = any(
            column.is_time and not any(map(patterns.lacks_western_year, column.times))
            for column in table.columns
        )
        for column in table.columns:
            if not column.is_time or not _is_surely_time(column):
                continue
            seen = True
            lacking = {value for value in column.times if patterns.lacks_western_year(value)}
            if dated:
                lacking = {
                    value
                    for value in lacking
                    if not patterns.PART_OF_YEAR.fullmatch(patterns.folded(str(value)))
                }
            if lacking:
                places += cells_of(page, column, lacking)
                example = example or str(min(map(str, lacking)))
        named = _times_in_header(table)
        seen = seen or bool(named)
        for number, place, value in named:
            joined = patterns.text_of(table.columns[place - table.area.first_column].name)
            if patterns.lacks_western_year(value) and not re.search(patterns.WESTERN, joined):
                places.append(cell(page, number, place))
                example = example or str(value)
    return verdict("L3-05", places, seen, say.for_example(example) if example else None)


def official_areas(file: File) -> Finding:
    """L3-06. Where a column names prefectures or municipalities: standard codes, or names in full (郡山市, not 郡山)."""
    places: list[str] = []
    example, seen = "", False
    for page, table in file.tables():
        coded = any(
            patterns.AREA_CODE_NAME.search(column.name)
            and all(is_area_code(patterns.text_of(value).zfill(5)) for value in column.counts)
            for column in table.columns
            if column.filled
        )
        for column in table.columns:
            if not AREA_NAME.fullmatch(patterns.folded(column.name)):
                continue
            seen = True
            short = {value for value in column.words if _is_shortened(str(value), column.name)}
            if short and not coded:
                places += cells_of(page, column, short)
                example = example or str(min(map(str, short)))
        seen = seen or coded
    return verdict("L3-06", places, seen, say.for_example(example) if example else None)


def same_from_year_to_year(file: File) -> Finding:
    """L3-07. Sheets of several years have the same names; one file alone is kept if it records changes, else not judged."""
    years: dict[str, list[tuple[Page, frozenset[str]]]] = defaultdict(list)
    for page in file.data:
        if page.tables:
            names = frozenset(patterns.spelled(YEAR_IN_NAME.sub("", name)) for name in page.tables[0].names)
            years[YEAR_IN_NAME.sub("", patterns.folded(page.sheet.name))].append((page, names))
    compared = [pages for pages in years.values() if len(pages) > 1]
    places = [page.sheet.name for pages in compared for page, names in pages[1:] if names != pages[0][1]]
    if places:
        return broken("L3-07", places)
    if compared or patterns.CHANGES_RECORDED.search(_names_and_prose(file)):
        return KEPT
    return Finding(None, say.UNDECIDED["L3-07"])


def defined(file: File) -> Finding:
    """L3-08. An explaining sheet lists the columns, updates are dated, names for programs are alphanumeric;
    for text files the encoding is stated. Says which of these lacks."""
    if not any(True for _ in file.tables()):
        return NOT_APPLICABLE
    explained, prose = file.explained(), _names_and_prose(file)
    names = [column.name for _, _, column in file.columns() if column.name]
    lacking: list[Text] = []
    if not names or sum(patterns.spelled(name) in explained for name in names) < 0.8 * len(names):
        lacking.append(say.LACKS_DEFINITIONS)
    if not _dated_updates(file):
        lacking.append(say.LACKS_HISTORY)
    if not all(PHYSICAL.fullmatch(name) for name in names):
        lacking.append(say.LACKS_PHYSICAL_NAMES)
    if file.is_delimited and not patterns.ENCODING_STATED.search(prose):
        lacking.append(say.LACKS_ENCODING)
    return broken("L3-08", (), say.lacking(lacking)) if lacking else KEPT


def long_form(file: File) -> Finding:
    """L3-09. Three names of times or more stand side by side in a header; names of two rows that repeat below others."""
    places: list[str] = []
    tables = 0
    for page, table in file.tables():
        tables += 1
        named = _times_in_header(table)
        if len({place for _, place, _ in named}) >= MANY_TIMES:
            places += [cell(page, number, place) for number, place, _ in named]
        elif table.depth > 1 and _is_cross_table(table):
            places.append(row(page, table.first_data_row - 1))
    return verdict("L3-09", places, tables > 0)


def _labelled_beside(table: Table, column: Column) -> bool:
    """A column of labels of the same stem: 施設コード and 施設名, metric_id and metric_name_ja."""
    stem = patterns.CODE_NAME.sub("", patterns.folded(column.name)).rstrip("_").casefold()
    others = {patterns.folded(name).casefold() for name in table.names} - {
        patterns.folded(column.name).casefold()
    }
    return bool(stem) and any(stem + end in others for end in ("", *LABEL_ENDS))


def _said(symbol: str, explained: frozenset[str], prose: str) -> bool:
    """`x：秘匿`, `「－」は該当なし`, or a cell of an explaining sheet that is the symbol."""
    if symbol in explained:
        return True
    return (
        re.search(rf"[「『“\"(（]?{re.escape(symbol)}[」』”\")）]?(?:[:：=＝は…]|については)", prose)
        is not None
    )


def _units_defined(file: File) -> frozenset[str]:
    """Names of columns that an explaining sheet lists with a unit."""
    found: set[str] = set()
    for page in file.companions:
        for table in page.tables:
            units = [n for n, name in enumerate(table.names) if UNIT_COLUMN.fullmatch(patterns.folded(name))]
            rows = zip(*(column.cells for column in table.columns), strict=True) if units else ()
            for cells in rows:
                if any(_is_unit(cells[place]) for place in units):
                    found |= {patterns.spelled(patterns.text_of(value)) for value in cells}
    return frozenset(found)


def _is_unit(value: Value) -> bool:
    text = patterns.text_of(value)
    return bool(text.strip()) and not patterns.UNIT_UNKNOWN.search(text)


def _has_unit_column(table: Table) -> bool:
    return any(
        UNIT_COLUMN.fullmatch(patterns.folded(column.name)) and column.filled for column in table.columns
    )


def _units_in_labels(table: Table) -> bool:
    """The names of the rows end in units: 「来庁者（人）」 across a row of months."""
    labels = table.columns[0]
    stated = [text for text in labels.texts if patterns.UNIT_IN_NAME.search(text.strip())]
    return bool(labels.words) and len(stated) >= 0.5 * len(labels.counts)


def _times_in_header(table: Table) -> list[tuple[int, int, Value]]:
    """Cells of the header that are times, as (row, column, value); years as numbers count with another beside them."""
    cells = [
        (table.area.first_row + level, table.area.first_column + place, value)
        for level, line in enumerate(table.header)
        for place, value in enumerate(line)
    ]
    years = [each for each in cells if patterns.is_year(each[2])]
    named = [
        each
        for each in cells
        if patterns.names_time(each[2]) and not patterns.TIME_NAME.fullmatch(str(each[2]))
    ]
    return sorted(named + (years if len(years) + len(named) >= 2 else []))


def _is_surely_time(column: Column) -> bool:
    """Not mere marks such as S1, H2, R3 under a name that speaks of no time."""
    bare = all(
        isinstance(value, str) and re.fullmatch(r"[MTSHR]\.?\d{1,2}", patterns.folded(value))
        for value in column.times
    )
    return not bare or not column.times or patterns.TIME_NAME.search(column.name) is not None


def _is_shortened(name: str, header: str) -> bool:
    plain = patterns.folded(name)
    if not plain or plain in NOT_AREAS or patterns.TOTAL.search(plain) or is_area_code(plain):
        return False
    if plain in SHORTENED:
        return True
    official = patterns.folded(header).startswith(("地域", "area"))
    return not is_official(plain) and not official and not plain.isascii()


def _names_and_prose(file: File) -> str:
    return "\n".join(page.sheet.name for page in file.companions) + "\n" + file.prose()


def _dated_updates(file: File) -> bool:
    """A sheet of updates with a year on it, or a note of an update with its year."""
    sheets = [
        (page.sheet.name, "\n".join(patterns.text_of(value) for row in page.sheet.rows for value in row))
        for page in file.companions
    ]
    notes = [("", patterns.text_of(value)) for page in file.data for _, _, value in page.around]
    return any(
        patterns.UPDATES_RECORDED.search(f"{name}\n{text}")
        and re.search(rf"{patterns.WESTERN}|{patterns.ERA}", text)
        for name, text in (*sheets, *notes)
    )


def _is_cross_table(table: Table) -> bool:
    """The same names again under different upper names."""
    lowest = [patterns.spelled(patterns.text_of(value)) for value in table.header[-1]]
    filled = [name for name in lowest if name]
    return len(set(filled)) < len(filled)
