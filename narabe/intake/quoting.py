"""Names and texts in SQL."""

from pathlib import Path


def quoted(name: str) -> str:
    """An identifier, whatever letters it has."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str | Path) -> str:
    """A text or the place of a file, whatever letters it has; values go in as parameters wherever they can."""
    return "'" + str(text).replace("'", "''") + "'"
