"""Projects and needs as tables: what people see and take away."""

import pytest

from narabe.analyses.projects import found_projects, project_plan
from narabe.export import cells
from narabe.model.projects import VIEWS, ProjectsAsk
from narabe.model.table import Table
from narabe.tables import projects as tables
from narabe.warehouse import Warehouse


@pytest.fixture(scope="module")
def made(warehouse: Warehouse) -> dict[str, Table]:
    plan = project_plan(warehouse)
    whole = found_projects(plan, ProjectsAsk())
    return {
        "projects": tables.projects(whole),
        "needs": tables.needs(plan),
        **{view: tables.counts(whole, view) for view in VIEWS},
    }


def rows(table: Table) -> list[dict[str, object]]:
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in cells.rows(table, "ja")]


def test_headers_are_unique_in_both_languages(made: dict[str, Table]) -> None:
    for table in made.values():
        for lang in ("ja", "en"):
            names = cells.header(table, lang)
            assert len(set(names)) == len(names)
        assert table.name.isascii() and table.title.ja and table.title.en and table.sources


def test_one_row_per_project_with_its_marks(made: dict[str, Table]) -> None:
    found = rows(made["projects"])
    assert [row["number"] for row in found] == list(range(1, 71))
    assert [sum(row[value] == "○" for row in found) for value in (
        "convenience", "efficiency", "inclusion", "security",
    )] == [50, 12, 26, 3]  # fmt: skip
    (five,) = [row for row in found if row["number"] == 5]
    assert (five["project_no"], five["title"], five["efficiency"]) == ("510", "地域情報化推進事業", None)


def test_counts_name_their_projects(made: dict[str, Table]) -> None:
    security = rows(made["value"])[3]
    assert (security["projects"], security["numbers"]) == (3, "5 8 9")
    assert sum(int(str(row["projects"])) for row in rows(made["value"])) == 91
    assert sum(int(str(row["projects"])) for row in rows(made["department"])) == 70


def test_a_need_stands_beside_projects_marks_and_indicator(made: dict[str, Table]) -> None:
    found = {row["need"]: row for row in rows(made["needs"])}
    privacy = found["個人情報の漏えいが不安"]
    assert (privacy["share"], privacy["base"], privacy["marks"]) == (78.1, 370, 3)
    assert privacy["kpi"] == "情報セキュリティ内部監査の遵守率"
    assert found["気軽に相談できる窓口がほしい"]["kpi"] == "指標なし"
