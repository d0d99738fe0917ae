"""Rows of reports -> texts and sources."""

from collections.abc import Mapping
from typing import Any

from narabe.model.source import Source
from narabe.model.status import Origin
from narabe.model.text import Text

Row = Mapping[str, Any]


def text(row: Row, name: str) -> Text:
    """The pair `<name>_ja`, `<name>_en` as one text; empty where missing."""
    return Text(row[f"{name}_ja"] or "", row[f"{name}_en"] or "")


def optional_text(row: Row, name: str) -> Text | None:
    """The same, or None where nothing is written."""
    return text(row, name) if row[f"{name}_ja"] else None


def source(row: Row, title: str = "title") -> Source:
    """The document and section of a row that names both."""
    return Source(
        row["document_id"],
        text(row, title),
        text(row, "publisher"),
        row["section_id"],
        text(row, "heading"),
        Origin(row["origin"]),
    )
