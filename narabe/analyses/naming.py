"""Questions and options as people name them: by id, by the heading of the file, or by label."""

import unicodedata
from collections.abc import Iterable

from narabe.model.problem import Problem
from narabe.model.survey import AnswerOption, Survey, SurveyQuestion
from narabe.words import crosstab_sentences as say


def question_named(survey: Survey, name: str) -> SurveyQuestion:
    """The question of this id, heading or label, in that order. Errors: Problem for none or for several."""
    for spelled in (_exact, _folded):
        for names in (_ids, _headings, _labels):
            found = [each for each in survey.questions if spelled(name) in map(spelled, names(each))]
            if len(found) == 1:
                return found[0]
            if found:
                ids = [each.question_id for each in found]
                raise Problem(say.ambiguous(name, ids), say.CHECK_NAMES)
    known = [each.header or each.label.ja for each in survey.questions]
    raise Problem(say.no_question(name, known), say.CHECK_NAMES)


def option_named(question: SurveyQuestion, name: str) -> AnswerOption:
    """The option of this id or label. Errors: Problem."""
    for spelled in (_exact, _folded):
        for names in (_option_ids, _option_labels):
            for option in question.options:
                if spelled(name) in map(spelled, names(option)):
                    return option
    raise Problem(say.no_option(question.label.ja, name, [option.label.ja for option in question.options]))


def _ids(question: SurveyQuestion) -> Iterable[str]:
    return (question.question_id,)


def _headings(question: SurveyQuestion) -> Iterable[str]:
    return (question.header,) if question.header else ()


def _labels(question: SurveyQuestion) -> Iterable[str]:
    return (question.label.ja, question.label.en)


def _option_ids(option: AnswerOption) -> Iterable[str]:
    return (option.option_id,)


def _option_labels(option: AnswerOption) -> Iterable[str]:
    return (option.label.ja, option.label.en)


def _exact(name: str) -> str:
    return name.strip()


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
