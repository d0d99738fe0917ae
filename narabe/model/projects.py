"""The projects of the plan, what each is linked to, and what residents voice."""

from collections.abc import Mapping
from dataclasses import dataclass

from narabe.model.source import Source
from narabe.model.status import BaseStatus
from narabe.model.text import Lang, Text

VALUES = ("convenience", "efficiency", "inclusion", "security")
ACTIONS = ("fiveless", "procedures", "technology", "skills", "divide")
VIEWS = ("value", "department", "action", "kpi")
EVERY, NONE = "all", "none"


@dataclass(frozen=True, slots=True)
class Link:
    """What a project practises, serves or answers, and why we think so."""

    target: str
    label: Text
    reason: Text


@dataclass(frozen=True, slots=True)
class Project:
    """One project as listed: `marks` are printed, all links are judged."""

    number: int
    project_no: str
    title: Text
    department_id: str
    department: Text
    gist: Text
    marks: tuple[str, ...]
    actions: tuple[Link, ...]
    kpis: tuple[Link, ...]
    needs: tuple[Link, ...]

    def keys(self, view: str) -> tuple[str, ...]:
        """Where the project stands in one view: its values, department, actions or indicators; `none` for nowhere."""
        keys = {
            "value": self.marks,
            "department": (self.department_id,),
            "action": tuple(link.target for link in self.actions),
            "kpi": tuple(link.target for link in self.kpis),
        }[view]
        return keys or (NONE,)


@dataclass(frozen=True, slots=True)
class Need:
    """What residents voice: `share` in percent of `base`, beside the projects and marks that answer it.

    `projects` counts those whose description answers it, `marks` the marks of its value area, of `all_marks`.
    """

    need_id: str
    label: Text
    area: str
    share: float
    base: int
    base_status: BaseStatus
    wave: Text
    question: Text
    concept_id: str
    kpi: str | None
    kpi_title: Text
    reason: Text
    projects: int
    marks: int
    all_marks: int
    source: Source


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the projects shown stand under one value, department, action or indicator."""

    key: str
    label: Text
    numbers: tuple[int, ...]

    @property
    def projects(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class ProjectPlan:
    """All projects and needs. `names` are those of each view in its order, id first."""

    projects: tuple[Project, ...]
    needs: tuple[Need, ...]
    names: Mapping[str, Mapping[str, Text]]
    sentence: Text
    gaps: Text
    sources: tuple[Source, ...]
    discrepancies: tuple[str, ...]
    build_id: str = ""

    def counts(self, view: str, projects: tuple[Project, ...]) -> tuple[Count, ...]:
        """These projects under each name of a view, empty names included; those of no name last."""
        return tuple(
            Count(key, label, tuple(p.number for p in projects if key in p.keys(view)))
            for key, label in self.names[view].items()
        )


@dataclass(frozen=True, slots=True)
class ProjectsAsk:
    """Which projects to show: one id per filter (`all` for every) and the words searched for in a language."""

    value: str = EVERY
    department: str = EVERY
    action: str = EVERY
    kpi: str = EVERY
    words: str = ""
    lang: Lang = "ja"


@dataclass(frozen=True, slots=True)
class FoundProjects:
    """The projects of a plan that fit what was asked, with one sentence."""

    plan: ProjectPlan
    projects: tuple[Project, ...]
    sentence: Text

    def counts(self, view: str) -> tuple[Count, ...]:
        """How many of them stand under each name of a view."""
        return self.plan.counts(view, self.projects)
