"""What did the room see and answer?"""

from dataclasses import replace

from narabe.analyses.stage import slide
from narabe.model.deck import StagedStep
from narabe.model.room import Question, Tally
from narabe.model.room_results import GuessSum, OptionSum, RoomResults, StepResult
from narabe.model.slide import Slide
from narabe.model.text import Text
from narabe.room.live_room import LiveRoom
from narabe.warehouse import Warehouse


def room_results(room: LiveRoom) -> RoomResults:
    """The steps revealed so far; of the others nothing is told to anybody."""
    found = []
    for number, staged in enumerate(room.deck.steps):
        told = room.result(number)
        if told is not None and staged.question is not None:
            found.append(_result(number, staged, staged.question, told))
    return RoomResults(room.code, room.deck.title, tuple(found))


def room_slides(warehouse: Warehouse, room: LiveRoom) -> tuple[tuple[Slide, Text], ...]:
    """Every step as far as it was revealed, each with what its presenter says."""
    return tuple(
        (slide(warehouse, staged, room.state.phase(number), room.result(number)), staged.step.speech)
        for number, staged in enumerate(room.deck.steps)
    )


def _result(number: int, staged: StagedStep, question: Question, told: Tally) -> StepResult:
    asked = StepResult(number, staged.step.title, question.wording, question.form, too_few=told.too_few)
    if staged.step.asks_survey and staged.step.picture:
        asked = replace(asked, concept=staged.step.picture.concept, most=question.most)
    if told.too_few:
        return asked
    guess = told.numbers
    return replace(
        asked,
        base=told.base,
        hands=told.hands,
        options=tuple(OptionSum(each.label, each.count, each.share, each.option_id) for each in told.options),
        guess=GuessSum(guess.lower, guess.median, guess.upper, question.unit) if guess else None,
        texts=told.texts,
    )
