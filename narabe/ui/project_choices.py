"""What the projects page asks its reader, each answer kept in the address."""

import streamlit as st

from narabe.analyses.projects import found_projects
from narabe.model.projects import EVERY, VIEWS, FoundProjects, Project, ProjectPlan, ProjectsAsk
from narabe.model.text import Text
from narabe.ui import choices, language
from narabe.words import projects_sentences as say

SEARCH = Text("ことばで探す", "Search")
EXAMPLE = Text("例：農業、18", "farm, 18")
ALL = Text("すべて", "All")
BY = Text("図の分け方", "Chart by")
OPENED = Text("くわしく見る事業", "Project to open")
NOT_OPENED = Text("（選んでください）", "(choose one)")


def asked(plan: ProjectPlan) -> tuple[FoundProjects, Project | None]:
    """What words (`find`) and a filter per view (`value`, `department`, `action`, `kpi`) leave, and the one to open."""
    lang = language.current()
    with st.container(border=True):
        grid = st.grid(columns=len(VIEWS) + 2, min_column_width=150)
        with grid.cell():
            words = st.text_input(
                SEARCH.in_(lang),
                key="find",
                type="search",
                bind="query-params",
                placeholder=EXAMPLE.in_(lang),
                icon=":material/search:",
            )
        chosen = {}
        for view in VIEWS:
            with grid.cell():
                chosen[view] = _filter(plan, view)
        found = found_projects(plan, ProjectsAsk(**chosen, words=words or "", lang=lang))
        with grid.cell():
            return found, _opened(found)


def view() -> str:
    """What the chart counts by (`by`)."""
    lang = language.current()
    names = {view: say.VIEW[view].in_(lang) for view in VIEWS}
    return choices.one(BY.in_(lang), names, key="by", shape="pills")


def _filter(plan: ProjectPlan, view: str) -> str:
    """One name of a view with the number of its projects, or `all`."""
    lang = language.current()
    names = {EVERY: ALL.in_(lang)}
    names |= {c.key: f"{c.label.in_(lang)} ({c.projects})" for c in plan.counts(view, plan.projects)}
    return choices.one(say.VIEW[view].in_(lang), names, key=view, default=EVERY)


def _opened(found: FoundProjects) -> Project | None:
    """The project whose details are wanted (`p`), or None."""
    lang = language.current()
    names = {"": NOT_OPENED.in_(lang)}
    names |= {str(p.number): f"{p.number} {p.title.in_(lang)}" for p in found.projects}
    number = choices.one(OPENED.in_(lang), names, key="p", default="")
    return next((project for project in found.projects if str(project.number) == number), None)
