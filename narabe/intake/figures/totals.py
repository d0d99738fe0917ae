"""Lines that only add up others."""

from collections.abc import Sequence

from narabe.intake.figures.spelling import tight
from narabe.intake.figures.tables import Line
from narabe.intake.figures.vocabulary import is_part, is_total


def parts_of(lines: Sequence[Line]) -> dict[int, tuple[int, ...]]:
    """For each total, the lines it states the sum of; shares are never summed."""
    found: dict[int, tuple[int, ...]] = {}
    for at, line in enumerate(lines):
        if (said := _total(line)) is None:
            continue
        outer, inner = said
        before = _same(lines[:at], outer, inner)
        parts = _since(before, found, nested=outer == ()) if before else _same(lines[at + 1 :], outer, inner)
        parts = [
            part
            for part in parts
            if part.unit != "%"
            and not any(map(is_part, part.labels))
            and (not line.unit or not part.unit or part.unit == line.unit)
        ]
        if len(parts) > 1 and line.unit != "%":
            found[line.line] = tuple(part.line for part in parts)
    return found


def _total(line: Line) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The labels around the word that says total (税, 小計, 件数: 税 and 件数); None for a line that is none."""
    at = next((at for at, label in reversed(list(enumerate(line.labels))) if is_total(label)), None)
    return None if at is None else (line.labels[:at], line.labels[at + 1 :])


def is_subtotal(line: Line) -> bool:
    """Whether a line adds up only a part of its table."""
    return any("小計" in tight(label) for label in line.labels if is_total(label))


def _same(lines: Sequence[Line], outer: tuple[str, ...], inner: tuple[str, ...]) -> list[Line]:
    """Lines between the same labels (all of them for a total without any)."""
    return [
        line
        for line in lines
        if line.labels[: len(outer)] == outer and line.labels[len(line.labels) - len(inner) :] == inner
    ]


def _since(before: Sequence[Line], totals: dict[int, tuple[int, ...]], nested: bool) -> list[Line]:
    """Subtotals in place of what they sum, and the lines after the last one that no subtotal covers."""
    covered = {part for parts in totals.values() for part in parts}
    kept = [line for line in before if line.line not in covered]
    return (
        kept
        if nested or not any(line.line in totals for line in kept)
        else [line for line in kept if line.line not in totals]
    )
