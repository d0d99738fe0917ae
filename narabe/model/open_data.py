"""A table that anyone may take away: its fields, what they mean, and where their codes stand. Names are a public interface."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from narabe.model.problem import Problem
from narabe.model.text import EMPTY, Text

PlaceOfField = tuple[str, str]
"""A table and one of its fields."""


class FieldKind(StrEnum):
    """What stands in a field."""

    CODE = "code"
    TEXT = "text"
    FREE_TEXT = "free_text"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class OpenField:
    """A column. Codes stand in the vocabulary `codes`, or in the fields of other tables that it refers to.

    A code that is unique only together with another is looked up `within` that field. `labelled_by` is the stem of
    the labels beside a code of the table's own; `beside` names the field that says in words what the code means;
    `unit_field` the field that holds the unit.
    """

    name: str
    kind: FieldKind
    label: Text
    definition: Text
    unit: Text = EMPTY
    codes: str = ""
    refers: tuple[PlaceOfField, ...] = ()
    within: str = ""
    labelled_by: str = ""
    unit_field: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class OpenTable:
    """`note` says what one row is, `processing` how the rows came about, `key` which fields name a row."""

    name: str
    title: Text
    note: Text
    processing: Text
    key: tuple[str, ...]
    fields: tuple[OpenField, ...]

    @property
    def field_names(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.fields)

    def field(self, name: str) -> OpenField:
        """Errors: KeyError."""
        return {each.name: each for each in self.fields}[name]


@dataclass(frozen=True, slots=True)
class OpenSource:
    """A document, or a file that was taken in; `published` is a month or a day."""

    document_id: str
    title: Text
    publisher: Text
    published: str
    url: str | None
    imported: bool


@dataclass(frozen=True, slots=True)
class CodeLabel:
    """A code of a field and what it means; `within` is the code of the thing it is unique in."""

    field: str
    code: str
    label: Text
    within: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which data they are: the version, when it was made (in Japan), and what it rests on."""

    version: str
    updated: date
    sources: tuple[OpenSource, ...] = ()


Where = Mapping[str, Sequence[str]]
"""Fields and the values they may have, as they stand in the files; an empty text is no value."""


class NoSuchTable(Problem):
    """No public table of this name."""


class BadFilter(Problem):
    """A filter that names no field, or a value that the field cannot hold."""
