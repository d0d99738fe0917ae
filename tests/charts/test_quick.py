"""The quick chart of any table: what it draws, how rows are named, when it draws nothing."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pytest

from narabe.charts.quick import MOST_BARS, SEVERAL_UNITS, alt_text, quick_chart, why_not
from narabe.charts.theme import Look
from narabe.model.table import Cell, Column, Table
from narabe.model.text import Text, plain

LOOK = Look("ja")


def table(keys: Sequence[str], *rows: tuple[Cell, ...], **numbers: int) -> Table:
    """Columns by their keys; `numbers` gives the decimals of those that are numbers."""
    columns = tuple(Column(key, plain(key), numbers.get(key)) for key in keys)
    return Table("t", Text("表", "Table"), columns, tuple(rows))


def drawn(told: Table, look: Look = LOOK) -> list[dict[str, Any]]:
    chart = quick_chart(told, look)
    assert chart is not None
    alt.LayerChart.from_dict(chart, validate=True)
    rows: list[dict[str, Any]] = chart["datasets"]["rows"]
    return rows


def test_one_bar_a_row_with_name_and_figure() -> None:
    rows = drawn(table(("wave", "n"), ("a", 3), ("b", 1234), n=0))
    assert [(row["text"], row["value"]) for row in rows] == [("a 3", 3.0), ("b 1,234", 1234.0)]


def test_the_column_value_goes_before_others_and_carries_the_unit_of_its_row() -> None:
    rows = drawn(table(("group", "base", "value", "unit"), ("a", 10, 27.9, "%"), ("b", 20, 7, "%"), value=1))
    assert [(row["text"], row["value"]) for row in rows] == [("a 27.9%", 27.9), ("b 7.0%", 7.0)]


def test_rows_are_named_by_as_many_columns_as_tell_them_apart() -> None:
    told = table(
        ("what", "who", "when", "n"), ("x", "a", "2020", 1), ("x", "b", "2020", 2), ("x", "a", "2021", 3)
    )
    assert [row["text"] for row in drawn(told)] == ["a 2020 1", "b 2020 2", "a 2021 3"]


def test_what_several_bars_share_stands_above_them() -> None:
    told = table(("who", "when", "n"), ("a", "2020", 1), ("b", "2020", 2), ("a", "2021", 3), ("b", "2021", 4))
    assert [(row["kind"], row["text"]) for row in drawn(told)] == [
        ("title", "2020"),
        ("bar", "a 1"),
        ("bar", "b 2"),
        ("title", "2021"),
        ("bar", "a 3"),
        ("bar", "b 4"),
    ]


def test_a_range_is_drawn_as_a_range_and_nothing_as_nothing() -> None:
    told = table(
        ("who", "value", "low", "high"),
        ("a", None, 55.0, 65.0),
        ("b", None, None, None),
        ("c", 5.0, 4.0, 6.0),
    )
    first, second, third = drawn(told)
    assert (first["value"], first["floor"], first["ceiling"]) == (None, 55.0, 65.0)
    assert (second["value"], second["floor"], second["text"]) == (None, None, "b —")
    assert (third["value"], third["floor"], third["ceiling"]) == (5.0, None, None)


def test_falls_are_drawn_to_the_left() -> None:
    chart = quick_chart(table(("who", "n"), ("a", -5), ("b", 3)), LOOK)
    assert chart is not None
    given = {each["name"]: each["value"] for each in chart["params"]}
    assert given["left"] == -5
    assert given["ticks"][:2] == [-5, 0]


def test_only_the_first_rows_are_drawn_and_it_says_so() -> None:
    rows = drawn(table(("who", "n"), *((f"w{n}", n) for n in range(50))))
    assert rows[0]["text"] == f"初めの{MOST_BARS}件（全50件）"
    assert sum(row["kind"] == "bar" for row in rows) == MOST_BARS


def test_numbers_alone_name_each_other() -> None:
    rows = drawn(table(("year", "n"), (2020, 5), (2021, 7)))
    assert [(row["text"], row["value"]) for row in rows] == [("2020 5", 5.0), ("2021 7", 7.0)]


@pytest.mark.parametrize(
    "told",
    [
        table(("who", "what"), ("a", "b")),
        table(("who", "n")),
        table(("who", "value"), ("a", None)),
        table(("flag",), (True,)),
        table(("who", "n"), ("a", float("inf"))),
        table(("who", "value"), ("a", float("nan"))),
        table(("who", "n"), ("a", 1e300)),
        table(("who", "value", "low", "high"), ("a", None, 1.0, float("inf"))),
    ],
    ids=["words", "no rows", "no value", "yes and no", "infinite", "none", "beyond measure", "endless range"],
)
def test_without_numbers_there_is_no_chart(told: Table) -> None:
    assert quick_chart(told, LOOK) is None
    assert why_not(told) is not None


def test_different_units_are_not_drawn_on_one_scale() -> None:
    told = table(("who", "value", "unit"), ("a", 1, "人"), ("b", 2, "%"))
    assert quick_chart(told, LOOK) is None
    assert why_not(told) == SEVERAL_UNITS


def test_it_is_told_in_words() -> None:
    told = table(("who", "value", "unit"), ("a", 1, "人"), ("b", 2, "人"))
    assert alt_text(told, "ja") == "表: a 1人; b 2人"


def test_long_names_stand_on_lines_of_their_own() -> None:
    name = "とても長い名前の選択肢で、棒のうしろには入りきらないもの"
    kinds = [row["kind"] for row in drawn(table(("who", "n"), (name, 5), ("短い", 3)))]
    assert kinds.count("bar") == 2 and "words" in kinds


def test_names_stand_in_one_place_in_a_chart() -> None:
    """The short name would fit behind its bar; it stands where the long one must."""
    name = "とても長い名前の選択肢で、棒のうしろには入りきらないもの"
    rows = drawn(table(("who", "n"), (name, 5), ("短い", 3)))
    assert "短い" in [row["text"] for row in rows if row["kind"] == "words"]
    assert [row["text"] for row in rows if row["kind"] == "bar"] == ["5", "3"]


def test_a_number_that_cannot_be_drawn_is_a_line_without_a_bar() -> None:
    rows = drawn(table(("who", "n"), ("a", float("inf")), ("b", 3)))
    assert [row["value"] for row in rows if row["kind"] == "bar"] == [None, 3.0]


def test_a_heading_of_what_tells_rows_apart_goes_before_others() -> None:
    """Survey and month both stand in runs; the survey names the rows, so it stands above them."""
    told = table(
        ("what", "survey", "month", "n"),
        ("x", "A", "7月", 1),
        ("y", "A", "7月", 2),
        ("x", "B", "7月", 3),
        ("y", "B", "7月", 4),
        ("x", "C", "9月", 5),
        ("y", "C", "9月", 6),
    )
    assert [row["text"] for row in drawn(told) if row["kind"] == "title"] == ["A", "B", "C"]
    assert [row["text"] for row in drawn(told) if row["kind"] == "bar"][:2] == ["x 1", "y 2"]


def test_a_question_stands_above_its_options_even_where_options_tell_the_rows_apart() -> None:
    told = table(("what", "question", "n"), ("a", "Q1", 1), ("b", "Q1", 2), ("c", "Q2", 3), ("d", "Q2", 4))
    assert [(row["kind"], row["text"]) for row in drawn(told)][:2] == [("title", "Q1"), ("bar", "a 1")]
