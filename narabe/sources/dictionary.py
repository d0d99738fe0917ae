"""data/dictionary: what every public table and every field of it means."""

from functools import lru_cache
from pathlib import Path

from narabe.model.open_data import FieldKind, OpenField, OpenTable, PlaceOfField
from narabe.model.problem import Problem
from narabe.model.text import EMPTY, Text
from narabe.settings import DATA
from narabe.sources.entries import Entry, listed, read
from narabe.sources.inputs import place_of
from narabe.words import data_problems
from narabe.words.open_sentences import AS_PRINTED

DICTIONARY = DATA / "dictionary"
KINDS = tuple(kind.value for kind in FieldKind)
Shared = dict[str, OpenField]


@lru_cache(maxsize=1)
def dictionary() -> tuple[OpenTable, ...]:
    """Every public table in the order of their places. Errors: Problem naming file, entry and field."""
    shared = {entry.text("id"): _field(entry) for entry in listed(DICTIONARY / "fields.yml")}
    found = [_table(path, shared) for path in sorted((DICTIONARY / "tables").glob("*.yml"))]
    return tuple(table for _, table in sorted(found, key=lambda each: each[0]))


def _table(path: Path, shared: Shared) -> tuple[int, OpenTable]:
    content = read(path)
    entry = Entry(path, content, None)
    given = content.get("fields") or []
    own = {each.text("id"): _field(each) for each in Entry(path, _described(content), None).entries("fields")}
    names = [each if isinstance(each, str) else str(each.get("id")) for each in given]
    table = OpenTable(
        path.stem,
        _text(entry, "title"),
        _text(entry, "holds"),
        _text(entry, "processing") if entry.has("processing") else AS_PRINTED,
        tuple(entry.words("key")),
        tuple(own.get(name) or shared.get(name) or _unknown(path, name) for name in names),
    )
    return entry.integer("place"), table


def _unknown(path: Path, name: str) -> OpenField:
    raise Problem(
        data_problems.in_codebook(place_of(path), data_problems.lacking(name)), data_problems.MEND_CODEBOOK
    )


def _described(content: dict) -> dict:
    """Without the fields that are only named."""
    return {"fields": [each for each in content.get("fields") or [] if not isinstance(each, str)]}


def _field(entry: Entry) -> OpenField:
    return OpenField(
        entry.text("id"),
        FieldKind(entry.text("type", KINDS)),
        _text(entry, "label"),
        _text(entry, "definition"),
        _text(entry, "unit") if entry.has("unit") else EMPTY,
        entry.optional_text("codes") or "",
        tuple(_place(each) for each in (entry.optional_text("refers") or "").split()),
        entry.optional_text("within") or "",
        entry.optional_text("labelled_by") or "",
        entry.optional_text("unit_field") or "",
        entry.optional_text("beside") or "",
    )


def _place(name: str) -> PlaceOfField:
    table, _, field = name.partition(".")
    return table, field


def _text(entry: Entry, field: str) -> Text:
    both = entry.label(field)
    return Text(both[f"{field}_ja"], both[f"{field}_en"])
