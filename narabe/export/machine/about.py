"""What goes with a table for machines: codes, definitions, what the file is, and its history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

from narabe.export.machine.fields import Field, MachineTable, of_rows
from narabe.model.text import EMPTY, Text, plain
from narabe.words import repaired_sentences as say

KORIYAMA = ("07203", "福島県郡山市")
"""Standard area code (JIS X 0402) and official name."""


@dataclass(frozen=True, slots=True)
class About:
    """The file that was read, and by whom it was brought: what the repaired file says of itself."""

    file_name: str
    sha256: str
    title: Text
    made_on: date
    received_on: date | None = None
    department: str = ""
    area_code: str = KORIYAMA[0]
    area_name: str = KORIYAMA[1]


def codes(data: MachineTable) -> MachineTable:
    """Every code of every column with its meaning."""
    rows = [(each.name, code, label.ja, label.en) for each in data.fields for code, label in each.codes]
    return companion("codes", ("field", "code", "label_ja", "label_en"), rows)


def codes_of(tables: Sequence[MachineTable]) -> MachineTable:
    """Every code of every column of several tables with its meaning, and the thing within which it is unique."""
    rows = [
        (table.name, each.name, within or None, code, label.ja, label.en)
        for table in tables
        for each in table.fields
        for (code, label), within in zip_longest(each.codes, each.within)
    ]
    return companion("codes", ("table", "field", "within", "code", "label_ja", "label_en"), rows)


def definitions(*tables: MachineTable) -> MachineTable:
    """What each column of each table means."""
    rows = [
        (
            table.name,
            each.name,
            each.label.ja,
            each.label.en,
            each.kind.ja,
            each.kind.en,
            each.unit.ja,
            each.definition.ja,
            each.definition.en,
        )
        for table in tables
        for each in table.fields
    ]
    names = (
        "table", "field", "name_ja", "name_en", "type_ja", "type_en", "unit", "definition_ja", "definition_en",
    )  # fmt: skip
    return companion("definitions", names, rows)


def about_table(about: About, data: MachineTable, encoding: Text) -> MachineTable:
    """What the file is, where it comes from, and how to read it."""
    items = (
        (say.TITLE, about.title),
        (say.SOURCE_FILE, plain(about.file_name)),
        (say.SOURCE_HASH, plain(about.sha256)),
        (say.DEPARTMENT, plain(about.department) if about.department else say.NOT_STATED),
        (say.AREA, plain(f"{about.area_code} {about.area_name}")),
        (say.COUNT, say.rows_and_columns(data.data.num_rows, len(data.fields))),
        (say.ENCODING, encoding),
        (say.MISSING, say.EMPTY_MEANS),
        (say.TIMES, say.WESTERN_DATES),
        (say.CHARACTERS, say.REPLACED),
        (say.LAST_UPDATED, plain(about.made_on.isoformat())),
    )
    return items_table(items)


def items_table(items: Sequence[tuple[Text, Text]]) -> MachineTable:
    """What a file says of itself: item and content."""
    rows = [(name.ja, name.en, value.ja, value.en) for name, value in items]
    return companion("about", ("item_ja", "item_en", "value_ja", "value_en"), rows)


def history(about: About) -> MachineTable:
    """When the file was received and this form of it made."""
    received = [(about.received_on, say.RECEIVED)] if about.received_on else []
    return changes_table([(day.isoformat(), what) for day, what in (*received, (about.made_on, say.MADE))])


def changes_table(changes: Sequence[tuple[str, Text]]) -> MachineTable:
    """What changed, and when."""
    rows = [(day, what.ja, what.en) for day, what in changes]
    return companion("history", ("date", "change_ja", "change_en"), rows)


def companion(table: str, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> MachineTable:
    """A table that explains the others."""
    fields = [
        Field(name, say.COMPANION_FIELDS[name], say.WORDS, EMPTY, say.COMPANIONS[table]) for name in names
    ]
    return of_rows(table, fields, rows)
