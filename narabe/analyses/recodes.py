"""`--net` and `--hide`: options taken together and options left out, by name.

年代: 若い = 10代, 20代      "職業 (主)": "学生, 無職" = 学生, 無職
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from lark import Lark, Token, Transformer, UnexpectedInput

from narabe.analyses.naming import option_named, question_named
from narabe.model.crosstab import Net, Recode, Recoded
from narabe.model.problem import Problem
from narabe.model.survey import Survey, SurveyQuestion
from narabe.model.text import Text, plain
from narabe.words import crosstab_sentences as say

GRAMMAR = r"""
net: name _COLON name _EQUAL options
hide: name _COLON options
options: name (_COMMA name)*
name: QUOTED | WORD
_COLON: ":" | "："
_EQUAL: "=" | "＝"
_COMMA: "," | "，"
QUOTED: /"[^"]*"/
WORD: /[^\s:：=＝,，"]([^:：=＝,，"]*[^\s:：=＝,，"])?/
%ignore /\s+/
"""
PARSER = Lark(GRAMMAR, parser="lalr", start=["net", "hide"])


def recodes_of(nets: Sequence[str], hidden: Sequence[str], survey: Survey) -> tuple[Recode, ...]:
    """Per question its nets (n1, n2, … in the order given) and hidden options. Errors: Problem naming what is unknown."""
    made: dict[str, Recode] = {}
    for text in nets:
        question, name, *options = _parsed(text, "net", survey)
        before = made.get(question.question_id, Recode(question.question_id))
        net = Net(f"n{len(before.nets) + 1}", plain(name), _ids(question, options))
        made[question.question_id] = Recode(question.question_id, (*before.nets, net), before.hidden)
    for text in hidden:
        question, *options = _parsed(text, "hide", survey)
        before = made.get(question.question_id, Recode(question.question_id))
        gone = dict.fromkeys((*before.hidden, *_ids(question, options)))
        made[question.question_id] = Recode(question.question_id, before.nets, tuple(gone))
    return tuple(made.values())


def recoded(recodes: Mapping[str, Recode], asked: Iterable[SurveyQuestion]) -> tuple[Recoded, ...]:
    """Nets and hidden options of the questions that are asked, in words."""
    there = {each.question_id: each for each in asked}
    return tuple(_in_words(question, recodes[name]) for name, question in there.items() if name in recodes)


def _in_words(question: SurveyQuestion, recode: Recode) -> Recoded:
    return Recoded(
        question.label,
        tuple((net.label, _labels(question, net.option_ids)) for net in recode.nets),
        _labels(question, recode.hidden),
    )


def _labels(question: SurveyQuestion, option_ids: Sequence[str]) -> tuple[Text, ...]:
    return tuple(option.label for option in question.options if option.option_id in option_ids)


class _Names(Transformer):
    """The names in the order they stand in."""

    def name(self, words: list[Token]) -> str:
        return str(words[0]).strip('"').strip()

    def options(self, names: list[str]) -> list[str]:
        return names

    def net(self, parts: list) -> list[str]:
        return [parts[0], parts[1], *parts[2]]

    def hide(self, parts: list) -> list[str]:
        return [parts[0], *parts[1]]


def _parsed(text: str, start: str, survey: Survey) -> tuple:
    try:
        name, *others = cast(list[str], _Names().transform(PARSER.parse(text, start=start)))
    except UnexpectedInput as error:
        raise Problem(say.bad_recode(text), say.RECODE_HELP) from error
    question = question_named(survey, name)
    if not question.crossable:
        raise Problem(say.no_options(question.label.ja))
    return question, *others


def _ids(question: SurveyQuestion, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(option_named(question, name).option_id for name in names))
