"""Whether people write in a column: told by its header, unless what stands there is plainly a list of options."""

import re
from collections.abc import Iterable

from narabe.intake.answers.options import in_order
from narabe.intake.answers.scales import exclusive
from narabe.intake.answers.spellings import NUMBERED, chosen, code, missing_word, normal

FREE = re.compile(
    r"自由(記述|記入|回答|意見|欄)|自由にお?(書き|記入|聞かせ|答え)|具体的|ご?意見|ご?要望|ご提案|感想|お気づき|コメント|備考|記述欄"
    r"|\bFA\b|comment|free ?text",
    re.I,
)
OPENLY_FREE = re.compile(r"自由|記述欄|\bFA\b|free ?text", re.I)
"""Such a header says so itself: only codes and ticks stand against it."""
SENTENCE = re.compile(r"[\r\n。！!？?<=]")
LONGEST_LISTED, LEAST_TIMES = 20, 3
"""An option nobody declared is short and comes again this often; a sentence with a name in it rarely does."""


def asks_for_words(header: str, values: Iterable[tuple[str, int]]) -> bool:
    """Does a header ask for free text, over values (with how often each stands) that are no list of options?"""
    return bool(FREE.search(header)) and not _listed(header, values)


def _listed(header: str, values: Iterable[tuple[str, int]]) -> bool:
    """Codes and ticks, degrees of one thing, words of the header, or a few short words that all come again."""
    times: dict[str, int] = {}
    for value, often in values:
        if missing_word(value) is None and not _plainly_option(value, header):
            times[normal(value)] = times.get(normal(value), 0) + often
    if not times:
        return True
    if OPENLY_FREE.search(header) or all(map(exclusive, times)):
        return False
    again = all(_short(value) and often >= LEAST_TIMES for value, often in times.items())
    return in_order(list(times))[1] or (again and len(times) > 1)


def _short(value: str) -> bool:
    return len(value) <= LONGEST_LISTED and not SENTENCE.search(value)


def _plainly_option(value: str, header: str) -> bool:
    return (
        code(value) is not None
        or chosen(value) is not None
        or bool(NUMBERED.match(normal(value)))
        or normal(value) in normal(header)
    )
