"""Text as the rules want it, by the same patterns by which it is judged (L1-06, L1-08, L1-14)."""

import re
import unicodedata

from narabe.intake.readability.level1 import SPACED_LETTERS
from narabe.intake.readability.patterns import platform_characters

NO_CHARACTER = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufe0f\ud800-\udfff\ufffe\uffff]"
)
"""What no document should hold: control characters, invisible ones, halves of a pair."""
GETA = "〓"
"""What is set for a character that has no plain form."""


def mended(text: str) -> str:
    """On one line, without spaces for looks; ① → (1), ㈱ → (株), ㎡ → m2, emoji → 〓."""
    if text.isascii() and text.isalnum():
        return text
    visible = NO_CHARACTER.sub("", text)
    while letter := platform_characters(visible):
        visible = visible.replace(letter, _plain(letter))
    line = " ".join(visible.split())
    return re.sub(r"\s", "", line) if SPACED_LETTERS.fullmatch(line) else line


def _plain(letter: str) -> str:
    simple = unicodedata.normalize("NFKC", letter)
    if simple == letter or platform_characters(simple):
        return GETA
    circled = unicodedata.decomposition(letter).startswith("<circle>")
    return f"({simple})" if circled else simple
