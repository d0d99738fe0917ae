"""What is told of every group of a cross-tabulation: bases, counts, shares with their marks, averages."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from narabe.model.crosstab import Base, Cell, CrossTab, Rest
from narabe.model.rounding import half_up, share_percent
from narabe.model.table import Cell as Shown
from narabe.model.text import EMPTY, Text, plain
from narabe.tables.crossed_groups import Group, groups
from narabe.words import crosstab_file_sentences as words
from narabe.words import crosstab_sentences as say
from narabe.words import numbers

AVERAGE_DECIMALS = 2
WEIGHT_DIGITS = 6
"""The resolution of a weight."""
REST = {Rest.HIGHER: "▲", Rest.LOWER: "▼", Rest.NONE: "", Rest.NOT_TESTED: words.UNTESTED}


class Marks(StrEnum):
    """How differences are shown beside shares: not, ▲▼ against the rest, or letters of the groups below."""

    NONE = "none"
    REST = "rest"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of every group; `line` says which of two lines it is of where a table has both."""

    key: str
    label: Text
    decimals: int
    of: Callable[[Group], Shown]
    line: Text = EMPTY


def group_label(group: Group, lettered: bool = False) -> Text:
    """`男性 (A)（参考値）`."""
    return _tagged(group.label, group, lettered)


def level_labels(group: Group, lettered: bool = False) -> tuple[Text, ...]:
    """The same level by level where groups are nested."""
    *outer, inner = group.levels
    return (*outer, _tagged(inner, group, lettered))


def people(told: CrossTab) -> tuple[Measure, ...]:
    """How many are counted; where shares are of answers, how many of these they gave."""
    found = Measure(
        "unweighted_base", say.UNWEIGHTED_BASE, 0, lambda group: _base(group, group.column.unweighted_base, 0)
    )
    if told.base is not Base.ANSWERS:
        return (found,)
    decimals = 1 if told.weight else 0
    return (
        found,
        Measure("answers", words.ANSWERS_GIVEN, decimals, lambda group: _base(group, given(group), decimals)),
    )


def given(group: Group) -> float | None:
    """The answers of a group, where shares are of them; weighted where there are weights. None where masked."""
    if group.column.suppressed:
        return None
    told = [cell for cell in group.cells if cell.column_share]
    return (told[0].weighted_count or 0.0) / (told[0].column_share or 1.0) if told else 0.0


def weighing(told: CrossTab) -> tuple[Measure, ...]:
    """What weights make of the base."""
    if told.weight is None:
        return ()
    return (
        Measure(
            "weighted_base", say.WEIGHTED_BASE, 1, lambda group: _base(group, group.column.weighted_base, 1)
        ),
        Measure(
            "effective_base",
            say.EFFECTIVE_BASE,
            1,
            lambda group: _base(group, group.column.effective_base, 1),
        ),
    )


def bases(told: CrossTab) -> tuple[Measure, ...]:
    """All of them."""
    return (*people(told), *weighing(told))


def counts(told: CrossTab) -> tuple[Measure, ...]:
    """How many chose each option: people, or their weights."""
    decimals = 1 if told.weight else 0
    return tuple(
        Measure(f"option_{row.row_id}", row.label, decimals, _count(place, told), count_label(told))
        for place, row in enumerate(told.tables[0].rows)
    )


def count_label(told: CrossTab) -> Text:
    """Weights are no people."""
    return words.WEIGHTED_COUNT if told.weight else words.COUNT


def shares(told: CrossTab, marks: Marks = Marks.NONE) -> tuple[Measure, ...]:
    """The share of each option in its group, in percent."""
    return tuple(
        Measure(f"option_{row.row_id}", row.label, 1, _share(place, marks), words.SHARE)
        for place, row in enumerate(told.tables[0].rows)
    )


def averages(told: CrossTab) -> tuple[Measure, ...]:
    """Of scales and numbers."""
    if not told.tables[0].averages:
        return ()
    return tuple(
        Measure(key, label, AVERAGE_DECIMALS, _average(key))
        for key, label in (("mean", say.MEAN), ("median", say.MEDIAN), ("sd", say.SD))
    )


def marks_in(told: CrossTab, marks: Marks) -> frozenset[str]:
    """The marks that stand beside the shares of a table."""
    found = {
        _mark(group, cell, place, marks)
        for group in groups(told)
        for place, cell in enumerate(group.cells)
        if not cell.suppressed and cell.column_share is not None
    }
    return frozenset(found - {""})


def _tagged(label: Text, group: Group, lettered: bool) -> Text:
    letter = f" ({group.letter})" if lettered and group.letter else ""
    small = words.SMALL if group.small else EMPTY
    return Text(label.ja + letter + small.ja, label.en + letter + small.en)


def _base(group: Group, value: float | None, decimals: int) -> Shown:
    if group.column.suppressed or value is None:
        return words.MASK
    return half_up(round(value, WEIGHT_DIGITS), decimals) if decimals else round(value)


def _count(place: int, told: CrossTab) -> Callable[[Group], Shown]:
    def of(group: Group) -> Shown:
        cell = group.cells[place]
        if cell.suppressed or cell.unweighted_count is None or cell.weighted_count is None:
            return words.MASK
        return half_up(round(cell.weighted_count, WEIGHT_DIGITS), 1) if told.weight else cell.unweighted_count

    return of


def _share(place: int, marks: Marks) -> Callable[[Group], Shown]:
    def of(group: Group) -> Shown:
        cell = group.cells[place]
        if cell.suppressed:
            return words.MASK
        if cell.column_share is None:
            return numbers.NONE
        share = share_percent(cell.column_share)
        mark = _mark(group, cell, place, marks)
        return f"{numbers.number(share, 1).ja} {mark}" if mark else share

    return of


def _mark(group: Group, cell: Cell, place: int, marks: Marks) -> str:
    """Beside a share; the total is compared with nobody."""
    if marks is Marks.NONE or not group.column.members:
        return ""
    if marks is Marks.REST:
        return REST[cell.against_rest]
    return letters(group, place)


def letters(group: Group, place: int) -> str:
    """`a B`, or the mark of what could be compared with nobody."""
    if group.cells[place].column_share is None or not group.letter:
        return ""
    return " ".join(group.higher[place]) if group.apart[place] else words.UNTESTED


def _average(key: str) -> Callable[[Group], Shown]:
    def of(group: Group) -> Shown:
        if group.column.suppressed:
            return words.MASK
        average = group.average
        value: float | None = getattr(average, key)
        if average is None or value is None:
            return numbers.NONE
        shown = half_up(float(f"{value:.12g}"), AVERAGE_DECIMALS)
        return shown if group.small or not average.small else _few(shown)

    return of


def _few(value: float) -> Text:
    """Marked where the group as a whole is not: few of it answered."""
    shown = numbers.number(value, AVERAGE_DECIMALS)
    return Text(shown.ja + words.SMALL.ja, shown.en + words.SMALL.en)


def spelled(value: Shown, decimals: int) -> Shown:
    """As text, where figures of different kinds share a column."""
    if isinstance(value, (int, float)):
        return plain(numbers.number(value, decimals).ja)
    return value
