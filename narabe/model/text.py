"""A sentence or label that always exists in both languages."""

from dataclasses import dataclass
from typing import Literal

Lang = Literal["ja", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in Japanese and in English; neither may be missing."""

    ja: str
    en: str

    def in_(self, lang: Lang) -> str:
        return self.en if lang == "en" else self.ja

    def __add__(self, other: "Text") -> "Text":
        """Joined as sentences are: Japanese without a space, English with one."""
        if not other.ja:
            return self
        if not self.ja:
            return other
        return Text(self.ja + other.ja, f"{self.en} {other.en}")


def plain(value: str) -> Text:
    """A text that reads the same in both languages (a number, a code)."""
    return Text(value, value)


EMPTY = plain("")
