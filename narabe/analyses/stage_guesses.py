"""Numbers that the room guessed, on the scale of the bar they guess."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from narabe.model.deck import Picture
from narabe.model.room import Form, Question, Tally
from narabe.model.slide import Bar, BarGroup, GuessColumn, Guesses
from narabe.model.text import EMPTY, Text
from narabe.words import stage_sentences as say

PARTS = 100
"""Guesses of the same hundredth of the scale stand in one column."""


def on_one_scale(
    groups: tuple[BarGroup, ...], picture: Picture, question: Question | None
) -> tuple[BarGroup, ...]:
    """The groups; the one whose bar is guessed reaches as far as a guess may, before the reveal and after it."""
    guessed = _guessed(groups, picture, question)
    if guessed is None or question is None:
        return groups
    place, _ = guessed
    wide = replace(groups[place], end=max(groups[place].end, question.high))
    return (*groups[:place], wide, *groups[place + 1 :])


def guesses(
    groups: tuple[BarGroup, ...], picture: Picture | None, question: Question | None, tally: Tally | None
) -> Guesses | None:
    """The guesses of a room that may be shown; on the scale of the question where they guess no bar."""
    if tally is None or tally.numbers is None or question is None:
        return None
    values = tally.numbers.values
    guessed = _guessed(groups, picture, question) if picture else None
    if guessed is None:
        end = question.high if question.high > question.low else question.low + 1
        return Guesses(question.low, end, question.unit, _columns(values, question.low, end))
    place, bar = guessed
    end = groups[place].end
    low, high = (bar.value, bar.value) if bar.value is not None else (bar.low, bar.high)
    truth = None if low is None or high is None else (low, high)
    said = say.truth(bar.said) if truth else EMPTY
    return Guesses(0.0, end, question.unit, _columns(values, 0.0, end), truth, said)


def _guessed(
    groups: Sequence[BarGroup], picture: Picture, question: Question | None
) -> tuple[int, Bar] | None:
    """The one bar that a number is asked for in its own unit, with the place of its group."""
    if question is None or question.form is not Form.NUMBER:
        return None
    found = [
        (place, bar)
        for place, group in enumerate(groups)
        for bar in group.bars
        if bar.key in picture.guessed and _same(group.unit, question.unit)
    ]
    return found[0] if len(found) == 1 else None


def _same(one: Text, other: Text) -> bool:
    return unicodedata.normalize("NFKC", one.ja).strip() == unicodedata.normalize("NFKC", other.ja).strip()


def _columns(values: Sequence[float], start: float, end: float) -> tuple[GuessColumn, ...]:
    width = (end - start) / PARTS
    counted = Counter(min(max(round((value - start) / width), 0), PARTS) for value in values)
    return tuple(GuessColumn(100 * part / PARTS, count) for part, count in sorted(counted.items()))
