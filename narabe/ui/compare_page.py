"""The sections of the compare page that appear only where there is something to say."""

from narabe.analyses.compare import compare
from narabe.charts import change, ranks
from narabe.charts import compare as chart
from narabe.model.comparison import CompareAsk, Comparison
from narabe.model.text import Text
from narabe.tables import compare as tables
from narabe.ui import asking, parts
from narabe.ui.live import cached
from narabe.ui.show import show, show_table
from narabe.words import compare_sentences as say
from narabe.words import labels

DIFFERENCES = Text("どれだけ違うか", "How large are the differences?")
DIFFERENCES_NOTE = Text(
    "横線は差の95%区間。0をまたぐものは区別できません。",
    "Lines are 95% intervals; those that cross zero cannot be told apart.",
)
BASE = Text("割る人数をそろえると", "On the same base")
BASE_NOTE = Text(
    "2021年は答えた人だけで割り、2025年は全員で割っています。割る人数を動かすと、見かけの差（縦の印）のうち、どれだけが n の違いかが分かります。",
    "2021 divides by those who answered, 2025 by everyone. Move the base to see how much of the apparent change (tick) comes from it.",
)
RANKS = Text("順位の動き", "Rank movement")
RANKS_NOTE = Text(
    "選択肢の数は調査ごとに違うことがあります。", "The number of options may differ between waves."
)


def shares(comparison: Comparison) -> None:
    """All options and cohorts on one scale, with the verdicts at the place of comparison."""
    look = parts.look()
    parts.verdicts(comparison.judgements)
    parts.notes([say.bases(comparison.cohorts)])
    if comparison.known_rows:
        show(
            chart.shares(comparison, look),
            chart.alt_text(comparison, look.lang),
            beside=tables.shares(comparison),
        )
    else:
        show_table(tables.shares(comparison))
    parts.notes((*say.lost(comparison.lost_rows), labels.IF_RANDOM, *comparison.notes))


def differences(comparison: Comparison) -> None:
    """Differences with intervals, where cohorts may be compared."""
    if not comparison.differences:
        return
    look = parts.look()
    parts.heading(DIFFERENCES, DIFFERENCES_NOTE)
    show(
        change.differences(comparison, look),
        change.differences_alt(comparison, look.lang),
        beside=tables.differences(comparison),
    )


def same_base(comparison: Comparison, ask: CompareAsk) -> None:
    """The change taken apart, where the waves divide by different people."""
    if not comparison.base_effects:
        return
    look = parts.look()
    parts.heading(BASE, BASE_NOTE)
    rebased = cached(compare, asking.base(ask, comparison))
    show(
        change.base_effects(rebased, look),
        change.base_effects_alt(rebased, look.lang),
        beside=tables.base_effects(rebased),
    )


def rank_movement(comparison: Comparison) -> None:
    """The bump chart, where two waves print ranks."""
    if len(ranks.ranked_waves(comparison)) < 2:
        return
    look = parts.look()
    parts.heading(RANKS, RANKS_NOTE)
    show(
        ranks.ranks(comparison, look), ranks.ranks_alt(comparison, look.lang), beside=tables.ranks(comparison)
    )
