"""Mappings and what was found, to JSON and back, so that an import can be read again years later."""

from typing import Any, TypeVar

from cattrs.preconf.json import make_converter

Thing = TypeVar("Thing")
_converter = make_converter()


def to_json(thing: Any) -> str:
    """A frozen result as JSON text."""
    return _converter.dumps(thing, ensure_ascii=False, indent=1)


def from_json(text: str, kind: type[Thing]) -> Thing:
    """The same thing back."""
    return _converter.loads(text, kind)
