"""The whole proposal: what each column of a file is for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, count

import duckdb

from narabe.intake.answers.adopting import adopted, related, unit_part
from narabe.intake.answers.drafting import drafted
from narabe.intake.answers.headings import Heading, id_of
from narabe.intake.answers.matching import option_like, own_matches, reference_matches
from narabe.intake.answers.profile import Profile, profiles
from narabe.intake.answers.roles import field_period, is_personal, is_time, is_weight_like, respondent, weight
from narabe.intake.answers.units import Unit, flag, units
from narabe.model.answers_file import AN_ID, RESERVED
from narabe.model.answers_plan import AnswersPlan, Group, Layout, QuestionPlan, WavePlan
from narabe.model.codebook import Book, BookQuestion
from narabe.model.intake import Raw
from narabe.model.text import plain

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
    codebook = next((book for book in books if book.own), None)
    books = tuple(book for book in books if not book.own)
    looked = profiles(connection, raw)
    ids = respondent(looked, raw.rows)
    weights = weight([each for each in looked if each is not ids])
    times = [each for each in looked if each is not ids and is_time(each)]
    rest = [each for each in looked if each not in (ids, weights, *times) and not _left_out(each)]
    found = [*_named_flags(rest, codebook)] if codebook else []
    taken = {name for unit in found for name in unit.names}
    found += units(connection, raw, [each for each in rest if each.name not in taken])
    found.sort(key=lambda unit: _place(looked, unit))
    questions = _questions(connection, raw, found, books, codebook)
    used = {name for question in questions for name in question.columns}
    roles = {each.name for each in (ids, weights) if each}
    return AnswersPlan(
        _wave(dataset, books, codebook, field_period(connection, raw, times)),
        questions,
        ids.name if ids else None,
        weights.name if weights else None,
        tuple(each.name for each in looked if each.name not in used | roles),
    )


def _left_out(profile: Profile) -> bool:
    return is_personal(profile) or is_weight_like(profile)


def _place(looked: Sequence[Profile], unit: Unit) -> int:
    return [profile.name for profile in looked].index(unit.names[0])


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
) -> tuple[QuestionPlan, ...]:
    own = own_matches(found, codebook) if codebook else {}
    other = reference_matches(found, books)
    made: list[QuestionPlan] = []
    twice: set[str] = set()
    for place, unit in enumerate(found):
        if not any(profile.filled for profile in unit.profiles) and place not in own:
            continue
        first, *derived = drafted(connection, raw, unit)
        if place in own:
            made.append(adopted(first, *own[place][:1], unit, own[place][1]))
            continue
        if place in other and first.group is None:
            first = related(first, other[place][0])
        made += [first, *derived]
        twice |= {each.header for each in derived}
    aged = any(each.group is Group.AGE and each.header not in twice for each in made)
    kept = [each for each in made if not (aged and each.header in twice and each.group is Group.AGE)]
    return _with_ids(kept, raw)


def _with_ids(made: Sequence[QuestionPlan], raw: Raw) -> tuple[QuestionPlan, ...]:
    """Ids from the codebook, else from the header, else from the column's number; each once, whatever its case."""
    taken = {question.question_id.casefold() for question in made if question.question_id}
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
