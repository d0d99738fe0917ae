"""Which cohorts may be compared, how much they differ, and how much of that the base did."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from narabe.analyses.rows import Row, text
from narabe.model.comparison import BaseEffect, Cohort, Difference, Judgement, OptionRow, Share
from narabe.model.rounding import half_up, percent
from narabe.model.status import Origin, Verdict
from narabe.stats.change import change, change_of_shares, disagreeing_last_digit, take_apart

Pair = tuple[int, int, Verdict]
"""Places of two cohorts, the earlier first, and whether they may be compared."""


def judgements(verdicts: list[Row], shown: tuple[Cohort, ...]) -> tuple[Judgement, ...]:
    """The verdict on every pair of waves shown, with its reason."""
    table = {(row["wave_a"], row["wave_b"]): row for row in verdicts}
    waves = dict.fromkeys(cohort.wave_id for cohort in shown)
    rows = [table[pair] for pair in combinations(waves, 2)]
    return tuple(
        Judgement(
            earlier_id=row["wave_a"],
            later_id=row["wave_b"],
            earlier=text(row, "wave_a"),
            later=text(row, "wave_b"),
            verdict=Verdict(row["verdict"]),
            reason=text(row, "reason"),
        )
        for row in rows
    )


def differences(
    rows: tuple[OptionRow, ...],
    shown: tuple[Cohort, ...],
    judged: tuple[Judgement, ...],
    effects: tuple[BaseEffect, ...],
) -> tuple[Difference, ...]:
    """Every option of every pair that may be compared; groups of one wave need no verdict."""
    undone = {(e.option_id, e.earlier.key, e.later.key) for e in effects if e.low <= 0 <= e.high}
    found = []
    for a, b, verdict in _comparable(shown, judged):
        for row in rows:
            difference = _difference(row, row.shares[a], row.shares[b], shown[a], shown[b], verdict)
            if difference:
                key = (row.option_id, shown[a].key, shown[b].key)
                due = key in undone and difference.distinguishable is True
                found.append(replace(difference, due_to_base=due))
    return tuple(found)


def base_effects(
    rows: tuple[OptionRow, ...],
    shown: tuple[Cohort, ...],
    judged: tuple[Judgement, ...],
    questions: dict[str, Row],
    chosen: int | None,
) -> tuple[BaseEffect, ...]:
    """Changes taken apart where the earlier wave counts only those who answered, the later one everybody.

    `chosen` is the base for the earlier wave, kept between answered and asked; None = asked.
    """
    effects: list[BaseEffect] = []
    for a, b, _verdict in _comparable(shown, judged):
        before, after = questions[shown[a].wave_id], questions[shown[b].wave_id]
        whole = shown[a].group_id == shown[b].group_id == "all"
        if whole and _bases_differ(before, after):
            answered, asked = before["base"], before["answered"]
            bases = (answered, asked, min(max(chosen or asked, answered), asked))
            effects += (effect for row in rows if (effect := _effect(row, (a, b), shown, bases)))
    return tuple(effects)


def _effect(
    row: OptionRow, pair: tuple[int, int], shown: tuple[Cohort, ...], bases: tuple[int, int, int]
) -> BaseEffect | None:
    """One option's change taken apart; `bases` are answered, asked and chosen. None without both counts."""
    old, new = (row.shares[place] for place in pair)
    if old.count is None or new.count is None or not new.base:
        return None
    answered, asked, chosen = bases
    parts = take_apart((new.count, new.base), (old.count, answered), chosen)
    return BaseEffect(
        option_id=row.option_id,
        label=row.label,
        earlier=shown[pair[0]],
        later=shown[pair[1]],
        answered=answered,
        asked=asked,
        chosen=chosen,
        total=parts.total,
        from_base=parts.from_base,
        remaining=parts.remaining,
        low=parts.low,
        high=parts.high,
    )


def _comparable(shown: tuple[Cohort, ...], judged: tuple[Judgement, ...]) -> Iterator[Pair]:
    """Pairs of cohorts of which no verdict forbids the comparison and nobody is in both, with their verdict.

    A room is never one of a pair. Groups of one wave need no verdict.
    """
    verdicts = {(j.earlier_id, j.later_id): j.verdict for j in judged}
    for (a, earlier), (b, later) in combinations(enumerate(shown), 2):
        verdict = verdicts.get((earlier.wave_id, later.wave_id), Verdict.SAME)
        apart = _disjoint(earlier, later) and not _same_answers(earlier, later)
        if verdict is not Verdict.NO and apart and Origin.ROOM not in (earlier.origin, later.origin):
            yield a, b, verdict


def _disjoint(earlier: Cohort, later: Cohort) -> bool:
    """Within one wave only groups of the same kind share no person."""
    if earlier.wave_id != later.wave_id:
        return True
    both = (earlier.group_id, later.group_id)
    return "all" not in both and len({group.startswith("age") for group in both}) == 1


def _same_answers(earlier: Cohort, later: Cohort) -> bool:
    """Two waves that hold the answers to one survey: what differs between them is no difference between people."""
    surveys = {cohort.same_as or cohort.wave_id for cohort in (earlier, later)}
    return earlier.wave_id != later.wave_id and len(surveys) == 1


def _bases_differ(before: Row, after: Row) -> bool:
    """The earlier share is of those who answered, the later of all respondents."""
    narrower = before["base_rule"] == "answered" and (before["base"] or 0) < (before["answered"] or 0)
    return narrower and after["base_rule"] == "all" and after["base"] == after["answered"]


def _difference(
    row: OptionRow, before: Share, after: Share, earlier: Cohort, later: Cohort, verdict: Verdict
) -> Difference | None:
    if before.value is None or after.value is None:
        return None
    points, low, high, printed = after.value - before.value, None, None, None
    if before.count is not None and after.count is not None and before.base and after.base:
        moved = change((after.count, after.base), (before.count, before.base))
        points, low, high = moved.points, moved.low, moved.high
        as_printed = half_up(after.value, after.decimals), half_up(before.value, before.decimals)
        printed = disagreeing_last_digit(points, *as_printed)
    elif (new := _on_base(after)) and (old := _on_base(before)):
        moved = change_of_shares(new, old)
        points, low, high = moved.points, moved.low, moved.high
    return Difference(
        option_id=row.option_id,
        label=row.label,
        earlier=earlier,
        later=later,
        points=points,
        low=low,
        high=high,
        printed_points=printed,
        verdict=verdict,
    )


def _on_base(share: Share) -> tuple[float, float] | None:
    """The percentage with what it rests on; None where its count is not known, as of a printed share that fits several."""
    if share.value is None or not share.base:
        return None
    if share.effective_base:
        return share.value, share.effective_base
    return None if share.count is None else (float(percent(share.count, share.base)), share.base)
