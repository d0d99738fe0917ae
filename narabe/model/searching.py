"""Whether a text holds the words a person typed: one rule for every search, on a page and in SQL."""

import re
import unicodedata

LATIN = "0-9a-z\u00df-\u024f"
"""Digits and folded Latin letters, accented ones too. Python's own boundary would take kanji for letters of a word."""

SHORT = 2
"""Letters of an abbreviation such as AI, DX or VR, which begins too many other words."""
JOINED = re.compile("(?<=[ァ-ヺー]{2})(?=[一-鿿々]{2})|(?<=[一-鿿々]{2})(?=[ァ-ヺ]{2})")
"""Where a word passes from katakana to kanji or back: オンライン|手続."""
HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
"""Each katakana that has a hiragana -> that."""


def holds(text: str, words: str) -> bool:
    """Whether every word (parted by spaces) stands in the text; no words hold in any text.

    Full and half width, capitals and small letters, hiragana and katakana are the same. A word that begins with a
    Latin letter or a digit must begin a word there, and one of two letters or fewer be that word (`AI` is in `生成AI`
    and `AI guide`, not in `maintenance` or `air`); any other may stand anywhere, since Japanese does not part its words.
    `オンライン手続` is two words, and in `オンライン申請手続`, too.
    """
    told = folded(text)
    return all(re.search(pattern, told) is not None for pattern in patterns(words))


def folded(text: str) -> str:
    """A text as it is searched in."""
    return unicodedata.normalize("NFKC", text).casefold().translate(HIRAGANA)


def patterns(words: str) -> tuple[str, ...]:
    """For each word what must be found in a folded text; without looking around, so that DuckDB reads it too."""
    parted = JOINED.sub(" ", unicodedata.normalize("NFKC", words))
    return tuple(dict.fromkeys(_pattern(word) for word in folded(parted).split()))


def _pattern(word: str) -> str:
    if not re.match(f"[{LATIN}]", word):
        return re.escape(word)
    whole = f"(?:[^{LATIN}]|$)" if word.isalpha() and len(word) <= SHORT else ""
    return f"(?:^|[^{LATIN}]){re.escape(word)}{whole}"
