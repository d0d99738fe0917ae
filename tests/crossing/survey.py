"""Small surveys as dataset files, and the same counts by plain Python, one person after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from narabe.model.answers_file import WEIGHT_SCALE
from narabe.model.status import Origin
from narabe.warehouse.answers import Answers
from narabe.warehouse.datasets import write_dataset

Person = Mapping[str, Any]
"""An option id, a set of option ids, a number, or a reason for no answer that begins with `!`."""


@dataclass(frozen=True)
class Question:
    """A question of the made survey; options as (id, label)."""

    question_id: str
    kind: str = "single"
    options: tuple[tuple[str, str], ...] = ()
    header: str = ""


def made(
    folder: Path, questions: Sequence[Question], people: Sequence[Person], fictional: bool = False
) -> Answers:
    """The survey as a dataset file, open."""
    folder.mkdir(parents=True, exist_ok=True)
    columns: dict[str, list[Any]] = {"row": list(range(2, len(people) + 2))}
    if people and "weight" in people[0]:
        columns["weight"] = [float(person["weight"]) for person in people]
        columns["weight_scaled"] = [round(person["weight"] * WEIGHT_SCALE) for person in people]
    for question in questions:
        given = [person[question.question_id] for person in people]
        gone = [isinstance(value, str) and value.startswith("!") for value in given]
        if question.kind in ("multiple", "limited"):
            for option, _ in question.options:
                columns[f"{question.question_id}__{option}"] = [
                    None if missing else option in value for value, missing in zip(given, gone, strict=True)
                ]
        else:
            columns[question.question_id] = [
                None if missing else value for value, missing in zip(given, gone, strict=True)
            ]
        if any(gone):
            columns[f"{question.question_id}__missing"] = [
                value[1:] if missing else None for value, missing in zip(given, gone, strict=True)
            ]
    frame = pd.DataFrame({name: pd.Series(values, dtype=_dtype(values)) for name, values in columns.items()})
    frame.to_parquet(folder / "answers.parquet")
    book = {
        "wave": "mini",
        "title": {"ja": "小さな調査", "en": "mini"},
        "questions": [
            {
                "id": q.question_id,
                "header": q.header or q.question_id,
                "label": {"ja": q.header or q.question_id, "en": q.question_id},
                "type": q.kind,
                "options": [{"id": o, "label": {"ja": label, "en": label}} for o, label in q.options],
            }
            for q in questions
        ],
    }
    (folder / "codebook.yml").write_text(yaml.safe_dump(book, allow_unicode=True), encoding="utf-8")
    out = folder / "dataset-mini.duckdb"
    write_dataset(folder, out)
    return Answers("mini", out, Origin.FICTIONAL if fictional else Origin.IMPORTED)


def _dtype(values: Sequence[Any]) -> str:
    known = [value for value in values if value is not None]
    if known and all(isinstance(value, bool) for value in known):
        return "boolean"
    if known and all(isinstance(value, int) for value in known):
        return "Int64"
    return "Float64" if known and all(isinstance(value, float) for value in known) else "string"


def answered(person: Person, question_id: str) -> bool:
    value = person[question_id]
    return not (isinstance(value, str) and value.startswith("!"))


def gave(person: Person, question_id: str, options: Sequence[str]) -> bool:
    """Did this person give any of the options (or, written `!reason`, have no answer for it)?"""
    value = person[question_id]
    if not answered(person, question_id):
        return value in options
    return bool(set(options) & (set(value) if isinstance(value, (set, frozenset)) else {value}))


def by_hand(
    people: Sequence[Person],
    rows: str,
    lines: Sequence[Sequence[str]],
    axis: Sequence[str],
    columns: Sequence[Sequence[Sequence[str]]],
    everyone: bool = False,
) -> tuple[list[list[int]], list[list[float]], list[int], list[float]]:
    """Counts and weighted counts (rows × columns, everybody first), and the bases of the columns."""
    base = [
        person
        for person in people
        if everyone or (answered(person, rows) and all(answered(person, name) for name in axis))
    ]
    groups = [base] + [
        [p for p in base if all(gave(p, name, part) for name, part in zip(axis, parts, strict=True))]
        for parts in product(*columns)
    ] if axis else [base]  # fmt: skip
    weight = [[p.get("weight", 1) for p in group] for group in groups]
    count = [[sum(gave(p, rows, line) for p in group) for group in groups] for line in lines]
    weighted = [
        [sum(p.get("weight", 1) for p in group if gave(p, rows, line)) for group in groups] for line in lines
    ]
    return count, weighted, [len(group) for group in groups], [sum(each) for each in weight]
