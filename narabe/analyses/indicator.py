"""What lies behind one indicator?"""

from datetime import date

from narabe.analyses.findings import findings
from narabe.analyses.kpi import kpi_board, yearly
from narabe.analyses.metrics import metrics
from narabe.analyses.projects import project_plan
from narabe.model.indicator import IndicatorDetail, Moment
from narabe.model.metrics import Observation
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.warehouse import Warehouse
from narabe.words import kpi_sentences as say


def indicator_detail(warehouse: Warehouse, metric_id: str) -> IndicatorDetail:
    """History, projects, needs and findings of one KPI. Errors: Problem for an unknown one."""
    board = kpi_board(warehouse)
    indicator = next((i for i in board.indicators if i.metric_id == metric_id), None)
    if indicator is None:
        raise Problem(
            Text(f"「{metric_id}」という指標はありません。", f"There is no indicator “{metric_id}”."),
            Text("一覧から選んでください。", "Choose one from the list."),
        )
    every = metrics(warehouse)
    metric = every[metric_id]
    plan = project_plan(warehouse)
    serving = tuple(
        (project, link) for project in plan.projects for link in project.kpis if link.target == metric_id
    )
    return IndicatorDetail(
        indicator=indicator,
        metric=metric,
        history=tuple(Moment(o, yearly(o, metric.kind)) for o in sorted(metric.observations, key=_by_time)),
        near=tuple(other for other in every.values() if other.near == metric_id),
        projects=serving,
        needs=tuple(need for need in plan.needs if need.kpi == metric_id),
        findings=tuple(found for found in findings(warehouse) if metric_id in found.metrics),
        arrival=say.arrival(indicator),
        notes=say.board_notes((indicator,)),
        build_id=board.build_id,
    )


def _by_time(observation: Observation) -> tuple[date, date, str]:
    return observation.end, observation.start, observation.role
