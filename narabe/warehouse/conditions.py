"""A condition over questions and options as SQL with parameters."""

from typing import Any

from narabe.intake.quoting import quoted
from narabe.model.conditions import Both, Chose, Condition, Either, Measured
from narabe.model.survey import ONE_ANSWER
from narabe.warehouse.answers import Answers


def condition_sql(condition: Condition | None, answers: Answers) -> tuple[str, dict[str, Any]]:
    """A WHERE clause (empty without a condition) and its parameters."""
    if condition is None:
        return "", {}
    params: dict[str, Any] = {}
    return f"where {_sql(condition, answers, params)}", params


def _sql(condition: Condition, answers: Answers, params: dict[str, Any]) -> str:
    match condition:
        case Both(parts):
            return "(" + " and ".join(_sql(part, answers, params) for part in parts) + ")"
        case Either(parts):
            return "(" + " or ".join(_sql(part, answers, params) for part in parts) + ")"
        case Measured(question_id, sign, value):
            return f"({quoted(question_id)} {sign} {_param(params, value)})"
        case Chose(question_id, option_ids, negated):
            chosen = _chosen(question_id, option_ids, answers, params)
            return f"(not {chosen})" if negated else chosen


def _chosen(question_id: str, option_ids: tuple[str, ...], answers: Answers, params: dict[str, Any]) -> str:
    question = answers.survey.question(question_id)
    if question.answer_type in ONE_ANSWER:
        options = ", ".join(_param(params, option) for option in option_ids)
        return f"({quoted(question_id)} in ({options}))"
    flags = answers.flags(question_id)
    never = f"({quoted(next(iter(flags.values())))} and false)"
    return "(" + (" or ".join(quoted(flags[o]) for o in option_ids if o in flags) or never) + ")"


def _param(params: dict[str, Any], value: Any) -> str:
    name = f"p{len(params)}"
    params[name] = value
    return f"${name}"
