"""One spelling for what the same words are written in: widths, kana, dashes, spaces."""

import re
import unicodedata

import jaconv

from narabe.model.intake import Value

DASHES = str.maketrans(dict.fromkeys("−‐‑‒–—―ｰ─━﹣", "-") | {"〜": "~", "～": "~", "∼": "~"})
SPACES = re.compile(r"\s+")
MARKS = re.compile(r"[(\[]?(?:※\d*|(?<=.)\*\d+|注\d*(?=[)\]])|注\d+)[)\]]?|(?<=.)\*+$|^\*+(?=.)")
BRACKETS = re.compile(r"[\s・、,。.:：;/「」『』\"'’“”_()\[\]{}<>〔〕【】|=*#-]+")


def plain(value: Value) -> str:
    """A cell as text of one width, dashes and wave dashes as `-` and `~`, inner spaces single."""
    text = "" if value is None else str(value)
    text = unicodedata.normalize("NFKC", text).translate(DASHES)
    return SPACES.sub(" ", text).strip().lstrip("'")


def tight(value: Value) -> str:
    """`plain` without any space."""
    return plain(value).replace(" ", "")


def unmarked(text: str) -> tuple[str, tuple[str, ...]]:
    """A `plain` text without its note marks (※1, *2, 注1), and the marks."""
    marks = tuple(found.group().strip("()[]") for found in MARKS.finditer(text))
    return MARKS.sub("", text).strip(), marks


def key(text: str) -> str:
    """What two names of the same thing share: width, case, kana, punctuation and の apart."""
    bare, _ = unmarked(plain(text))
    return jaconv.hira2kata(BRACKETS.sub("", bare).casefold()).replace("ノ", "")
