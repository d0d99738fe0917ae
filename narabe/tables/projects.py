"""Projects, their counts and the needs as tables."""

from narabe.model.cell import Several, coded, several_codes
from narabe.model.projects import VALUES, FoundProjects, Link, ProjectPlan
from narabe.model.source import unique
from narabe.model.table import Column, Table
from narabe.model.text import Text
from narabe.tables.units import NUMBER, PEOPLE
from narabe.tables.units import PROJECTS as OF_PROJECTS
from narabe.words import labels
from narabe.words import projects_sentences as say

PROJECTS = Text("事業数", "Projects")


def projects(found: FoundProjects) -> Table:
    """One row per project found."""
    return Table(
        name="narabe_projects",
        title=Text("個別事業", "Projects of the plan"),
        columns=(
            Column("number", Text("番号", "No."), 0, counted=NUMBER),
            Column("title", Text("事業名", "Project")),
            Column("department", Text("担当課", "Department")),
            *(Column(value, say.SHORT_VALUE[value]) for value in VALUES),
            Column("gist", Text("概要", "Gist")),
            Column("actions", Text("アクション", "Actions")),
            Column("kpi", Text("指標", "Indicators")),
            Column("needs", Text("応える声", "Needs answered")),
            Column("project_no", Text("事務事業No.", "City's project no.")),
        ),
        rows=tuple(
            (
                p.number,
                p.title,
                p.department,
                *(value in p.marks for value in VALUES),
                p.gist,
                _listed(p.actions),
                _listed(p.kpis),
                _listed(p.needs),
                p.project_no,
            )
            for p in found.projects
        ),
        notes=(say.JUDGED,),
        sources=found.plan.sources,
        build_id=found.plan.build_id,
    )


def counts(found: FoundProjects, view: str) -> Table:
    """One row per value, department, action or indicator."""
    name = say.VIEW[view]
    return Table(
        name=f"narabe_projects_by_{view}",
        title=Text(f"{name.ja}ごとの事業数", f"Projects by {name.en.lower()}"),
        columns=(
            Column(view, name),
            Column("projects", PROJECTS, 0, counted=OF_PROJECTS),
            Column("numbers", Text("事業の番号", "Project numbers")),
        ),
        rows=tuple(
            (coded(c.label, c.key), c.projects, several_codes(map(str, c.numbers), apart=True))
            for c in found.counts(view)
        ),
        notes=(say.SEVERAL,),
        sources=found.plan.sources,
        build_id=found.plan.build_id,
    )


def needs(plan: ProjectPlan) -> Table:
    """One row per need: its share beside projects, marks and indicator."""
    return Table(
        name="narabe_needs",
        title=Text(
            "市民の声と、応える事業・指標", "Voiced needs, and the projects and indicators that answer them"
        ),
        columns=(
            Column("need", Text("市民の声", "Need")),
            Column("share", Text("割合", "Share"), 1, Text("%", "%")),
            Column("base", Text("回答者数(n)", "Unweighted base (n)"), 0, counted=PEOPLE),
            Column("base_status", Text("nの根拠", "Base is")),
            Column("question", Text("設問", "Question")),
            Column("wave", Text("調査", "Survey")),
            Column("projects", Text("応える事業", "Projects that answer it"), 0, counted=OF_PROJECTS),
            Column("area", Text("バリュー", "Value")),
            Column(
                "marks",
                Text("そのバリューの印がある事業", "Projects marked with that value"),
                0,
                counted=OF_PROJECTS,
            ),
            Column("kpi", Text("指標", "Indicator")),
            Column("reason", Text("判断の理由", "Reason")),
        ),
        rows=tuple(
            (
                n.label,
                n.share,
                n.base,
                labels.BASE_STATUS[n.base_status],
                n.question,
                n.wave,
                n.projects,
                labels.AREA[n.area],
                n.marks,
                n.kpi_title if n.kpi else say.NO_INDICATOR,
                n.reason,
            )
            for n in plan.needs
        ),
        notes=(say.JUDGED, say.COUNTED, say.ROUGHLY),
        sources=unique([*plan.sources, *(n.source for n in plan.needs)]),
        build_id=plan.build_id,
    )


def _listed(links: tuple[Link, ...]) -> Text:
    return Several(
        "、".join(link.label.ja for link in links),
        ", ".join(link.label.en for link in links),
        tuple((link.target, link.label) for link in links),
    )
