"""The 70 projects: counts and filters by hand from the plan's list, needs from its appendix 1."""

import pytest

from narabe.analyses.projects import found_projects, project_plan
from narabe.model.projects import ACTIONS, NONE, VALUES, VIEWS, Need, Project, ProjectPlan, ProjectsAsk
from narabe.warehouse import Warehouse
from narabe.words import projects_sentences as say

# printed below the table: 50, 12, 26, 3
MARKS = {"convenience": 50, "efficiency": 12, "inclusion": 26, "security": 3}
# appendix 1, net monitors 2025; marks of the value area from the table
VOICED = {
    "privacy": (78.1, "security", 3),
    "help_desk": (75.7, "inclusion", 26),
    "online_crime": (66.2, "security", 3),
    "divide": (61.9, "inclusion", 26),
    "online_procedures": (54.3, "convenience", 50),
    "system_failure": (44.1, "security", 3),
    "misinformation": (42.2, "inclusion", 26),
    "health_welfare": (35.1, "inclusion", 26),
    "online_tax_payment": (33.8, "convenience", 50),
    "no_write_no_wait": (31.4, "convenience", 50),
    "personal_guidance": (27.3, "convenience", 50),
}


@pytest.fixture(scope="module")
def plan(warehouse: Warehouse) -> ProjectPlan:
    return project_plan(warehouse)


def project(plan: ProjectPlan, number: int) -> Project:
    (found,) = [p for p in plan.projects if p.number == number]
    return found


def need(plan: ProjectPlan, need_id: str) -> Need:
    (found,) = [n for n in plan.needs if n.need_id == need_id]
    return found


def numbers(plan: ProjectPlan, **asked: str) -> list[int]:
    return [p.number for p in found_projects(plan, ProjectsAsk(**asked)).projects]


def test_the_marks_add_up_to_91_on_70_projects(plan: ProjectPlan) -> None:
    assert [p.number for p in plan.projects] == list(range(1, 71))
    assert {c.key: c.projects for c in plan.counts("value", plan.projects)} == MARKS
    assert sum(len(p.marks) for p in plan.projects) == 91
    assert sum(len(p.marks) > 1 for p in plan.projects) == 17


def test_the_answer_says_the_totals(plan: ProjectPlan) -> None:
    for said in (plan.sentence.ja, plan.sentence.en):
        assert all(str(number) in said for number in (70, 91, 50, 12, 26, 3, 17))
    assert "11のうち7" in plan.sentence.ja
    assert "7 of 11" in plan.sentence.en


@pytest.mark.parametrize("view", VIEWS)
def test_every_project_stands_under_some_name_of_every_view(plan: ProjectPlan, view: str) -> None:
    counts = plan.counts(view, plan.projects)
    assert {number for count in counts for number in count.numbers} == set(range(1, 71))
    assert all(count.label.ja and count.label.en for count in counts)


def test_departments_by_size(plan: ProjectPlan) -> None:
    """Counted in the list: 9 for industry and employment, 6 for tourism, 5 for DX strategy, 4 for community care."""
    counts = plan.counts("department", plan.projects)
    assert len(counts) == 41
    assert [(c.label.ja, c.projects) for c in counts[:4]] == [
        ("産業雇用政策課", 9), ("観光政策課", 6), ("DX戦略課", 5), ("地域包括ケア推進課", 4),
    ]  # fmt: skip
    assert [c.projects for c in counts[4:]] == [2] * 9 + [1] * 28
    assert counts[2].numbers == (5, 6, 7, 8, 9)


def test_every_indicator_is_a_name_even_without_projects(plan: ProjectPlan) -> None:
    assert len(plan.names["kpi"]) == 11 + 1
    assert list(plan.names["kpi"])[-1] == NONE
    assert [c for c in plan.counts("kpi", ()) if c.projects] == []


def test_a_project_has_its_marks_links_and_reasons(plan: ProjectPlan) -> None:
    found = project(plan, 18)
    assert (found.project_no, found.title.ja, found.department.ja) == (
        "6439", "窓口業務のオンライン化推進事業", "市民課",
    )  # fmt: skip
    assert found.marks == ("convenience", "efficiency", "inclusion")
    assert [link.target for link in found.actions] == [
        "fiveless",
        "procedures",
    ]  # four of the five aims named
    assert {link.target for link in found.kpis} == {
        "online_procedures", "online_applications", "cashless_payments",
    }  # fmt: skip
    assert {link.target for link in found.needs} == {
        "online_procedures", "no_write_no_wait", "online_tax_payment",
    }  # fmt: skip


def test_every_link_has_a_reason_in_both_languages(plan: ProjectPlan) -> None:
    links = [link for p in plan.projects for link in (*p.actions, *p.kpis, *p.needs)]
    assert len(links) >= 70
    assert [link for link in links if not (link.label.en and link.reason.ja and link.reason.en)] == []


def test_no_hint_is_no_link(plan: ProjectPlan) -> None:
    """The descriptions of these speak of roads, taxis, care and courses, not of the digital divide."""
    for number in (9, 30, 33, 36, 38, 40, 56, 59, 63, 64):
        assert project(plan, number).keys("action") == (NONE,)
    assert project(plan, 66).keys("action") == ("skills",)  # training of teachers


def test_at_most_two_actions_and_none_is_said(plan: ProjectPlan) -> None:
    assert {len(p.actions) for p in plan.projects} == {0, 1, 2}
    assert all(p.keys("action") == (NONE,) for p in plan.projects if not p.actions)


def test_filters_are_joined_by_and(plan: ProjectPlan) -> None:
    assert numbers(plan, value="security") == [5, 8, 9]
    assert numbers(plan, value="security", department="dx-strategy-division") == [5, 8, 9]
    assert numbers(plan, value="security", action="divide") == [5]
    assert numbers(plan, kpi="senior_phone_course") == [35]
    assert numbers(plan, value="efficiency", department="tourism-policy-division") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("農業委員", [70]),
        ("ＤＸ戦略課", [5, 6, 7, 8, 9]),  # full width
        ("dx戦略課", [5, 6, 7, 8, 9]),  # small letters
        ("rpa", [3]),  # title or gist
        ("DX 農業政策課", [41]),  # every word
        ("乗合ﾀｸｼｰ", [59]),  # half width
        ("18", [18]),  # its number
        ("１８", [18]),
        ("6439", [18]),  # the city's number
        ("  ", list(range(1, 71))),
        ("ありえない語", []),
    ],
)
def test_search(plan: ProjectPlan, words: str, expected: list[int]) -> None:
    assert numbers(plan, words=words) == expected


@pytest.mark.parametrize(
    ("words", "ja", "en"),
    [
        ("Digital city hall", [], [9]),
        ("電子市役所", [], []),
        ("乗合タクシー", [59], []),
        ("AI", [3], [3]),  # its gist names AI; the others only have "training" or "aims"
        ("6439", [18], [18]),
    ],
)
def test_search_looks_at_the_language_shown(
    plan: ProjectPlan, words: str, ja: list[int], en: list[int]
) -> None:
    for lang, expected in (("ja", ja), ("en", en)):
        found = found_projects(plan, ProjectsAsk(words=words, lang=lang)).projects
        assert [p.number for p in found] == expected


def test_found_says_how_many_and_their_marks(plan: ProjectPlan) -> None:
    """5 has three marks, 8 one, 9 three."""
    some = found_projects(plan, ProjectsAsk(value="security")).sentence
    assert "3事業" in some.ja and "印 7" in some.ja
    assert some.en.startswith("3 projects") and "7 marks" in some.en
    one = found_projects(plan, ProjectsAsk(words="6538")).sentence
    assert one.en.startswith("1 project found") and "1 mark)" in one.en
    assert "70事業すべて" in found_projects(plan, ProjectsAsk()).sentence.ja


def test_needs_are_those_the_appendix_prints(plan: ProjectPlan) -> None:
    assert {n.need_id: (n.share, n.area, n.marks) for n in plan.needs} == VOICED
    assert [n.share for n in plan.needs] == sorted((n.share for n in plan.needs), reverse=True)
    assert {n.base for n in plan.needs} == {370}
    assert {n.all_marks for n in plan.needs} == {91}


def test_privacy_stands_against_three_marks(plan: ProjectPlan) -> None:
    assert (need(plan, "privacy").projects, need(plan, "privacy").kpi) == (1, "audit_compliance")
    for said in (plan.gaps.ja, plan.gaps.en):
        assert "78.1%" in said and "75.7%" in said and "91" in said
    assert "印は91のうち3" in plan.gaps.ja


def test_help_desk_and_counters_without_forms_have_no_indicator(plan: ProjectPlan) -> None:
    bare = {n.need_id for n in plan.needs if n.kpi is None}
    assert {"help_desk", "no_write_no_wait"} <= bare
    assert len(bare) == 7
    assert need(plan, "help_desk").projects == 0


def test_a_need_counts_the_projects_that_answer_it(plan: ProjectPlan) -> None:
    for found in plan.needs:
        answering = [p for p in plan.projects if found.need_id in [link.target for link in p.needs]]
        assert found.projects == len(answering)
    assert need(plan, "no_write_no_wait").projects == 3  # 3, 6 and 18
    assert need(plan, "online_tax_payment").projects == 1  # 18, through cashless payments


def test_the_two_counts_beside_a_share_are_told_apart(plan: ProjectPlan) -> None:
    """No project answers the wish for a help desk; 26 carry the mark of its value, which is something else."""
    lines = say.answered(need(plan, "help_desk"))
    assert [line.ja for line in lines] == [
        "応える事業 0件・対応する指標なし",
        "参考：「人に優しい」の印がある事業 26件",
    ]
    assert [line.en for line in lines] == [
        "0 projects answer it · no indicator",
        "(26 projects marked “Inclusion”)",
    ]
    assert say.answered(need(plan, "privacy"))[0].en == "1 project answers it"


def test_words_cover_the_closed_lists() -> None:
    assert tuple(say.ACTION) == ACTIONS
    assert tuple(say.VIEW) == VIEWS == tuple(say.BASIS)
    assert tuple(say.SHORT_VALUE) == VALUES
