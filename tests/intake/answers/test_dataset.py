"""The dataset file: typed answers with their codebook, made from an import folder alone."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from narabe.intake.answers import convert, propose
from narabe.settings import Limits
from narabe.warehouse.datasets import write_dataset
from tests.intake.answers.table import text_table

SURVEY = """
ID|weight|性別|Q1|Q2_1|Q2_2|Q2_3|回数|ご意見
1|1.25|男性|満足|1|0|1|3|よい
2|0.75|女性|不満|0|0|0|5|
3|1|女性|無回答||||12|助かります
4|1|男性|どちらともいえない|0|1|0|無回答|とても
"""


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as work:
        raw = text_table(work, SURVEY)
        assert not convert(work, raw, propose(work, raw, (), "town"), tmp_path, Limits()).refused
    out = tmp_path / "dataset-0123456789abcdef.duckdb"
    write_dataset(tmp_path, out)
    with duckdb.connect(str(out), read_only=True) as connection:
        yield connection


def test_single_choices_are_enums_in_the_order_of_the_codebook(dataset: duckdb.DuckDBPyConnection) -> None:
    kinds = dict(row[:2] for row in dataset.execute("describe answers").fetchall())
    assert kinds["q1"] == "ENUM('o1', 'o2', 'o3')"
    assert kinds["q1__missing"] == "ENUM('no_answer', 'not_applicable', 'invalid')"
    assert [row[0] for row in dataset.execute("select q1 from answers order by row").fetchall()] == [
        "o1",
        "o3",
        None,
        "o2",
    ]
    labels = "select label_ja from options where question_id = 'q1' order by option_order"
    assert [row[0] for row in dataset.execute(labels).fetchall()] == ["満足", "どちらともいえない", "不満"]


def test_multiple_choices_have_boxes_and_a_mask(dataset: duckdb.DuckDBPyConnection) -> None:
    kinds = dict(row[:2] for row in dataset.execute("describe answers").fetchall())
    assert (kinds["q2__o1"], kinds["q2__mask"]) == ("BOOLEAN", "UINTEGER")
    rows = dataset.execute("select q2__o1, q2__o2, q2__o3, q2__mask from answers order by row").fetchall()
    assert rows == [(True, False, True, 5), (False, False, False, 0), (None,) * 4, (False, True, False, 2)]


def test_weights_numbers_and_texts(dataset: duckdb.DuckDBPyConnection) -> None:
    rows = dataset.execute(
        "select respondent, weight, weight_scaled, v8, v9 from answers order by row"
    ).fetchall()
    assert rows == [
        ("1", 1.25, 1_250_000, 3.0, "よい"),
        ("2", 0.75, 750_000, 5.0, None),
        ("3", 1.0, 1_000_000, 12.0, "助かります"),
        ("4", 1.0, 1_000_000, None, "とても"),
    ]


def test_every_column_is_described(dataset: duckdb.DuckDBPyConnection) -> None:
    described = dataset.execute("select column_name, question_id, option_id, kind from columns").fetchall()
    assert [row[0] for row in described] == [row[0] for row in dataset.execute("describe answers").fetchall()]
    assert ("q2__o2", "q2", "o2", "flag") in described and ("weight", None, None, "weight") in described
    questions = dataset.execute(
        "select question_id, header, answer_type from questions order by question_order"
    ).fetchall()
    assert questions == [
        ("v3", "性別", "single"),
        ("q1", "Q1", "scale"),
        ("q2", "Q2", "multiple"),
        ("v8", "回数", "numeric"),
        ("v9", "ご意見", "text"),
    ]


def test_nothing_else_is_left_beside_it(dataset: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "answers.parquet", "codebook.yml", "dataset-0123456789abcdef.duckdb",
    ]  # fmt: skip
