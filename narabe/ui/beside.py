"""Imported values beside published ones, where there are any."""

from narabe.model.imported import BesideList
from narabe.tables import imported as table
from narabe.ui import parts
from narabe.ui.show import show_table
from narabe.words import imported_sentences as say


def section(found: BesideList, name: str) -> None:
    """A heading, what they say together, and the table; nothing where nothing was imported twice."""
    if found.values:
        parts.heading(say.TITLE, say.summary(found))
        show_table(table.beside(found, name))
