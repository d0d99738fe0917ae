"""What a column's header says: the question it belongs to, and which option or slot of it."""

import re
import unicodedata
from dataclasses import dataclass

NUMBER = r"(?:[A-Za-z]{1,3}|問|設問|質問|No\.?)\s*\d{1,3}(?:\s*\(\d{1,2}\))?"
SLOT = re.compile(r"(?P<stem>.+?)[\s_\-・:(【\[]*(?:第|slot|choice)?\s*(?P<number>\d{1,2})\s*(?:つ目|つめ|番目|番め|個目|位|st|nd|rd|th)?[)】\]]?", re.I)  # fmt: skip
SLOT_WORD = re.compile(r"(?:第\s*\d{1,2}|(?:slot|choice)\s*\d{1,2}|\d{1,2}\s*(?:つ目|つめ|番目|番め|個目|位|st|nd|rd|th))[)】\]]?$", re.I)  # fmt: skip
BRACKETED = re.compile(r"(?P<stem>.*?\S)\s*[\[【〔](?P<label>[^\[\]【】〔〕]+)[\]】〕]")
NUMBERED_LABEL = re.compile(rf"(?P<stem>{NUMBER})\s*[_\-.](?P<number>\d{{1,3}})[\s.:_【\[(]*(?P<label>[^\d\s].*?)[】\])]?")  # fmt: skip
PART_LABEL = re.compile(r"(?P<stem>(?:[A-Za-z]{1,3}|問|設問|質問)\s*\d{1,3})\s*\((?P<number>\d{1,2})\)[\s.:_]*(?P<label>[^\d\s].*)")  # fmt: skip
"""`問3(1)スマホ`, `問3① スマホ`."""
NUMBERED = re.compile(r"(?P<stem>.*?[^\s_\-.(#\d])(?P<tail>\d*)[_\-.\s(#]+(?P<number>\d{1,3})\)?")
LETTERED = re.compile(r"(?P<stem>[A-Za-z]{1,2}\d{1,3})[_\-]?[A-Za-z](?P<number>\d{1,3})")
LABELLED = re.compile(rf"(?P<stem>{NUMBER})\s*[_:/\-]\s*(?P<label>\D.*)")
QUESTION_NUMBER = re.compile(rf"({NUMBER}(?:[-_.]\d{{1,3}})*)(?![0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A header taken apart: the question's part, and the number or label of one option or slot, where it has any."""

    header: str
    stem: str
    number: int | None = None
    label: str = ""
    slot: bool = False

    @property
    def part(self) -> bool:
        """Does it name a part of a question?"""
        return self.number is not None or bool(self.label)


def heading(header: str) -> Heading:
    """Take one header apart."""
    plain = re.sub(r"[①-⑳]", lambda circled: f"({unicodedata.normalize('NFKC', circled[0])})", header)
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", plain)).strip()
    if SLOT_WORD.search(text) and (found := SLOT.fullmatch(text)):
        return Heading(header, found["stem"].strip(), int(found["number"]), slot=True)
    if found := NUMBERED_LABEL.fullmatch(text) or PART_LABEL.fullmatch(text):
        return Heading(header, found["stem"].strip(), int(found["number"]), without_number(found["label"]))
    if found := BRACKETED.fullmatch(text):
        return Heading(header, found["stem"], None, found["label"].strip())
    if found := NUMBERED.fullmatch(text):
        return Heading(header, found["stem"] + found["tail"], int(found["number"]))
    if found := LETTERED.fullmatch(text):
        return Heading(header, found["stem"], int(found["number"]))
    if found := LABELLED.fullmatch(text):
        return Heading(header, found["stem"].strip(), None, found["label"].strip())
    return Heading(header, text)


def question_number(header: str) -> str | None:
    """The number a header opens with: `Q3`, `問3(1)`, `F1`."""
    found = QUESTION_NUMBER.match(unicodedata.normalize("NFKC", header).strip())
    return re.sub(r"\s+", "", found[1]) if found else None


def without_number(header: str) -> str:
    """The words of a header, without the question's number in front."""
    text = unicodedata.normalize("NFKC", header).strip()
    return QUESTION_NUMBER.sub("", text, count=1).strip(" 　.:：、_-") or text


def title(header: str) -> str:
    """The words for people: a variable's name in front of its label (`q1 Q1 満足度`, `sex 性別`) is left out."""
    name, _, label = header.strip().partition(" ")
    variable = re.fullmatch(r"[a-z_][a-z0-9_]*", name) and not label.isascii()
    return label.strip() if variable else header.strip()


def id_of(header: str) -> str | None:
    """An id from a header: `Q3` → q3, `問3-1` → q3_1, `F2 性別` → f2, `gender` → gender; None for other words."""
    numbered = question_number(header)
    text = numbered or unicodedata.normalize("NFKC", header).strip()
    text = re.sub(r"^(問|設問|質問)", "q", text)
    slug = re.sub(r"[^0-9A-Za-z]+", "_", text).strip("_").lower()
    plain = re.fullmatch(r"[A-Za-z][\w\-. ()]{0,40}", text, re.ASCII)
    return slug if plain and slug and slug[0].isalpha() else None
