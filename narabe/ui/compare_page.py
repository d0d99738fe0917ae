"""The sections of the compare page that appear only where there is something to say."""

import streamlit as st

from narabe.analyses.compare import compare
from narabe.analyses.imported import beside_answers
from narabe.charts import change, ranks
from narabe.charts import compare as chart
from narabe.charts.theme import Look
from narabe.model.comparison import CompareAsk, Comparison
from narabe.model.text import Text
from narabe.tables import compare as tables
from narabe.ui import asking, beside, language, parts, register_marks
from narabe.ui.live import cached
from narabe.ui.show import show, show_table
from narabe.words import compare_sentences as say

DIFFERENCES = Text("差の大きさ", "How large are the differences?")
DIFFERENCES_NOTE = Text(
    "横線は差の95%区間。0をまたぐものは、差があるとはいえません。",
    "Lines are 95% intervals; one that crosses zero is no clear difference.",
)
BASE = Text("分母をそろえた場合", "On the same base")
BASE_NOTE = Text(
    "前の調査は答えた人だけ、後の調査は回答者全員を分母にしています。分母を動かすと、見かけの差（縦の印）のうち分母の違いによる分が分かります。",
    "The earlier survey divides by those who answered, the later by everyone. Move the base to see how much of the apparent change (tick) comes from it.",
)
RANKS = Text("順位の動き", "Rank movement")
RANKS_NOTE = Text(
    "選択肢の数は調査ごとに違うことがあります。", "The number of options may differ between waves."
)
SEPARATE = Text(
    "調査ごとの割合（調査どうしの比較はできません）", "Shares of each survey (not to be compared)"
)


def main_chart(comparison: Comparison, look: Look) -> None:
    """The verdicts, then shares side by side; ranks where shares may not be compared; else the table."""
    if not comparison.cohorts:
        return
    parts.verdicts(comparison.judgements)
    parts.notes([say.bases(comparison.cohorts)])
    said = say.footing(comparison)
    if comparison.shares_comparable and comparison.has_bars:
        text = chart.alt_text(comparison, look.lang)
        show(chart.shares(comparison, look), text, beside=tables.shares(comparison), said=said)
    elif _ranked(comparison):
        _ranks(comparison, look)
        with st.expander(SEPARATE.in_(language.current()), icon=":material/table:"):
            show_table(tables.shares(comparison), said=said)
    else:
        show_table(tables.shares(comparison), said=said)
        parts.source_line(comparison.sources)


def details(comparison: Comparison, ask: CompareAsk, look: Look) -> None:
    """What stands below the main chart, unless that is to stand alone."""
    if look.large:
        return
    parts.notes(say.caveats(comparison))
    _differences(comparison, look)
    _same_base(comparison, ask, look)
    if comparison.shares_comparable and comparison.has_bars and _ranked(comparison):
        parts.heading(RANKS, RANKS_NOTE)
        _ranks(comparison, look)
    waves = tuple(cohort.wave_id for cohort in comparison.cohorts)
    beside.section(cached(beside_answers, comparison.concept_id, waves), comparison.concept_id)
    register_marks.marks(comparison.discrepancies)


def _differences(comparison: Comparison, look: Look) -> None:
    if comparison.differences:
        parts.heading(DIFFERENCES, DIFFERENCES_NOTE)
        text, said = change.differences_alt(comparison, look.lang), say.footing(comparison)
        show(change.differences(comparison, look), text, beside=tables.differences(comparison), said=said)


def _same_base(comparison: Comparison, ask: CompareAsk, look: Look) -> None:
    if comparison.base_effects:
        parts.heading(BASE, BASE_NOTE)
        rebased = cached(compare, asking.base(ask, comparison))
        text, said = change.base_effects_alt(rebased, look.lang), say.footing(rebased)
        show(change.base_effects(rebased, look), text, beside=tables.base_effects(rebased), said=said)


def _ranked(comparison: Comparison) -> bool:
    """Whether two waves print ranks."""
    return len(ranks.ranked_waves(comparison)) > 1


def _ranks(comparison: Comparison, look: Look) -> None:
    text = ranks.ranks_alt(comparison, look.lang)
    show(ranks.ranks(comparison, look), text, beside=tables.ranks(comparison), said=say.footing(comparison))
