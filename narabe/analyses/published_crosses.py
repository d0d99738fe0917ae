"""What do the documents themselves print by sex and age?"""

from collections.abc import Sequence
from dataclasses import replace

from narabe.analyses import differences as between
from narabe.analyses.cohorts import concept_of
from narabe.analyses.compare import notes_on
from narabe.analyses.rows import Row, text
from narabe.analyses.shares import option_rows
from narabe.model.comparison import Cohort, Comparison
from narabe.model.problem import Problem
from narabe.model.published_cross import PublishedCross, PublishedCrosses, PublishedQuestion
from narabe.model.source import unique
from narabe.model.status import BaseStatus
from narabe.model.text import EMPTY, Text
from narabe.warehouse import Warehouse
from narabe.words import published_cross_sentences as say

MEASURES = ("share", "rank", "count")


def published_crosses(warehouse: Warehouse) -> PublishedCrosses:
    """Every question of a published wave of which a share or a range is known for a sex or an age, best known first."""
    questions = tuple(_question(row) for row in warehouse.ask("published_crosses"))
    return PublishedCrosses(questions, warehouse.build_id)


def published_cross(warehouse: Warehouse, wave_id: str, concept_id: str) -> PublishedCross:
    """One of these questions by 全体, sex and age, options in codebook order. Errors: Problem where there is none."""
    about = _found(published_crosses(warehouse).questions, wave_id, concept_id)
    concept = concept_of(warehouse, concept_id)
    figures = [
        row for row in warehouse.ask("concept_figures", concept=concept_id) if row["wave_id"] == wave_id
    ]
    questions = {row["wave_id"]: row for row in warehouse.ask("concept_questions", concept=concept_id)}
    wave, groups = questions[wave_id], _groups(warehouse, figures)
    shown = tuple(_cohort(wave, group, figures) for group in groups)
    rows = option_rows(figures, shown, single=True, small_base=warehouse.settings.small_base)
    comparison = Comparison(
        concept_id=concept_id,
        label=about.label,
        question=concept.question,
        cohorts=shown,
        rows=rows,
        differences=between.differences(rows, shown, (), ()),
        judgements=(),
        base_effects=(),
        notes=notes_on(figures, shown, questions, warehouse.settings.mask_below),
        sources=unique([share.source for row in rows for share in row.shares]),
        build_id=warehouse.build_id,
    )
    cross = PublishedCross(about, tuple(say.AXIS.get(group["kind"], EMPTY) for group in groups), comparison)
    return replace(cross, comparison=replace(comparison, finding=say.finding(cross)))


def _question(row: Row) -> PublishedQuestion:
    return PublishedQuestion(
        wave_id=row["wave_id"],
        concept_id=row["concept_id"],
        question_id=row["question_id"],
        wave=text(row, "wave"),
        number=row["number"] or "",
        label=text(row, "label"),
        shares=row["shares"],
        ranges=row["ranges"],
        empty=row["empty"],
    )


def _found(questions: Sequence[PublishedQuestion], wave_id: str, concept_id: str) -> PublishedQuestion:
    for question in questions:
        if (question.wave_id, question.concept_id) == (wave_id, concept_id):
            return question
    raise Problem(say.no_cross(wave_id, concept_id), say.NO_CROSS_ADVICE)


def _groups(warehouse: Warehouse, figures: Sequence[Row]) -> list[Row]:
    """全体 and every group with a figure or an empty slot for one, in order."""
    told = {row["group_id"] for row in figures if row["measure"] in MEASURES}
    return [
        group
        for group in warehouse.ask("groups")
        if group["group_id"] in told and group["kind"] in {"all", *say.AXIS}
    ]


def _cohort(wave: Row, group: Row, figures: Sequence[Row]) -> Cohort:
    """A group with the base its figures are printed on."""
    label, name = text(group, "label"), text(wave, "wave")
    based = next(
        row for row in figures if row["group_id"] == group["group_id"] and row["measure"] in MEASURES
    )
    return Cohort(
        wave_id=wave["wave_id"],
        group_id=group["group_id"],
        label=Text(f"{name.ja} {label.ja}", f"{name.en}, {label.en}"),
        short=label,
        base=based["base"],
        base_status=BaseStatus(based["base_status"]) if based["base_status"] else None,
        order=wave["wave_order"],
    )
