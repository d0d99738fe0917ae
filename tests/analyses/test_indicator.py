"""What opens behind a KPI: its history, projects, voices and findings."""

import pytest

from narabe.analyses.indicator import indicator_detail
from narabe.model.problem import Problem
from narabe.tables import kpi as tables
from narabe.warehouse import Warehouse
from narabe.words import kpi_sentences as say

KPI = (
    "online_procedures", "online_applications", "cashless_payments", "lowcode_rpa_projects", "hours_saved",
    "ai_users", "senior_phone_course", "line_registrations", "sme_dx_seminar", "security_elearning", "audit_compliance",
)  # fmt: skip


@pytest.mark.parametrize("metric", KPI)
def test_every_indicator_opens(warehouse: Warehouse, metric: str) -> None:
    detail = indicator_detail(warehouse, metric)
    assert detail.indicator.metric_id == metric
    assert detail.metric.definition.ja and detail.history
    ends = [moment.observation.end for moment in detail.history]
    assert ends == sorted(ends)


def test_the_history_of_online_procedures(warehouse: Warehouse) -> None:
    """369 in FY2022, a lost chart for 2024-03, 740, 791, target 862 (sections 1-2, 3-3, 4-2)."""
    history = indicator_detail(warehouse, "online_procedures").history
    assert [moment.observation.value for moment in history] == [369, None, 740, 791, 862]
    assert [moment.yearly for moment in history] == [369, None, 740, 791, 862]


def test_flows_are_put_on_a_year(warehouse: Warehouse) -> None:
    history = indicator_detail(warehouse, "cashless_payments").history
    assert [moment.yearly for moment in history] == [57_356, pytest.approx(70_359), 112_000]


def test_what_is_linked(warehouse: Warehouse) -> None:
    detail = indicator_detail(warehouse, "online_procedures")
    assert 6 in [project.number for project, _ in detail.projects]  # デジタルファースト推進事業
    assert all(link.reason.ja and link.reason.en for _, link in detail.projects)
    assert "online_procedures" in [need.need_id for need in detail.needs]
    assert {"procedures_a_month", "applications_per_procedure"} <= {f.finding_id for f in detail.findings}
    assert "d01" in detail.indicator.discrepancies


def test_an_unknown_indicator_is_a_problem(warehouse: Warehouse) -> None:
    with pytest.raises(Problem):
        indicator_detail(warehouse, "gis_sns_posts")  # a metric, but no KPI


def test_metrics_that_stand_near(warehouse: Warehouse) -> None:
    """140 and 227 users a month, 2,600 or more since introduction (1-3, 3-4): beside the KPI, never in it."""
    detail = indicator_detail(warehouse, "ai_users")
    near = {metric.metric_id: [o.value for o in metric.whole] for metric in detail.near}
    assert near == {"ai_users_monthly": [140, 227], "ai_users_cumulative": [None]}
    shown = {row[0]: row[2] for row in tables.near(indicator_detail(warehouse, "lowcode_rpa_projects")).rows}
    assert {title.ja: said.ja for title, said in shown.items()} == {
        "kintoneで内製したアプリ数": "約90個",
        "RPAを導入した業務数": "40業務",
    }


def test_about_is_said_wherever_the_value_is(warehouse: Warehouse) -> None:
    detail = indicator_detail(warehouse, "hours_saved")
    said = [say.shown(moment, detail.indicator.unit).ja for moment in detail.history]
    assert "約13,500時間" in said and "13,511時間" in said
