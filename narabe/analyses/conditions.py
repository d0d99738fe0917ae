"""`--where` and the filter of the page: a small language over the names of a survey, never SQL.

性別 = 女性 and 年代 in (60代, 70代)      年齢 >= 65 or "職業 (主)" != "無職"
"""

from typing import cast

from lark import Lark, Token, Transformer, UnexpectedInput, UnexpectedToken
from lark.exceptions import VisitError

from narabe.analyses.naming import option_named, question_named
from narabe.model.answers_plan import AnswerType
from narabe.model.conditions import Both, Chose, Condition, Either, Measured, Sign
from narabe.model.problem import Problem
from narabe.model.survey import Survey
from narabe.words import crosstab_sentences as say

GRAMMAR = r"""
?start: either
?either: both (_OR both)*
?both: test (_AND test)*
?test: name SIGN name                     -> compared
     | name _IN "(" name ("," name)* ")"  -> among
     | "(" either ")"
name: WORD | QUOTED
SIGN: "=" | "!=" | "<=" | ">=" | "<" | ">" | /[＝≠≦≧＜＞]/
_AND.2: /and(?=[\s(])/i
_OR.2: /or(?=[\s(])/i
_IN.2: /in(?=[\s(])/i
QUOTED: /"[^"]*"/
WORD: /[^\s()=!<>,"＝≠≦≧＜＞]+/
%ignore /\s+/
"""
PARSER = Lark(GRAMMAR, parser="lalr")
TYPED = {"＝": "=", "≠": "!=", "≦": "<=", "≧": ">=", "＜": "<", "＞": ">"}
"""Signs as a Japanese keyboard gives them."""
END = "$END"
"""What the parser calls the end of the text."""
SHOWN = 12
"""Characters shown of what cannot be read."""


def condition_of(text: str | None, survey: Survey) -> Condition | None:
    """The condition in ids; None for no text. Errors: Problem naming the place or the unknown name."""
    if not text or not text.strip():
        return None
    try:
        return cast(Condition, _Meaning(survey).transform(PARSER.parse(text)))
    except UnexpectedInput as error:
        ended = isinstance(error, UnexpectedToken) and error.token.type == END
        at = len(text) if ended or error.pos_in_stream is None else error.pos_in_stream
        found = text[at : at + SHOWN] if at >= 0 else ""
        raise Problem(say.bad_condition(at + 1, found), say.CONDITION_HELP) from error
    except VisitError as error:
        if isinstance(error.orig_exc, Problem):
            raise error.orig_exc from error
        raise


class _Meaning(Transformer):
    """Names become ids on the way."""

    def __init__(self, survey: Survey) -> None:
        super().__init__()
        self._survey = survey

    def name(self, words: list[Token]) -> str:
        return str(words[0]).strip('"')

    def either(self, parts: list[Condition]) -> Condition:
        return Either(tuple(parts))

    def both(self, parts: list[Condition]) -> Condition:
        return Both(tuple(parts))

    def among(self, words: list[str]) -> Condition:
        name, *options = words
        return self._chose(name, options, negated=False)

    def compared(self, words: list[str]) -> Condition:
        name, sign, value = words[0], TYPED.get(str(words[1]), str(words[1])), words[2]
        question = question_named(self._survey, name)
        if question.answer_type is AnswerType.NUMERIC:
            return Measured(question.question_id, cast(Sign, sign), _number(value))
        if sign not in ("=", "!="):
            raise Problem(say.not_a_number(question.label.ja), say.CONDITION_HELP)
        return self._chose(name, [value], negated=sign == "!=")

    def _chose(self, name: str, options: list[str], negated: bool) -> Condition:
        question = question_named(self._survey, name)
        if question.answer_type is AnswerType.NUMERIC:
            return Either(tuple(Measured(question.question_id, "=", _number(each)) for each in options))
        if not question.crossable:
            raise Problem(say.not_an_axis(question.label.ja), say.CONDITION_HELP)
        ids = tuple(option_named(question, each).option_id for each in options)
        return Chose(question.question_id, ids, negated)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise Problem(say.no_number(text), say.CONDITION_HELP) from error
