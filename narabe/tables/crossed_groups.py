"""The groups of a cross-tabulation in the order they stand in tables: everybody first, then axis by axis, lettered."""

from dataclasses import dataclass
from string import ascii_uppercase

from narabe.model.answers_plan import Missing
from narabe.model.crosstab import Cell, Column, ColumnAverage, CrossTab, CrossTable, Rest
from narabe.model.text import EMPTY, Text

CROSSED = " × "
"""Stands between the names of nested groups, as `crossed_label` writes them."""


@dataclass(frozen=True, slots=True)
class Group:
    """A column of the engine with its cells. `axis` is empty for a total that stands for every axis.

    `letter` names it for comparisons. Per option: `higher` are letters of the groups that this one is higher than,
    `apart` says whether it could be compared with any of them.
    """

    axis: Text
    letter: str
    column: Column
    cells: tuple[Cell, ...]
    average: ColumnAverage | None
    higher: tuple[tuple[str, ...], ...]
    apart: tuple[bool, ...]

    @property
    def label(self) -> Text:
        return self.column.label

    @property
    def levels(self) -> tuple[Text, ...]:
        """Its name, level by level where groups are nested: 男性, 30代."""
        found = nested_names(self.label)
        return found if len(found) == len(self.column.members) else (self.label,)

    @property
    def small(self) -> bool:
        """Is it 参考値: shown, of few people?"""
        return self.column.small and bool(self.column.unweighted_base)


def groups(told: CrossTab) -> tuple[Group, ...]:
    """All groups of all axes; the total once where every axis has the same, else before each axis."""
    shared = one_total(told)
    found = [_total(told.tables[0], EMPTY)] if shared else []
    for table in told.tables:
        if not shared:
            found.append(_total(table, table.label))
        found += _of_axis(table)
    return tuple(found)


def nested_names(label: Text) -> tuple[Text, ...]:
    """What `crossed_label` joined; a name that holds the sign itself comes apart into too many."""
    ja, en = label.ja.split(CROSSED), label.en.split(CROSSED)
    return tuple(Text(*each) for each in zip(ja, en, strict=True)) if len(ja) == len(en) else (label,)


def one_total(told: CrossTab) -> bool:
    """Do all axes count the same people?"""
    return len({_fingerprint(table) for table in told.tables}) == 1


def few_told(group: Group) -> bool:
    """Is its mean of few answers?"""
    return group.average is not None and group.average.small


def weightless(column: Column) -> bool:
    """Has everybody in it weight 0?"""
    return bool(column.unweighted_base) and column.weighted_base == 0


def reasons_shown(told: CrossTab) -> tuple[Missing, ...]:
    """Why there is no answer, of those that are rows or groups of the table."""
    ids = {row.row_id for table in told.tables for row in table.rows if row.missing}
    for table in told.tables:
        ids |= {part for column in table.columns if column.missing for _, part in column.members}
    return tuple(reason for reason in Missing if reason.value in ids)


def part_shown(told: CrossTab) -> int | None:
    """How many meet the condition; None where they are so few that they are masked like any group."""
    return None if 0 < told.part < told.suppressed_below else told.part


def tested(told: CrossTab) -> bool:
    """Was anything compared at all?"""
    return any(
        table.pairs
        or any(cell.against_rest is not Rest.NOT_TESTED for cells in table.cells for cell in cells)
        for table in told.tables
    )


def _fingerprint(table: CrossTable) -> tuple[object, ...]:
    """The total: its bases and counts, sums of weights to the resolution of a weight."""
    column = table.columns[0]
    average = table.averages[0].mean if table.averages else None
    weights = (column.weighted_base, average, *(cells[0].weighted_count for cells in table.cells))
    people = (column.unweighted_base, *(cells[0].unweighted_count for cells in table.cells))
    return (*people, *(None if weight is None else round(weight, 6) for weight in weights))


def _total(table: CrossTable, axis: Text) -> Group:
    return _group(table, 0, axis, {}, frozenset())


def _of_axis(table: CrossTable) -> list[Group]:
    named = [column.column_id for column in table.columns if column.members and not column.missing]
    letters = {column_id: _letter(place) for place, column_id in enumerate(named)}
    told = frozenset(
        (pair.row_id, column_id)
        for pair in table.pairs
        if pair.p_adjusted is not None
        for column_id in (pair.column_id, pair.other_id)
    )
    return [_group(table, place, table.label, letters, told) for place in range(1, len(table.columns))]


def _group(
    table: CrossTable, place: int, axis: Text, letters: dict[str, str], told: frozenset[tuple[str, str]]
) -> Group:
    column = table.columns[place]
    return Group(
        axis=axis,
        letter=letters.get(column.column_id, ""),
        column=column,
        cells=tuple(cells[place] for cells in table.cells),
        average=table.averages[place] if table.averages else None,
        higher=tuple(_higher(table, cells, place, letters) for cells in table.cells),
        apart=tuple((row.row_id, column.column_id) in told for row in table.rows),
    )


def _higher(
    table: CrossTable, cells: tuple[Cell, ...], place: int, letters: dict[str, str]
) -> tuple[str, ...]:
    """Letters of the groups below this one: capitals at 1 %, small ones at 5 %."""
    shares = {column.column_id: cell.column_share for column, cell in zip(table.columns, cells, strict=True)}
    cell = cells[place]
    return tuple(
        letters[other] if other in cell.strongly else letters[other].lower()
        for other in cell.differs_from
        if (cell.column_share or 0.0) > (shares[other] or 0.0)
    )


def _letter(place: int) -> str:
    """A … Z, AA, AB …"""
    ahead, last = divmod(place, len(ascii_uppercase))
    return (_letter(ahead - 1) if ahead else "") + ascii_uppercase[last]
