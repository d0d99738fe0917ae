"""Which weight a cross-tabulation counts with: SQL of whole millionths per respondent, which sum exactly."""

from collections.abc import Sequence

import numpy as np

from narabe.intake.quoting import quoted
from narabe.model.answers_file import WEIGHT, WEIGHT_SCALE, WEIGHT_SCALED
from narabe.model.answers_plan import AnswerType
from narabe.model.problem import Problem
from narabe.model.survey import Survey, SurveyQuestion
from narabe.stats.crossing import Array
from narabe.warehouse.answers import TABLE, Answers
from narabe.words import crosstab_sentences as say


def weight_sql(answers: Answers, name: str | None) -> str | None:
    """The file's weight, or a numeric question nobody left out. Errors: Problem for anything else."""
    if name is None:
        return None
    if is_file_weight(answers.survey, name):
        return quoted(WEIGHT_SCALED)
    for question in numbers_named(answers.survey, name):
        if _usable(answers, question.question_id):
            return f"cast(round({quoted(question.question_id)} * {WEIGHT_SCALE}) as bigint)"
    raise Problem(say.no_weight(name), say.CHECK_NAMES)


def is_file_weight(survey: Survey, name: str) -> bool:
    """Is the column of weights meant?"""
    return bool(survey.weight) and name.strip() in (WEIGHT, survey.weight)


def numbers_named(survey: Survey, name: str) -> tuple[SurveyQuestion, ...]:
    """Numeric questions of this id or heading."""
    return tuple(
        each
        for each in survey.questions
        if each.answer_type is AnswerType.NUMERIC and name.strip() in (each.question_id, each.header)
    )


def combinations(answers: Answers, questions: Sequence[SurveyQuestion]) -> Array:
    """Respondents by their answers to questions of one answer each: an axis per question, whose places are the options
    and, last, no answer."""
    codes = ", ".join(f"enum_code({quoted(each.question_id)}) as k{at}" for at, each in enumerate(questions))
    found = answers.ask(f"select {codes}, count(*) as people from {TABLE} group by all")
    sizes = [len(each.options) for each in questions]
    places: list[Array] = [
        np.ma.filled(np.ma.asarray(found[f"k{at}"], int), size) for at, size in enumerate(sizes)
    ]
    people: Array = np.zeros([size + 1 for size in sizes])
    people[tuple(places)] = np.asarray(found["people"], float)
    return people


def looked_up_sql(questions: Sequence[SurveyQuestion], weights: Array) -> str:
    """The weight of each combination of options (an axis per question); 0 without an answer to one of them."""
    codes = [f"enum_code({quoted(each.question_id)})::uinteger" for each in questions]
    place = codes[0]
    for code, size in zip(codes[1:], weights.shape[1:], strict=True):
        place = f"({place} * {size} + {code})"
    whole = ", ".join(str(each) for each in np.rint(weights * WEIGHT_SCALE).astype(int).ravel())
    return f"coalesce(list_extract([{whole}]::bigint[], {place} + 1), 0)"


def _usable(answers: Answers, question_id: str) -> bool:
    found = answers.ask(
        f"select count_if({quoted(question_id)} is null or {quoted(question_id)} < 0) as unfit from {TABLE}"
    )
    return int(found["unfit"][0]) == 0
