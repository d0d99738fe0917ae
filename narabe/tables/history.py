"""The history as tables."""

from narabe.model.history import Category, History
from narabe.model.table import Cell, Column, Table
from narabe.model.text import Text
from narabe.words import history_sentences as say
from narabe.words.voices_sentences import when


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
            *(Column(category.value, say.CATEGORY[category], 0) for category in Category),
        ),
        rows=tuple(rows),
        notes=history.notes,
        sources=history.sources,
        build_id=history.build_id,
    )


def events(history: History) -> Table:
    """One row per dated item."""
    rows: list[tuple[Cell, ...]] = [
        (
            when(e.date, e.precision),
            e.label,
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
            Column("category", Text("区分", "Category")),
            Column("era", Text("時代", "Era")),
            Column("source", Text("出典", "Source")),
        ),
        rows=tuple(rows),
        notes=history.notes,
        sources=history.sources,
        build_id=history.build_id,
    )
