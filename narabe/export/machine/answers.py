"""Answers of respondents: one row each, options by code, several answers as one 0/1 column an option."""

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from narabe.export.machine.fields import Field, MachineTable, texts_mended
from narabe.intake.converted import Converted
from narabe.model.answers_file import RESPONDENT, ROW, WEIGHT, WEIGHT_SCALED, flag_column, missing_column
from narabe.model.answers_plan import Missing
from narabe.model.text import EMPTY, Text, plain
from narabe.words import repaired_sentences as say

Options = Mapping[str, Text]
RESPONDENT_ID = "respondent_id"
IN_BRACKETS = re.compile(r"[（(【\[](?:単位[:：]\s*)?([^（()）【】\[\]0-9]{1,6})[）)】\]]\s*$")
"""A unit at the end of a question: 「年齢（歳）」."""


def answers(converted: Converted, file: Path) -> MachineTable:
    """All respondents of a file of checked answers (Parquet, `model.answers_file`)."""
    given = parquet.read_table(file)
    given = given.drop_columns([WEIGHT_SCALED]) if WEIGHT_SCALED in given.column_names else given
    fields = _fields(converted, given.schema)
    names = list(given.column_names)
    arrays = [texts_mended(given.column(name)) for name in names]
    kept = [fields[name] for name in names]
    return MachineTable(
        "data", tuple(kept), pyarrow.Table.from_arrays(arrays, names=[each.name for each in kept])
    )


def _fields(converted: Converted, schema: pyarrow.Schema) -> dict[str, Field]:
    """What each column is, by its name in the file."""
    fields = {
        ROW: Field(ROW, *say.ROW[:2], EMPTY, say.ROW[2]),
        RESPONDENT: Field(RESPONDENT_ID, *say.RESPONDENT[:2], EMPTY, say.RESPONDENT[2]),
        WEIGHT: Field(WEIGHT, *say.WEIGHT),
    }
    options = _options(converted)
    types = {field.name: field.type for field in schema}
    for question in _records(converted, "questions"):
        own = question["question_id"].removeprefix(f"{question['wave_id']}_").removeprefix("_")
        label = _label(question)
        labels = options.get(question["question_id"], {})
        if own in types:
            fields[own] = _one(own, label, labels, types[own])
        for option, meaning in labels.items():
            name = flag_column(own, option)
            fields[name] = Field(name, _joined(label, meaning), say.YES_NO, EMPTY, say.CHOSEN, say.FLAGS)
        missing = missing_column(own)
        reasons = tuple((reason.value, say.REASONS[reason]) for reason in Missing)
        fields[missing] = Field(missing, say.why_missing(label), say.CODE, EMPTY, say.MISSING_REASON, reasons)
    return {name: fields.get(name) or Field(name, plain(name), say.WORDS) for name in types}


def _one(name: str, label: Text, labels: Options, kind: pyarrow.DataType) -> Field:
    if labels:
        return Field(name, label, say.CODE, EMPTY, say.ONE_CHOICE, tuple(labels.items()))
    if pyarrow.types.is_floating(kind) or pyarrow.types.is_integer(kind):
        unit = IN_BRACKETS.search(label.ja)
        return Field(name, label, say.NUMBER, plain(unit.group(1)) if unit else say.UNIT_NOT_STATED)
    return Field(name, label, say.FREE_TEXT)


def _options(converted: Converted) -> dict[str, dict[str, Text]]:
    """Labels of options by question, in order."""
    found: dict[str, dict[str, Text]] = defaultdict(dict)
    for row in sorted(_records(converted, "options"), key=lambda row: row["option_order"]):
        found[row["question_id"]][row["option_id"]] = Text(row["label_ja"], row["label_en"])
    return found


def _label(question: Mapping[str, Any]) -> Text:
    """The question with its number, unless its text begins with it."""
    number, ja = question["number"] or "", question["label_ja"]
    before = f"{number} " if number and not ja.startswith(number) else ""
    return Text(f"{before}{ja}", f"{before}{question['label_en']}")


def _joined(question: Text, option: Text) -> Text:
    return Text(f"{question.ja}：{option.ja}", f"{question.en}: {option.en}")


def _records(converted: Converted, name: str) -> list[dict[str, Any]]:
    table = next((table for table in converted.tables if table.name == name), None)
    return table.records() if table else []
