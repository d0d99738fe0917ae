"""Charts of a crossed table, chosen by the type of its question."""

from collections.abc import Callable
from enum import StrEnum

from narabe.analyses.crosstab_finding import finding
from narabe.charts.crosstab_bars import MOST_PARTS, MOST_STEPS, diverging, stacked
from narabe.charts.crosstab_dots import dots, means
from narabe.charts.crosstab_heat import heat
from narabe.charts.crosstab_words import heading, in_words
from narabe.charts.template import Spec
from narabe.charts.theme import Look
from narabe.model.answers_plan import AnswerType
from narabe.model.crosstab import CrossTab, CrossTable
from narabe.model.survey import ONE_ANSWER
from narabe.model.text import Lang
from narabe.words import crosstab_finding_sentences as say

CROWDED = 60
"""Shares of which dots would make too long a drawing."""
MOST_SPOKEN = 60
"""Shares that are read out; a longer table is better read as a table."""


class ChartKind(StrEnum):
    STACKED = "stacked"
    DIVERGING = "diverging"
    DOTS = "dots"
    HEAT = "heat"
    MEANS = "means"


def kinds(table: CrossTable, answer_type: AnswerType) -> tuple[ChartKind, ...]:
    """The charts that suit, the usual one first. Parts of a whole are drawn only while they can be told apart."""
    means = (ChartKind.MEANS,) if table.averages else ()
    if not table.rows:
        return means
    parts = sum(not row.net for row in table.rows)
    crowded = len(table.rows) * len(table.columns) > CROWDED
    shares = (ChartKind.HEAT, ChartKind.DOTS) if crowded else (ChartKind.DOTS, ChartKind.HEAT)
    if answer_type not in ONE_ANSWER:
        return shares
    whole = (ChartKind.STACKED,) if parts <= MOST_PARTS else ()
    if answer_type is AnswerType.SCALE:
        steps = sum(not row.net and not row.missing for row in table.rows)
        sides = (ChartKind.DIVERGING,) if 1 < steps <= MOST_STEPS else ()
        return (*sides, *whole, *shares, *means)
    return (*whole, *shares)


def chart(told: CrossTab, table: CrossTable, kind: ChartKind, look: Look) -> Spec:
    """The table as a chart of one of its `kinds`."""
    return DRAWN[kind](told, table, look)


def alt_text(told: CrossTab, table: CrossTable, kind: ChartKind, lang: Lang) -> str:
    """The chart in words: what it is of, the finding, then every group with its figures."""
    shown = in_words(told, table, kind is ChartKind.MEANS, lang)
    figures = max(1, len(table.rows)) * len(table.columns)
    if figures > MOST_SPOKEN:
        shown = [shown[0], say.IN_THE_TABLE.in_(lang)]
    said = (*(line.in_(lang) for line in heading(told, table)), finding(told, table).in_(lang), *shown)
    return " ".join(said)


DRAWN: dict[ChartKind, Callable[[CrossTab, CrossTable, Look], Spec]] = {
    ChartKind.STACKED: stacked,
    ChartKind.DIVERGING: diverging,
    ChartKind.DOTS: dots,
    ChartKind.HEAT: heat,
    ChartKind.MEANS: means,
}
