"""What does a cell of a cross-tabulation say, in words and as SQL?"""

from narabe.analyses.conditions import condition_of
from narabe.analyses.crossed_axes import asked
from narabe.model.answers_plan import Missing
from narabe.model.crossed_cell import CellMeaning
from narabe.model.crosstab import Base, Cell, Column, CrossAsk, CrossTab, CrossTable, Line, Recode
from narabe.model.survey import Asked, Category
from narabe.model.text import Text
from narabe.warehouse.answers import Answers
from narabe.warehouse.cell_sql import CellOf, cell_sql
from narabe.warehouse.weighing import weight_sql
from narabe.words import crosstab_cell_sentences as say

RAKED = "round(raked_weight * 1000000)"
"""Instead of the weights themselves: with a joint margin they would tell how many people are in a masked group."""


def cell_meaning(
    answers: Answers, ask: CrossAsk, told: CrossTab, table: CrossTable, row: int, column: int
) -> CellMeaning:
    """The cell `table.cells[row][column]` of what `ask` was told. Errors: as `crosstab`."""
    line, group, cell = table.rows[row], table.columns[column], table.cells[row][column]
    return CellMeaning(
        title=say.title(line.label, group.label),
        lines=_lines(ask, told, table, line, group, cell),
        sql=cell_sql(
            answers,
            _cell_of(answers, ask, told, table, line, group),
            condition_of(ask.where, answers.survey),
            RAKED if told.raking else weight_sql(answers, ask.weight),
        ),
        content=told.content,
    )


def _cell_of(
    answers: Answers, ask: CrossAsk, told: CrossTab, table: CrossTable, line: Line, group: Column
) -> CellOf:
    recodes: dict[str, Recode] = {recode.question_id: recode for recode in ask.recodes}
    everybody = told.base is Base.EVERYBODY
    name = told.question_id
    rows = asked(answers.survey.question(name), recodes.get(name), ask.show_missing, everybody)
    axis = tuple(
        asked(answers.survey.question(each), recodes.get(each), ask.show_missing, everyone=False)
        for each in table.banner
    )
    options = tuple(_category(rows, each.row_id) for each in table.rows if not each.net and not each.missing)
    return CellOf(
        rows=rows,
        row=_category(rows, line.row_id),
        axis=axis,
        members=tuple(
            _category(each, member) for each, (_, member) in zip(axis, group.members, strict=False)
        ),
        answers=options if told.base is Base.ANSWERS else None,
    )


def _category(asked_of: Asked, category_id: str) -> Category:
    return next(each for each in asked_of.categories if each.category_id == category_id)


def _lines(
    ask: CrossAsk, told: CrossTab, table: CrossTable, line: Line, group: Column, cell: Cell
) -> tuple[Text, ...]:
    among = group.label if group.members else None
    reason = Missing(line.row_id) if line.missing else None
    found = [
        say.counted(told.label, line.label, reason),
        say.base(told.label, table.label if table.banner else None, among, told.base, ask.show_missing),
    ]
    if ask.where:
        found.append(say.condition(ask.where))
    found.append(say.by_key(told.weight))
    if told.raking:
        found.append(say.RAKED_WEIGHT)
    found.append(say.MASKED if cell.suppressed else _sum(told, group, cell))
    return tuple(found)


def _sum(told: CrossTab, group: Column, cell: Cell) -> Text:
    if told.base is Base.ANSWERS:
        return say.share_of_answers(cell.weighted_count or 0.0, cell.column_share)
    return say.share(
        cell.unweighted_count or 0,
        group.unweighted_base or 0,
        (cell.weighted_count, group.weighted_base) if told.weight else None,
        cell.column_share,
    )
