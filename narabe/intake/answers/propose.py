"""The proposal: what each column of a file is for, all at once or for one column that was left out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, count

import duckdb

from narabe.intake.answers.adopting import adopted, in_words, related, unit_part
from narabe.intake.answers.drafting import drafted, with_box
from narabe.intake.answers.headings import Heading, id_of
from narabe.intake.answers.matching import option_like, own_matches, reference_matches
from narabe.intake.answers.profile import Profile, profiles
from narabe.intake.answers.roles import (
    field_period,
    is_of_the_system,
    is_personal,
    is_time,
    is_weight_like,
    respondent,
    weight,
)
from narabe.intake.answers.units import Unit, flag, single, units
from narabe.model.answers_file import AN_ID, RESERVED
from narabe.model.answers_plan import AnswersPlan, Group, Layout, QuestionPlan, WavePlan
from narabe.model.codebook import Book, BookQuestion
from narabe.model.intake import Raw
from narabe.model.problem import Problem
from narabe.model.text import plain
from narabe.words import answers_sentences as say

YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def propose(
    connection: duckdb.DuckDBPyConnection,
    raw: Raw,
    books: tuple[Book, ...],
    dataset: str,
) -> AnswersPlan:
    """A mapping for every column of `raw`.

    The first of the books that is the file's own gives ids, options and codes. Those of other surveys give a question
    that asks the same their concept and, for the same words, their option ids.
    """
    codebook, others = _shelved(books)
    looked = profiles(connection, raw)
    ids = respondent(looked, raw.rows)
    weights = weight([each for each in looked if each is not ids])
    times = [each for each in looked if each is not ids and is_time(each)]
    rest = [each for each in looked if each not in (ids, weights, *times) and not _left_out(each)]
    found = _units(connection, raw, rest, codebook)
    questions = _with_ids(_questions(connection, raw, found, others, codebook), raw)
    used = {name for question in questions for name in question.columns}
    roles = {each.name for each in (ids, weights) if each}
    return AnswersPlan(
        _wave(dataset, others, codebook, field_period(connection, raw, times)),
        questions,
        ids.name if ids else None,
        weights.name if weights else None,
        tuple(each.name for each in looked if each.name not in used | roles),
    )


def propose_column(
    connection: duckdb.DuckDBPyConnection,
    raw: Raw,
    books: tuple[Book, ...],
    plan: AnswersPlan,
    column: str,
) -> AnswersPlan:
    """The plan with an ignored column (its work name) as a question, as `propose` would have made it.

    A column that belongs together with others that are ignored too comes back with them; one that belongs to boxes
    of a question of the plan becomes an option of it. A column in use leaves the plan as it is.
    Errors: Problem for a column without a single answer.
    """
    if column not in plan.ignored:
        return plan
    codebook, others = _shelved(books)
    looked = [each for each in profiles(connection, raw) if each.name in _asked(plan, column)]
    rest = [each for each in looked if each.name == column or not (is_time(each) or _left_out(each))]
    found = _units(connection, raw, rest, codebook)
    unit = next(each for each in found if column in each.names)
    taken = {name for question in plan.questions for name in question.columns}
    if taken & set(unit.names):
        own = [profile for profile in unit.profiles if profile.name == column]
        boxes = _with_box(plan, unit, *own)
        if boxes:
            return boxes
        unit = single(*own)
        found = [unit]
    made = _questions(connection, raw, found, others, codebook, only=unit)
    if not made:
        raise Problem(say.EMPTY_COLUMN, say.LEAVE_IGNORED)
    named = _with_ids(made, raw, plan.questions)
    questions = _in_file_order((*plan.questions, *named), raw)
    ignored = tuple(name for name in plan.ignored if name not in unit.names)
    return replace(plan, questions=questions, ignored=ignored)


def _shelved(books: tuple[Book, ...]) -> tuple[Book | None, tuple[Book, ...]]:
    """(the file's own codebook, those of other surveys)."""
    own = next((book for book in books if book.own), None)
    return own, tuple(book for book in books if not book.own)


def _units(
    connection: duckdb.DuckDBPyConnection, raw: Raw, rest: Sequence[Profile], codebook: Book | None
) -> list[Unit]:
    """The columns of questions put together, in the order of the file."""
    found = [*_named_flags(rest, codebook)] if codebook else []
    taken = {name for unit in found for name in unit.names}
    found += units(connection, raw, [each for each in rest if each.name not in taken])
    order = {profile.name: place for place, profile in enumerate(rest)}
    return sorted(found, key=lambda unit: order[unit.names[0]])


def _asked(plan: AnswersPlan, column: str) -> set[str]:
    """The columns that can stand in one question with an ignored one: all that have no other use."""
    return {*plan.ignored, column, *(name for question in plan.questions for name in question.columns)}


def _with_box(plan: AnswersPlan, unit: Unit, profile: Profile) -> AnswersPlan | None:
    """The plan with a column as one more option of the boxes it stands among; None where it stands among none."""
    for question in plan.questions:
        if (
            question.layout is Layout.FLAGS
            and unit.layout is Layout.FLAGS
            and set(question.columns) & set(unit.names)
        ):
            grown = with_box(question, unit, profile)
            return replace(
                plan,
                questions=tuple(grown if each is question else each for each in plan.questions),
                ignored=tuple(name for name in plan.ignored if name != profile.name),
            )
    return None


def _in_file_order(questions: Sequence[QuestionPlan], raw: Raw) -> tuple[QuestionPlan, ...]:
    """By the first column of each; a question drawn from another's column stays behind it."""
    order = {column.name: place for place, column in enumerate(raw.columns)}
    return tuple(sorted(questions, key=lambda question: order[question.columns[0]]))


def _left_out(profile: Profile) -> bool:
    return is_personal(profile) or is_weight_like(profile) or is_of_the_system(profile)


def _wave(
    dataset: str, books: tuple[Book, ...], codebook: Book | None, period: tuple[date, date] | None
) -> WavePlan:
    known = {book.wave_id for book in books}
    same_as = (
        codebook.wave_id if codebook and codebook.wave_id in known else dataset if dataset in known else None
    )
    if period is None and (year := YEAR.search(dataset)):
        period = date(int(year[1]), 1, 1), date(int(year[1]), 12, 31)
    start, end = period or (None, None)
    return WavePlan(dataset, plain(dataset), field_start=start, field_end=end, same_as=same_as)


def _questions(
    connection: duckdb.DuckDBPyConnection,
    raw: Raw,
    found: Sequence[Unit],
    books: tuple[Book, ...],
    codebook: Book | None,
    only: Unit | None = None,
) -> list[QuestionPlan]:
    """The questions of all units, or of one among them; those that no codebook names have no id yet."""
    own = own_matches(found, codebook) if codebook else {}
    other = reference_matches(found, books)
    made: list[QuestionPlan] = []
    twice: set[str] = set()
    for place, unit in enumerate(found):
        if only not in (None, unit) or (
            not any(profile.filled for profile in unit.profiles) and place not in own
        ):
            continue
        first, *derived = drafted(connection, raw, unit)
        if place in own:
            made.append(_own(first, own[place], unit, books if codebook and not codebook.wave_id else ()))
            continue
        if place in other and first.group is None:
            first = _related(first, other[place][0], books)
        made += [first, *derived]
        twice |= {each.header for each in derived}
    aged = any(each.group is Group.AGE and each.header not in twice for each in made)
    return [each for each in made if not (aged and each.header in twice and each.group is Group.AGE)]


def _own(
    draft: QuestionPlan, found: tuple[BookQuestion, float], unit: Unit, books: tuple[Book, ...]
) -> QuestionPlan:
    """The draft as its own codebook has it; a mere table of codes does not know which other surveys ask the same."""
    question, certain = found
    named = adopted(draft, question, unit, certain)
    other = reference_matches([in_words(unit, question)], books)
    return _related(named, other[0][0], books) if other and named.group is None else named


def _related(draft: QuestionPlan, question: BookQuestion, books: tuple[Book, ...]) -> QuestionPlan:
    """The draft beside what the books ask that is the same."""
    same = [
        each
        for book in books
        for each in book.questions
        if each.concept_id == question.concept_id and each is not question
    ]
    return related(draft, question, same)


def _with_ids(
    made: Sequence[QuestionPlan], raw: Raw, beside: Sequence[QuestionPlan] = ()
) -> tuple[QuestionPlan, ...]:
    """Ids from the codebook, else from the header, else from the column's number; each once, whatever its case.

    `beside` have their ids already.
    """
    before = {question.question_id.casefold() for question in beside}
    made = [replace(each, question_id="") if each.question_id.casefold() in before else each for each in made]
    taken = before | {question.question_id.casefold() for question in made if question.question_id}
    numbers = {column.name: place for place, column in enumerate(raw.columns, start=1)}
    named = []
    for question in made:
        name = question.question_id or _free_id(question, numbers[question.columns[0]], taken)
        taken.add(name.casefold())
        named.append(replace(question, question_id=name))
    return tuple(named)


def _free_id(question: QuestionPlan, number: int, taken: set[str]) -> str:
    own = id_of(question.header)
    base = own if own and AN_ID.fullmatch(own) and "__" not in own and own not in RESERVED else f"v{number}"
    return next(
        each for each in chain([base], (f"{base}_{again}" for again in count(2))) if each not in taken
    )


def _named_flags(rest: Sequence[Profile], codebook: Book) -> list[Unit]:
    """Columns of ticked boxes whose headers are the options of one question of the codebook."""
    found: list[Unit] = []
    free = [profile for profile in rest if flag(profile)]
    for question in codebook.questions:
        if question.answer_type not in ("multiple", "limited"):
            continue
        named = [(profile, label) for profile in free if (label := _option_label(profile.header, question))]
        if len(named) > 1 and any(profile.filled for profile, _ in named):
            headings = tuple(
                Heading(profile.header, question.question_id, None, label) for profile, label in named
            )
            header = question.header or question.number or question.question_id
            found.append(Unit(header, Layout.FLAGS, tuple(profile for profile, _ in named), headings))
            free = [profile for profile in free if profile not in [each for each, _ in named]]
    return found


def _option_label(header: str, question: BookQuestion) -> str | None:
    option = option_like(question, unit_part(header, question))
    return option.label.ja if option else None
