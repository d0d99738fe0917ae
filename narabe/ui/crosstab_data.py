"""Answers of this run, and tables kept by content: a dataset file never changes."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from narabe.analyses.crosstab import crosstab
from narabe.model.crosstab import CrossAsk, CrossTab
from narabe.model.survey import SurveyQuestion
from narabe.ui import live
from narabe.warehouse.answers import Answers, open_answers
from narabe.warehouse.cell_sql import answered_people

KEPT = 128
_answers: ContextVar[Answers] = ContextVar("answers")


def opened(dataset: str) -> Answers:
    """The answers this run is shown from. Errors: Problem where there are none of that name."""
    answers = open_answers(dataset)
    _answers.set(answers)
    return answers


def told(ask: CrossAsk) -> CrossTab:
    """The tables that answer `ask`, about the answers opened last. Errors: as `crosstab`."""
    return _kept(_crosstab, _answers.get().content, ask, live.settings())


def people() -> dict[str, int]:
    """How many answered each question."""
    return _kept(_people, _answers.get().content)


def question_of(question_id: str) -> SurveyQuestion:
    """A question of the answers opened last."""
    return _answers.get().survey.question(question_id)


@lru_cache(maxsize=KEPT)
def _kept(function: Callable[..., Any], _content: str, *given: Any) -> Any:
    # Keyed by the content, so that results do not hold an older file open.
    return function(_answers.get(), *given)


def _crosstab(answers: Answers, ask: CrossAsk, chosen: Any) -> CrossTab:
    return crosstab(answers, ask, chosen)


def _people(answers: Answers) -> dict[str, int]:
    return answered_people(answers)
