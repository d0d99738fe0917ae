"""Writing a remark, and taking one back."""

import unicodedata
from collections.abc import Mapping

from narabe.ledger import Remarks
from narabe.model.problem import Problem
from narabe.model.remark import Draft, Remark, RemarkKind, kinds_of
from narabe.model.text import EMPTY, Text
from narabe.settings import openness, store
from narabe.warehouse import Warehouse
from narabe.words import labels
from narabe.words import remark_sentences as say

LONGEST_BODY, LONGEST_NAME = 1000, 60
LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}
TURNS = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
"""Marks that turn the direction of reading: a line could be made to say something else than it holds."""


def write(
    warehouse: Warehouse,
    subject: str,
    bodies: Mapping[RemarkKind, str],
    department: str,
    author: str,
    internal: bool = False,
) -> tuple[Remark, ...]:
    """Store what a department says on a subject, in one act; a blank body is left out.

    Errors: Problem with a sentence for everything that has to be mended, and nothing stored.
    """
    _must_be_open()
    department, author = _tidy(department), _tidy(author)
    written = {kind: tidied for kind, body in bodies.items() if _visible(tidied := _tidy(body))}
    faults = [
        *(say.does_not_fit(kind) for kind in written if kind not in kinds_of(subject)),
        *([] if written else [say.NOTHING_WRITTEN]),
        *(
            fault
            for kind, body in written.items()
            for fault in _faults(labels.REMARK[kind], body, LONGEST_BODY)
        ),
        *_faults_of_name(labels.DEPARTMENT, department, say.NO_DEPARTMENT),
        *_faults_of_name(labels.AUTHOR, author, say.NO_AUTHOR),
    ]
    if subject not in {row["subject"] for row in _subjects(warehouse)}:
        raise Problem(say.UNKNOWN_SUBJECT, say.RELOAD)
    if faults:
        raise Problem(sum(faults, EMPTY))
    return Remarks(store()).add(
        [Draft(subject, kind, body, department, author, internal) for kind, body in written.items()]
    )


def withdraw(remark_id: int, author: str) -> Remark:
    """Record who takes a remark back. Errors: Problem when nobody is named, or nothing they can see is there to take back."""
    _must_be_open()
    author = _tidy(author)
    faults = _faults_of_name(labels.WITHDRAWER, author, say.NO_WITHDRAWER)
    if faults:
        raise Problem(sum(faults, EMPTY))
    kept, seen = Remarks(store()), openness().show_internal
    shown = {remark.remark_id for remark in kept.standing() if seen or not remark.internal}
    withdrawn = kept.withdraw(remark_id, author) if remark_id in shown else None
    if withdrawn is None:
        raise Problem(say.GONE, say.RELOAD)
    return withdrawn


def _must_be_open() -> None:
    if not openness().remarks_open:
        raise Problem(say.CLOSED, say.HOW_TO_OPEN)


def _subjects(warehouse: Warehouse) -> list:
    """What may be written on: an entry kept internal only where it is shown."""
    return warehouse.ask("remark_subjects", internal=openness().show_internal)


def _tidy(text: str) -> str:
    """One kind of line end, and no space around."""
    for found, meant in LINE_ENDS.items():
        text = text.replace(found, meant)
    return text.strip(" \n\u3000")


def _visible(text: str) -> bool:
    """Whether there is anything to read: not spaces and zero-width marks alone."""
    return any(
        unicodedata.category(letter)[0] != "Z" and unicodedata.category(letter) != "Cf" for letter in text
    )


def _faults_of_name(field: Text, name: str, missing: Text) -> list[Text]:
    return _faults(field, name, LONGEST_NAME, lines=False) if _visible(name) else [missing]


def _faults(field: Text, text: str, most: int, lines: bool = True) -> list[Text]:
    faults = [say.too_long(field, len(text), most)] if len(text) > most else []
    allowed = {"\n"} if lines else set()
    return faults + ([say.unusable(field)] if any(map(_unusable, set(text) - allowed)) else [])


def _unusable(letter: str) -> bool:
    """Control characters, halves of a pair, and code points that are no character (nor may stand in a workbook)."""
    code = ord(letter)
    no_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return unicodedata.category(letter) in {"Cc", "Cs"} or letter in TURNS or no_character
