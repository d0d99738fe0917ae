"""One cell of a cross-tabulation as SQL that anybody can run on the dataset file: values are written out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from narabe.model.answers_file import WEIGHT_SCALE
from narabe.model.answers_plan import AnswerType
from narabe.model.conditions import Chose, Condition
from narabe.model.survey import ONE_ANSWER, SEVERAL_ANSWERS, Asked, Category
from narabe.warehouse.answers import Answers
from narabe.warehouse.conditions import condition_sql
from narabe.warehouse.sql import quoted

PARAM = re.compile(r"\$(p\d+)")
WHERE = "where "


@dataclass(frozen=True, slots=True)
class CellOf:
    """A category of the rows in the group that `members` are of; no members stand for everybody in the axis.

    `answers` are the categories whose sum is the base, None where the base is the people.
    """

    rows: Asked
    row: Category
    axis: tuple[Asked, ...]
    members: tuple[Category, ...]
    answers: tuple[Category, ...] | None = None


def cell_sql(answers: Answers, cell: CellOf, where: Condition | None, weight: str | None) -> str:
    """One row: `chosen` and `base` as people, and by weight where there is one.

    `weight` is SQL of whole millionths. The table is named as it is in the file.
    """
    gave = _of(answers, cell.rows, cell.row)
    lines = [f"count(*) filter ({gave}) as chosen", "count(*) as base"]
    if cell.answers is not None:
        given = " + ".join(f"({_of(answers, cell.rows, each)})::integer" for each in cell.answers)
        lines[1] = f"coalesce(sum({given}), 0) as base"
    if weight:
        of_base = weight if cell.answers is None else f"{weight} * ({given})"
        lines.append(f"sum({weight}) filter ({gave}) / {WEIGHT_SCALE} as weighted_chosen")
        lines.append(f"sum({of_base}) / {WEIGHT_SCALE} as weighted_base")
    tests = [_plain(*condition_sql(where, answers)).removeprefix(WHERE)] if where else []
    tests += [_answered(answers, asked) for asked in (cell.rows, *cell.axis) if not asked.everyone]
    tests += [_of(answers, asked, member) for asked, member in zip(cell.axis, cell.members, strict=False)]
    selected = ",\n       ".join(lines)
    return f"select {selected}\nfrom answers" + _joined(tests)


def answered_people(answers: Answers) -> dict[str, int]:
    """How many answered each question, in one scan."""
    asked = {each.question_id: f"k{place}" for place, each in enumerate(answers.survey.questions)}
    counted = ", ".join(
        f"count({quoted(_told(answers, question_id))}) as {key}" for question_id, key in asked.items()
    )
    found = answers.ask(f"select {counted} from survey.main.answers") if asked else {}
    return {question_id: int(found[key][0]) for question_id, key in asked.items()}


def _joined(tests: Sequence[str]) -> str:
    return f"\n{WHERE}" + "\n  and ".join(tests) if tests else ""


def _of(answers: Answers, asked: Asked, category: Category) -> str:
    """Is a respondent of this category?"""
    if category.missing is not None:
        reasons = [name for name, _, kind in answers.columns[asked.question.question_id] if kind == "missing"]
        return f"{quoted(reasons[0])} = '{category.missing.value}'" if reasons else "false"
    return _plain(
        *condition_sql(Chose(asked.question.question_id, category.option_ids), answers)
    ).removeprefix(WHERE)


def _answered(answers: Answers, asked: Asked) -> str:
    return f"{quoted(_told(answers, asked.question.question_id))} is not null"


def _told(answers: Answers, question_id: str) -> str:
    """The column that is NULL where the question has no answer."""
    question = next(each for each in answers.survey.questions if each.question_id == question_id)
    if question.answer_type in (*ONE_ANSWER, AnswerType.NUMERIC, AnswerType.TEXT):
        return question_id
    assert question.answer_type in SEVERAL_ANSWERS
    return next(name for name, _, kind in answers.columns[question_id] if kind == "flag")


def _plain(sql: str, params: dict[str, object]) -> str:
    """The SQL with its values in it."""
    return PARAM.sub(lambda found: _literal(params[found[1]]), sql)


def _literal(value: object) -> str:
    return repr(value) if isinstance(value, (int, float)) else "'" + str(value).replace("'", "''") + "'"
