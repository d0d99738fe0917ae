"""The comparison: shares of every option and cohort on one scale."""

from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.template import Spec
from narabe.charts.theme import Look, cohort_colours
from narabe.model.comparison import Cohort, Comparison, Share
from narabe.model.status import Status
from narabe.model.text import Lang, Text
from narabe.words import labels, numbers

TICKS = (0, 20, 40, 60, 80, 100)
SCALE = Scale(0, 150, TICKS, tuple(f"{tick}%" for tick in TICKS))
"""To 100 %; the room beyond is for labels."""
LOST = Text("図のため未収録", "only in a lost figure")


def shares(comparison: Comparison, look: Look) -> Spec:
    """Bars per option and cohort, zero-based, with intervals; ranges dashed; the rest in words."""
    lines = Lines()
    colours = cohort_colours(comparison.cohorts, look.palette)
    for row in comparison.known_rows:
        lines.title(row.label.in_(look.lang))
        for cohort, share, colour in zip(comparison.cohorts, row.shares, colours, strict=True):
            lines.bar(
                bar_label(cohort, share, look.lang),
                colour,
                share.value,
                interval=(share.low, share.high),
                span=(share.floor, share.ceiling),
            )
    return drawn(lines, SCALE, look)


def bar_label(cohort: Cohort, share: Share, lang: Lang) -> str:
    """`2021年 27.9%`, `2025年 27.3%以下（選択肢にあれば）`, `2017年 4位`, `… 図のため未収録`."""
    name = cohort.short.in_(lang)
    if share.value is not None:
        small = Text("（参考値）", " (small base)") if share.small else Text("", "")
        return f"{name} {numbers.percent(share.value, share.decimals).in_(lang)}{small.in_(lang)}"
    if share.floor is not None and share.ceiling is not None:
        asked = Text("", "") if share.offered else Text("（選択肢にあれば）", " (if offered)")
        return f"{name} {numbers.bounds(share.floor, share.ceiling).in_(lang)}{asked.in_(lang)}"
    if share.count is not None:
        return f"{name} {numbers.people(share.count).in_(lang)}"
    if share.rank is not None:
        return f"{name} {numbers.rank(share.rank).in_(lang)}"
    said = labels.STATUS[share.status] if share.status is not Status.NOT_CAPTURED else LOST
    return f"{name} {said.in_(lang)}"


def alt_text(comparison: Comparison, lang: Lang) -> str:
    """The chart in words: the finding, then each option with what each cohort says."""
    options = [
        row.label.in_(lang)
        + ": "
        + ", ".join(
            bar_label(cohort, share, lang)
            for cohort, share in zip(comparison.cohorts, row.shares, strict=True)
        )
        for row in comparison.rows
    ]
    return " ".join([comparison.question.in_(lang), comparison.finding.in_(lang), *options])
