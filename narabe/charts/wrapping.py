"""Texts of charts in lines that fit: broken between words or, in Japanese, between phrases."""

from collections.abc import Callable

import budoux

from narabe.charts.theme import text_width
from narabe.model.text import Lang

PHRASES = budoux.load_default_japanese_parser()
BOLD = 1.08
"""How much wider bold type is than plain."""


def wrapped(text: str, lang: Lang, fits: Callable[[str], bool]) -> list[str]:
    """The text in as few lines as fit; a word or phrase that alone does not fit keeps a line of its own."""
    lines = [""]
    for part in _parts(text, lang):
        if lines[-1] and not fits((lines[-1] + part).strip()):
            lines.append("")
        lines[-1] += part if lines[-1] else part.lstrip()
    return lines


def within(text: str, lang: Lang, width: float, size: int, bold: bool = False) -> list[str]:
    """Lines no wider than `width` pixels in type of `size` pixels."""
    wide = BOLD if bold else 1.0
    return wrapped(text, lang, lambda line: text_width(line, size) * wide <= width)


def _parts(text: str, lang: Lang) -> list[str]:
    """What may stand at the end of a line; a space belongs to the part that follows it."""
    words = [f" {word}" if place else word for place, word in enumerate(text.split(" "))]
    phrases = words if lang == "en" else [phrase for word in words for phrase in PHRASES.parse(word)]
    after = "-" if lang == "en" else "・"
    return [piece for phrase in phrases for piece in phrase.replace(after, f"{after}\0").split("\0") if piece]
