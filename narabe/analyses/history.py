"""What did the city build, and when?"""

from dataclasses import replace
from unicodedata import normalize

from narabe.analyses.rows import Row, source, text
from narabe.model.history import Category, Era, Event, History
from narabe.model.voices import Precision
from narabe.warehouse import Warehouse
from narabe.words import history_sentences as say

YEARS_DIFFER = ("d20", "d24", "d26", "d27", "d51", "d75", "d76", "d77", "d78", "d79")
"""Entries of the register about one thing dated differently by two documents."""


def history(
    warehouse: Warehouse, category: Category | None = None, era: Era | None = None, find: str = ""
) -> History:
    """The dated items of one category and era, or all, that hold every word of `find` in either language."""
    every = sorted((_event(row) for row in warehouse.ask("events")), key=lambda event: event.year)
    wanted = _plain(find).split()
    events = [
        event
        for event in every
        if category in (None, event.category) and era in (None, event.era) and _holds(event, wanted)
    ]
    result = History(tuple(events), len(every), say.NOTES, YEARS_DIFFER, build_id=warehouse.build_id)
    return replace(result, sentence=say.history(result, every))


def _event(row: Row) -> Event:
    return Event(
        row["event_id"],
        row["date"],
        Precision(row["precision"]),
        Category(row["category"]),
        text(row, "label"),
        source(row),
    )


def _holds(event: Event, wanted: list[str]) -> bool:
    said = _plain(f"{event.label.ja} {event.label.en} {event.year}")
    return all(word in said for word in wanted)


def _plain(written: str) -> str:
    """Full-width letters, half-width kana and capitals are the same to a search."""
    return normalize("NFKC", written).casefold()
