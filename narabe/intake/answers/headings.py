"""What a column's header says: the question it belongs to, and which option or slot of it."""

import re
import unicodedata
from dataclasses import dataclass

NUMBER = r"(?:[A-Za-z]{1,3}|問|設問|質問|No\.?)\s*\d{1,3}(?:\s*\(\d{1,2}\))?"
SLOT = re.compile(r"(?P<stem>.+?)[\s_\-・:(【\[]*(?:第|slot|choice)?\s*(?P<number>\d{1,2})\s*(?:つ目|つめ|番目|番め|個目|位|st|nd|rd|th)?[)】\]]?", re.I)  # fmt: skip
SLOT_WORD = re.compile(r"(?:第\s*\d{1,2}|(?:slot|choice)\s*\d{1,2}|\d{1,2}\s*(?:つ目|つめ|番目|番め|個目|位|st|nd|rd|th))[)】\]]?$", re.I)  # fmt: skip
BRACKETED = re.compile(r"(?P<stem>.*?\S)\s*[\[【〔](?P<label>[^\[\]【】〔〕]+)[\]】〕]")
NUMBERED_LABEL = re.compile(rf"(?P<stem>{NUMBER})\s*[_\-.](?P<number>\d{{1,3}})[\s.:_【\[(]*(?P<label>[^\d\s].*)")  # fmt: skip
BRACKETS = (("[", "]"), ("【", "】"), ("(", ")"), ("（", "）"), ("［", "］"), ("〔", "〕"))
PART_LABEL = re.compile(r"(?P<stem>(?:[A-Za-z]{1,3}|問|設問|質問)\s*\d{1,3})\s*\((?P<number>\d{1,2})\)[\s.:_]*(?P<label>[^\d\s].*)")  # fmt: skip
"""`問3(1)スマホ`, `問3① スマホ`."""
OPTION_LAST = re.compile(r"(?P<stem>.*[^\s_\d].*?)[\s_\-/]+(?P<number>\d{1,3})[.:、)]\s*(?P<label>[^\d\s].*)")
"""`Q3.利用しているもの_1.LINE`, `使うもの - 2.パソコン`."""
NUMBERED = re.compile(r"(?P<stem>.*?[^\s_\-.(#\d])(?P<tail>\d*)[_\-.\s(#]+(?P<number>\d{1,3})\)?")
LETTERED = re.compile(r"(?P<stem>[A-Za-z]{1,2}\d{1,3})[_\-]?[A-Za-z](?P<number>\d{1,3})")
LABELLED = re.compile(rf"(?P<stem>{NUMBER})\s*[_:/\-]\s*(?P<label>\D.*)")
NUMBER_ALONE = re.compile(NUMBER)
VARIABLE = re.compile(rf"[A-Za-z][A-Za-z0-9_.]*\s+(?P<label>{NUMBER}[\s_\-.:．：(（①-⑳].*\D.*)")
"""The name of an SPSS variable in front of a label that has its own number: `Q3A Q3_1 困りごと`."""
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
    """Take one header apart. It is read in one form of all spellings; its parts keep the words of the file."""
    named = VARIABLE.fullmatch(header.strip())
    read = Folded(named["label"] if named else header.strip())
    if SLOT_WORD.search(read.text) and (found := SLOT.fullmatch(read.text)):
        return Heading(header, read.part(found, "stem"), int(found["number"]), slot=True)
    if found := NUMBERED_LABEL.fullmatch(read.text) or PART_LABEL.fullmatch(read.text):
        return Heading(
            header,
            read.part(found, "stem"),
            int(found["number"]),
            without_number(unbracketed(read.part(found, "label"))),
        )
    if (found := OPTION_LAST.fullmatch(read.text)) and not NUMBER_ALONE.fullmatch(found["stem"]):
        return Heading(header, read.part(found, "stem"), int(found["number"]), read.part(found, "label"))
    if found := BRACKETED.fullmatch(read.text):
        return Heading(header, read.part(found, "stem"), None, read.part(found, "label"))
    if found := NUMBERED.fullmatch(read.text):
        return Heading(header, read.part(found, "stem", "tail"), int(found["number"]))
    if found := LETTERED.fullmatch(read.text):
        return Heading(header, read.part(found, "stem"), int(found["number"]))
    if found := LABELLED.fullmatch(read.text):
        return Heading(header, read.part(found, "stem"), None, read.part(found, "label"))
    return Heading(header, header.strip())


class Folded:
    """A text in normal form, letter by letter, so that what is found in it can be shown as it was written."""

    def __init__(self, written: str) -> None:
        self._written = written
        letters = [_fold(letter) for letter in written]
        self.text = "".join(letters)
        self._places = [place for place, folded in enumerate(letters) for _ in folded]

    def part(self, found: re.Match[str], first: str, last: str = "") -> str:
        """What stands in the file for one group of a match, or from one to another."""
        start, end = found.start(first), found.end(last or first)
        if start == end:
            return ""
        return self._written[self._places[start] : self._places[end - 1] + 1].strip()

    def after(self, found: re.Match[str]) -> str:
        """What stands in the file behind a match."""
        return self._written[self._places[found.end() - 1] + 1 :] if found.end() else self._written


def _fold(letter: str) -> str:
    plain = unicodedata.normalize("NFKC", letter)
    return f"({plain})" if "①" <= letter <= "⑳" else plain


def unbracketed(label: str) -> str:
    """A label without a bracket that opens or closes outside of it."""
    for opening, closing in BRACKETS:
        if label.count(closing) > label.count(opening):
            label = label.removesuffix(closing)
    return label.strip()


def question_number(header: str) -> str | None:
    """The number a header opens with: `Q3`, `問3(1)`, `F1`."""
    found = QUESTION_NUMBER.match(unicodedata.normalize("NFKC", header).strip())
    return re.sub(r"\s+", "", found[1]) if found else None


def without_number(header: str) -> str:
    """The words of a header as they stand, without the question's number in front."""
    read = Folded(header.strip())
    found = QUESTION_NUMBER.match(read.text)
    rest = read.after(found).lstrip(" 　.．:：、_＿-－") if found else ""
    return rest or header.strip()


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
