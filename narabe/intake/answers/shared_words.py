"""Words that every option of a question repeats: the question itself (`利用経験：LINE`, `利用経験：市公式サイト`)."""

from collections.abc import Sequence
from itertools import takewhile

from narabe.intake.answers.headings import BRACKETS, unbracketed

MARKS = ":：/／_＿|｜-－＞>→　 "
"""What stands between a question and its option."""
OPENING = "".join(pair[0] for pair in BRACKETS)
CLOSING = "".join(pair[1] for pair in BRACKETS)


def parted(labels: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """(what all labels begin or end with, up to a mark; the rest of each). Without such words the labels stay."""
    if len(labels) < 2 or not all(labels):
        return "", tuple(labels)
    before = _up_to_mark(_beginning(labels), MARKS + OPENING)
    rest = [unbracketed(label[before:]).strip(MARKS) for label in labels]
    if before and all(rest) and len(set(rest)) == len(rest):
        return labels[0][:before].strip(MARKS + OPENING), tuple(rest)
    turned = [label[::-1] for label in labels]
    behind = _up_to_mark(_beginning(turned), MARKS)
    rest = [label[: len(label) - behind].strip(MARKS) for label in labels]
    if behind and all(rest) and len(set(rest)) == len(rest):
        return labels[0][len(labels[0]) - behind :].strip(MARKS), tuple(rest)
    return "", tuple(labels)


def _beginning(labels: Sequence[str]) -> str:
    """What all begin with."""
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*labels, strict=False))
    return "".join(letters[0] for letters in alike)


def _up_to_mark(shared: str, marks: str) -> int:
    """How much of the shared words ends in a mark and holds more than marks."""
    end = max((place for place, letter in enumerate(shared, start=1) if letter in marks), default=0)
    return end if shared[:end].strip(marks) else 0
