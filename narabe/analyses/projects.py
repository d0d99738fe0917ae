"""Which values, actions and indicators do the projects serve, and which voices have few projects or no indicator?"""

import re

from narabe.analyses.rows import Row, source, text
from narabe.model.projects import (
    EVERY,
    NONE,
    VALUES,
    VIEWS,
    FoundProjects,
    Link,
    Need,
    Project,
    ProjectPlan,
    ProjectsAsk,
)
from narabe.model.searching import holds
from narabe.model.source import unique
from narabe.model.status import BaseStatus
from narabe.model.text import EMPTY, Lang, Text
from narabe.warehouse import Warehouse
from narabe.words import labels
from narabe.words import projects_sentences as say


def project_plan(warehouse: Warehouse) -> ProjectPlan:
    """Every project in the order of the list, every need from the most to the least voiced."""
    links: dict[int, list[Row]] = {}
    for row in warehouse.ask("project_links"):
        links.setdefault(row["number"], []).append(row)
    rows = warehouse.ask("projects")
    projects = tuple(_project(row, links.get(row["number"], [])) for row in rows)
    needs = tuple(_need(row, projects) for row in warehouse.ask("needs"))
    return ProjectPlan(
        projects=projects,
        needs=needs,
        names=_names(warehouse, projects),
        sentence=say.summary(projects, needs),
        gaps=say.gaps(needs),
        sources=unique([source(row, "title_document") for row in rows]),
        discrepancies=tuple(row["discrepancy_id"] for row in warehouse.ask("project_register")),
        build_id=warehouse.build_id,
    )


def found_projects(plan: ProjectPlan, ask: ProjectsAsk) -> FoundProjects:
    """The projects that fit every filter and hold every word."""
    chosen = {view: getattr(ask, view) for view in VIEWS}
    fitting = tuple(
        project
        for project in plan.projects
        if all(key in (EVERY, *project.keys(view)) for view, key in chosen.items())
        and all(_found(project, word, ask.lang) for word in ask.words.split())
    )
    return FoundProjects(plan, fitting, say.found(plan, fitting))


def _found(project: Project, word: str, lang: Lang) -> bool:
    """Whether a word stands in title, gist or department as shown in a language, or is one of its numbers."""
    if word.isdecimal() and str(int(word)) in (str(project.number), project.project_no):
        return True
    return any(holds(part.in_(lang), word) for part in (project.title, project.gist, project.department))


def _project(row: Row, links: list[Row]) -> Project:
    department = text(row, "department")
    return Project(
        number=row["number"],
        project_no=row["project_no"],
        title=text(row, "title"),
        department_id=_id(department),
        department=department,
        gist=text(row, "gist"),
        marks=tuple(value for value in VALUES if row[value]),
        actions=_links(links, "action"),
        kpis=_links(links, "kpi"),
        needs=_links(links, "need"),
    )


def _links(rows: list[Row], kind: str) -> tuple[Link, ...]:
    found = [
        Link(
            row["target"],
            say.ACTION[row["target"]] if kind == "action" else text(row, "label"),
            text(row, "reason"),
        )
        for row in rows
        if row["kind"] == kind
    ]
    return tuple(
        sorted(found, key=lambda link: list(say.ACTION).index(link.target)) if kind == "action" else found
    )


def _id(department: Text) -> str:
    """A department in an address: its English name in small letters."""
    return re.sub(r"[^a-z0-9]+", "-", department.en.lower()).strip("-")


def _need(row: Row, projects: tuple[Project, ...]) -> Need:
    area = row["value_area"]
    return Need(
        need_id=row["need_id"],
        label=text(row, "label"),
        area=area,
        share=row["share"],
        base=row["base"],
        base_status=BaseStatus(row["base_status"]),
        wave=text(row, "wave"),
        question=text(row, "question"),
        concept_id=row["concept_id"],
        kpi=row["kpi"],
        kpi_title=text(row, "kpi_title") if row["kpi"] else EMPTY,
        reason=text(row, "reason"),
        projects=sum(row["need_id"] in [link.target for link in project.needs] for project in projects),
        marks=sum(area in project.marks for project in projects),
        all_marks=sum(len(project.marks) for project in projects),
        source=source(row),
    )


def _names(warehouse: Warehouse, projects: tuple[Project, ...]) -> dict[str, dict[str, Text]]:
    """Id and name of what each view counts; departments with the most projects first."""
    held: dict[str, int] = {}
    for project in projects:
        held[project.department_id] = held.get(project.department_id, 0) + 1
    departments = {project.department_id: project.department for project in projects}
    indicators = {row["metric_id"]: text(row, "title") for row in warehouse.ask("indicator_names")}
    return {
        "value": {value: labels.AREA[value] for value in VALUES},
        "department": {key: departments[key] for key in sorted(departments, key=lambda key: -held[key])},
        "action": say.ACTION | {NONE: say.NO_ACTION},
        "kpi": indicators | {NONE: say.NO_KPI},
    }
