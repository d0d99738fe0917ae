"""How do the answers to one question differ between groups?"""

from collections.abc import Mapping, Sequence

import numpy as np

from narabe.analyses.conditions import condition_of
from narabe.analyses.crossed_axes import asked, crossed, lines, scored, scores, sums
from narabe.analyses.crossed_table import Rules, averages_of, cells_of, columns_of, tests_of, visible
from narabe.analyses.naming import question_named
from narabe.analyses.raking import margin_names, raked, raked_sql
from narabe.model.answers_plan import AnswerType
from narabe.model.crosstab import Base, ColumnAverage, CrossAsk, CrossTab, CrossTable, Recode, TableTests
from narabe.model.problem import Problem
from narabe.model.raking import Weighting
from narabe.model.status import Origin
from narabe.model.survey import ONE_ANSWER, Asked, Survey
from narabe.model.text import Text
from narabe.settings import Settings
from narabe.stats.crossing import Counts
from narabe.stats.suppression import masked
from narabe.warehouse.answers import Answers
from narabe.warehouse.counting import Axis, Part, Values, count, count_values, size_of
from narabe.warehouse.weighing import weight_sql
from narabe.words import crosstab_sentences as say
from narabe.words import raking_sentences as words

Recodes = Mapping[str, Recode]


def crosstab(answers: Answers, ask: CrossAsk, chosen: Settings) -> CrossTab:
    """The tables that answer `ask`. Errors: Problem for an unknown question, option, weight or condition."""
    survey = answers.survey
    question = question_named(survey, ask.rows)
    if question.answer_type is AnswerType.TEXT:
        raise Problem(say.not_crossed(question.label.ja))
    recodes = {recode.question_id: recode for recode in ask.recodes}
    base = Base.ANSWERED if question.answer_type in (*ONE_ANSWER, AnswerType.NUMERIC) else ask.base
    rows = asked(question, recodes.get(question.question_id), ask.show_missing, base is Base.EVERYBODY)
    axes = [_axis(survey, names, recodes, ask.show_missing) for names in ask.banner or ((),)]
    fewest = chosen.mask_below if ask.suppress_below is None else ask.suppress_below
    weighting = _weighting(answers, ask, fewest)
    weight = raked_sql(answers, weighting) if weighting else weight_sql(answers, ask.weight)
    part = Part(answers, weight, condition_of(ask.where, survey))
    rules = Rules(
        weighted=weight is not None,
        base=base,
        correction=ask.correction,
        tested=survey.origin is not Origin.FICTIONAL or ask.practice,
        small=chosen.small_base,
        fewest=fewest,
        part=size_of(part),
    )
    if question.answer_type is AnswerType.NUMERIC:
        told = count_values(part, rows, axes)
        tables = [_of_numbers(*each, recodes, rules) for each in zip(axes, told, strict=True)]
    else:
        counted = count(part, rows, axes)
        tables = [_of_options(rows, *each, recodes, rules) for each in zip(axes, counted, strict=True)]
    return CrossTab(
        dataset=survey.dataset,
        origin=survey.origin,
        question_id=question.question_id,
        label=question.label,
        answer_type=question.answer_type,
        weight=margin_names(weighting) if weighting else ask.weight,
        where=ask.where,
        correction=ask.correction,
        base=base,
        suppressed_below=rules.fewest,
        respondents=survey.respondents,
        part=rules.part,
        tables=tuple(tables),
        content=answers.content,
        raking=weighting,
    )


def _weighting(answers: Answers, ask: CrossAsk, fewest: int) -> Weighting | None:
    """Weights raked to margins, where some are given. Errors: Problem where they stand beside a column of weights."""
    if ask.margins and ask.weight is not None:
        raise Problem(words.WEIGHT_OR_MARGINS)
    if ask.trim is not None and not ask.margins:
        raise Problem(words.TRIM_NEEDS_MARGINS)
    return raked(answers, ask.margins, ask.trim, fewest) if ask.margins else None


def _axis(survey: Survey, names: Sequence[str], recodes: Recodes, show_missing: bool) -> Axis:
    questions = [question_named(survey, name) for name in names]
    for question in questions:
        if not question.crossable:
            raise Problem(say.not_an_axis(question.label.ja))
    return tuple(
        asked(question, recodes.get(question.question_id), show_missing, everyone=False)
        for question in questions
    )


def _of_options(rows: Asked, axis: Axis, counts: Counts, recodes: Recodes, rules: Rules) -> CrossTable:
    """The table of one axis, hidden rows and columns left out after masking."""
    frame = _Frame(axis, recodes)
    state = masked(counts.base_people, rules.fewest, frame.sums)
    recode = recodes.get(rows.question.question_id)
    every = lines(rows, recode)
    kept = [place for place, line in enumerate(every) if not recode or line.row_id not in recode.hidden]
    shown = visible(counts, kept, frame.kept)
    columns = columns_of(shown, frame.parts, frame.questions, state[frame.kept], rules)
    told = [every[place] for place in kept]
    several = rows.question.answer_type not in ONE_ANSWER
    cells, pairs = cells_of(shown, told, columns, rules)
    averages: tuple[ColumnAverage, ...] = ()
    if scored(rows.question):
        options = range(len(rows.question.options))
        at = np.ix_(options, frame.kept)
        averages = averages_of(scores(rows.question), counts.people[at], counts.weighted[at], columns)
    return CrossTable(
        banner=frame.questions,
        label=frame.label,
        columns=columns,
        rows=tuple(told),
        cells=cells,
        pairs=pairs,
        tests=TableTests() if several or frame.several else tests_of(shown, told, columns, rules),
        averages=averages,
    )


def _of_numbers(axis: Axis, found: Values, recodes: Recodes, rules: Rules) -> CrossTable:
    """A number has averages, and no rows."""
    frame = _Frame(axis, recodes)
    counts = found.bases()
    state = masked(counts.base_people, rules.fewest, frame.sums)
    shown = visible(counts, [], frame.kept)
    columns = columns_of(shown, frame.parts, frame.questions, state[frame.kept], rules)
    return CrossTable(
        banner=frame.questions,
        label=frame.label,
        columns=columns,
        rows=(),
        cells=(),
        pairs=(),
        tests=TableTests(),
        averages=averages_of(
            found.values, found.people[:, frame.kept], found.weighted[:, frame.kept], columns
        ),
    )


class _Frame:
    """The columns of an axis: everybody first. `parts` are the lines of each column that is shown, `kept` their places."""

    def __init__(self, axis: Axis, recodes: Recodes) -> None:
        each = [lines(asked, recodes.get(asked.question.question_id)) for asked in axis]
        hidden = {
            (asked.question.question_id, option)
            for asked in axis
            if (recode := recodes.get(asked.question.question_id))
            for option in recode.hidden
        }
        self.questions = tuple(asked.question.question_id for asked in axis)
        self.several = any(asked.question.answer_type not in ONE_ANSWER for asked in axis)
        self.sums = sums(axis, each)
        every = ((), *crossed(each))
        self.kept = [
            place
            for place, parts in enumerate(every)
            if not any(
                (name, part.row_id) in hidden for name, part in zip(self.questions, parts, strict=False)
            )
        ]
        self.parts = [every[place] for place in self.kept]
        labels = [asked.question.label for asked in axis]
        self.label = (
            Text(" × ".join(each.ja for each in labels), " × ".join(each.en for each in labels))
            if labels
            else say.TOTAL
        )
