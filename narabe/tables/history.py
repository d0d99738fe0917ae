"""The history as tables."""

from narabe.model.history import Category, History
from narabe.model.table import Cell, Column, Spread, Table
from narabe.model.text import Text
from narabe.tables.units import ITEMS
from narabe.words import history_sentences as say
from narabe.words.voices_sentences import when

CATEGORY, EVENTS = Text("区分", "Category"), Text("できごとの数", "Items")
SAME = Text("同じできごと（1件と数える）", "Same event (counted once)")
"""As long as its cells: a table on screen takes a column's width from its head and first rows."""


def periods(history: History) -> Table:
    """One row per span of years: items by category."""
    rows: list[tuple[Cell, ...]] = [
        (f"{first}–{last}", *(history.between(category, first, last) for category in Category))
        for first, last in history.spans
    ]
    return Table(
        name="narabe_history_periods",
        title=Text("年代ごとのできごとの数", "Items by period"),
        columns=(
            Column("years", Text("年度", "Years")),
            *(
                Column(category.value, say.CATEGORY[category], 0, counted=ITEMS, spread=_of(category))
                for category in Category
            ),
        ),
        rows=tuple(rows),
        notes=history.notes,
        sources=history.sources,
        build_id=history.build_id,
    )


def _of(category: Category) -> Spread:
    return Spread("category", CATEGORY, category.value, say.CATEGORY[category], "events", EVENTS)


def events(history: History) -> Table:
    """One row per dated item, as often as the documents tell it."""
    counted = set(history.counted)
    rows: list[tuple[Cell, ...]] = [
        (
            when(e.date, e.precision),
            e.label,
            say.counting(e, e in counted),
            say.CATEGORY[e.category],
            say.ERA[e.era],
            e.source.line,
        )
        for e in history.events
    ]
    return Table(
        name="narabe_history",
        title=Text("あゆみ", "History"),
        columns=(
            Column("when", Text("時期", "When")),
            Column("event", Text("できごと", "Item")),
            Column("counting", SAME),
            Column("category", CATEGORY),
            Column("era", Text("時代", "Era")),
            Column("source", Text("出典", "Source")),
        ),
        rows=tuple(rows),
        notes=history.notes,
        sources=history.sources,
        build_id=history.build_id,
    )
