"""Is a plan one that a file can be converted by? A person may have edited it."""

import re
from collections import Counter
from collections.abc import Iterator

from narabe.intake.faults import Faults
from narabe.model.answers_file import AN_ID, RESERVED, flag_column, missing_column
from narabe.model.answers_plan import AnswersPlan, AnswerType, Layout, QuestionPlan
from narabe.model.intake import Raw
from narabe.model.text import Text
from narabe.words import answers_sentences as say

CHOICES = (AnswerType.SINGLE, AnswerType.SCALE)
SEVERAL = (AnswerType.MULTIPLE, AnswerType.LIMITED)
LONGEST_LABEL = 300
MARKUP = re.compile(r"<\s*/?\s*[a-zA-Z!][^<>]*>")


def check_plan(plan: AnswersPlan, raw: Raw, faults: Faults) -> None:
    """Add an error for everything in the plan that cannot be done with this file."""
    known = {column.name for column in raw.columns}
    named = [plan.respondent, plan.weight, *(name for each in plan.questions for name in each.columns)]
    if any(name not in known for name in named if name):
        faults.error(say.COLUMNS_CHANGED, say.PROPOSE_AGAIN)
        return
    if not plan.questions:
        faults.error(say.NO_QUESTIONS, say.NAME_A_QUESTION)
    for question in plan.questions:
        for message in _faults(question):
            faults.error(message, say.MEND_MAPPING, column=question.header)
    names = Counter(name.casefold() for each in plan.questions for name in file_columns(each))
    twice = [
        each for each in plan.questions if any(names[name.casefold()] > 1 for name in file_columns(each))
    ]
    for question in twice:
        faults.error(say.ID_TWICE, say.MEND_MAPPING, column=question.header, value=question.question_id)
    roles = [plan.respondent, plan.weight]
    for question in plan.questions:
        if set(roles) & set(question.columns):
            faults.error(say.COLUMN_TWICE, say.MEND_MAPPING, column=question.header)


def file_columns(question: QuestionPlan) -> list[str]:
    """The columns of the answers file that a question may take."""
    own = [missing_column(question.question_id), question.question_id]
    if question.answer_type in SEVERAL:
        own += [flag_column(question.question_id, option.option_id) for option in question.options]
    return own


def note_labels(plan: AnswersPlan, faults: Faults) -> None:
    """What in the words of questions and options a person should know of."""
    for question in plan.questions:
        for label in (question.label, *(option.label for option in question.options)):
            if markup(label.ja):
                faults.note(say.MARKUP, say.AS_PLAIN_TEXT, column=question.header, value=label.ja)
            if label.ja.lstrip().startswith(("=", "+", "@")) or _formula(label.ja):
                faults.note(say.FORMULA, say.AS_PLAIN_TEXT, column=question.header, value=label.ja)
            if len(label.ja) > LONGEST_LABEL:
                faults.warning(say.LONG_LABEL, say.IS_IT_TEXT, column=question.header, value=label.ja)


def markup(text: str) -> bool:
    """Does a text hold something like an HTML element?"""
    return bool(MARKUP.search(text))


def _formula(text: str) -> bool:
    return text.startswith("-") and not text[1:2].isdigit() and len(text) > 1


def _faults(question: QuestionPlan) -> Iterator[Text]:
    ids = [question.question_id, *(option.option_id for option in question.options)]
    own = question.question_id
    if not all(AN_ID.fullmatch(each) for each in ids) or own.casefold() in RESERVED or "__" in own:
        yield say.bad_id(next((each for each in ids if not AN_ID.fullmatch(each)), question.question_id))
    if len({each.casefold() for each in ids[1:]}) < len(ids) - 1:
        yield say.OPTION_TWICE
    if not question.columns or (
        question.layout in (Layout.CELL, Layout.DELIMITED) and len(question.columns) != 1
    ):
        yield say.ONE_COLUMN
    if question.answer_type in CHOICES and question.layout is not Layout.CELL:
        yield say.LAYOUT_DIFFERS
    if question.answer_type in SEVERAL and question.layout is Layout.CELL:
        yield say.LAYOUT_DIFFERS
    if question.answer_type in (*CHOICES, *SEVERAL) and not question.options:
        yield say.NO_OPTIONS
    if question.answer_type in (AnswerType.NUMERIC, AnswerType.TEXT) and (
        question.options or question.layout is not Layout.CELL
    ):
        yield say.NO_OPTIONS_WANTED
    if question.layout is Layout.FLAGS:
        given = [option.column for option in question.options]
        if len(set(given)) != len(given) or set(given) != set(question.columns):
            yield say.FLAG_COLUMNS
    if question.layout is Layout.DELIMITED and not question.delimiter:
        yield say.NO_DELIMITER
