"""The 70 projects of the 2026 plan against a second reading, row by row and in totals."""

from collections import Counter

import pytest

from tests.published.projects_2026 import (
    COLUMN_TOTALS,
    MARKED,
    MARKS,
    ONE_EACH,
    PROJECTS,
    PROJECTS_BY_MARKS,
    SEVERAL,
    THREE_MARKS,
    WITHOUT_CONVENIENCE,
)
from tests.published.reading import PLAN, exact, rows

VALUES = {"c": "convenience", "e": "efficiency", "i": "inclusion", "s": "security"}


def marked(value: str) -> set[int]:
    """Numbers of the projects marked with this value in the CSV."""
    return {int(row["number"]) for row in rows(PLAN, "projects") if row[value] == "true"}


def test_projects_row_by_row() -> None:
    found = exact(
        [
            (
                int(row["number"]),
                (
                    row["project_no"],
                    row["title_ja"],
                    row["department_ja"],
                    "".join(letter for letter, value in VALUES.items() if row[value] == "true"),
                ),
            )
            for row in rows(PLAN, "projects")
        ]
    )
    assert found == PROJECTS


def test_marks_are_true_or_false() -> None:
    cells = [row[value] for row in rows(PLAN, "projects") for value in VALUES.values()]
    assert len(cells) == 280  # 70 x 4
    assert Counter(cells) == {"true": MARKS, "false": 280 - MARKS}


def test_rows_of_each_value() -> None:
    for value, numbers in MARKED.items():
        assert marked(value) == set(numbers)
    assert marked("convenience") == set(range(1, 71)) - set(WITHOUT_CONVENIENCE)
    assert {value: len(marked(value)) for value in VALUES.values()} == COLUMN_TOTALS


def test_marks_add_up() -> None:
    assert sum(COLUMN_TOTALS.values()) == MARKS
    marks = {number: len(line[3]) for number, line in PROJECTS.items()}
    assert Counter(marks.values()) == PROJECTS_BY_MARKS
    assert {number for number, count in marks.items() if count == 3} == THREE_MARKS


def test_projects_by_department() -> None:
    found = Counter(row["department_ja"] for row in rows(PLAN, "projects"))
    assert {name: count for name, count in found.items() if count > 1} == SEVERAL
    assert sum(1 for count in found.values() if count == 1) == ONE_EACH


def test_project_numbers_of_the_city_are_unique() -> None:
    numbers = [line[0] for line in PROJECTS.values()]
    assert len(set(numbers)) == 70


def test_every_project_has_both_languages_and_its_section() -> None:
    table = rows(PLAN, "projects")
    assert {row["section"] for row in table} == {"s_projects"}
    names = ("title_en", "department_en", "gist_ja", "gist_en")
    assert [row["number"] for row in table if not all(row[name] for name in names)] == []


def test_one_department_has_one_english_name() -> None:
    names = {(row["department_ja"], row["department_en"]) for row in rows(PLAN, "projects")}
    assert len(names) == len(SEVERAL) + ONE_EACH


@pytest.mark.parametrize("value", COLUMN_TOTALS)
def test_column_totals_as_metrics(value: str) -> None:
    table = [row for row in rows(PLAN, "metric_values") if row["metric_id"] == "projects_marked"]
    assert len(table) == len(COLUMN_TOTALS)
    (row,) = [row for row in table if row["segment"] == f"value_{value}"]
    assert (row["value"], row["unit"], row["section"]) == (str(COLUMN_TOTALS[value]), "件", "s_projects")
    assert row["status"] == "printed"  # the total row of the list


def test_total_of_projects_as_a_metric() -> None:
    (row,) = [row for row in rows(PLAN, "metric_values") if row["metric_id"] == "projects_total"]
    assert (row["value"], row["unit"], row["segment"], row["section"]) == ("70", "件", "all", "s_3_7")
