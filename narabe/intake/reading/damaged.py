"""Characters that no text holds: what is left where bytes were damaged, or a file is no text at all."""

import re

GAIJI = "[\ue000-\ue757]"
"""Private use as CP932 has it (外字): registered on the machines of one office."""
DAMAGED = "[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue758-\uf8ff\U000f0000-\U0010fffd]"
"""Control characters other than line breaks and tabs, and private use beyond that of CP932."""
SPOILT = re.compile(DAMAGED)
CONTROLS = bytes((*range(1, 9), *range(14, 32), 127))
C1, PRIVATE = re.compile(rb"\xc2[\x80-\x9f]"), re.compile(rb"\xef[\x80-\xa3]")


def odd(utf8: bytes) -> bool:
    """May there be a damaged character, one of private use, or the replacement character?"""
    if any(lead in utf8 for lead in (b"\xee", b"\xef\xbf\xbd", b"\xf3", b"\xf4")):
        return True
    if b"\xc2" in utf8 and C1.search(utf8):
        return True
    return bool(PRIVATE.search(utf8)) or len(utf8.translate(None, CONTROLS)) < len(utf8)


def damaged(text: str) -> bool:
    """Does a text hold a character that no text holds?"""
    return bool(SPOILT.search(text))
