"""Checked tables: typed rows, stacked by name."""

from datetime import date

import pytest

from narabe.model.problem import Problem
from narabe.sources import CheckedTable
from narabe.sources.tables import from_records, merged
from tests.warehouse.tree import inputs


@pytest.fixture(scope="module")
def tables() -> dict[str, CheckedTable]:
    return {table.name: table for table in inputs()}


def rows(table: CheckedTable) -> list[dict[str, object]]:
    names = [name for name, _ in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def test_the_same_table_of_several_documents_is_one(tables: dict[str, CheckedTable]) -> None:
    documents = {row["document_id"] for row in rows(tables["metric_values"])}
    koriyama = {"koriyama-dx-2022-main", "koriyama-dx-2022-appendix", "koriyama-dx-2026"}
    assert documents == koriyama | {"morioka-dx-2021", "shirakawa-dx-2022"}


def test_cells_have_the_type_of_their_column(tables: dict[str, CheckedTable]) -> None:
    wave = next(row for row in rows(tables["waves"]) if row["wave_id"] == "net2021")
    assert wave["field_start"] == date(2021, 9, 1)
    assert (wave["invited"], wave["answered"], wave["rate"]) == (360, 326, 90.6)
    kinds: dict[str, tuple[type, ...]] = {
        "text": (str,),
        "integer": (int,),
        "number": (float, int),
        "boolean": (bool,),
        "date": (date,),
    }
    for table in tables.values():
        for place, (name, kind) in enumerate(table.columns):
            cells = [row[place] for row in table.rows if row[place] is not None]
            assert all(isinstance(cell, kinds[kind]) for cell in cells), f"{table.name}.{name}"


def test_every_document_says_where_its_figures_come_from(tables: dict[str, CheckedTable]) -> None:
    found = rows(tables["documents"])
    assert {row["origin"] for row in found} == {"published"}
    assert {row["import_order"] for row in found} == {None}
    assert {row["same_as"] for row in rows(tables["waves"])} == {None}


def test_empty_cells_are_nothing(tables: dict[str, CheckedTable]) -> None:
    wave = next(row for row in rows(tables["waves"]) if row["wave_id"] == "net2017")
    assert wave["invited"] is None and wave["mode_ja"] is None


def test_options_keep_the_order_of_the_codebook(tables: dict[str, CheckedTable]) -> None:
    progress = [row for row in rows(tables["options"]) if row["question_id"] == "net2021_q2"]
    ids = [row["option_id"] for row in sorted(progress, key=lambda row: int(str(row["option_order"])))]
    assert ids == [
        "progressing_clearly",
        "progressing_somewhat",
        "progressing",
        "neither",
        "not_progressing_somewhat",
        "not_progressing_clearly",
        "not_progressing",
        "dont_know",
    ]
    assert {row["option_id"] for row in progress if row["is_net"]} == {"progressing", "not_progressing"}


def test_a_key_that_a_record_lacks_is_nothing() -> None:
    assert from_records("t", {"a": "text", "b": "integer"}, [{"b": 1}, {"a": "x"}]).rows == (
        (None, 1),
        ("x", None),
    )


def test_tables_with_other_columns_are_not_stacked() -> None:
    first = from_records("t", {"a": "text", "b": "text"}, [], "data/one.csv")
    second = from_records("t", {"a": "integer", "b": "text"}, [], "data/two.csv")
    with pytest.raises(Problem) as refused:
        merged([first, second])
    for said in (refused.value.message.ja, refused.value.message.en):
        assert "data/one.csv" in said and "data/two.csv" in said and "a" in said
