"""Cross-tabulations for machines (機械可読): long form, one row a cell, then one row of averages a group."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from narabe.export.crosstab_fields import average_fields, cell_fields, column_fields
from narabe.export.machine.about import changes_table, codes, definitions, items_table
from narabe.export.machine.fields import Field, MachineTable, of_rows
from narabe.export.machine.files import Encoding, to_csv, to_csv_zip
from narabe.model.crosstab import TOTAL, CrossTab, CrossTable
from narabe.model.text import EMPTY, Text, plain
from narabe.words import crosstab_field_sentences as say
from narabe.words import crosstab_file_sentences as files
from narabe.words import repaired_sentences as house

NESTED, LISTED = "__", ";"
CODES: dict[str, Mapping[Any, Text]] = {
    "origin": say.ORIGINS,
    "record": say.RECORDS,
    "against_rest": say.REST,
    "share_base": say.BASES,
    "correction": files.CORRECTION,
}


def crosstab_csv(told: Sequence[CrossTab]) -> bytes:
    """One table of all questions, UTF-8 with BOM; shares are fractions at full precision, masked cells empty."""
    return to_csv(crosstab_data(told))


def crosstab_zip(told: Sequence[CrossTab], made_on: date, encoding: Encoding = "utf-8") -> bytes:
    """The same with its code table, its definitions, what it is and its history: a CSV file each."""
    data = crosstab_data(told)
    others = (codes(data), _about(told, data, made_on, encoding), _history(made_on))
    return to_csv_zip((data, others[0], definitions(data, *others), *others[1:]), encoding)


def crosstab_data(told: Sequence[CrossTab]) -> MachineTable:
    """Every cell and average as rows."""
    fields = tuple(
        Field(
            name,
            label,
            kind,
            unit or (kind if kind is house.YES_NO else EMPTY),
            meaning,
            tuple((str(code), text) for code, text in CODES.get(name, {}).items()),
        )
        for name, label, kind, unit, meaning in say.FIELDS
    )
    rows = [
        [row.get(field.name) for field in fields]
        for each in told
        for table in each.tables
        for row in _rows(each, table)
    ]
    return of_rows("data", fields, rows)


def _rows(told: CrossTab, table: CrossTable) -> Iterator[dict[str, Any]]:
    common = _common(told) | _labelled("axis", NESTED.join(table.banner) or TOTAL, table.label)
    groups = [
        common | _labelled("group", column.column_id, column.label) | column_fields(column)
        for column in table.columns
    ]
    for line, cells in zip(table.rows, table.cells, strict=True):
        for group, cell in zip(groups, cells, strict=True):
            yield (
                group
                | _labelled("option", line.row_id, line.label)
                | cell_fields(cell)
                | {"record": "cell", "differs_from": LISTED.join(cell.differs_from)}
            )
    for group, average in zip(groups, table.averages, strict=False):
        yield group | {"record": "average"} | average_fields(average)


def _common(told: CrossTab) -> dict[str, Any]:
    return {
        "dataset": told.dataset,
        "origin": told.origin.value,
        **_labelled("question", told.question_id, told.label),
        "weight": told.weight,
        "condition": told.where,
        "share_base": told.base.value,
        "correction": told.correction.value,
        "suppressed_below": told.suppressed_below,
    }


def _labelled(what: str, code: str, label: Text) -> dict[str, str]:
    return {f"{what}_id": code, f"{what}_label_ja": label.ja, f"{what}_label_en": label.en}


def _about(told: Sequence[CrossTab], data: MachineTable, made_on: date, encoding: Encoding) -> MachineTable:
    """What the file is and how to read it."""
    rules = dict.fromkeys(files.masked_empty(each.suppressed_below) for each in told)
    items = (
        (house.TITLE, say.TITLE),
        *((files.DATASET, plain(name)) for name in dict.fromkeys(each.dataset for each in told)),
        *((files.VERSION, plain(name)) for name in dict.fromkeys(each.content for each in told)),
        *((files.SOURCE, say.ORIGINS[origin]) for origin in dict.fromkeys(each.origin for each in told)),
        (house.COUNT, house.rows_and_columns(data.data.num_rows, len(data.fields))),
        (house.ENCODING, house.ENCODINGS[encoding]),
        (house.MISSING, say.EMPTY_MEANS),
        *((files.MASKING, rule) for rule in rules),
        (house.CHARACTERS, house.REPLACED),
        (house.LAST_UPDATED, plain(made_on.isoformat())),
    )
    return items_table(items)


def _history(made_on: date) -> MachineTable:
    return changes_table([(made_on.isoformat(), house.MADE)])
