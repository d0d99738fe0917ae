"""How does the same question look in other surveys: answers brought in, and published waves?"""

from collections.abc import Sequence
from dataclasses import replace

from narabe.analyses import differences as between
from narabe.analyses.cohorts import concept_of
from narabe.analyses.compare import notes_on
from narabe.analyses.crosstab import crosstab
from narabe.analyses.naming import question_named
from narabe.analyses.rows import Row, text
from narabe.analyses.wave_columns import WaveColumn, crossed_column
from narabe.analyses.waves_asking import ALL, Opening, Waves, people_base
from narabe.model.answers_file import question_of, wave_of
from narabe.model.comparison import MOST_COHORTS, Cohort, Comparison, OptionRow, Share
from narabe.model.crossed_waves import CrossedWaves, WaveBase, WavesAsk
from narabe.model.crosstab import TOTAL, CrossAsk
from narabe.model.problem import Problem
from narabe.model.source import unique
from narabe.model.status import Origin, Verdict
from narabe.model.survey import SEVERAL_ANSWERS, Survey, SurveyQuestion
from narabe.model.text import Text
from narabe.warehouse import Warehouse
from narabe.warehouse.answers import Answers, open_answers
from narabe.words import compare_sentences
from narabe.words import crossed_waves_sentences as say


def crossed_waves(
    warehouse: Warehouse, ask: WavesAsk, opening: Opening = open_answers
) -> CrossedWaves | None:
    """The column beside others that ask the same; None where nobody else does, or the answers are fictional.

    Answers are told by `crosstab` alone, so what it masks is masked here. Errors: Problem as of `crosstab`.
    """
    answers = opening(ask.ask.dataset)
    question = question_named(answers.survey, ask.ask.rows)
    concept = question.concept_id or question_of(ask.ask.dataset, question.question_id)
    waves = Waves(warehouse, concept, opening)
    own_id = question_of(ask.ask.dataset, question.question_id)
    asked = waves.questions.get(wave_of(ask.ask.dataset))
    fictional = answers.survey.origin is Origin.FICTIONAL
    if fictional or asked is None or asked["question_id"] != own_id:
        return None
    own, group = _own(ask, answers, question, waves)
    others = [*waves.published(group), *waves.imported(ask.ask, group)]
    if not others:
        return None
    return _beside(ask, question, waves, own, others)


def _own(
    ask: WavesAsk, answers: Answers, question: SurveyQuestion, waves: Waves
) -> tuple[WaveColumn, str | None]:
    """The column asked for, and the group that it is: `all`, a sex, an age, or None for any other."""
    axes = [recode for recode in ask.ask.recodes if recode.question_id != question.question_id]
    plain = replace(
        ask.ask,
        banner=(ask.axis,) if ask.axis else (),
        base=people_base(ask.ask),
        show_missing=False,
        recodes=(*axes, *waves.nets(question)),
    )
    told = crosstab(answers, plain, waves.warehouse.settings)
    table = told.tables[0]
    places = [at for at, each in enumerate(table.columns) if each.column_id == ask.column_id]
    if not places:
        raise Problem(say.no_column(ask.column_id), say.CHOOSE_COLUMN)
    place, column = places[0], table.columns[places[0]]
    group = ALL if column.column_id == TOTAL else _group(answers.survey, column.members)
    name = text(waves.questions[wave_of(ask.ask.dataset)], "wave")
    label = name if group == ALL else say.part(name, column.label)
    cohort = waves.cohort(ask.ask.dataset, group or column.column_id)
    named = say.under(label, ask.ask.where)
    return crossed_column(
        replace(cohort, label=named, short=named), told, table, place, waves.source(cohort.wave_id)
    ), group


def _group(survey: Survey, members: Sequence[tuple[str, str]]) -> str | None:
    if len(members) != 1:
        return None
    ((question_id, option_id),) = members
    options = question_named(survey, question_id).options
    return next((option.group_id for option in options if option.option_id == option_id), None)


def _beside(
    ask: WavesAsk, question: SurveyQuestion, waves: Waves, own: WaveColumn, others: Sequence[WaveColumn]
) -> CrossedWaves:
    """Sorted into those whose shares may stand beside one another and those of which only ranks may."""
    verdicts = waves.warehouse.ask("verdicts", concept=waves.concept)
    apart = {frozenset((r["wave_a"], r["wave_b"])) for r in verdicts if r["verdict"] == Verdict.NO}
    together, by_rank = [own], [own]
    for column in _chosen(others, ask.beside, own.cohort.group_id):
        pairs = {frozenset((column.cohort.wave_id, each.cohort.wave_id)) for each in together}
        (by_rank if pairs & apart else together).append(column)
    together, by_rank = together[:MOST_COHORTS], by_rank[:MOST_COHORTS]
    shares = ranks = None
    if len(together) > 1:
        shares = _comparison(waves, verdicts, together, own.cohort)
        shares = replace(shares, finding=compare_sentences.finding(shares))
    if len(by_rank) > 1:
        ranks = _comparison(waves, verdicts, [column.by_rank for column in by_rank], own.cohort)
        ranks = replace(ranks, finding=compare_sentences.by_rank(ranks))
    shown = [*together, *by_rank[1:]]
    return CrossedWaves(
        concept_id=waves.concept,
        own=own.cohort,
        available=tuple(column.cohort for column in others),
        shares=shares,
        ranks=ranks,
        bases=tuple(
            WaveBase(column.cohort, column.cohort.base, column.weight, column.effective_base)
            for column in shown
        ),
        notes=_notes(ask.ask, question, together, ranks is not None),
    )


def _chosen(others: Sequence[WaveColumn], keys: tuple[str, ...] | None, group: str) -> list[WaveColumn]:
    """Those named; else the same group wherever it is told, else everybody: shares known as numbers before ranges."""
    if keys is not None:
        return [column for column in others if column.cohort.key in keys]
    told = sorted((column for column in others if column.told), key=lambda column: not column.known)
    same = [column for column in told if column.cohort.group_id == group]
    return same or [column for column in told if column.cohort.group_id == ALL]


def _comparison(waves: Waves, verdicts: list[Row], columns: Sequence[WaveColumn], own: Cohort) -> Comparison:
    """The columns in order of time, with the differences of `own`."""
    own_first = sorted(columns, key=lambda column: column.cohort is not own)
    labels = {option: label for column in reversed(own_first) for option, label in column.labels.items()}
    order = dict.fromkeys(option for column in own_first for option in column.shares)
    columns = sorted(columns, key=lambda column: column.cohort.order)
    shown = tuple(column.cohort for column in columns)
    rows = tuple(
        OptionRow(option, labels[option], tuple(column.shares.get(option, Share()) for column in columns))
        for option in order
    )
    judged, concept = between.judgements(verdicts, shown), concept_of(waves.warehouse, waves.concept)
    differences = between.differences(rows, shown, judged, ())
    return Comparison(
        concept_id=waves.concept,
        label=concept.label,
        question=concept.question,
        cohorts=shown,
        rows=rows,
        differences=tuple(d for d in differences if own.key in (d.earlier.key, d.later.key)),
        judgements=judged,
        base_effects=(),
        notes=notes_on(waves.figures, shown, waves.questions, waves.warehouse.settings.mask_below),
        sources=unique([share.source for row in rows for share in row.shares]),
        build_id=waves.warehouse.build_id,
    )


def _notes(
    ask: CrossAsk, question: SurveyQuestion, columns: Sequence[WaveColumn], ranked: bool
) -> tuple[Text, ...]:
    said = [say.conditional(ask.where)] if ask.where else []
    said += [say.weighted(c.cohort.short, c.weight, c.effective_base) for c in columns if c.weight]
    said += [say.several(people_base(ask))] if question.answer_type in SEVERAL_ANSWERS else []
    return (*said, *([say.RANKED] if ranked else []))
