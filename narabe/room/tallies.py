"""What a room answered, counted; nothing where fewer answered than may be shown."""

import statistics
from collections.abc import Iterable, Sequence

from narabe.model.room import CHOSEN, Answer, Form, Hands, Numbers, OptionCount, Question, Said, Tally

FEWEST = 5
"""Answers below this are not shown: in a small room everybody would know who said what."""


def tally(
    question: Question, answers: Iterable[Answer], hands: Hands | None = None, texts: Sequence[Said] = ()
) -> Tally:
    """Answers of phones and raised hands together. Texts: those approved, in the order they came."""
    given = list(answers)
    raised = hands.people if hands else 0
    base = len(given) + raised
    if base < FEWEST:
        return Tally(base, raised, too_few=True)
    if question.form in CHOSEN:
        return Tally(base, raised, False, options=_options(question, given, hands, base))
    if question.form is Form.NUMBER:
        numbers = _numbers([each for each in given if isinstance(each, float)])
        return Tally(base, raised, False, numbers=numbers)
    return Tally(base, raised, False, texts=tuple(each.body for each in texts if each.approved))


def _options(
    question: Question, given: list[Answer], hands: Hands | None, base: int
) -> tuple[OptionCount, ...]:
    counted = []
    for option in question.options:
        count = sum(isinstance(each, tuple) and option.option_id in each for each in given)
        count += hands.raised.get(option.option_id, 0) if hands else 0
        counted.append(OptionCount(option.option_id, option.label, count, count / base))
    return tuple(counted)


def _numbers(values: list[float]) -> Numbers | None:
    if len(values) < 2:
        return None
    lower, median, upper = statistics.quantiles(values, n=4, method="inclusive")
    return Numbers(tuple(sorted(values)), median, lower, upper)
