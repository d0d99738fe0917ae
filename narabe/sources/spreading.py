"""Fictional respondents by the rule of data/practice: known counts spread as evenly as they can be, without chance."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from narabe.model.answers_plan import AnswerType, Missing

UNIT = 10**9
"""Likeness is counted in whole numbers of this part, so that every machine decides alike."""
TAKEN = 2**62
"""Far above every score, and far enough below the largest whole number."""
REST = "unstated"
"""The option of those whom a single choice leaves without a stated one."""
Group = frozenset[int]


class DoesNotFit(Exception):
    """No answers give these counts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option, how many chose it, and how many of some groups of people did."""

    option_id: str
    total: int
    crosses: tuple[tuple[Group, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """A question to be answered by `base` of the people it is asked (None: by all of them)."""

    question_id: str
    answer_type: AnswerType
    base: int | None
    choices: tuple[Choice, ...]
    rest: bool = False
    asked_of: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """Who chose each option, and who has no answer for which reason; people are numbers from 0."""

    chosen: Mapping[str, Group]
    missing: Mapping[Missing, Group]


def spread(people: int, known: Iterable[Iterable[Group]], questions: Sequence[Spread]) -> dict[str, Answered]:
    """Answers of people 0 … `people` - 1, by question; `known` cuts them up by what is known of them (sex, age).

    Errors: DoesNotFit naming the question.
    """
    likeness, given = Likeness(people), dict[str, Answered]()
    for groups in known:
        likeness.cut(groups)
    for question in questions:
        try:
            given[question.question_id] = _answered(question, _asked(people, question, given), likeness)
        except (DoesNotFit, KeyError) as error:
            raise DoesNotFit(question.question_id) from error
    return given


class Likeness:
    """How alike any two people are: for every category that both are in, one part of as many as it holds."""

    def __init__(self, people: int) -> None:
        self.everyone: Group = frozenset(range(people))
        self._alike = np.zeros((people, people), np.int64)

    def cut(self, categories: Iterable[Group]) -> None:
        """Tell people apart by one more thing; those in none of the categories are one too."""
        cut = [*categories]
        of = np.zeros(len(self.everyone), np.int64)
        for number, category in enumerate(cut, start=1):
            of[list(category)] = number
        part = UNIT // np.maximum(np.bincount(of, minlength=len(cut) + 1), 1)
        self._alike += (of[:, None] == of) * part[of]

    def least(self, wanted: int, among: Group, beside: Group = frozenset()) -> Group:
        """`wanted` people, one after the other: always who is least like those chosen, and first in line.

        This keeps the share of the chosen as even as can be over every category. Where more than half are wanted,
        those left out are found this way. Errors: DoesNotFit.
        """
        if not 0 <= wanted <= len(among):
            raise DoesNotFit
        if 2 * wanted > len(among) and not beside:
            return among - self.least(len(among) - wanted, among)
        score = self._alike.diagonal() + 2 * self._alike[:, sorted(beside)].sum(axis=1)
        score[sorted(self.everyone - among)] = TAKEN
        found = set[int]()
        for _ in range(wanted):
            person = int(score.argmin())
            found.add(person)
            score += 2 * self._alike[person]
            score[person] = TAKEN
        return frozenset(found)


def _asked(people: int, question: Spread, given: Mapping[str, Answered]) -> Group:
    if question.asked_of is None:
        return frozenset(range(people))
    other, option_id = question.asked_of
    return given[other].chosen[option_id]


def _answered(question: Spread, asked: Group, likeness: Likeness) -> Answered:
    base = len(asked) if question.base is None else question.base
    answering = likeness.least(base, asked)
    likeness.cut([answering])
    if question.answer_type is AnswerType.SINGLE:
        chosen = _one_each(question, answering, likeness)
    else:
        chosen = _any(question, answering, likeness)
    missing = {Missing.NO_ANSWER: asked - answering, Missing.NOT_APPLICABLE: likeness.everyone - asked}
    return Answered(chosen, {reason: who for reason, who in missing.items() if who})


def _one_each(question: Spread, answering: Group, likeness: Likeness) -> dict[str, Group]:
    """Known groups of every option first, then the rest of the totals: first of options with known groups."""
    chosen: dict[str, Group] = {choice.option_id: frozenset() for choice in question.choices}
    for choice in question.choices:
        free = answering.difference(*chosen.values())
        chosen[choice.option_id] = _crossed(choice, free, likeness)
    for choice in sorted(question.choices, key=lambda each: not each.crosses):
        free = answering.difference(*chosen.values())
        chosen[choice.option_id] = _completed(choice, chosen[choice.option_id], free, likeness)
    left = answering.difference(*chosen.values())
    if question.rest:
        chosen[REST] = left
    elif left:
        raise DoesNotFit
    likeness.cut(chosen.values())
    return chosen


def _any(question: Spread, answering: Group, likeness: Likeness) -> dict[str, Group]:
    chosen = {}
    for choice in question.choices:
        first = _crossed(choice, answering, likeness)
        chosen[choice.option_id] = _completed(choice, first, answering, likeness)
        likeness.cut([chosen[choice.option_id], answering - chosen[choice.option_id]])
    return chosen


def _crossed(choice: Choice, free: Group, likeness: Likeness) -> Group:
    """Groups whose count is known, the smallest first."""
    chosen, settled = frozenset[int](), frozenset[int]()
    for group, counted in sorted(choice.crosses, key=lambda each: len(each[0])):
        more = counted - len(chosen & group)
        chosen |= likeness.least(more, (free & group) - settled - chosen, chosen)
        settled |= group
    return chosen


def _completed(choice: Choice, chosen: Group, free: Group, likeness: Likeness) -> Group:
    """The rest of the total, outside the groups whose count is known."""
    outside = free.difference(chosen, *(group for group, _ in choice.crosses))
    return chosen | likeness.least(choice.total - len(chosen), outside, chosen)
