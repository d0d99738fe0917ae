"""Whether the cells of a column hold several answers each, and which."""

import re

import duckdb

from narabe.intake.answers.options import Spelled, folded, spelled
from narabe.intake.answers.profile import Profile
from narabe.intake.answers.segments import DELIMITERS, PLAIN, Found, found, pieces
from narabe.intake.answers.spellings import missing_word, normal, number
from narabe.intake.quoting import quoted
from narabe.model.intake import Raw

SEVERAL = re.compile(
    r"いくつでも|すべて|全て|複数|あてはまるもの|当てはまるもの|まで選|つまで|all that apply|multiple", re.I
)
MOST_OPTIONS, LONGEST_OPTION = 60, 60
MOST_CELLS, MOST_PIECES = 5000, 3000


def delimited(
    connection: duckdb.DuckDBPyConnection, raw: Raw, profile: Profile
) -> tuple[str, Spelled, list[str], float] | None:
    """(delimiter, options with their spellings, words written under その他, how sure); None for one answer per cell."""
    cells = [each for each in _cells(connection, raw, profile) if missing_word(each[0]) is None]
    hinted = bool(SEVERAL.search(profile.header))
    fitting = [
        each
        for delimiter in DELIMITERS
        if any(_holds(cell, delimiter) for cell, _ in cells)
        and (each := _sound(found(cells, delimiter), len(cells), hinted))
    ]
    if not fitting or all(number(cell) is not None for cell, _ in cells):
        return None
    best = max(fitting, key=lambda each: each.several / len(each.options))
    counts = dict(best.options)
    if not profile.complete:
        counts |= _further(connection, raw, profile, best)
    labels, others = folded(spelled(counts.items()), counts)
    return best.delimiter, labels, others, 0.95 if hinted else 0.8


def _holds(cell: str, delimiter: str) -> bool:
    return delimiter in cell or (delimiter != "\n" and delimiter in normal(cell))


def _sound(read: Found, cells: int, hinted: bool) -> Found | None:
    """A reading that gives a small set of options which come again and again."""
    labels = [label for label, _ in read.options]
    few = 2 <= len(labels) <= MOST_OPTIONS * (5 if hinted else 1)
    short = sum(map(len, labels)) <= LONGEST_OPTION * len(labels)
    if hinted:
        return read if few and short and read.several > 0 and (read.repeated > 0.6 or cells < 10) else None
    combined = len(labels) < cells or (read.delimiter in PLAIN and len(labels) == cells)
    return read if few and short and combined and read.several >= 0.05 and read.repeated > 0.9 else None


def _cells(connection: duckdb.DuckDBPyConnection, raw: Raw, profile: Profile) -> list[tuple[str, int]]:
    """Distinct cells with how often each stands: all, or the most frequent."""
    if profile.complete:
        return list(profile.values)
    name = quoted(profile.name)
    return connection.execute(
        f"select {name}, count(*) as times from {quoted(raw.table)} where {name} is not null"
        f" group by {name} order by times desc, {name} limit {MOST_CELLS}"
    ).fetchall()


def _further(
    connection: duckdb.DuckDBPyConnection, raw: Raw, profile: Profile, read: Found
) -> dict[str, int]:
    """Pieces of the other cells that no option found so far holds."""
    known = {piece for label, _ in read.options for piece in pieces(label, read.delimiter)}
    rows = connection.execute(
        f"select trim(piece), count(*) as times"
        f" from (select unnest(string_split({quoted(profile.name)}, $delimiter)) as piece from {quoted(raw.table)})"
        f" where trim(piece) <> '' group by 1 order by times desc, 1 limit {MOST_PIECES}",
        {"delimiter": read.delimiter},
    ).fetchall()
    return {
        piece: times
        for piece, times in rows
        if not set(pieces(piece, read.delimiter)) <= known and missing_word(piece) is None
    }
