"""The .sql files of queries/: one file, one grain, a header that says so."""

from dataclasses import dataclass
from pathlib import Path

from narabe.model.text import Text
from narabe.settings import QUERIES

HEADER = ("purpose", "grain", "params", "returns")


@dataclass(frozen=True, slots=True)
class Query:
    """One file: its name, its text and its header (purpose of a check is `ja | en`)."""

    name: str
    text: str
    header: dict[str, str]

    @property
    def purpose(self) -> Text:
        ja, _, en = self.header["purpose"].partition(" | ")
        return Text(ja, en or ja)


def query(folder: str, name: str) -> Query:
    """`queries/<folder>/<name>.sql`. Errors: FileNotFoundError, ValueError without a full header."""
    path = QUERIES / folder / f"{name}.sql"
    text = path.read_text(encoding="utf-8")
    header = dict(_header_lines(text))
    missing = [key for key in HEADER if key not in header]
    if missing:
        raise ValueError(f"{path.name}: header lacks {missing}")
    return Query(name, text, header)


def names(folder: str) -> list[str]:
    """The queries of a folder, by name."""
    return sorted(path.stem for path in Path(QUERIES / folder).glob("*.sql"))


def _header_lines(text: str) -> list[tuple[str, str]]:
    lines = []
    for line in text.splitlines():
        if not line.startswith("-- "):
            break
        key, _, value = line[3:].partition(": ")
        lines.append((key, value))
    return lines
