"""data/ packages and codebooks -> checked tables."""

from narabe.sources.codebooks import codebook_tables
from narabe.sources.packages import package_tables
from narabe.sources.practice import practice_tables
from narabe.sources.required import complete
from narabe.sources.tables import CheckedTable, from_records, merged

__all__ = ["CheckedTable", "checked_tables", "from_records", "merged"]


def checked_tables() -> tuple[CheckedTable, ...]:
    """Every input table, validated; the same table of several documents is one. Errors: Problem."""
    return complete(merged([*package_tables(), *codebook_tables(), *practice_tables()]))
