"""Who was asked a question that not everybody was asked: from the codebook into the dataset file."""

from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from narabe.intake.books import from_bytes
from narabe.model.status import Origin
from narabe.model.text import EMPTY, Text
from narabe.warehouse.answers import Answers
from narabe.warehouse.datasets import write_dataset

BOOK = """\
wave: w
questions:
  - {id: a, label: 甲, type: numeric, base: {rule: routed, note: AIを使った人}}
  - {id: b, label: 乙, type: numeric, base: {rule: routed, note: null}}
  - {id: c, label: 丙, type: numeric, base: {rule: answered, note: {ja: 答えた人, en: who answered}}}
  - {id: d, label: 丁, type: numeric}
"""
ASKED = {"a": Text("AIを使った人", "AIを使った人"), "b": EMPTY, "c": None, "d": None}


def test_the_codebook_says_who_was_asked() -> None:
    assert {each.question_id: each.asked_of for each in from_bytes(BOOK.encode()).questions} == ASKED


@pytest.mark.parametrize("question_id", ASKED)
def test_the_dataset_file_keeps_it(tmp_path: Path, question_id: str) -> None:
    (tmp_path / "codebook.yml").write_text(BOOK, encoding="utf-8")
    columns = {"row": [1, 2], **{name: [1.0, 2.0] for name in ASKED}}
    parquet.write_table(pyarrow.table(columns), tmp_path / "answers.parquet")
    write_dataset(tmp_path, tmp_path / "dataset-x.duckdb")
    survey = Answers("x", tmp_path / "dataset-x.duckdb", Origin.IMPORTED).survey
    assert survey.question(question_id).asked_of == ASKED[question_id]
