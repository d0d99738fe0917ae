"""A saved view of the cross-tabulation as a step: the options of its question, for everybody and the groups of its first axis."""

from narabe.analyses.crosstab import crosstab
from narabe.desk import views
from narabe.model.comparison import Share
from narabe.model.crosstab import Cell, Column, CrossTab, CrossTable
from narabe.model.deck import Picture
from narabe.model.problem import Problem
from narabe.model.slide import Bar, BarGroup, Slide
from narabe.model.status import Origin
from narabe.model.text import EMPTY, Text
from narabe.warehouse import Warehouse
from narabe.warehouse.answers import open_answers
from narabe.words import crosstab_file_sentences as files
from narabe.words import raking_sentences
from narabe.words import stage_sentences as say

MOST_OPTIONS, MOST_GROUPS, MOST_BARS = 6, 12, 36
"""What a wall can show: options, groups with everybody among them, and bars in all."""


def view_slide(warehouse: Warehouse, picture: Picture, held: tuple[str, ...]) -> Slide:
    """Shares among each group; a masked one says so. `held` names groups whose values are not shown yet.

    Errors: Problem where the view or its answers are gone, or its question has no options.
    """
    told = _crossed(warehouse, picture)
    table = told.tables[0]
    lines = [place for place, line in enumerate(table.rows) if not line.missing]
    places = [place for place, column in enumerate(table.columns) if not column.missing]
    shown = places[:MOST_GROUPS]
    fitting = min(MOST_OPTIONS, MOST_BARS // len(shown))
    if not lines:
        raise Problem(say.no_options(told.label), say.MEND_DECK)
    groups = tuple(
        BarGroup(
            table.rows[line].label,
            tuple(_bar(table.columns[place], table.cells[line][place], held, place == 0) for place in shown),
        )
        for line in lines[:fitting]
    )
    return Slide(
        EMPTY,
        groups,
        bases=_bases(told, table, shown),
        cautions=_cautions(told, table, len(lines) > fitting or len(places) > len(shown)),
    )


def _crossed(warehouse: Warehouse, picture: Picture) -> CrossTab:
    """The view as it was in the revision that the step names."""
    for saved in views.revisions(picture.view):
        if saved.revision == picture.revision and saved.ask is not None:
            return crosstab(open_answers(saved.ask.dataset), saved.ask, warehouse.settings)
    raise Problem(say.unknown(picture.view), say.MEND_DECK)


def _bar(column: Column, cell: Cell, held: tuple[str, ...], everybody: bool) -> Bar:
    series = "view" if everybody else "group"
    if column.column_id in held:
        return Bar(column.column_id, column.label, series, say.HELD, held=True)
    if cell.column_share is None:
        said = say.MASKED if cell.suppressed else say.NOBODY
        return Bar(column.column_id, column.label, series, said)
    percent = 100 * cell.column_share
    return Bar(column.column_id, column.label, series, say.share(Share(value=percent)), percent)


def _bases(told: CrossTab, table: CrossTable, shown: list[int]) -> Text:
    """How many of each group, and that fictional answers are none of any city."""
    columns = [table.columns[place] for place in shown]
    ja = "、".join(f"{column.label.ja} {_base(column).ja}" for column in columns)
    en = ", ".join(f"{column.label.en} {_base(column).en}" for column in columns)
    if told.origin is not Origin.FICTIONAL:
        return Text(ja, en)
    return Text(f"【{files.FICTIONAL.ja}】{ja}", f"[{files.FICTIONAL.en}] {en}")


def _base(column: Column) -> Text:
    if column.unweighted_base is None:
        return say.MASKED
    return say.base(column.unweighted_base, inferred=False, small=column.small)


def _cautions(told: CrossTab, table: CrossTable, more: bool) -> tuple[Text, ...]:
    part = None if 0 < told.part < told.suppressed_below else told.part
    lines = (
        files.condition(told.where, part, told.respondents) if told.where else EMPTY,
        files.weighted_by(told.weight) if told.weight and not told.raking else EMPTY,
        *(raking_sentences.notes(told.raking) if told.raking else ()),
        say.masking(told.suppressed_below) if any(column.suppressed for column in table.columns) else EMPTY,
        say.FIRST_ONLY if more else EMPTY,
    )
    return tuple(line for line in lines if line.ja)
