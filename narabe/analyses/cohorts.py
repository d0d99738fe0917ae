"""Which questions can be compared, and between whom."""

from dataclasses import replace

from narabe.analyses.rows import Row, text
from narabe.model.comparison import MOST_COHORTS, Cohort, Concept
from narabe.model.problem import Problem
from narabe.model.status import BaseStatus
from narabe.model.text import Text
from narabe.warehouse import Warehouse

KNOWN = {"printed", "computed", "bounded", "rank"}


def concepts(warehouse: Warehouse) -> tuple[Concept, ...]:
    """Every question of the codebooks, in their order."""
    return tuple(
        Concept(row["concept_id"], text(row, "label"), text(row, "question"), row["known"])
        for row in warehouse.ask("concepts")
    )


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
    """Waves that ask the question, then the groups inside them of which something is known."""
    waves = warehouse.ask("concept_questions", concept=concept_id)
    figures = warehouse.ask("concept_figures", concept=concept_id)
    groups = [row for row in warehouse.ask("groups") if row["kind"] in ("sex", "age")]
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


def chosen_cohorts(available: tuple[Cohort, ...], keys: tuple[str, ...] | None) -> tuple[Cohort, ...]:
    """The cohorts named by `keys`, earlier waves first; the whole waves for None.

    Among cohorts of one series the year is name enough; otherwise each is named in full.
    """
    if keys is None:
        named = [cohort for cohort in available if cohort.group_id == "all"]
    else:
        named = [cohort for cohort in available if cohort.key in keys]
    waves = list(dict.fromkeys(cohort.wave_id for cohort in available))
    shown = sorted(named[:MOST_COHORTS], key=lambda cohort: waves.index(cohort.wave_id))
    if len({cohort.series for cohort in shown}) > 1:
        return tuple(replace(cohort, short=cohort.label) for cohort in shown)
    return tuple(shown)


def _whole(wave: Row) -> Cohort:
    status = BaseStatus(wave["base_status"]) if wave["base_status"] else None
    return Cohort(wave["wave_id"], "all", _named(wave), text(wave, "short"), wave["base"], status)


def _part(wave: Row, group: Row, figure: Row) -> Cohort:
    status = BaseStatus(figure["base_status"]) if figure["base_status"] else None
    names = [_joined(name, text(group, "label")) for name in (_named(wave), text(wave, "short"))]
    return Cohort(wave["wave_id"], group["group_id"], names[0], names[1], figure["base"], status)


def _named(wave: Row) -> Text:
    """`モニター2025年` / `Monitors 2025`."""
    series, short = text(wave, "series"), text(wave, "short")
    return Text(f"{series.ja}{short.ja}", f"{series.en} {short.en}")


def _joined(wave: Text, group: Text) -> Text:
    return Text(f"{wave.ja} {group.ja}", f"{wave.en}, {group.en}")
