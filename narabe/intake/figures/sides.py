"""Columns of the same time told apart by further words over them: 指標 over 年度, 部局 under 月."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from narabe.intake.figures import headings
from narabe.intake.figures.grid import Grid
from narabe.intake.figures.headings import When
from narabe.intake.figures.heads import Head
from narabe.intake.figures.tables import UNIT_SAID
from narabe.intake.figures.units import is_unit
from narabe.intake.figures.vocabulary import is_total
from narabe.model.intake import Range

Words = tuple[tuple[str, ...], tuple[str, ...]]
"""The words above the row of times, and those below it."""


@dataclass(frozen=True, slots=True)
class Side:
    """The columns under the same words. `totals` are (column, columns of the same time that it sums)."""

    upper: tuple[str, ...]
    lower: tuple[str, ...]
    columns: tuple[int, ...]
    whens: Mapping[int, When]
    totals: tuple[tuple[int, tuple[int, ...]], ...] = ()


def sides(grid: Grid, area: Range, head: Head, axis_row: int, columns: Sequence[int]) -> tuple[Side, ...]:
    """One side where the times alone tell the columns apart; else one per words over them."""
    whens = {column: head.whens[column] for column in columns if column in head.whens}
    words = {column: _words(grid, area, head, axis_row, column, columns[0]) for column in columns}
    same: dict[When, list[int]] = defaultdict(list)
    for column, when in whens.items():
        same[_moment(when)].append(column)
    if not any(len({words[column] for column in members}) > 1 for members in same.values()):
        timed = [words[column][0] for column in whens]
        over = timed[0] if timed and all(upper == timed[0] for upper in timed) else ()
        return (Side(over, (), tuple(columns), whens),)
    totals: dict[int, tuple[int, ...]] = {}
    for members in same.values():
        for column in members:
            if head.texts.get(column) and is_total(head.texts[column][-1]):
                parts = [
                    other for other in members if other != column and _within(words[other], words[column])
                ]
                totals |= {column: tuple(parts)} if parts else {}
    whens |= {column: replace(whens[column], total=False) for column in totals}
    groups: dict[Words, list[int]] = defaultdict(list)
    for column in columns:
        groups[words[column]].append(column)
    return tuple(
        Side(upper, lower, tuple(members), whens, tuple((c, p) for c, p in totals.items() if c in members))
        for (upper, lower), members in groups.items()
        if any(column in whens for column in members)
    )


def _moment(when: When) -> When:
    """The time and role of a column, whatever else is said of it."""
    return replace(when, total=False, lent=False, weak=False)


def _within(part: Words, whole: Words) -> bool:
    """Whether words say more than those of a total."""
    return part != whole and all(
        inner[: len(outer)] == outer for inner, outer in zip(part, whole, strict=True)
    )


def _words(grid: Grid, area: Range, head: Head, axis_row: int, column: int, first: int) -> Words:
    upper = [_over(grid, row, column, first) for row in range(area.first_row, axis_row)]
    lower = [grid.text(row, column) for row in range(axis_row + 1, head.last_row + 1)]
    return tuple(filter(_tells, dict.fromkeys(upper))), tuple(filter(_tells, dict.fromkeys(lower)))


def _over(grid: Grid, row: int, column: int, first: int) -> str:
    """The text over a column, else that of the nearest cell to its left."""
    lefts = range(column, first - 1, -1)
    return next((text for left in lefts if (text := grid.text(row, left))), "")


def _tells(text: str) -> bool:
    """Whether a heading says anything but a time, a role, a unit or that it is a total."""
    return (
        bool(text)
        and headings.read(text) is None
        and not is_unit(text)
        and not is_total(text)
        and not UNIT_SAID.search(text)
    )
