"""Which questions can be compared, and between whom."""

from dataclasses import replace

from narabe.analyses.rows import Row, text
from narabe.model.comparison import MOST_COHORTS, Cohort, Concept
from narabe.model.problem import Problem
from narabe.model.status import BaseStatus, Origin, Verdict
from narabe.model.text import Text
from narabe.warehouse import Warehouse
from narabe.words import labels

KNOWN = {"printed", "computed", "bounded", "rank"}


def concepts(warehouse: Warehouse) -> tuple[Concept, ...]:
    """Every question of the codebooks, in their order, then those only imports ask."""
    return tuple(_concept(row) for row in warehouse.ask("concepts"))


def concept_of(warehouse: Warehouse, concept_id: str) -> Concept:
    """One question by id. Errors: Problem when there is none of that name."""
    for concept in concepts(warehouse):
        if concept.concept_id == concept_id:
            return concept
    raise Problem(
        Text(f"設問「{concept_id}」はありません。", f"There is no question “{concept_id}”."),
        Text("一覧から設問を選び直してください。", "Choose a question from the list."),
    )


def cohorts(warehouse: Warehouse, concept_id: str) -> tuple[Cohort, ...]:
    """Waves that ask the question, published ones first, then the groups inside them of which something is known."""
    waves = warehouse.ask("concept_questions", concept=concept_id)
    figures = warehouse.ask("concept_figures", concept=concept_id)
    groups = [row for row in warehouse.ask("groups") if row["kind"] in ("sex", "age")]
    waves.sort(key=lambda wave: Origin(wave["origin"]) is not Origin.PUBLISHED)
    whole = [_whole(wave) for wave in waves]
    parts = []
    for wave in waves:
        for group in groups:
            known = [
                row
                for row in figures
                if row["wave_id"] == wave["wave_id"]
                and row["group_id"] == group["group_id"]
                and row["measure"] == "share"
                and row["status"] in KNOWN
            ]
            if known:
                parts.append(_part(wave, group, known[0]))
    return tuple(whole + parts)


def usual_cohorts(warehouse: Warehouse, concept_id: str) -> tuple[str, ...]:
    """What stands side by side unless chosen otherwise: whole waves, and of imported ones those whose shares may be
    compared with all others; a room only where it is chosen."""
    told, apart = _told(warehouse, concept_id), _apart(warehouse, concept_id)
    usual: list[str] = []
    for cohort in cohorts(warehouse, concept_id):
        if cohort.group_id != "all" or cohort.origin is Origin.ROOM:
            continue
        fits = cohort.key in told and not any({cohort.key, other} in apart for other in usual)
        if cohort.origin is Origin.PUBLISHED or fits:
            usual.append(cohort.key)
    return tuple(usual[:MOST_COHORTS])


def with_published(warehouse: Warehouse, concept_id: str, wave_id: str) -> tuple[str, ...]:
    """A wave beside the published ones it may be compared with, the newest first: those whose shares are known,
    where there are none those that give at least a range."""
    apart = _apart(warehouse, concept_id)
    published = [
        c.key for c in cohorts(warehouse, concept_id) if c.group_id == "all" and c.origin is Origin.PUBLISHED
    ]
    for told in (_shares_told(warehouse, concept_id), _told(warehouse, concept_id)):
        beside = [wave_id]
        for key in reversed(published):
            if key in told and not any({key, other} in apart for other in beside):
                beside.append(key)
        if len(beside) > 1:
            return tuple(beside[:MOST_COHORTS])
    return (wave_id,)


def chosen_cohorts(available: tuple[Cohort, ...], keys: tuple[str, ...]) -> tuple[Cohort, ...]:
    """The cohorts named by `keys`, earlier waves first.

    Among cohorts of one series the year is name enough; otherwise each is named in full.
    """
    named = [cohort for cohort in available if cohort.key in keys]
    shown = sorted(named[:MOST_COHORTS], key=lambda cohort: cohort.order)
    if len({cohort.series for cohort in shown}) > 1:
        return tuple(replace(cohort, short=cohort.label) for cohort in shown)
    return tuple(shown)


def _told(warehouse: Warehouse, concept_id: str) -> set[str]:
    """Waves of which any figure of the question is known."""
    figures = warehouse.ask("concept_figures", concept=concept_id)
    return {row["wave_id"] for row in figures if row["status"] in KNOWN}


def _shares_told(warehouse: Warehouse, concept_id: str) -> set[str]:
    """Waves that give a share of all who answered as a number."""
    figures = warehouse.ask("concept_figures", concept=concept_id)
    shares = (row for row in figures if row["measure"] == "share" and row["group_id"] == "all")
    return {row["wave_id"] for row in shares if row["value"] is not None}


def _apart(warehouse: Warehouse, concept_id: str) -> set[frozenset[str]]:
    """Pairs of waves whose shares may not be compared."""
    verdicts = warehouse.ask("verdicts", concept=concept_id)
    return {frozenset((r["wave_a"], r["wave_b"])) for r in verdicts if r["verdict"] == Verdict.NO}


def _concept(row: Row) -> Concept:
    origin = Origin(row["origin"])
    label = labels.marked(text(row, "label"), origin)
    return Concept(row["concept_id"], label, text(row, "question"), row["known"], origin)


def _whole(wave: Row) -> Cohort:
    return _cohort(wave, "all", text(wave, "wave"), text(wave, "short"), wave)


def _part(wave: Row, group: Row, figure: Row) -> Cohort:
    label, short = (_joined(text(wave, name), text(group, "label")) for name in ("wave", "short"))
    return _cohort(wave, group["group_id"], label, short, figure)


def _cohort(wave: Row, group_id: str, label: Text, short: Text, based_on: Row) -> Cohort:
    """A group of a wave; `based_on` tells its base."""
    return Cohort(
        wave_id=wave["wave_id"],
        group_id=group_id,
        label=label,
        short=short,
        base=based_on["base"],
        base_status=BaseStatus(based_on["base_status"]) if based_on["base_status"] else None,
        order=wave["wave_order"],
        origin=Origin(wave["origin"]),
        same_as=wave["same_as"],
    )


def _joined(wave: Text, group: Text) -> Text:
    return Text(f"{wave.ja} {group.ja}", f"{wave.en}, {group.en}")
