"""Questions of a codebook found again in the columns of a file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from narabe.intake.answers.headings import question_number, without_number
from narabe.intake.answers.segments import DELIMITERS, Segments
from narabe.intake.answers.spellings import code, missing_word, normal
from narabe.intake.answers.spellings import without_number as without_code
from narabe.intake.answers.units import Unit
from narabe.model.answers_plan import Layout
from narabe.model.codebook import Book, BookOption, BookQuestion

SAME_WORDS, LIKE_WORDS = 88.0, 60.0
"""Of 100: how alike two labels must be to mean the same, or to be looked at further."""
WHOLE_TEXT = 6
"""Letters of a header that ask a question, rather than name a subject that several may have."""
MOST_CELLS, FEW_VALUES = 400, 30


@dataclass(frozen=True, slots=True)
class Match:
    """A unit and the question it answers; `score` 0 to 1."""

    unit: int
    book: int
    question: int
    score: float


def own_matches(units: Sequence[Unit], book: Book) -> dict[int, tuple[BookQuestion, float]]:
    """Unit -> question of the codebook that belongs to the file."""
    scored = [
        Match(at, 0, place, score)
        for at, unit in enumerate(units)
        for place, question in enumerate(book.questions)
        if (score := _own_score(unit, question)) > 0.5
    ]
    return {each.unit: (book.questions[each.question], each.score) for each in _best(scored)}


def reference_matches(units: Sequence[Unit], books: Sequence[Book]) -> dict[int, tuple[BookQuestion, float]]:
    """Unit -> question of another survey that asks the same; numbers of questions say nothing here."""
    scored = [
        Match(at, shelf, place, score)
        for at, unit in enumerate(units)
        for shelf, book in enumerate(books)
        for place, question in enumerate(book.questions)
        if (score := _reference_score(unit, question)) > 0.5
    ]
    return {
        each.unit: (books[each.book].questions[each.question], each.score) for each in _best(scored, True)
    }


def asked_options(question: BookQuestion) -> tuple[BookOption, ...]:
    """The options a respondent could choose: nets only add up others."""
    return tuple(option for option in question.options if not option.net)


def option_named(question: BookQuestion, value: str) -> BookOption | None:
    """The option that a value of the file means, by its spellings or label; not by its place."""
    spelled = {code(value) or normal(value), normal(value), without_code(value)}
    for option in asked_options(question):
        names = {
            normal(each) for each in (*option.spellings, option.label.ja, option.label.en, option.option_id)
        }
        names |= {each for given in option.spellings if (each := code(given))}
        if spelled & names:
            return option
    return None


def option_at(question: BookQuestion, place: int) -> BookOption | None:
    """The option of this place, from 1, where the codebook gives no codes of its own."""
    options = asked_options(question)
    if any(code(each) for option in options for each in option.spellings):
        return None
    return options[place - 1] if 1 <= place <= len(options) else None


def option_like(question: BookQuestion, label: str) -> BookOption | None:
    """The option whose label is nearly these words."""
    found = option_named(question, label)
    if found or not label:
        return found
    scored = [
        (fuzz.ratio(normal(option.label.ja), without_code(label)), option)
        for option in asked_options(question)
    ]
    best = max(scored, key=lambda each: each[0], default=None)
    return best[1] if best and best[0] >= SAME_WORDS else None


def delimiter_of(cells: Sequence[str], options: Sequence[tuple[str, str]]) -> str | None:
    """The delimiter by which most cells are read into known options; None where cells hold one each."""
    read = {
        delimiter: sum(
            len(chosen) > 1
            for cell in cells[:MOST_CELLS]
            for chosen, _ in [Segments(options, delimiter).options(cell)]
        )
        for delimiter in DELIMITERS
        if any(delimiter in cell or delimiter in normal(cell) for cell in cells[:MOST_CELLS])
    }
    best = max(read, key=lambda delimiter: read[delimiter], default=None)
    return best if best and read[best] else None


def _best(scored: list[Match], again: bool = False) -> list[Match]:
    """Highest scores first, each unit once; each question once too unless it may come again."""
    chosen: list[Match] = []
    for match in sorted(scored, key=lambda each: (-each.score, each.unit, -each.book, each.question)):
        taken = any(
            match.unit == each.unit or (not again and match.question == each.question) for each in chosen
        )
        if not taken:
            chosen.append(match)
    return chosen


def _own_score(unit: Unit, question: BookQuestion) -> float:
    named = _named(unit, question)
    if named:
        return named
    words = _words(unit, question)
    if words >= SAME_WORDS:
        return 0.9
    if words < LIKE_WORDS and len(_values(unit)) > FEW_VALUES:
        return 0.0
    content = _content(unit, question)
    if words >= LIKE_WORDS and content >= 0.6:
        return 0.6 + 0.3 * content * words / 100
    known = len(asked_options(question))
    return 0.55 if content >= 0.95 and known >= 3 and not question_number(unit.header) else 0.0


def _reference_score(unit: Unit, question: BookQuestion) -> float:
    header = _letters(unit.header)
    if len(header) >= WHOLE_TEXT and header in (_letters(question.header), _letters(question.label.ja)):
        return 1.0
    words = _words(unit, question)
    if words < LIKE_WORDS:
        return 0.0
    shared = _shared(unit, question)
    if words >= SAME_WORDS and shared >= 1:
        return 0.6 + words / 250
    known = len(asked_options(question))
    if words >= LIKE_WORDS and shared >= max(2, 0.5 * known):
        return 0.5 + words / 250
    return 0.0


def _named(unit: Unit, question: BookQuestion) -> float:
    """Does the header give the question's id, number or whole label?"""
    header = normal(unit.header)
    if header in {normal(each) for each in (question.question_id, question.header) if each}:
        return 1.0
    if header in {normal(question.label.ja), normal(question.label.en)}:
        return 0.98
    if question.number and header == normal(question.number):
        return 0.98
    number = _digits(question_number(unit.header))
    if number and number in (_digits(question.number), _digits(_last_part(question.question_id))):
        return 0.95
    return 0.0


def _digits(number: str | None) -> str | None:
    """`問3`, `Q3`, `3` are one; F and SQ are series of their own."""
    if not number:
        return None
    found = re.fullmatch(r"(Q|問|設問|質問|No\.?)?\s*([\d\-_.()]+)", number, re.I)
    return re.sub(r"[\-_.()]+", "-", found[2]).strip("-") if found else normal(number)


def _last_part(question_id: str) -> str | None:
    """`net2021_q3` is question q3."""
    found = re.search(r"(?:^|_)(q\d+(?:_\d+)?|[a-z]{1,2}\d+)$", question_id, re.I)
    return found[1] if found else None


def _words(unit: Unit, question: BookQuestion) -> float:
    """How alike header and label are, 0 to 100."""
    header, label = normal(without_number(unit.header)), normal(without_number(question.label.ja))
    if min(len(header), len(label)) < 3:
        return 0.0
    whole = fuzz.ratio(header, label)
    inside = fuzz.partial_ratio(header, label) if min(len(header), len(label)) >= 6 else 0.0
    return max(whole, 0.95 * inside)


def _letters(text: str) -> str:
    """The words alone, without number, brackets and marks."""
    return re.sub(r"[\W_]", "", normal(without_number(text)))


def _values(unit: Unit) -> list[str]:
    """What stands for options in a unit: labels of its columns, or the values in them."""
    if unit.layout is Layout.FLAGS and not unit.own:
        return [each.label for each in unit.headings if each.label]
    values = dict.fromkeys(value for profile in unit.profiles for value in profile.spellings)
    labels = [label for profile in unit.profiles for _, label in profile.column.labels]
    return [value for value in (*labels, *values) if missing_word(value) is None][:MOST_CELLS]


def _shared(unit: Unit, question: BookQuestion) -> int:
    """How many options of the question stand in the unit by their words, also among several in one cell."""
    names = [(option.option_id, option.label.ja) for option in asked_options(question)]
    found = {option.option_id for value in _values(unit) if (option := option_named(question, value))}
    cells = " ".join(map(normal, _values(unit)))
    return len(found | {option_id for option_id, label in names if len(label) > 3 and normal(label) in cells})


def _content(unit: Unit, question: BookQuestion) -> float:
    """Share of the unit's values that the question knows."""
    values = _values(unit)
    if not values:
        return 0.0
    options = [(option.option_id, option.label.ja) for option in asked_options(question)]
    delimiter = delimiter_of(values, options) if question.answer_type in ("multiple", "limited") else None
    segments = Segments(options, delimiter) if delimiter else None
    known = sum(
        bool(option_named(question, value)) or bool(segments and segments.options(value)[0])
        for value in values
    )
    return known / len(values)
