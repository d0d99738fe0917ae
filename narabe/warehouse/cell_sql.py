"""One cell of a cross-tabulation as SQL that anybody can run on the dataset file: values are written out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from narabe.intake.quoting import literal, quoted
from narabe.model.answers_file import WEIGHT_SCALE
from narabe.model.conditions import Chose, Condition
from narabe.model.survey import Asked, Category
from narabe.warehouse.answers import Answers
from narabe.warehouse.conditions import condition_sql

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
        f"count({quoted(answers.told(question_id))}) as {key}" for question_id, key in asked.items()
    )
    found = answers.ask(f"select {counted} from survey.main.answers") if asked else {}
    return {question_id: int(found[key][0]) for question_id, key in asked.items()}


def _joined(tests: Sequence[str]) -> str:
    return f"\n{WHERE}" + "\n  and ".join(tests) if tests else ""


def _of(answers: Answers, asked: Asked, category: Category) -> str:
    """Is a respondent of this category?"""
    if category.missing is not None:
        reasons = answers.reasons(asked.question.question_id)
        return f"{quoted(reasons)} = '{category.missing.value}'" if reasons else "false"
    return _plain(
        *condition_sql(Chose(asked.question.question_id, category.option_ids), answers)
    ).removeprefix(WHERE)


def _answered(answers: Answers, asked: Asked) -> str:
    return f"{quoted(answers.told(asked.question.question_id))} is not null"


def _plain(sql: str, params: dict[str, object]) -> str:
    """The SQL with its values in it."""
    return PARAM.sub(lambda found: _literal(params[found[1]]), sql)


def _literal(value: object) -> str:
    return repr(value) if isinstance(value, (int, float)) else literal(str(value))
