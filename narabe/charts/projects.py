"""Counts of projects, and shares of needs beside what answers them."""

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look
from narabe.charts.wrapping import within
from narabe.model.projects import NONE, Count, FoundProjects, ProjectPlan
from narabe.model.text import Lang, Text
from narabe.words import numbers
from narabe.words import projects_sentences as say

MANY = 12
"""More names than this are drawn on one line each, and those of a single project together."""
STEPS = (1, 2, 5, 10, 20, 50)
MOST_TICKS = 5
SHARES = Scale(0, 104, (0, 20, 40, 60, 80, 100), ("0", "20%", "40%", "60%", "80%", "100%"))


def counts(found: FoundProjects, view: str, look: Look) -> Spec:
    """Bars of the projects found under each name; grey for those of no name."""
    lines = Lines()
    one_line = len(found.plan.names[view]) > MANY
    shown, single = _shown(found, view)
    for count in shown:
        name, colour = count.label.in_(look.lang), _colour(count, look)
        if one_line:
            lines.bar(f"{name} {count.projects}", colour, count.projects)
        else:
            lines.title(name)
            lines.bar(say.projects_counted(count.projects).in_(look.lang), colour, count.projects)
    if single:
        lines.words(_rest(single).in_(look.lang))
    return drawn(lines, _scale(max((count.projects for count in shown), default=1)), look)


def counts_alt(found: FoundProjects, view: str, lang: Lang) -> str:
    """The counts in words."""
    shown, single = _shown(found, view)
    said = [f"{count.label.in_(lang)} {count.projects}" for count in shown]
    if single:
        said.append(_rest(single).in_(lang))
    name = Text(f"{say.VIEW[view].ja}ごと", f"by {say.VIEW[view].en.lower()}").in_(lang)
    return f"{found.sentence.in_(lang)} {name}: " + ", ".join(said)


def needs(plan: ProjectPlan, look: Look) -> Spec:
    """The share of each need with what answers it; those without an indicator in full colour."""
    lines = Lines()
    for need in plan.needs:
        lines.title(need.label.in_(look.lang))
        colour = look.palette.quiet if need.kpi else look.palette.main
        lines.bar(numbers.percent(need.share).ja, colour, need.share)
        for line in say.answered(need):
            for part in within(line.in_(look.lang), look.lang, look.narrowest, look.size):
                lines.words(part)
    return drawn(lines, SHARES, look)


def needs_alt(plan: ProjectPlan, lang: Lang) -> str:
    """The needs in words."""
    comma = Text("、", ", ").in_(lang)
    return "; ".join(
        f"{need.label.in_(lang)} {numbers.percent(need.share).ja}: "
        + comma.join(line.in_(lang) for line in say.answered(need))
        for need in plan.needs
    )


def _shown(found: FoundProjects, view: str) -> tuple[tuple[Count, ...], tuple[Count, ...]]:
    """The counts to draw, and those of a single project to sum up where there are many names.

    A name without projects is drawn only where nothing was filtered out: there the zero says something.
    """
    whole = len(found.projects) == len(found.plan.projects)
    counts = tuple(count for count in found.counts(view) if count.projects or whole)
    if len(counts) <= MANY:
        return counts, ()
    several = tuple(count for count in counts if count.projects > 1)
    return several, tuple(count for count in counts if count.projects == 1)


def _rest(single: tuple[Count, ...]) -> Text:
    more = "1 more department" if len(single) == 1 else f"{len(single)} more departments"
    return Text(f"ほか{len(single)}の担当課は1事業ずつ", f"{more} with 1 project each")


def _colour(count: Count, look: Look) -> str:
    return look.palette.quiet if count.key == NONE else look.palette.main


def _scale(most: int) -> Scale:
    step = next(step for step in STEPS if most / step <= MOST_TICKS)
    ticks = tuple(range(0, most + step, step))
    return Scale(0, max(most, 1) * 1.02, ticks, tuple(map(str, ticks)))
