"""How a delimited text sets its cells apart."""

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

from narabe.intake.faults import refusal
from narabe.words import intake_problems as say

DELIMITERS = (",", "\t", ";", "|")
LOOKED_AT = 200
SEP_LINE = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
SINGLE_QUOTED = re.compile(r"(?:^|[,;\t|])'[^'\r\n]*'(?=$|[,;\t|\r\n])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """`announced` is whether the first line only says the delimiter (`sep=;`), as Excel understands it."""

    delimiter: str
    quote: str
    announced: bool = False


def dialect_of(text: str, spoken: str | None) -> Dialect:
    """As told by a person, else what gives the most regular rows in the beginning of a file.

    Errors: Refused when the delimiter told is not one character.
    """
    line = SEP_LINE.match(text)
    body = text[line.end() :] if line else text
    quote = "'" if '"' not in body and len(SINGLE_QUOTED.findall(body)) >= 3 else '"'
    if spoken is not None:
        spoken = {"\\t": "\t", "tab": "\t", "TAB": "\t", "タブ": "\t"}.get(spoken, spoken)
        if len(spoken) != 1 or spoken in '"\r\n\x00' or spoken == quote:
            raise refusal(say.UNFIT_DELIMITER, say.KNOWN_DELIMITERS, value=spoken)
        return Dialect(spoken, quote, line is not None)
    if line and line[1] not in "\"'\r\n\x00":
        return Dialect(line[1], quote, True)
    best = max(DELIMITERS, key=lambda each: (_regularity(body, each, quote), -DELIMITERS.index(each)))
    return Dialect(best, quote)


def _regularity(text: str, delimiter: str, quote: str) -> float:
    """How many cells a row has, times how many rows have just so many; 0 when the delimiter sets nothing apart."""
    widths: Counter[int] = Counter()
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quotechar=quote):
            if row:
                widths[len(row)] += 1
            if widths.total() >= LOOKED_AT:
                break
    except csv.Error:
        pass
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0
    width, count = max(several.items(), key=lambda pair: (pair[1], pair[0]))
    return count / widths.total() * (1 + min(width, 50) / 50)
