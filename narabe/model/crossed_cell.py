"""What one cell of a cross-tabulation means."""

from dataclasses import dataclass

from narabe.model.text import Text


@dataclass(frozen=True, slots=True)
class CellMeaning:
    """Who is counted, out of whom, as lines of words, and as SQL for the dataset file `content`."""

    title: Text
    lines: tuple[Text, ...]
    sql: str
    content: str
