"""How does one question look side by side: shares, differences, verdicts, and what the base did."""

from itertools import combinations

from narabe.analyses.cohorts import chosen_cohorts, cohorts, concept_of
from narabe.analyses.rows import Row, optional_text, source, text
from narabe.model.comparison import (
    BaseEffect,
    Cohort,
    CompareAsk,
    Comparison,
    Difference,
    Judgement,
    OptionRow,
    Share,
)
from narabe.model.rounding import half_up
from narabe.model.source import unique
from narabe.model.status import BaseStatus, Status, Verdict
from narabe.model.text import Text
from narabe.settings import settings
from narabe.stats.change import change, disagreeing_last_digit, take_apart
from narabe.stats.proportions import wilson
from narabe.warehouse import Warehouse
from narabe.words import compare_sentences as say

SINGLE = "single"


def compare(warehouse: Warehouse, ask: CompareAsk) -> Comparison:
    """One question, up to four cohorts. Errors: Problem for an unknown question."""
    concept = concept_of(warehouse, ask.concept)
    shown = chosen_cohorts(cohorts(warehouse, ask.concept), ask.cohorts)
    figures = warehouse.ask("concept_figures", concept=ask.concept)
    questions = {row["wave_id"]: row for row in warehouse.ask("concept_questions", concept=ask.concept)}
    rows = _rows(figures, shown, single=_is_single(questions))
    judgements, verdicts = _judgements(warehouse, ask.concept, shown)
    differences = _differences(rows, shown, verdicts)
    return Comparison(
        concept_id=concept.concept_id,
        label=concept.label,
        question=concept.question,
        cohorts=shown,
        rows=rows,
        differences=differences,
        judgements=judgements,
        base_effects=_base_effects(rows, shown, questions, verdicts, ask.base),
        finding=say.finding(shown, rows, differences, judgements),
        notes=_notes(figures, shown, questions),
        sources=unique([share.source for row in rows for share in row.shares]),
        build_id=warehouse.build_id,
    )


def _is_single(questions: dict[str, Row]) -> bool:
    return all(row["answer_type"] == SINGLE for row in questions.values())


def _rows(figures: list[Row], shown: tuple[Cohort, ...], single: bool) -> tuple[OptionRow, ...]:
    """Single choice keeps codebook order; otherwise the latest cohort's largest first."""
    labels: dict[str, Text] = {}
    found: dict[tuple[str, str], dict[str, Row]] = {}
    keys = {(cohort.wave_id, cohort.group_id): cohort.key for cohort in shown}
    for figure in figures:
        key = keys.get((figure["wave_id"], figure["group_id"]))
        if key is None:
            continue
        labels.setdefault(figure["option_id"], text(figure, "option"))
        found.setdefault((figure["option_id"], key), {})[figure["measure"]] = figure
    rows = [
        OptionRow(
            option, label, tuple(_share(found.get((option, cohort.key), {}), cohort) for cohort in shown)
        )
        for option, label in labels.items()
    ]
    if single:
        order = _codebook_order(figures)
        rows.sort(key=lambda row: order[row.option_id])
    else:
        rows.sort(key=_largest_first)
    return tuple(rows)


def _codebook_order(figures: list[Row]) -> dict[str, tuple[int, int]]:
    """The place of each option in the codebook that knows most options of this question."""
    sizes: dict[str, int] = {}
    for figure in figures:
        sizes[figure["wave_id"]] = max(sizes.get(figure["wave_id"], 0), figure["option_order"])
    fullest = max(sizes, key=lambda wave: sizes[wave], default="")
    order: dict[str, tuple[int, int]] = {}
    for figure in figures:
        place = (0 if figure["wave_id"] == fullest else 1, figure["option_order"])
        order[figure["option_id"]] = min(place, order.get(figure["option_id"], place))
    return order


def _largest_first(row: OptionRow) -> tuple[float, ...]:
    sizes = [share.value if share.value is not None else (share.ceiling or 0) - 0.01 for share in row.shares]
    ranks = [share.rank or 99 for share in row.shares]
    return (*(-size for size in reversed(sizes)), *reversed(ranks))


def _share(measures: dict[str, Row], cohort: Cohort) -> Share:
    """What is known of one option; an option a wave does not name may stand in its lost picture,
    unless the wave is known by ranks alone."""
    share, rank, people = measures.get("share"), measures.get("rank"), measures.get("count")
    position = int(rank["value"]) if rank else None
    figure = share or rank or people
    if figure is None:
        return Share(Status.NOT_CAPTURED if cohort.base else Status.NOT_PUBLISHED)
    if share is None:
        counted = int(people["value"]) if people else None
        share = {**figure, "value": None, "low": None, "high": None, "numerator": counted}
    count, base = share["numerator"], share["base"]
    low, high = wilson(count, base) if count is not None and base else (None, None)
    status = Status(figure["status"])
    if status is Status.NOT_CAPTURED and position:
        status = Status.RANK
    return Share(
        status=status,
        value=share["value"],
        decimals=share["decimals"] if share["decimals"] is not None else 1,
        count=count,
        base=base,
        base_status=BaseStatus(share["base_status"]) if share["base_status"] else None,
        low=low,
        high=high,
        floor=share["low"],
        ceiling=share["high"],
        rank=position,
        offered=share["offered"],
        small=base is not None and base < settings().small_base,
        note=optional_text(figure, "note"),
        source=source(figure),
        discrepancies=tuple(sorted(figure["discrepancies"])),
    )


def _judgements(
    warehouse: Warehouse, concept: str, shown: tuple[Cohort, ...]
) -> tuple[tuple[Judgement, ...], dict[tuple[str, str], Verdict]]:
    table = {(row["wave_a"], row["wave_b"]): row for row in warehouse.ask("verdicts", concept=concept)}
    waves = {cohort.wave_id: cohort for cohort in shown}
    shorts = {
        row["wave_id"]: text(row, "short") for row in warehouse.ask("concept_questions", concept=concept)
    }
    judgements, verdicts = [], {}
    for earlier, later in combinations(waves, 2):
        row = table[(earlier, later)]
        verdict = verdicts[(earlier, later)] = Verdict(row["verdict"])
        judgements.append(Judgement(shorts[earlier], shorts[later], verdict, text(row, "reason")))
    return tuple(judgements), verdicts


def _differences(
    rows: tuple[OptionRow, ...], shown: tuple[Cohort, ...], verdicts: dict[tuple[str, str], Verdict]
) -> tuple[Difference, ...]:
    """Every pair of cohorts that may be compared; groups of one wave need no verdict."""
    differences = []
    for (a, earlier), (b, later) in combinations(enumerate(shown), 2):
        verdict = verdicts.get((earlier.wave_id, later.wave_id), Verdict.SAME)
        if verdict is Verdict.NO or not _disjoint(earlier, later):
            continue
        for row in rows:
            difference = _difference(row, row.shares[a], row.shares[b], earlier, later, verdict)
            if difference:
                differences.append(difference)
    return tuple(differences)


def _disjoint(earlier: Cohort, later: Cohort) -> bool:
    """People of one wave are compared only between groups of the same kind."""
    if earlier.wave_id != later.wave_id:
        return True
    both = (earlier.group_id, later.group_id)
    return "all" not in both and len({group.startswith("age") for group in both}) == 1


def _difference(
    row: OptionRow, before: Share, after: Share, earlier: Cohort, later: Cohort, verdict: Verdict
) -> Difference | None:
    if before.value is None or after.value is None:
        return None
    if before.count is None or after.count is None or not before.base or not after.base:
        return Difference(
            row.option_id, row.label, earlier, later, after.value - before.value, None, None, None, verdict
        )
    moved = change((after.count, after.base), (before.count, before.base))
    as_printed = half_up(after.value, after.decimals), half_up(before.value, before.decimals)
    printed = disagreeing_last_digit(moved.points, *as_printed)
    return Difference(
        row.option_id, row.label, earlier, later, moved.points, moved.low, moved.high, printed, verdict
    )


def _base_effects(
    rows: tuple[OptionRow, ...],
    shown: tuple[Cohort, ...],
    questions: dict[str, Row],
    verdicts: dict[tuple[str, str], Verdict],
    chosen: int | None,
) -> tuple[BaseEffect, ...]:
    """Where the earlier wave counts only those who answered and the later one everybody."""
    effects = []
    for (a, earlier), (b, later) in combinations(enumerate(shown), 2):
        before, after = questions[earlier.wave_id], questions[later.wave_id]
        narrower = before["base_rule"] == "answered" and (before["base"] or 0) < (before["answered"] or 0)
        if not narrower or after["base_rule"] != "all" or {earlier.group_id, later.group_id} != {"all"}:
            continue
        if verdicts.get((earlier.wave_id, later.wave_id)) is Verdict.NO or later.base != after["answered"]:
            continue
        answered, asked = before["base"], before["answered"]
        base = min(max(chosen or asked, answered), asked)
        for row in rows:
            old, new = row.shares[a], row.shares[b]
            if old.count is None or new.count is None or not new.base:
                continue
            parts = take_apart((new.count, new.base), (old.count, answered), base)
            effects.append(
                BaseEffect(
                    row.option_id,
                    row.label,
                    earlier,
                    later,
                    answered,
                    asked,
                    base,
                    parts.total,
                    parts.from_base,
                    parts.remaining,
                    parts.low,
                    parts.high,
                )
            )
    return tuple(effects)


def _notes(figures: list[Row], shown: tuple[Cohort, ...], questions: dict[str, Row]) -> tuple[Text, ...]:
    notes = [optional_text(questions[wave], "note") for wave in dict.fromkeys(c.wave_id for c in shown)]
    gaps = [
        say.printed_gap(text(questions[row["wave_id"]], "short"), text(row, "option"), row["value"])
        for row in figures
        if row["measure"] == "difference" and any(c.wave_id == row["wave_id"] for c in shown)
    ]
    return tuple(note for note in notes if note) + tuple(gaps)
