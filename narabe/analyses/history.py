"""What did the city build, and when?"""

from dataclasses import replace

from narabe.analyses.rows import Row, source, text
from narabe.model.history import Category, Era, Event, History, counted
from narabe.model.searching import holds
from narabe.model.text import Lang
from narabe.model.voices import Precision
from narabe.warehouse import Warehouse
from narabe.words import history_sentences as say
from narabe.words.voices_sentences import when

YEARS_DIFFER = (
    *("d20", "d24", "d26", "d27", "d51", "d75", "d76", "d77", "d78", "d79"),
    *("d88", "d89", "d90", "d91"),
)
"""Entries of the register about one thing dated differently by two documents."""


def history(
    warehouse: Warehouse,
    category: Category | None = None,
    era: Era | None = None,
    find: str = "",
    lang: Lang = "ja",
) -> History:
    """The dated items of one category and era, or all, that hold every word of `find` in the language shown."""
    every = _with_others(sorted(map(_event, warehouse.ask("events")), key=lambda event: event.year))
    events = [
        event
        for event in every
        if category in (None, event.category) and era in (None, event.era) and _holds(event, find, lang)
    ]
    items = counted(every)
    result = History(tuple(events), len(items), say.NOTES, YEARS_DIFFER, build_id=warehouse.build_id)
    return replace(result, sentence=say.history(result, items))


def _event(row: Row) -> Event:
    return Event(
        row["event_id"],
        row["date"],
        Precision(row["precision"]),
        Category(row["category"]),
        text(row, "label"),
        source(row),
        row["same_as"],
    )


def _with_others(events: list[Event]) -> list[Event]:
    """Each row knows the others that tell the same event."""
    rows: dict[str, list[Event]] = {}
    for event in events:
        rows.setdefault(event.same_as or event.event_id, []).append(event)
    return [
        replace(
            event, others=tuple(other for other in rows[event.same_as or event.event_id] if other != event)
        )
        for event in events
    ]


def _holds(event: Event, find: str, lang: Lang) -> bool:
    """Words of the item and its date as they stand on the screen; the year of `FY2006` may be typed alone."""
    shown = when(event.date, event.precision).in_(lang)
    return holds(f"{event.label.in_(lang)} {shown} {event.date.year}", find)
