"""The drawings of the projects page hold what was counted, and fit."""

from pathlib import Path
from typing import Any

import altair as alt
import pytest

from narabe.analyses.projects import found_projects, project_plan
from narabe.charts import projects as chart
from narabe.charts.theme import Look
from narabe.model.projects import VIEWS, ProjectPlan, ProjectsAsk
from narabe.warehouse import open_live

LOOKS = [Look("ja"), Look("en", dark=True)]


@pytest.fixture(scope="module")
def plan(store: Path) -> ProjectPlan:
    return project_plan(open_live())


def lines(spec: dict[str, Any], kind: str) -> list[Any]:
    return [
        row["value"] if kind == "bar" else row["text"]
        for row in spec["datasets"]["rows"]
        if row["kind"] == kind
    ]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_valid(plan: ProjectPlan, view: str, look: Look) -> None:
    spec = chart.counts(found_projects(plan, ProjectsAsk()), view, look)
    alt.LayerChart.from_dict(spec, validate=True)
    assert lines(spec, "bar")


def test_values_are_drawn_as_printed(plan: ProjectPlan) -> None:
    whole = found_projects(plan, ProjectsAsk())
    assert lines(chart.counts(whole, "value", Look()), "bar") == [50, 12, 26, 3]
    assert "情報セキュリティの確保 3" in chart.counts_alt(whole, "value", "ja")


def test_departments_of_one_project_are_summed_up(plan: ProjectPlan) -> None:
    """13 departments run more than one of the 70; 28 run one each."""
    whole = found_projects(plan, ProjectsAsk())
    spec = chart.counts(whole, "department", Look())
    assert lines(spec, "bar") == [9, 6, 5, 4] + [2] * 9
    assert lines(spec, "words") == ["ほか28の担当課は1事業ずつ"]
    assert "28" in chart.counts_alt(whole, "department", "en")


def test_a_filter_leaves_out_names_without_projects(plan: ProjectPlan) -> None:
    one = found_projects(plan, ProjectsAsk(words="6538"))  # training of construction engineers: efficiency
    assert lines(chart.counts(one, "value", Look()), "bar") == [1]
    assert lines(chart.counts(one, "value", Look()), "title") == ["持続可能で効率的な行政運営"]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_needs_are_drawn_with_what_answers_them(plan: ProjectPlan, look: Look) -> None:
    spec = chart.needs(plan, look)
    alt.LayerChart.from_dict(spec, validate=True)
    assert lines(spec, "bar") == [78.1, 75.7, 66.2, 61.9, 54.3, 44.1, 42.2, 35.1, 33.8, 31.4, 27.3]
    bare = "指標なし" if look.lang == "ja" else "no indicator"
    assert sum(bare in text for text in lines(spec, "words")) == 7
    assert chart.needs_alt(plan, look.lang).count(bare) == 7
