"""Whether a text holds the words a person typed: one rule for every search on a page."""

import re
import unicodedata

LATIN = "0-9a-z\u00df-\u024f"
"""Digits and folded Latin letters, accented ones too. Python's own boundary would take kanji for letters of a word."""

SHORT = 2
"""Letters of an abbreviation such as AI, DX or VR, which begins too many other words."""


def holds(text: str, words: str) -> bool:
    """Whether every word (parted by spaces) stands in the text; no words hold in any text.

    Full and half width, capitals and small letters are the same. A word that begins with a Latin letter or
    a digit must begin a word there, and one of two letters or fewer be that word (`AI` is in `生成AI` and
    `AI guide`, not in `maintenance` or `air`); any other may stand anywhere, since Japanese does not part
    its words.
    """
    told = _folded(text)
    return all(_stands(word, told) for word in _folded(words).split())


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _stands(word: str, told: str) -> bool:
    if not re.match(f"[{LATIN}]", word):
        return word in told
    whole = f"(?![{LATIN}])" if word.isalpha() and len(word) <= SHORT else ""
    return re.search(f"(?<![{LATIN}]){re.escape(word)}{whole}", told) is not None
