"""A file of the corpus and what must come of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from narabe.model.intake import Kind, ReadOptions, Severity
from narabe.settings import Limits


@dataclass(frozen=True)
class Good:
    """Messy, but it must come through.

    `header`, `cells`: what the readers must yield in bulk (None = empty cell); `row` = number of the first data row.
    `says` are parts of Japanese warnings and notes that must be said. `expected` is for the owner's own test.
    """

    kind: Kind
    header: tuple[str, ...] | None = None
    cells: tuple[tuple[str | None, ...], ...] | None = None
    row: int | None = None
    says: tuple[str, ...] = ()
    expected: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Bad:
    """Part of the Japanese message that must be among its faults, and where (None = anywhere).

    `expected` is for the owner's own test.
    """

    message_part_ja: str
    severity: Severity = Severity.ERROR
    row: int | None = None
    column: str | None = None
    expected: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """`make` writes the bytes anew each time; `file_name` is the name it comes under, which may lie."""

    name: str
    make: Callable[[], bytes]
    file_name: str
    expect: Good | Bad
    options: ReadOptions = field(default_factory=ReadOptions)
    limits: Limits = field(default_factory=Limits)
