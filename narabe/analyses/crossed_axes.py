"""Rows and columns of a crossed table: which categories to count, what they are called, which sums they are part of."""

import re
from collections.abc import Sequence
from functools import reduce
from itertools import product

import numpy as np

from narabe.model.answers_plan import AnswerType, Missing
from narabe.model.crosstab import TOTAL, Line, Recode, crossed_label
from narabe.model.survey import ONE_ANSWER, Asked, Category, SurveyQuestion
from narabe.model.text import Text
from narabe.words import crosstab_sentences as say

NO_POINT = re.compile(
    r"わからない|分からない|判断できない|無回答|その他|don.t know|not sure|no opinion|other", re.I
)
LEADING = re.compile(r"\s*(-?\d+)")


def asked(question: SurveyQuestion, recode: Recode | None, show_missing: bool, everyone: bool) -> Asked:
    """Every category of a question: its options, its nets, and why there is no answer. Hidden ones are counted too."""
    nets = recode.nets if recode else ()
    categories = [Category(option.option_id, (option.option_id,)) for option in question.options]
    categories += [Category(net.net_id, net.option_ids) for net in nets]
    if show_missing and question.partly:
        categories += [Category(reason.value, missing=reason) for reason in Missing]
    return Asked(question, tuple(categories), everyone or show_missing)


def lines(asked: Asked, recode: Recode | None) -> tuple[Line, ...]:
    """What the categories are called."""
    labels = {option.option_id: option.label for option in asked.question.options}
    labels |= {net.net_id: net.label for net in (recode.nets if recode else ())}
    nets = {net.net_id for net in (recode.nets if recode else ())}
    return tuple(
        Line(
            category.category_id,
            say.MISSING[category.missing] if category.missing else labels[category.category_id],
            category.category_id in nets,
            category.missing is not None,
        )
        for category in asked.categories
    )


def crossed(each: Sequence[tuple[Line, ...]]) -> tuple[tuple[Line, ...], ...]:
    """Every column as the lines it is made of, outer first; the order in which they are counted."""
    return tuple(product(*each)) if each else ()


def label(parts: Sequence[Line]) -> Text:
    """The name of a column."""
    if not parts:
        return say.TOTAL
    return crossed_label([part.label for part in parts])


def column_id(parts: Sequence[Line]) -> str:
    return "__".join(part.row_id for part in parts) or TOTAL


def sums(axis: Sequence[Asked], each: Sequence[tuple[Line, ...]]) -> list[list[int]]:
    """Places of columns (0 is the total) that add up to something shown: the total, a net, a nested group."""
    if not axis:
        return []
    places = 1 + np.arange(reduce(lambda a, b: a * b, (len(line) for line in each))).reshape(
        [len(line) for line in each]
    )
    groups: list[list[int]] = []
    for along, (question, line) in enumerate(zip(axis, each, strict=True)):
        if question.question.answer_type not in ONE_ANSWER:
            continue
        turned = np.moveaxis(places, along, -1).reshape(-1, len(line))
        parts = [[place for place, each_line in enumerate(line) if not each_line.net]]
        parts += [_members(question, category) for category in question.categories if _is_net(category)]
        groups += [turned[row, part].tolist() for part in parts for row in range(len(turned))]
    single = [question.question.answer_type in ONE_ANSWER for question in axis]
    if len(axis) > 1 and all(single):
        plain = np.ix_(*([p for p, each_line in enumerate(line) if not each_line.net] for line in each))
        groups.append(places[plain].ravel().tolist())
    return groups


def scores(question: SurveyQuestion) -> np.ndarray:
    """What each option of a scale counts as: the number its label begins with, or else its place (1 is the first).

    Not a number for わからない and the like: they are no point of the scale.
    """
    labels = [option.label.ja for option in question.options]
    points = [place for place, label in enumerate(labels) if not NO_POINT.search(label)]
    leading = [_leading(labels[place]) for place in points]
    known = [score for score in leading if score is not None]
    own = len(known) == len(leading) == len(set(known))
    found = np.full(len(labels), np.nan)
    found[points] = known if own else np.arange(1.0, len(points) + 1)
    return found


def scored(question: SurveyQuestion) -> bool:
    """Does an average say anything?"""
    return question.answer_type is AnswerType.SCALE


def _is_net(category: Category) -> bool:
    return category.missing is None and category.option_ids != (category.category_id,)


def _members(question: Asked, net: Category) -> list[int]:
    return [place for place, each in enumerate(question.categories) if each.category_id in net.option_ids]


def _leading(label: str) -> float | None:
    found = LEADING.match(label)
    return float(found[1]) if found else None
