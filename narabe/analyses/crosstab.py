"""How do the answers to one question differ between groups?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

import numpy as np

from narabe.analyses.conditions import condition_of
from narabe.analyses.crossed_axes import asked, crossed, lines, scored, scores, sums
from narabe.analyses.crossed_masking import masks
from narabe.analyses.crossed_table import Rules, averages_of, cells_of, columns_of, tests_of, visible
from narabe.analyses.naming import question_named
from narabe.analyses.raking import margin_names, raked, raked_sql
from narabe.analyses.recodes import recoded
from narabe.model.answers_plan import AnswerType
from narabe.model.crosstab import (
    Base,
    ColumnAverage,
    CrossAsk,
    CrossTab,
    CrossTable,
    Line,
    Recode,
    TableTests,
    crossed_label,
)
from narabe.model.problem import Problem
from narabe.model.raking import Weighting
from narabe.model.status import Origin
from narabe.model.survey import ONE_ANSWER, Asked, Survey, SurveyQuestion
from narabe.settings import Settings
from narabe.stats.crossing import Array, Counts
from narabe.warehouse.answers import Answers
from narabe.warehouse.counting import Axis, Part, Values, count, count_values, size_of
from narabe.warehouse.weighing import weight_sql
from narabe.words import crosstab_sentences as say
from narabe.words import raking_sentences as words

Recodes = Mapping[str, Recode]
MOST_COLUMNS = 1000
"""Columns of one axis: more can neither be read nor tested pair by pair."""


def crosstab(answers: Answers, ask: CrossAsk, chosen: Settings) -> CrossTab:
    """The tables that answer `ask`. Errors: Problem for an unknown question, option, weight or condition."""
    survey = answers.survey
    question = question_named(survey, ask.rows)
    if not question.tabulated:
        raise Problem(say.not_crossed(question.label.ja))
    recodes = {recode.question_id: recode for recode in ask.recodes}
    base = _base(question, ask)
    everyone = base is Base.EVERYBODY
    rows = asked(question, recodes.get(question.question_id), everyone, everyone)
    axes = [_axis(survey, names, recodes, ask.show_missing) for names in ask.banner or ((),)]
    fewest = chosen.mask_below if ask.suppress_below is None else ask.suppress_below
    weighting = _weighting(answers, ask, fewest)
    weight = raked_sql(answers, weighting) if weighting else weight_sql(answers, ask.weight)
    part = Part(answers, weight, condition_of(ask.where, survey))
    rules = Rules(
        weighted=weight is not None,
        base=base,
        correction=ask.correction,
        missing=ask.show_missing,
        tested=survey.origin is not Origin.FICTIONAL or ask.practice,
        exact=ask.exact,
        small=chosen.small_base,
        fewest=fewest,
        part=size_of(part),
    )
    frames = [_Frame(axis, recodes) for axis in axes]
    if question.answer_type is AnswerType.NUMERIC:
        told = count_values(part, rows, axes)
        states = _states(frames, [values.people.sum(axis=0) for values in told], fewest)
        tables = [_of_numbers(*each, rules) for each in zip(frames, told, states, strict=True)]
    else:
        counted = count(part, rows, axes)
        states = _states(frames, [_answered(rows, counts) for counts in counted], fewest)
        recode = recodes.get(question.question_id)
        tables = [
            _of_options(rows, recode, *each, rules) for each in zip(frames, counted, states, strict=True)
        ]
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
        recoded=recoded(recodes, (question, *(each.question for axis in axes for each in axis))),
    )


def _weighting(answers: Answers, ask: CrossAsk, fewest: int) -> Weighting | None:
    """Weights raked to margins, where some are given. Errors: Problem where they stand beside a column of weights."""
    if ask.margins and ask.weight is not None:
        raise Problem(words.WEIGHT_OR_MARGINS)
    if ask.trim is not None and not ask.margins:
        raise Problem(words.TRIM_NEEDS_MARGINS)
    return raked(answers, ask.margins, ask.trim, fewest) if ask.margins else None


def _base(question: SurveyQuestion, ask: CrossAsk) -> Base:
    """What the shares are shares of: those without an answer count where they are shown."""
    several = question.answer_type not in (*ONE_ANSWER, AnswerType.NUMERIC)
    if several and ask.base is not Base.ANSWERED:
        return ask.base
    return (
        Base.EVERYBODY
        if ask.show_missing and question.answer_type is not AnswerType.NUMERIC
        else Base.ANSWERED
    )


def _answered(rows: Asked, counts: Counts) -> Array:
    """Who of each column gave an answer: a base may be large of people who were never asked."""
    missing = [place for place, category in enumerate(rows.categories) if category.missing is not None]
    return counts.base_people - counts.people[missing].sum(axis=0)


def _given(rows: Asked, counts: Counts) -> Array:
    """(C,) the answers each column gave, those to hidden options too, in the unit of the weights."""
    options = len(rows.question.options)
    return counts.weighted[:options].sum(axis=0)


def _states(frames: Sequence[_Frame], people: Sequence[Array], fewest: int) -> list[Array]:
    return masks(
        [frame.axis for frame in frames],
        people,
        [frame.sums for frame in frames],
        [frame.offered for frame in frames],
        fewest,
    )


def _axis(survey: Survey, names: Sequence[str], recodes: Recodes, show_missing: bool) -> Axis:
    questions = [question_named(survey, name) for name in names]
    for place, question in enumerate(questions):
        if not question.crossable:
            raise Problem(say.not_an_axis(question.label.ja))
        if question in questions[:place]:
            raise Problem(say.nested_in_itself(question.label.ja))
    axis = tuple(
        asked(question, recodes.get(question.question_id), show_missing, everyone=False)
        for question in questions
    )
    columns = prod(len(each.categories) for each in axis)
    if columns > MOST_COLUMNS:
        raise Problem(say.too_many_columns(columns, MOST_COLUMNS))
    return axis


def _of_options(
    rows: Asked, recode: Recode | None, frame: _Frame, counts: Counts, state: Array, rules: Rules
) -> CrossTable:
    """The table of one axis, hidden and empty columns left out after masking."""
    every = lines(rows, recode)
    kept = [
        place
        for place, line in enumerate(every)
        if not (recode and line.row_id in recode.hidden)
        and not (line.missing and not (rules.missing and counts.people[place, 0]))
    ]
    across = frame.shown(counts.base_people)
    shown = visible(counts, kept, across)
    hundred = _given(rows, counts)[across] if rules.base is Base.ANSWERS else shown.base_weighted
    told = [every[place] for place in kept]
    columns = columns_of(shown, hundred, frame.parts(across), frame.questions, state[across], rules)
    several = rows.question.answer_type not in ONE_ANSWER
    cells, pairs = cells_of(shown, hundred, told, columns, rules)
    averages: tuple[ColumnAverage, ...] = ()
    if scored(rows.question):
        options = range(len(rows.question.options))
        at = np.ix_(options, across)
        told_of = counts.people[at], counts.weighted[at]
        averages = averages_of(scores(rows.question), *told_of, columns, rules.small)
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


def _of_numbers(frame: _Frame, found: Values, state: Array, rules: Rules) -> CrossTable:
    """A number has averages, and no rows."""
    counts = found.bases()
    across = frame.shown(counts.base_people)
    shown = visible(counts, [], across)
    columns = columns_of(
        shown, shown.base_weighted, frame.parts(across), frame.questions, state[across], rules
    )
    return CrossTable(
        banner=frame.questions,
        label=frame.label,
        columns=columns,
        rows=(),
        cells=(),
        pairs=(),
        tests=TableTests(),
        averages=averages_of(
            found.values, found.people[:, across], found.weighted[:, across], columns, rules.small
        ),
    )


class _Frame:
    """The columns of an axis: everybody first. `offered` (C,) says which of them the reader did not hide."""

    def __init__(self, axis: Axis, recodes: Recodes) -> None:
        each = [lines(asked, recodes.get(asked.question.question_id)) for asked in axis]
        hidden = {
            (asked.question.question_id, option)
            for asked in axis
            if (recode := recodes.get(asked.question.question_id))
            for option in recode.hidden
        }
        self.axis = axis
        self.questions = tuple(asked.question.question_id for asked in axis)
        self.several = any(asked.question.answer_type not in ONE_ANSWER for asked in axis)
        self.sums = sums(axis, each)
        self._every = ((), *crossed(each))
        self.offered = np.array(
            [
                not any(
                    (name, part.row_id) in hidden for name, part in zip(self.questions, parts, strict=False)
                )
                for parts in self._every
            ]
        )
        self.label = crossed_label([asked.question.label for asked in axis]) if axis else say.TOTAL

    def shown(self, people: Array) -> list[int]:
        """Places of the columns to lay out: not hidden, and not of a label nobody has."""
        used = people > 0
        used[0] = True
        return np.flatnonzero(self.offered & used).tolist()

    def parts(self, places: Sequence[int]) -> list[tuple[Line, ...]]:
        """The lines each of these columns is made of."""
        return [self._every[place] for place in places]
