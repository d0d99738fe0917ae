"""Respondent-level answers as one immutable DuckDB file, ready to be crossed.

answers    one row per respondent: row, respondent, weight, weight_scaled; per question an ENUM of option ids in
           codebook order, or one BOOLEAN per option with masks of 64 options and of 6, or a number, or a text;
           why an answer is missing, where some are
questions  one row per question, in order
options    one row per option, in order
columns    one row per column of `answers` that belongs to a question; what the file called its weights
"""

import hashlib
import os
import uuid
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow

from narabe.intake.answers.convert import CODEBOOK, PARQUET
from narabe.intake.books import from_bytes
from narabe.intake.quoting import literal, quoted
from narabe.model.answers_file import (
    RESERVED,
    WEIGHT_SCALED,
    flag_column,
    mask_column,
    missing_column,
    packed_column,
)
from narabe.model.answers_plan import Missing
from narabe.model.codebook import Book, BookQuestion
from narabe.warehouse.files import files_folder

CHOICES, SEVERAL = ("single", "scale"), ("multiple", "limited")
FLAG, MASK, PACKED, REASON = "flag", "mask", "packed", "missing"
"""Kinds of columns: an option of several answers, 64 or 6 of them together, why an answer is missing."""
MASK_BITS, PACKED_BITS, SMALL_MASK, FORM_LENGTH = 64, 6, 32, 8
QUESTIONS = (
    "question_order",
    "question_id",
    "header",
    "label_ja",
    "label_en",
    "answer_type",
    "max_choices",
    "concept_id",
    "asked_of_ja",
    "asked_of_en",
)
OPTIONS = ("question_id", "option_order", "option_id", "label_ja", "label_en", "group_id")
COLUMNS = ("column_name", "question_id", "option_id", "kind", "header")
NUMBERS = ("question_order", "option_order", "max_choices")


def dataset_file(content_id: str) -> Path:
    """Where the answers of this content lie, once written: a file for each form that this module gives them."""
    return files_folder() / f"dataset-{content_id}-{_form()}.duckdb"


def write_dataset(folder: Path, out: Path) -> None:
    """The file of an import folder's answers. Whole or not at all; one that is there stays as it is.

    Errors: Problem for a codebook that cannot be read.
    """
    book = from_bytes((folder / CODEBOOK).read_bytes())
    draft = out.with_name(f".draft-{os.getpid()}-{uuid.uuid4().hex[:8]}.duckdb")
    try:
        with duckdb.connect(str(draft)) as connection:
            _write(connection, folder / PARQUET, book)
        if not out.exists():
            os.replace(draft, out)
    finally:
        for left in (draft, Path(f"{draft}.wal")):
            left.unlink(missing_ok=True)


@cache
def _form() -> str:
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:FORM_LENGTH]


def _write(connection: duckdb.DuckDBPyConnection, answers: Path, book: Book) -> None:
    source = f"read_parquet({literal(answers)})"
    given = [row[0] for row in connection.execute(f"describe select * from {source}").fetchall()]
    reasons = ", ".join(f"'{reason}'" for reason in Missing)
    connection.execute(f"create type missing_reason as enum ({reasons})")
    headers = {WEIGHT_SCALED: book.weight or None}
    columns: list[tuple] = [(name, None, None, name, headers.get(name)) for name in RESERVED if name in given]
    made = [quoted(name) for name, *_ in columns]
    for place, question in enumerate(book.questions):
        for name, option_id, kind, expression in _columns(question, place, given):
            columns.append((name, question.question_id, option_id, kind, question.header or None))
            made.append(f"{expression} as {quoted(name)}")
        if question.answer_type in CHOICES:
            _load(connection, "ids", {"id": [option.option_id for option in question.options]})
            connection.execute(f"create type question_{place} as enum (select id from ids)")
            connection.unregister("ids")
    connection.execute(f"create table answers as select {', '.join(made)} from {source}")
    _describe(connection, book, columns)
    connection.execute("checkpoint")


def _columns(
    question: BookQuestion, place: int, given: list[str]
) -> Iterator[tuple[str, str | None, str, str]]:
    """(column, option id, kind, SQL) of a question."""
    name, missing = question.question_id, missing_column(question.question_id)
    if question.answer_type in CHOICES:
        yield name, None, "single", f"cast({quoted(name)} as question_{place})"
    elif question.answer_type in SEVERAL:
        flags = {
            flag: option.option_id
            for option in question.options
            if (flag := flag_column(name, option.option_id)) in given
        }
        for flag, option_id in flags.items():
            yield flag, option_id, FLAG, quoted(flag)
        every = list(flags)
        for number, start in enumerate(range(0, len(every), MASK_BITS)):
            part = every[start : start + MASK_BITS]
            kind = "uinteger" if len(part) <= SMALL_MASK else "ubigint"
            yield mask_column(name, number), None, MASK, _together(part, kind)
        for number, start in enumerate(range(0, len(every), PACKED_BITS)):
            part = every[start : start + PACKED_BITS]
            yield packed_column(name, number), None, PACKED, _together(part, "utinyint")
    else:
        yield name, None, question.answer_type, quoted(name)
    if missing in given:
        yield missing, None, REASON, f"cast({quoted(missing)} as missing_reason)"


def _together(flags: Sequence[str], kind: str) -> str:
    """Flags as the bits of one whole number; NULL without an answer."""
    bits = " + ".join(f"{quoted(flag)}::ubigint * {1 << bit}" for bit, flag in enumerate(flags))
    return f"cast({bits} as {kind})"


def _describe(connection: duckdb.DuckDBPyConnection, book: Book, columns: list[tuple]) -> None:
    """Tables `questions`, `options`, `columns`."""
    questions = [
        (
            place,
            each.question_id,
            each.header,
            each.label.ja,
            each.label.en,
            each.answer_type,
            each.max_choices,
            each.concept_id,
            each.asked_of.ja if each.asked_of else None,
            each.asked_of.en if each.asked_of else None,
        )
        for place, each in enumerate(book.questions, start=1)
    ]
    options = [
        (question.question_id, place, option.option_id, option.label.ja, option.label.en, option.group_id)
        for question in book.questions
        for place, option in enumerate(question.options, start=1)
    ]
    for table, names, rows in (
        ("questions", QUESTIONS, questions),
        ("options", OPTIONS, options),
        ("columns", COLUMNS, columns),
    ):
        cells = list(zip(*rows, strict=True)) if rows else [() for _ in names]
        _load(connection, "incoming", dict(zip(names, cells, strict=True)))
        connection.execute(f"create table {table} as from incoming")
        connection.unregister("incoming")


def _load(connection: duckdb.DuckDBPyConnection, name: str, columns: dict[str, Sequence[Any]]) -> None:
    """Register columns of texts and whole numbers."""
    arrays = {
        key: pyarrow.array(values, pyarrow.int32() if key in NUMBERS else pyarrow.string())
        for key, values in columns.items()
    }
    connection.register(name, pyarrow.table(arrays))
