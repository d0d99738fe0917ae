"""What was taken for granted while reading: options put together, boxes, codes of no answer."""

from narabe.intake.answers.segments import pieces
from narabe.intake.answers.soundness import CHOICES
from narabe.intake.answers.spellings import SHORT_CODES, chosen, code, lone_codes, missing_word
from narabe.intake.faults import Faults
from narabe.model.answers_plan import AnswersPlan, AnswerType, Layout, Missing, QuestionPlan
from narabe.model.intake import Raw, Severity
from narabe.words import answers_sentences as say

FEW_PEOPLE = 5


def note_readings(raw: Raw, plan: AnswersPlan, faults: Faults) -> None:
    """Say of each question how it was read where that may be wrong."""
    for question in plan.questions:
        _joined(raw, question, faults)
        _lone_box(raw, question, faults)
        _left_out(raw, question, faults)
        _perhaps_missing(raw, question, faults)
    if raw.rows < FEW_PEOPLE:
        faults.warning(say.few_people(raw.rows), say.ARE_THEY_ANSWERS, sheet=raw.sheet)


def _joined(raw: Raw, question: QuestionPlan, faults: Faults) -> None:
    """Options that hold the delimiter, where no codebook gave them: its options list their own id as a spelling."""
    if question.layout is not Layout.DELIMITED:
        return
    for option in question.options:
        drafted = option.option_id not in option.spellings
        if drafted and len(pieces(option.label.ja, question.delimiter or ";")) > 1:
            faults.note(
                say.PUT_TOGETHER,
                say.ARE_THEY_TWO,
                sheet=raw.sheet,
                column=question.header,
                value=option.label.ja,
                kind=f"{say.PUT_TOGETHER.ja} {question.header}",
            )


def _lone_box(raw: Raw, question: QuestionPlan, faults: Faults) -> None:
    """A column with ○ or nothing: an empty cell may mean that it was not chosen, and all others are 100 %."""
    if question.answer_type not in CHOICES or len(question.options) != 1:
        return
    (option,) = question.options
    if all(chosen(each) for each in (*option.spellings, *([] if option.spellings else [option.label.ja]))):
        faults.warning(
            say.ONE_BOX,
            say.MULTIPLE_OR_IGNORED,
            sheet=raw.sheet,
            column=question.header,
            value=option.label.ja,
        )


def _left_out(raw: Raw, question: QuestionPlan, faults: Faults) -> None:
    """Which values are no answers, by reason and why; guessed numbers among amounts are a warning."""
    columns = [column for column in raw.columns if column.name in question.columns]
    given = {each for column in columns for each in (*column.missing, *(value for value, _ in column.labels))}
    for reason in Missing:
        codes = [value for value, why in question.missing if why is reason]
        numbers = [value for value in codes if missing_word(value) is None]
        guessed = [value for value in numbers if value not in given and code(value) is not None]
        if _in_words(question):
            given, guessed = {*given, *guessed}, []
        for why, values in (
            (say.GIVEN, [value for value in numbers if value in given]),
            (say.BESIDE_99, [value for value in guessed if code(value) in SHORT_CODES]),
            (say.FAR_FROM_OTHERS, [value for value in guessed if code(value) not in SHORT_CODES]),
            (say.BY_WORDS, [value for value in codes if missing_word(value) is not None]),
        ):
            if values:
                amount = question.answer_type is AnswerType.NUMERIC
                doubtful = why is say.BESIDE_99 or (why is say.FAR_FROM_OTHERS and amount)
                severity = Severity.WARNING if doubtful else Severity.NOTE
                faults.add(
                    severity, say.taken_as(reason), why, sheet=raw.sheet, column=question.header,
                    value="、".join(values),
                )  # fmt: skip


def _in_words(question: QuestionPlan) -> bool:
    """Do options have words for codes? Then a codebook, or the file itself, says what each code means."""
    coded = [o for o in question.options if any(code(each) is not None for each in o.spellings)]
    return question.layout is Layout.CELL and any(code(option.label.ja) is None for option in coded)


def _perhaps_missing(raw: Raw, question: QuestionPlan, faults: Faults) -> None:
    """9 or 8 beyond a gap, counted as an option that nobody gave words."""
    labels = [option.label.ja for option in question.options]
    if question.answer_type not in CHOICES:
        return
    for value in lone_codes(labels):
        faults.warning(
            say.MAY_BE_MISSING, say.MAP_TO_MISSING, sheet=raw.sheet, column=question.header, value=value
        )
