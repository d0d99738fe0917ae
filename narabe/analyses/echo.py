"""What do the surveys say to a theme of the remarks?"""

from narabe.analyses.cohorts import cohorts
from narabe.analyses.compare import compare
from narabe.analyses.voices import theme
from narabe.model.comparison import Cohort, CompareAsk, Comparison, Share
from narabe.model.status import Origin, Status, Verdict
from narabe.model.text import Text
from narabe.model.voices import Echo
from narabe.warehouse import Warehouse
from narabe.words import compare_sentences, labels
from narabe.words import voices_sentences as say

Told = tuple[Cohort, Share]


def echo(warehouse: Warehouse, theme_id: str) -> Echo | None:
    """What the surveys say to a theme; None where it illuminates no question."""
    about = next(theme(row) for row in warehouse.ask("themes") if row["theme_id"] == theme_id)
    if about.concept_id is None or about.option is None:
        return None
    printed = [c.key for c in cohorts(warehouse, about.concept_id) if c.origin is Origin.PUBLISHED]
    whole = tuple(key for key in printed if ":" not in key)
    comparison = compare(warehouse, CompareAsk(about.concept_id, whole))
    row = next(row for row in comparison.rows if row.option_id == about.option_id)
    known = [
        pair for pair in zip(comparison.cohorts, row.shares, strict=True) if pair[1].known or pair[1].bounded
    ]
    told, ranks_only = _side_by_side(known, comparison)
    return Echo(
        concept_id=about.concept_id,
        question=comparison.question,
        option=row.label,
        told=tuple(told),
        ranks_only=ranks_only,
        notes=_echo_notes(comparison, known, told, ranks_only),
        build_id=warehouse.build_id,
    )


def _side_by_side(known: list[Told], comparison: Comparison) -> tuple[list[Told], bool]:
    """What may stand together, and whether it is ranks alone: a verdict `no` leaves no two shares to compare.

    Where a wave has no rank either, it is left out before the waves it may not stand beside.
    """
    waves = {cohort.wave_id for cohort, _ in known}
    refused = [
        judgement
        for judgement in comparison.judgements
        if judgement.verdict is Verdict.NO and {judgement.earlier_id, judgement.later_id} <= waves
    ]
    if not refused:
        return known, False
    if all(share.rank is not None for _, share in known):
        ranks = [
            (cohort, Share(status=Status.RANK, rank=share.rank, base=share.base, source=share.source))
            for cohort, share in known
        ]
        return ranks, True
    earlier = {judgement.earlier_id for judgement in refused}
    return [pair for pair in known if pair[0].wave_id not in earlier], False


def _echo_notes(
    comparison: Comparison, known: list[Told], told: list[Told], ranks_only: bool
) -> tuple[Text, ...]:
    """The bases, what stands against reading the waves side by side, and what an interval means."""
    left_out = [cohort for cohort, _ in known if cohort not in [kept for kept, _ in told]]
    caution = say.side_by_side(comparison) if len(told) > 1 else ()
    if ranks_only:
        caution = (say.RANKS_ONLY,)
    elif left_out:
        caution = (say.left_out(left_out),)
    drawn = not ranks_only and any(share.low is not None for _, share in told)
    return (
        compare_sentences.bases([cohort for cohort, _ in told]),
        *caution,
        *([labels.IF_RANDOM] if drawn else []),
    )
