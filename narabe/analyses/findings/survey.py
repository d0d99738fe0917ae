"""What the surveys say when they are set side by side."""

from narabe.analyses.cohorts import cohorts
from narabe.analyses.compare import compare
from narabe.analyses.findings.lookup import difference, lost, row, share
from narabe.model.comparison import CompareAsk, Comparison, Share
from narabe.model.findings import Finding
from narabe.model.status import Status
from narabe.model.text import Text
from narabe.warehouse import Warehouse
from narabe.words import finding_sentences as say

THEN, NOW = "net2021", "net2025"
THREE_GROUPS = (NOW, "seniors2025", "youth2025")
PERSONAL = ("privacy_leak", "online_crime", "digital_divide")
SYSTEMIC = ("misinformation", "system_failure")


def progress_beyond_age_mix(warehouse: Warehouse) -> Finding:
    """More people feel progress than any age mix of 2021 could give.

    A mix of age groups cannot exceed its highest group, so 2025's share is held against that.
    """
    comparison = _between(warehouse, "digital_progress")
    moved = difference(comparison, "progressing")
    before, after = row(comparison, "progressing").shares
    group, top = _highest_age_group(warehouse)
    return Finding(
        "progress_beyond_age_mix",
        say.from_to(before, after),
        say.progress(before, after, group, top),
        say.progress_arithmetic(before, after, moved, group, top),
        say.progress_caution(comparison.judgements[0].reason, group, top),
        "compare",
        _address("digital_progress", THEN, NOW),
    )


def fear_turns_systemic(warehouse: Warehouse) -> Finding:
    """Fears of society's systems rose; fears for oneself did not."""
    comparison = _between(warehouse, "fears")
    systemic = [difference(comparison, option) for option in SYSTEMIC]
    personal = [difference(comparison, option) for option in PERSONAL]
    return Finding(
        "fear_turns_systemic",
        say.rises(systemic),
        say.fear(systemic, personal),
        say.fear_arithmetic([*systemic, *personal]),
        comparison.judgements[0].reason + say.OUR_SPLIT,
        "compare",
        _address("fears", THEN, NOW),
    )


def website_base_effect(warehouse: Warehouse) -> Finding:
    """How much of the fall in website use comes from dividing by other people."""
    comparison = _between(warehouse, "service_use")
    effect = next((e for e in comparison.base_effects if e.option_id == "website"), None)
    if effect is None:
        raise lost("website")
    before, after = row(comparison, "website").shares
    return Finding(
        "website_base_effect",
        say.from_to(before, after),
        say.base_effect(effect),
        say.base_effect_arithmetic(effect, before, after),
        comparison.judgements[0].reason,
        "compare",
        _address("service_use", THEN, NOW),
    )


def divide_inverted(warehouse: Warehouse) -> Finding:
    """The young know the word DX less than the old and resist online procedures less."""
    unheard = (
        share(warehouse, "dx_awareness", NOW, "never_heard"),
        _complement(share(warehouse, "dx_awareness", "seniors2025", "aware")),
        share(warehouse, "dx_awareness", "youth2025", "never_heard"),
    )
    resisting = (
        _between_shares(
            share(warehouse, "online_resistance", NOW, "very_resistant"),
            _complement(share(warehouse, "online_resistance", NOW, "not_felt")),
        ),
        share(warehouse, "online_resistance", "seniors2025", "resistant"),
        share(warehouse, "online_resistance", "youth2025", "resistant"),
    )
    names = [cohort.label for cohort in cohorts(warehouse, "online_resistance") if cohort.key in THREE_GROUPS]
    return Finding(
        "divide_inverted",
        say.divide_key(resisting),
        say.divide(unheard, resisting),
        say.divide_arithmetic(names, unheard, resisting),
        say.DIVIDE_CAUTION,
        "compare",
        _address("online_resistance", *THREE_GROUPS),
    )


def _complement(share: Share) -> Share:
    """Everyone else: 100 % less the share, from counts where they are known."""
    if share.value is not None:
        count = share.base - share.count if share.base and share.count is not None else None
        value = 100 * count / share.base if count is not None and share.base else 100 - share.value
        return Share(share.status, value, share.decimals, count, share.base)
    if share.floor is None or share.ceiling is None:
        raise lost("share")
    return Share(share.status, base=share.base, floor=100 - share.ceiling, ceiling=100 - share.floor)


def _between_shares(least: Share, most: Share) -> Share:
    """A share known only to lie between two others of the same base."""
    if least.value is None or most.value is None:
        raise lost("online_resistance")
    return Share(Status.BOUNDED, base=least.base, floor=least.value, ceiling=most.value)


def _between(warehouse: Warehouse, concept: str) -> Comparison:
    return compare(warehouse, CompareAsk(concept, (THEN, NOW)))


def _address(concept: str, *keys: str) -> tuple[tuple[str, str], ...]:
    return (("q", concept), *(("c", key) for key in keys))


def _highest_age_group(warehouse: Warehouse) -> tuple[Text, Share]:
    """The age group of 2021 with the highest printed share; the document names it as the highest of all."""
    groups = [cohort for cohort in cohorts(warehouse, "digital_progress") if cohort.wave_id == THEN]
    ages = [cohort for cohort in groups if cohort.group_id.startswith("age")]
    known = []
    for age in ages:
        found = share(warehouse, "digital_progress", age.key, "progressing")
        if found.value is not None:
            known.append((age.short, found))
    return max(known, key=lambda pair: pair[1].value or 0)
