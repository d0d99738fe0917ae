"""How does one question look side by side?"""

from dataclasses import replace

from narabe.analyses import differences as between
from narabe.analyses.cohorts import chosen_cohorts, cohorts, concept_of, usual_cohorts
from narabe.analyses.rows import Row, optional_text, text
from narabe.analyses.shares import option_rows
from narabe.model.comparison import Cohort, CompareAsk, Comparison
from narabe.model.source import unique
from narabe.model.text import Text
from narabe.warehouse import Warehouse
from narabe.words import compare_sentences as say

SINGLE = {"single", "scale"}


def compare(warehouse: Warehouse, ask: CompareAsk) -> Comparison:
    """One question, up to four cohorts. Errors: Problem for an unknown question."""
    concept = concept_of(warehouse, ask.concept)
    keys = usual_cohorts(warehouse, ask.concept) if ask.cohorts is None else ask.cohorts
    shown = chosen_cohorts(cohorts(warehouse, ask.concept), keys)
    figures = warehouse.ask("concept_figures", concept=ask.concept)
    questions = {row["wave_id"]: row for row in warehouse.ask("concept_questions", concept=ask.concept)}
    single = all(question["answer_type"] in SINGLE for question in questions.values())
    rows = option_rows(figures, shown, single, warehouse.settings.small_base)
    judged = between.judgements(warehouse.ask("verdicts", concept=ask.concept), shown)
    effects = between.base_effects(rows, shown, judged, questions, ask.base)
    comparison = Comparison(
        concept_id=concept.concept_id,
        label=concept.label,
        question=concept.question,
        cohorts=shown,
        rows=rows,
        differences=between.differences(rows, shown, judged, effects),
        judgements=judged,
        base_effects=effects,
        notes=notes_on(figures, shown, questions, warehouse.settings.mask_below),
        sources=unique([share.source for row in rows for share in row.shares]),
        build_id=warehouse.build_id,
    )
    return replace(comparison, finding=say.finding(comparison))


def notes_on(
    figures: list[Row], shown: tuple[Cohort, ...], questions: dict[str, Row], fewest: int
) -> tuple[Text, ...]:
    """What the codebooks note on the question, what is left out because fewer than `fewest` answered, and changes
    the documents themselves state."""
    waves = dict.fromkeys(cohort.wave_id for cohort in shown)
    notes = [optional_text(questions[wave], "note") for wave in waves]
    notes += [
        say.withheld(text(questions[wave], "wave"), questions[wave]["withheld"], fewest) for wave in waves
    ]
    stated = [
        say.stated_difference(text(questions[row["wave_id"]], "short"), text(row, "option"), row)
        for row in figures
        if row["measure"] == "difference" and row["wave_id"] in waves
    ]
    return tuple(note for note in notes if note) + tuple(stated)
