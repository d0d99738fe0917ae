"""A file of the population as a margin of one survey: its headings are questions, its categories options."""

from narabe.analyses.naming import option_named, question_named
from narabe.intake.margins import MarginFile, MarginLine
from narabe.model.problem import Problem
from narabe.model.raking import Margin, MarginCell
from narabe.model.survey import ONE_ANSWER, Survey, SurveyQuestion
from narabe.model.text import Text
from narabe.words import raking_sentences as say


def margin_of(survey: Survey, file: MarginFile) -> Margin:
    """The margin by ids. Errors: Problem naming the file, the row and the question or category that is not known."""
    questions = [_question(survey, file, heading) for heading in file.headings]
    for at, question in enumerate(questions):
        if question in questions[:at]:
            raise _in(file, None, say.twice_in_margin(question.label.ja))
    cells: dict[tuple[str, ...], MarginCell] = {}
    rows: dict[tuple[str, ...], int] = {}
    for line in file.lines:
        options = _options(file, questions, line)
        if options in cells:
            raise _in(file, line.row, say.given_twice(rows[options]))
        cells[options] = MarginCell(options, line.people)
        rows[options] = line.row
    return Margin(tuple(each.question_id for each in questions), tuple(cells.values()), file.name)


def _question(survey: Survey, file: MarginFile, heading: str) -> SurveyQuestion:
    try:
        question = question_named(survey, heading)
    except Problem as problem:
        raise _in(file, None, problem.message) from problem
    if question.answer_type not in ONE_ANSWER:
        raise _in(file, None, say.no_margin_question(question.label.ja))
    return question


def _options(file: MarginFile, questions: list[SurveyQuestion], line: MarginLine) -> tuple[str, ...]:
    try:
        return tuple(_option(question, label) for question, label in zip(questions, line.labels, strict=True))
    except Problem as problem:
        raise _in(file, line.row, problem.message) from problem


def _option(question: SurveyQuestion, label: str) -> str:
    """People write labels: one that is also the id of another option means the label."""
    same = [option.option_id for option in question.options if label in (option.label.ja, option.label.en)]
    return same[0] if len(same) == 1 else option_named(question, label).option_id


def _in(file: MarginFile, row: int | None, why: Text) -> Problem:
    return Problem(say.in_file(file.name, row, why), say.CHECK_MARGIN)
