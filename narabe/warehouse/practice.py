"""Fictional answers for practice (架空データ) as dataset files of a version, made from its own published figures.

A file is named by all it is a function of (the counts, the words, the code), so it is made once.
"""

import hashlib
import json
import os
import uuid
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

import duckdb
import pyarrow
import yaml
from pyarrow import parquet

from narabe.intake.answers.convert import CODEBOOK, PARQUET
from narabe.intake.written_books import DUMPER
from narabe.model.answers_file import RESPONDENT, ROW, flag_column, missing_column
from narabe.model.answers_plan import AnswerType
from narabe.model.problem import Problem
from narabe.sources import spreading
from narabe.sources.spreading import REST, Answered, Choice, DoesNotFit, Group, Spread, spread
from narabe.warehouse.datasets import dataset_file, write_dataset
from narabe.warehouse.imports import drop, new_draft
from narabe.warehouse.records import records
from narabe.warehouse.sql import query
from narabe.words import data_problems as say

Row = dict[str, Any]
ID_LENGTH = 16
SEX_AND_AGE = {"sex": {"ja": "性別", "en": "Sex"}, "age": {"ja": "年代", "en": "Age"}}


def practice_files(figures: Path) -> dict[str, str]:
    """File names of the fictional answers, by dataset, for the version in this figures file; written unless there.

    Errors: Problem naming a question whose counts no answers can give.
    """
    with duckdb.connect(str(figures), read_only=True) as connection:
        known = _Known(connection)
    return {dataset: _file(dataset, known) for dataset in known.people}


class _Known:
    """What the files are a function of, as rows."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        def rows(name: str) -> list[Row]:
            return records(connection.execute(query("practice", name).text))

        self.people = _by(rows("people"), "dataset")
        self.questions = _by(rows("questions"), "dataset")
        self.choices = _by(rows("choices"), "question_id")
        self.groups = rows("groups")

    def of(self, dataset: str) -> tuple[list[Row], list[Row], list[Row]]:
        """People, questions and choices of one dataset."""
        questions = self.questions.get(dataset, [])
        choices = [row for each in questions for row in self.choices.get(each["question_id"], [])]
        return self.people[dataset], questions, choices


def _file(dataset: str, known: _Known) -> str:
    said = json.dumps([dataset, *known.of(dataset), known.groups], ensure_ascii=False)
    made = hashlib.sha256(said.encode())
    for maker in (__file__, spreading.__file__):
        made.update(Path(maker).read_bytes())
    out = dataset_file(made.hexdigest()[:ID_LENGTH])
    if not out.exists():
        _write(dataset, known, out)
    return out.name


def _write(dataset: str, known: _Known, out: Path) -> None:
    people, questions, choices = known.of(dataset)
    groups = _groups(people)
    asked = [_spread(each, choices, groups) for each in questions]
    folder = new_draft(f"{dataset}-{uuid.uuid4().hex[:8]}", os.getpid())
    try:
        parquet.write_table(pyarrow.table(_columns(people, groups, asked)), folder / PARQUET)
        book = {
            "wave": dataset,
            "questions": [
                *_sex_and_age(known.groups, groups),
                *(_question(*each, choices) for each in zip(questions, asked, strict=True)),
            ],
        }
        (folder / CODEBOOK).write_text(
            yaml.dump(book, Dumper=DUMPER, allow_unicode=True, sort_keys=False), "utf-8"
        )
        write_dataset(folder, out)
    finally:
        drop(folder)


def _groups(people: Sequence[Row]) -> dict[str, Group]:
    """Who is of each sex and age: people stand in line in the order of these rows."""
    ends = list(accumulate(row["counted"] for row in people))
    found: dict[str, Group] = {}
    for row, end in zip(people, ends, strict=True):
        for group_id in (row["sex"], row["age"]):
            if group_id is not None:
                found[group_id] = found.get(group_id, frozenset()) | frozenset(
                    range(end - row["counted"], end)
                )
    return found


def _spread(question: Row, choices: Sequence[Row], groups: dict[str, Group]) -> Spread:
    own = [row for row in choices if row["question_id"] == question["question_id"]]
    asked_of = (question["asked_question"], question["asked_option"]) if question["asked_question"] else None
    return Spread(
        question["question_id"],
        AnswerType(question["answer_type"]),
        question["base"],
        tuple(_choice(list(rows), groups) for _, rows in groupby(own, key=lambda row: row["option_id"])),
        question["rest_ja"] is not None,
        asked_of,
    )


def _choice(rows: list[Row], groups: dict[str, Group]) -> Choice:
    counted = {row["group_id"]: row["counted"] for row in rows}
    crosses = tuple((groups[name], number) for name, number in counted.items() if name in groups)
    return Choice(rows[0]["option_id"], counted["all"], crosses)


def _columns(
    people: Sequence[Row], groups: dict[str, Group], asked: Sequence[Spread]
) -> dict[str, list[Any]]:
    """One row per respondent, as an import of answers writes them."""
    number = sum(row["counted"] for row in people)
    everyone = range(number)
    sexes = [groups[name] for name in dict.fromkeys(row["sex"] for row in people) if name]
    ages = [groups[name] for name in dict.fromkeys(row["age"] for row in people) if name]
    both = [sex & age for sex in sexes for age in ages]
    try:
        answers = spread(number, [sexes, ages, both], asked)
    except DoesNotFit as error:
        raise Problem(say.practice_does_not_fit(str(error)), say.MEND_PRACTICE) from error
    columns: dict[str, list[Any]] = {
        ROW: [person + 1 for person in everyone],
        RESPONDENT: [f"架空{person + 1:04d}" for person in everyone],
    }
    if groups:
        columns |= {
            kind: [row[kind] for row in people for _ in range(row["counted"])] for kind in SEX_AND_AGE
        }
    for question in asked:
        columns |= _answers(question, answers[question.question_id], everyone)
    return columns


def _answers(question: Spread, answered: Answered, everyone: range) -> dict[str, list[Any]]:
    name = question.question_id
    gone = {person: reason.value for reason, who in answered.missing.items() for person in who}
    if question.answer_type is AnswerType.SINGLE:
        option = {person: option_id for option_id, who in answered.chosen.items() for person in who}
        columns: dict[str, list[Any]] = {name: [option.get(person) for person in everyone]}
    else:
        columns = {
            flag_column(name, option_id): [None if person in gone else person in who for person in everyone]
            for option_id, who in answered.chosen.items()
        }
    if gone:
        columns[missing_column(name)] = [gone.get(person) for person in everyone]
    return columns


def _sex_and_age(known: Sequence[Row], groups: dict[str, Group]) -> Iterator[Row]:
    for kind, label in SEX_AND_AGE.items():
        own = [row for row in known if row["kind"] == kind and row["group_id"] in groups]
        if own:
            options = [{**_option(row["group_id"], row), "group": row["group_id"]} for row in own]
            yield {"id": kind, "label": label, "type": AnswerType.SINGLE.value, "options": options}


def _question(question: Row, asked: Spread, choices: Sequence[Row]) -> Row:
    """The question as a codebook has it, with the options that are made."""
    labels = {row["option_id"]: row for row in choices if row["question_id"] == asked.question_id}
    options = [_option(choice.option_id, labels[choice.option_id]) for choice in asked.choices]
    if asked.rest:
        options.append({"id": REST, "label": {"ja": question["rest_ja"], "en": question["rest_en"]}})
    return {
        "id": asked.question_id,
        "number": question["number"],
        "concept": question["concept_id"],
        "label": {"ja": question["label_ja"], "en": question["label_en"]},
        "type": asked.answer_type.value,
        "max_choices": question["max_choices"],
        "base": {"rule": question["base_rule"], "note": _note(question)},
        "options": options,
    }


def _note(question: Row) -> Row | None:
    ja = question["base_note_ja"]
    return {"ja": ja, "en": question["base_note_en"]} if ja else None


def _option(option_id: str, row: Row) -> Row:
    return {"id": option_id, "label": {"ja": row["label_ja"], "en": row["label_en"]}}


def _by(rows: Sequence[Row], name: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[name], []).append(row)
    return found
