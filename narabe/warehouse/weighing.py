"""Which weight a cross-tabulation counts with."""

from narabe.model.answers_file import WEIGHT, WEIGHT_SCALE, WEIGHT_SCALED
from narabe.model.answers_plan import AnswerType
from narabe.model.problem import Problem
from narabe.warehouse.answers import TABLE, Answers
from narabe.warehouse.sql import quoted
from narabe.words import crosstab_sentences as say


def weight_sql(answers: Answers, name: str | None) -> str | None:
    """SQL of whole millionths per respondent: the file's weight, or a numeric question nobody left out.

    Errors: Problem for anything else.
    """
    if name is None:
        return None
    if answers.survey.weight and name.strip() in (WEIGHT, answers.survey.weight):
        return quoted(WEIGHT_SCALED)
    for question in answers.survey.questions:
        named = name.strip() in (question.question_id, question.header)
        if named and question.answer_type is AnswerType.NUMERIC and _usable(answers, question.question_id):
            return f"cast(round({quoted(question.question_id)} * {WEIGHT_SCALE}) as bigint)"
    raise Problem(say.no_weight(name), say.CHECK_NAMES)


def _usable(answers: Answers, question_id: str) -> bool:
    found = answers.ask(
        f"select count_if({quoted(question_id)} is null or {quoted(question_id)} < 0) as unfit from {TABLE}"
    )
    return int(found["unfit"][0]) == 0
