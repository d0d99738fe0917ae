"""What a phone sends, read as an answer to the question; answers as text and back."""

import json
import math
import re
import unicodedata
from collections.abc import Sequence

from narabe.model.problem import Problem
from narabe.model.room import CHOSEN, Answer, Form, Hands, Question
from narabe.words import room_sentences as say

LONGEST_TEXT = 140
MINUS = str.maketrans({"ー": "-", "−": "-", "△": "-", "▲": "-", "‐": "-", "―": "-"})
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)")
"""As people write one. Python would also read `1_0` and `1e3`."""
JOINER = "\u200d"
"""Makes one picture of several emoji; the other marks that cannot be seen are left out."""
EMOJI = range(0x1F000, 0x1FB00)
"""Also those that are newer than this Python."""


def read(question: Question, sent: Sequence[str]) -> Answer:
    """The answer in what was sent. Errors: Problem that says how to answer."""
    match question.form:
        case Form.NUMBER:
            return _number(question, sent)
        case Form.TEXT:
            return _text(sent)
        case _:
            return _chosen(question, sent)


def as_text(answer: Answer) -> str:
    """As the ledger keeps it (JSON)."""
    return json.dumps(answer, ensure_ascii=False)


def from_text(kept: str) -> Answer:
    value = json.loads(kept)
    return tuple(value) if isinstance(value, list) else value


def _chosen(question: Question, sent: Sequence[str]) -> tuple[str, ...]:
    """The options in the order of the question."""
    chosen = tuple(option.option_id for option in question.options if option.option_id in sent)
    if not chosen:
        raise Problem(say.CHOOSE)
    if set(sent) - set(chosen):
        raise Problem(say.NO_SUCH_OPTION)
    most = question.most if question.form is Form.MULTIPLE else 1
    if most is not None and len(chosen) > most:
        raise Problem(say.too_many(most, len(chosen)))
    return chosen


def _number(question: Question, sent: Sequence[str]) -> float:
    typed = unicodedata.normalize("NFKC", "".join(sent[:1])).strip().translate(MINUS)
    typed = typed.removesuffix("%").replace(",", "").strip()
    if not NUMBER.fullmatch(typed):
        raise Problem(say.TYPE_A_NUMBER)
    value = float(typed)
    if not math.isfinite(value) or not question.low <= value <= question.high:
        raise Problem(say.out_of_range(question.low, question.high, question.unit))
    return value


def _text(sent: Sequence[str]) -> str:
    """One line of what can be seen."""
    raw = unicodedata.normalize("NFC", "".join(sent[:1]))
    body = " ".join("".join(map(_kept, raw)).split())
    if all(letter == JOINER or unicodedata.category(letter)[0] in "MZ" for letter in body):
        raise Problem(say.WRITE_SOMETHING)
    if len(body) > LONGEST_TEXT:
        raise Problem(say.too_long(LONGEST_TEXT, len(body)))
    return body


def _kept(letter: str) -> str:
    """A letter of a text: a control is a space, and what turns the direction of writing or hides is nothing."""
    kind = unicodedata.category(letter)
    if letter == JOINER or ord(letter) in EMOJI:
        return letter
    if kind == "Cc":
        return " "
    return "" if kind.startswith("C") else letter


def check_hands(question: Question | None, hands: Hands) -> None:
    """Errors: Problem where a show of hands does not fit the question, or does not add up."""
    if question is None or question.form not in CHOSEN:
        raise Problem(say.NO_HANDS)
    counts = list(hands.raised.values())
    if set(hands.raised) - {option.option_id for option in question.options} or min([0, *counts]) < 0:
        raise Problem(say.NO_SUCH_OPTION)
    one_each = question.form is not Form.MULTIPLE
    if one_each and sum(counts) != hands.people:
        raise Problem(say.hands_add_up(sum(counts), hands.people))
    if max([0, *counts]) > hands.people:
        raise Problem(say.more_hands_than_people(max(counts), hands.people))
