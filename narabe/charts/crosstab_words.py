"""What charts of a crossed table say of its groups, options and figures."""

from dataclasses import replace

from narabe.analyses.crosstab_finding import answered
from narabe.model.crosstab import TOTAL, Cell, Column, ColumnAverage, CrossTab, CrossTable, Line
from narabe.model.rounding import half_up, share_percent
from narabe.model.status import Origin
from narabe.model.text import EMPTY, Lang, Text
from narabe.words import crosstab_finding_sentences as say
from narabe.words import numbers

AVERAGE_DECIMALS = 2


def heading(told: CrossTab, table: CrossTable, more: Text = EMPTY) -> tuple[Text, ...]:
    """`「DX」を知っているか × 性別（%）`; where the answers are fictional a line before it says so."""
    title = say.heading(told.label, table.label if table.banner else None, more)
    return (say.FICTIONAL_LINE, title) if told.origin is Origin.FICTIONAL else (title,)


def group(column: Column) -> Text:
    """`男性（n=165）`, `70代（n=12・参考値）`, `10代（n=*）`."""
    small = column.small and bool(column.unweighted_base)
    return say.group(column.label, column.unweighted_base, column.suppressed, small)


def group_of_mean(table: CrossTable, at: int) -> Text:
    """A group with those of it whom its mean is of."""
    column, people = table.columns[at], answered(table, at)[0]
    small = table.averages[at].small
    return group(column if column.suppressed else replace(column, unweighted_base=people, small=small))


def nothing(column: Column) -> Text:
    """Why a group has no figures, or not this one."""
    if column.suppressed:
        return say.MASKED
    if not column.unweighted_base:
        return say.NOBODY
    return say.NO_ANSWERS if column.weighted_base else say.WEIGHTLESS


def share_text(cell: Cell, decimals: int = 1) -> str:
    """`39.1`; a dash where the group has nobody."""
    if cell.column_share is None:
        return numbers.NONE.ja
    return numbers.number(share_percent(cell.column_share, decimals), decimals).ja


def said(told: CrossTab, column: Column, row: Line, cell: Cell) -> Text:
    """`男性（n=165）知っている 39.1%・45人`: of one cell, for who points at it or has it read out."""
    count = None if told.weight else cell.unweighted_count
    return say.cell(group(column), row.label, share_text(cell), count)


def mean_text(average: ColumnAverage) -> str:
    if average.mean is None:
        return numbers.NONE.ja
    return numbers.number(half_up(average.mean, AVERAGE_DECIMALS), AVERAGE_DECIMALS).ja


def mean_short(column: Column, average: ColumnAverage) -> Text:
    """`3.42（SD 1.10）`, or why there is none."""
    if average.mean is None:
        return nothing(column)
    sd = None if average.sd is None else numbers.number(average.sd, AVERAGE_DECIMALS).ja
    return say.mean(mean_text(average), sd)


def mean_said(table: CrossTable, at: int) -> Text:
    """`男性（n=165） 3.42（SD 1.10）`."""
    return say.beside(group_of_mean(table, at), mean_short(table.columns[at], table.averages[at]))


def in_words(told: CrossTab, table: CrossTable, of_means: bool, lang: Lang) -> list[str]:
    """Each group with all its shares, or with its mean."""
    if of_means:
        return [f"{mean_said(table, at).in_(lang)}." for at in range(len(table.columns))]
    return [_group_in_words(table, place, lang) for place in range(len(table.columns))]


def _group_in_words(table: CrossTable, place: int, lang: Lang) -> str:
    column = table.columns[place]
    if not has_figures(column):
        return f"{say.beside(group(column), nothing(column)).in_(lang)}."
    shares = [
        f"{row.label.in_(lang)} {share_text(cells[place])}%"
        for row, cells in zip(table.rows, table.cells, strict=True)
    ]
    return f"{group(column).in_(lang)}: {', '.join(shares)}."


def shown_rows(table: CrossTable) -> list[int]:
    """Places of the rows worth drawing: reasons for no answer that nobody had are not."""
    return [
        place
        for place, (row, cells) in enumerate(zip(table.rows, table.cells, strict=True))
        if not row.missing or any(cell.column_share for cell in cells)
    ]


def has_figures(column: Column) -> bool:
    """Are there people in it who count?"""
    return not column.suppressed and bool(column.weighted_base)


def of_everybody(column: Column) -> bool:
    return column.column_id == TOTAL
