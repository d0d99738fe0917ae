"""What people type into a form: tidied, and looked through for what cannot stand."""

import unicodedata

from narabe.model.text import Text
from narabe.words import remark_sentences as say

LONGEST_NAME = 60
LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}
TURNS = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
"""Marks that turn the direction of reading: a line could be made to say something else than it holds."""


def tidy(text: str) -> str:
    """One kind of line end, and no space around."""
    for found, meant in LINE_ENDS.items():
        text = text.replace(found, meant)
    return text.strip(" \n\u3000")


def visible(text: str) -> bool:
    """Whether there is anything to read: not spaces and zero-width marks alone."""
    return any(
        unicodedata.category(letter)[0] != "Z" and unicodedata.category(letter) != "Cf" for letter in text
    )


def faults_of_name(field: Text, name: str, missing: Text) -> list[Text]:
    """What is wrong with a name of one line; `missing` where there is none."""
    return faults(field, name, LONGEST_NAME, lines=False) if visible(name) else [missing]


def faults(field: Text, text: str, most: int, lines: bool = True) -> list[Text]:
    """What is wrong with a text of at most `most` characters."""
    found = [say.too_long(field, len(text), most)] if len(text) > most else []
    allowed = {"\n"} if lines else set()
    return found + ([say.unusable(field)] if any(map(_unusable, set(text) - allowed)) else [])


def _unusable(letter: str) -> bool:
    """Control characters, halves of a pair, and code points that are no character (nor may stand in a workbook)."""
    code = ord(letter)
    no_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return unicodedata.category(letter) in {"Cc", "Cs"} or letter in TURNS or no_character
