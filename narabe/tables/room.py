"""What a room answered, as tables: one for all, one line per option, guess or text, and one per step."""

from collections.abc import Iterator

from narabe.model.room import Form
from narabe.model.room_results import RoomResults, StepResult
from narabe.model.table import Cell, Column, Table
from narabe.model.text import EMPTY, Text, plain
from narabe.room.tallies import FEWEST
from narabe.tables import units
from narabe.words import stage_page_sentences as say
from narabe.words import stage_sentences

STEP = Column("step", say.STEP_NUMBER, decimals=0, counted=units.NUMBER)
ASKED = Column("question", say.ASKED)
BASE = Column("base", say.BASE, decimals=0, counted=units.PEOPLE)
HANDS = Column("hands", say.OF_THEM_HANDS, decimals=0, counted=units.PEOPLE)
ITEM = Column("item", say.ITEM)
COUNT = Column("count", say.COUNT, decimals=0, counted=units.PEOPLE)
SHARE = Column("share", say.SHARE, decimals=1, unit=plain("%"))
VALUE = Column("value", say.GUESSED_VALUE, decimals=2, fixed=False)
UNIT = Column("unit", say.UNIT)
Line = tuple[Cell, Cell, Cell, Cell, Cell]
"""Item, count, share, value, unit."""


def results_table(results: RoomResults) -> Table:
    """Everything that was revealed in long form."""
    return Table(
        name=f"narabe_room_{results.code}",
        title=say.results_of(results.title),
        columns=(STEP, ASKED, BASE, HANDS, ITEM, COUNT, SHARE, VALUE, UNIT),
        rows=tuple(
            (step.step + 1, step.asked, step.base, step.hands if step.base else None, *line)
            for step in results.steps
            for line in _lines(step)
        ),
        notes=_notes(*results.steps),
    )


def step_table(results: RoomResults, step: StepResult) -> Table:
    """One step, with the columns that it needs."""
    wanted = {
        Form.NUMBER: ((ITEM, 0), (VALUE, 3), (UNIT, 4)),
        Form.TEXT: ((ITEM, 0),),
    }.get(step.form, ((ITEM, 0), (COUNT, 1), (SHARE, 2)))
    return Table(
        name=f"narabe_room_{results.code}_{step.step + 1}",
        title=step.asked,
        columns=tuple(column for column, _ in wanted),
        rows=tuple(tuple(line[place] for _, place in wanted) for line in _lines(step)),
        notes=_notes(step),
    )


def _lines(step: StepResult) -> Iterator[Line]:
    if step.too_few:
        yield stage_sentences.too_few(FEWEST), None, None, None, EMPTY
    for option in step.options:
        yield option.label, option.count, 100 * option.share, None, EMPTY
    if step.guess:
        for label, value in (
            (say.LOWER_QUARTER, step.guess.lower),
            (say.MEDIAN, step.guess.median),
            (say.UPPER_QUARTER, step.guess.upper),
        ):
            yield label, None, None, value, step.guess.unit
    for body in step.texts:
        yield body, None, None, None, EMPTY
    if step.form is Form.TEXT and not step.too_few and not step.texts:
        yield say.NO_TEXT_APPROVED, None, None, None, EMPTY


def _notes(*steps: StepResult) -> tuple[Text, ...]:
    several = any(step.form is Form.MULTIPLE for step in steps)
    texts = any(step.form is Form.TEXT for step in steps)
    lines = (
        stage_sentences.NOT_A_SAMPLE,
        say.REVEALED_ONLY,
        say.SEVERAL_ANSWERS if several else EMPTY,
        say.APPROVED_ONLY if texts else EMPTY,
    )
    return tuple(line for line in lines if line.ja)
