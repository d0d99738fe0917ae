"""What charts of a crossed table say of its groups, options and figures."""

from narabe.model.crosstab import TOTAL, Cell, Column, ColumnAverage, CrossTab, CrossTable, Line
from narabe.model.rounding import half_up, share_percent
from narabe.model.status import Origin
from narabe.model.text import Lang, Text
from narabe.words import crosstab_finding_sentences as say
from narabe.words import numbers

AVERAGE_DECIMALS = 2


def heading(told: CrossTab, table: CrossTable) -> Text:
    """`「DX」を知っているか × 性別`, marked where the answers are fictional."""
    return say.heading(told.label, table.label if table.banner else None, told.origin is Origin.FICTIONAL)


def group(column: Column) -> Text:
    """`男性（n=165）`, `70代（n=12・参考値）`, `10代（n=*）`."""
    small = column.small and bool(column.unweighted_base)
    return say.group(column.label, column.unweighted_base, column.suppressed, small)


def nothing(column: Column) -> Text:
    """Why a group has no figures."""
    return say.MASKED if column.suppressed else say.NOBODY


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


def mean_said(column: Column, average: ColumnAverage) -> Text:
    """`男性（n=165・SD 1.10） 3.42`."""
    if average.mean is None:
        return say.without(group(column), nothing(column))
    sd = None if average.sd is None else numbers.number(average.sd, AVERAGE_DECIMALS).ja
    return say.mean(group(column), mean_text(average), sd)


def in_words(told: CrossTab, table: CrossTable, of_means: bool, lang: Lang) -> list[str]:
    """Each group with all its shares, or with its mean."""
    if of_means:
        pairs = zip(table.columns, table.averages, strict=True)
        return [f"{mean_said(column, average).in_(lang)}." for column, average in pairs]
    return [_group_in_words(table, place, lang) for place in range(len(table.columns))]


def _group_in_words(table: CrossTable, place: int, lang: Lang) -> str:
    column = table.columns[place]
    if not has_figures(column):
        return f"{say.without(group(column), nothing(column)).in_(lang)}."
    shares = [
        f"{row.label.in_(lang)} {share_text(cells[place])}%"
        for row, cells in zip(table.rows, table.cells, strict=True)
    ]
    return f"{group(column).in_(lang)}: {', '.join(shares)}."


def has_figures(column: Column) -> bool:
    return not column.suppressed and bool(column.unweighted_base)


def of_everybody(column: Column) -> bool:
    return column.column_id == TOTAL
