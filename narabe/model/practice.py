"""What is to be known of fictional answers made for practice."""

from dataclasses import dataclass

from narabe.model.source import Source
from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A published figure that the fictional answers cannot give; `reason` in a few words, `why` in a sentence."""

    what: Text
    reason: Text
    why: Text
    source: Source


@dataclass(frozen=True, slots=True)
class PracticeNote:
    """How the answers of a dataset were made, by which version of the rule, and what they leave out."""

    dataset: str
    title: Text
    rule_version: int
    steps: tuple[Text, ...]
    left_out: tuple[LeftOut, ...]
