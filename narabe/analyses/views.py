"""What does a saved view name that is no longer there?"""

from collections.abc import Iterator

from narabe.analyses.conditions import condition_of
from narabe.analyses.naming import question_named
from narabe.model.answers_plan import Missing
from narabe.model.crosstab import CrossAsk
from narabe.model.problem import Problem
from narabe.model.survey import Survey, SurveyQuestion
from narabe.model.text import Text
from narabe.model.views import SavedView
from narabe.warehouse.weighing import is_file_weight, numbers_named
from narabe.words import view_sentences as say


def missing(view: SavedView, survey: Survey | None) -> tuple[Text, ...]:
    """A sentence for each: the answers (`survey` None), questions, options, the weight, names in the condition."""
    if view.ask is None:
        return ()
    if survey is None:
        return (say.no_dataset(view.ask.dataset),)
    return tuple(dict.fromkeys(_missing(view.ask, survey)))


def _missing(ask: CrossAsk, survey: Survey) -> Iterator[Text]:
    for name in (ask.rows, *(name for axis in ask.banner for name in axis)):
        if _question(survey, name) is None:
            yield say.no_question(name)
    if ask.weight is not None and not (
        is_file_weight(survey, ask.weight) or numbers_named(survey, ask.weight)
    ):
        yield say.no_weight(ask.weight)
    try:
        condition_of(ask.where, survey)
    except Problem as problem:
        yield say.bad_condition(ask.where or "", problem.message)
    for question_id, option_ids in _options(ask):
        yield from _gone(survey, question_id, option_ids)


def _options(ask: CrossAsk) -> Iterator[tuple[str, set[str]]]:
    """The options that recodes and margins name, by question."""
    for recode in ask.recodes:
        other = {net.net_id for net in recode.nets} | {reason.value for reason in Missing}
        named = {option for net in recode.nets for option in net.option_ids} | set(recode.hidden)
        yield recode.question_id, named - other
    for margin in ask.margins:
        for at, question_id in enumerate(margin.question_ids):
            yield question_id, {cell.option_ids[at] for cell in margin.cells}


def _gone(survey: Survey, question_id: str, option_ids: set[str]) -> Iterator[Text]:
    question = _question(survey, question_id)
    if question is None:
        yield say.no_question(question_id)
        return
    known = {option.option_id for option in question.options}
    for option_id in sorted(option_ids - known):
        yield say.no_option(question.label.ja, option_id)


def _question(survey: Survey, name: str) -> SurveyQuestion | None:
    try:
        return question_named(survey, name)
    except Problem:
        return None
