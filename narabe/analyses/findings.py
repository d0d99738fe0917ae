"""The findings the home page opens with, each computed from the figures it names."""

from narabe.analyses.cohorts import cohorts
from narabe.analyses.compare import compare
from narabe.analyses.kpi import kpi_board
from narabe.model.comparison import CompareAsk, Comparison, Difference, OptionRow, Share
from narabe.model.findings import Finding, HomeView
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.warehouse import Warehouse
from narabe.words import finding_sentences as say

THEN, NOW = "net2021", "net2025"
PERSONAL = ("privacy_leak", "online_crime", "digital_divide")
SYSTEMIC = ("misinformation", "system_failure")


def home(warehouse: Warehouse) -> HomeView:
    """One sentence on the indicators and three findings."""
    board = kpi_board(warehouse)
    found = (progress_beyond_age_mix(warehouse), ai_runs_ahead(warehouse), fear_turns_systemic(warehouse))
    return HomeView(board.sentence, found, warehouse.build_id)


def progress_beyond_age_mix(warehouse: Warehouse) -> Finding:
    """More people feel progress than any age mix of 2021 could give.

    A mix of age groups cannot exceed its highest group, so 2025's share is held against that.
    """
    comparison = _between(warehouse, "digital_progress")
    moved = _difference(comparison, "progressing")
    before, after = _row(comparison, "progressing").shares
    group, top = _highest_age_group(warehouse)
    return Finding(
        "progress_beyond_age_mix",
        say.from_to(before, after),
        say.progress(before, after, beyond_age_mix=(after.value or 0) >= (top.value or 100)),
        say.progress_arithmetic(before, after, moved, group, top),
        say.progress_caution(comparison.judgements[0].reason, group, top),
        "compare",
        (("q", "digital_progress"), ("c", THEN), ("c", NOW)),
    )


def ai_runs_ahead(warehouse: Warehouse) -> Finding:
    """AI use on a yearly basis against its FY2029 target."""
    indicator = next(i for i in kpi_board(warehouse).indicators if i.metric_id == "ai_users")
    return Finding(
        "ai_runs_ahead",
        say.ai_key(indicator),
        say.ai(indicator),
        indicator.why,
        say.ai_caution(indicator),
        "kpi",
        (("area", indicator.area),),
    )


def fear_turns_systemic(warehouse: Warehouse) -> Finding:
    """Fears of society's systems rose; fears for oneself did not."""
    comparison = _between(warehouse, "fears")
    systemic = [_difference(comparison, option) for option in SYSTEMIC]
    personal = [_difference(comparison, option) for option in PERSONAL]
    return Finding(
        "fear_turns_systemic",
        say.rises(systemic),
        say.fear(systemic, personal),
        say.fear_arithmetic([*systemic, *personal]),
        comparison.judgements[0].reason,
        "compare",
        (("q", "fears"), ("c", THEN), ("c", NOW)),
    )


def _between(warehouse: Warehouse, concept: str) -> Comparison:
    return compare(warehouse, CompareAsk(concept, (THEN, NOW)))


def _highest_age_group(warehouse: Warehouse) -> tuple[Text, Share]:
    """The age group of 2021 with the highest printed share; the document names it as the highest of all."""
    groups = [cohort for cohort in cohorts(warehouse, "digital_progress") if cohort.wave_id == THEN]
    ages = [cohort for cohort in groups if cohort.group_id.startswith("age")]
    known = []
    for age in ages:
        comparison = compare(warehouse, CompareAsk("digital_progress", (age.key,)))
        (share,) = _row(comparison, "progressing").shares
        if share.value is not None:
            known.append((age.short, share))
    return max(known, key=lambda pair: pair[1].value or 0)


def _row(comparison: Comparison, option: str) -> OptionRow:
    for row in comparison.rows:
        if row.option_id == option:
            return row
    raise _lost(option)


def _difference(comparison: Comparison, option: str) -> Difference:
    for difference in comparison.differences:
        if difference.option_id == option:
            return difference
    raise _lost(option)


def _lost(option: str) -> Problem:
    return Problem(
        Text(
            f"発見に必要な数値（{option}）が見つかりません。",
            f"A figure a finding needs ({option}) is missing.",
        ),
        Text("data/published の変更を確かめてください。", "Check what changed in data/published."),
    )
