"""Entries of a YAML file, read with their type; what does not fit is one Problem naming file, entry and field."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.sources.inputs import place_of
from narabe.words import data_problems as say


def read(path: Path) -> Any:
    """The content of a YAML file. Errors: Problem when it is missing, not UTF-8 or not YAML."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise _problem(path, say.MISSING) from error
    except UnicodeDecodeError as error:
        raise _problem(path, say.NOT_UTF8) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = (mark.line + 1, mark.column + 1) if mark else ()
        raise _problem(path, say.not_valid("YAML", *where)) from error


def listed(path: Path) -> "Iterator[Entry]":
    """The entries of a file that is one list."""
    return _each(path, read(path), None, None)


class Entry:
    """One mapping of a file; every getter checks presence and type."""

    def __init__(self, path: Path, content: Any, name: str | None) -> None:
        if not isinstance(content, dict):
            raise _problem(path, say.unexpected(content, say.A_GROUP), name)
        self._path, self._content, self._name = path, content, name

    def text(self, field: str, allowed: tuple[str, ...] = ()) -> str:
        """A text that must be there, perhaps one of a few."""
        return str(self._needed(field, self.optional_text(field, allowed)))

    def optional_text(self, field: str, allowed: tuple[str, ...] = ()) -> str | None:
        value = self._of_type(field, str, say.A_TEXT)
        if value and allowed and value not in allowed:
            raise self._problem(field, say.unexpected(value, say.one_of(allowed)))
        return str(value) if value else None

    def texts(self, field: str, allowed: tuple[str, ...]) -> list[str]:
        """A list of some of a few texts; none where nothing stands."""
        given = self._of_type(field, list, say.A_LIST) or []
        for value in given:
            if value not in allowed:
                raise self._problem(field, say.unexpected(value, say.one_of(allowed)))
        return list(given)

    def words(self, field: str) -> list[str]:
        """A list of any texts; none where nothing stands."""
        given = self._of_type(field, list, say.A_LIST) or []
        for value in given:
            if not isinstance(value, str):
                raise self._problem(field, say.unexpected(value, say.A_TEXT))
        return list(given)

    def integer(self, field: str) -> int:
        """A whole number that must be there."""
        return int(self._needed(field, self.optional_integer(field)))

    def optional_integer(self, field: str) -> int | None:
        value = self._of_type(field, int, say.A_WHOLE_NUMBER)
        if isinstance(value, bool) or (value is not None and value < 0):
            raise self._problem(field, say.unexpected(value, say.A_WHOLE_NUMBER))
        return None if value is None else int(value)

    def flag(self, field: str) -> bool:
        """True or false; false where nothing stands."""
        return bool(self._of_type(field, bool, say.YES_OR_NO))

    def has(self, field: str) -> bool:
        return self._content.get(field) is not None

    def group(self, field: str) -> "Entry":
        """A nested mapping; an empty one where nothing stands."""
        content = self._of_type(field, dict, say.A_GROUP) or {}
        return Entry(self._path, content, f"{self._name}: {field}" if self._name else field)

    def label(self, field: str) -> dict[str, str]:
        """A text in both languages that must be there, as `<field>_ja` and `<field>_en`."""
        self._needed(field, self._of_type(field, dict, say.A_GROUP))
        both = self.group(field)
        return {f"{field}_ja": both.text("ja"), f"{field}_en": both.text("en")}

    def note(self, field: str, called: str) -> dict[str, str | None]:
        """A text in both languages or none, as `<called>_ja` and `<called>_en`."""
        if not self.has(field):
            return {f"{called}_ja": None, f"{called}_en": None}
        both = self.group(field)
        return {f"{called}_ja": both.text("ja"), f"{called}_en": both.text("en")}

    def entries(self, field: str, needed: bool = False) -> "Iterator[Entry]":
        """The mappings of a list; none where nothing stands, unless they are needed."""
        if needed:
            self._needed(field, self._content.get(field))
        return _each(self._path, self._content.get(field) or [], self._name, field)

    def _of_type(self, field: str, kind: type, expected: Text) -> Any:
        value = self._content.get(field)
        if value is not None and not isinstance(value, kind):
            raise self._problem(field, say.unexpected(value, expected))
        return value

    def _needed(self, field: str, value: Any) -> Any:
        if value is None or value in ("", {}):
            raise _problem(self._path, say.lacking(field), self._name)
        return value

    def _problem(self, field: str, what: Text) -> Problem:
        return _problem(self._path, what, self._name, field)


def _each(path: Path, content: Any, name: str | None, field: str | None) -> Iterator[Entry]:
    if not isinstance(content, list):
        raise _problem(path, say.unexpected(content, say.A_LIST), name, field)
    for number, each in enumerate(content, start=1):
        own = each.get("id") if isinstance(each, dict) else None
        place = own or f"{field or ''}#{number}"
        yield Entry(path, each, f"{name}: {place}" if name else str(place))


def _problem(path: Path, what: Text, name: str | None = None, field: str | None = None) -> Problem:
    return Problem(say.in_codebook(place_of(path), what, name, field), say.MEND_CODEBOOK)
