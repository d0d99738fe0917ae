"""A deck as tables: its steps at a glance, and the numbers of one step as the wall shows them."""

from narabe.model.cell import amount
from narabe.model.deck import StagedDeck, StagedStep
from narabe.model.slide import Bar, BarGroup, Slide
from narabe.model.table import Cell, Column, Table
from narabe.model.text import EMPTY, Text
from narabe.tables.units import NUMBER
from narabe.words import stage_page_sentences as say


def steps_table(deck: StagedDeck) -> Table:
    """One line per step."""
    return Table(
        name=f"narabe_deck_{deck.deck_id}",
        title=deck.title,
        columns=(
            Column("step", say.STEP_NUMBER, decimals=0, counted=NUMBER),
            Column("title", say.STEP_TITLE),
            Column("question", say.ASKED),
            Column("picture", say.DRAWN),
            Column("speech", say.SPEECH),
        ),
        rows=tuple(_step(number, each) for number, each in enumerate(deck.steps, start=1)),
    )


def step_table(deck_id: str, number: int, shown: Slide, held: Slide) -> Table:
    """The numbers of a step, those that `held` holds back marked. `number` counts from 1."""
    return Table(
        name=f"narabe_deck_{deck_id}_{number}",
        title=shown.title,
        columns=(
            Column("group", say.GROUP),
            Column("bar", say.BAR),
            Column("value", say.VALUE),
            Column("note", say.NOTE),
            Column("held", say.BEFORE_REVEAL),
        ),
        rows=tuple(
            (
                group.label,
                bar.label,
                _said(bar, group),
                bar.note,
                say.HELD_BACK if before.held else say.SHOWN_FIRST,
            )
            for group, at_first in zip(shown.groups, held.groups, strict=True)
            for bar, before in zip(group.bars, at_first.bars, strict=True)
        ),
        notes=tuple(line for line in (shown.bases, *shown.cautions) if line.ja),
        sources=shown.sources,
        build_id=shown.build_id,
    )


def _said(bar: Bar, group: BarGroup) -> Text:
    return amount(bar.said, bar.value, bar.low, bar.high, group.unit)


def told(bar: Bar) -> Text:
    """A bar in words, as it may be shown now."""
    said = say.HELD_BACK if bar.held else bar.said
    return Text(f"{bar.label.ja}：{said.ja}", f"{bar.label.en}: {said.en}")


def _step(number: int, staged: StagedStep) -> tuple[Cell, ...]:
    step, question = staged.step, staged.question
    asked = say.asked(question) if question else EMPTY
    drawn = say.PICTURES[step.picture.kind] if step.picture else EMPTY
    if step.picture and step.picture.guessed:
        drawn = say.with_held(drawn, len(step.picture.guessed))
    return number, step.title, asked, drawn, step.speech
