"""A file of answers by its plan: checked, typed, counted, written beside the original."""

from pathlib import Path

import duckdb

from narabe.intake.answers.contacts import check_contacts
from narabe.intake.answers.decoding import Decoding
from narabe.intake.answers.no_people import check_rows
from narabe.intake.answers.notes import note_readings
from narabe.intake.answers.profile import profiles
from narabe.intake.answers.results import Results
from narabe.intake.answers.roles import is_personal
from narabe.intake.answers.sense import Sense
from narabe.intake.answers.soundness import check_plan, note_labels
from narabe.intake.answers.tables import Writer, rule
from narabe.intake.answers.typed import ANSWERS, Typing
from narabe.intake.converted import Converted
from narabe.intake.faults import Faults
from narabe.intake.quoting import literal
from narabe.intake.written_books import write_book
from narabe.model.answers_file import ROW
from narabe.model.answers_plan import AnswersPlan, AnswerType, Missing
from narabe.model.intake import Progress, Raw, quietly
from narabe.model.text import EMPTY
from narabe.settings import Limits
from narabe.words import answers_sentences as say

PARQUET, CODEBOOK = "answers.parquet", "codebook.yml"


def convert(
    connection: duckdb.DuckDBPyConnection,
    raw: Raw,
    plan: AnswersPlan,
    folder: Path,
    limits: Limits,
    progress: Progress = quietly,
) -> Converted:
    """Tables of the survey and counts of its answers; writes `answers.parquet` and `codebook.yml` into `folder`.

    What is wrong with the file or the plan stands in the faults; with an error among them nothing is written.
    """
    faults = Faults()
    check_plan(plan, raw, faults)
    if not faults.refused:
        check_rows(connection, raw, plan, faults)
        check_contacts(connection, raw, plan, faults)
    if not faults.refused:
        _checked(connection, raw, plan, limits, faults, progress)
    if faults.refused:
        return Converted((), faults.listed(), raw.rows, len(raw.columns))
    _note_others(connection, raw, plan, faults)
    return _written(connection, raw, plan, folder, faults, progress)


def _checked(
    connection: duckdb.DuckDBPyConnection,
    raw: Raw,
    plan: AnswersPlan,
    limits: Limits,
    faults: Faults,
    progress: Progress,
) -> None:
    """Make table `answers` and look through it."""
    progress(say.READING_VALUES)
    note_labels(plan, faults)
    decoding = Decoding(connection, raw, faults)
    columns, weights = decoding.columns(plan), decoding.weights(plan)
    progress(say.TYPING)
    Typing(connection, raw).write(plan, columns, weights)
    Sense(connection, raw, faults).check(plan, limits.cell_characters)


def _written(
    connection: duckdb.DuckDBPyConnection,
    raw: Raw,
    plan: AnswersPlan,
    folder: Path,
    faults: Faults,
    progress: Progress,
) -> Converted:
    progress(say.COUNTING)
    results = Results(connection, plan)
    people, (tallies, reasons) = results.people(), results.counted()
    tables = Writer(plan, raw.sheet, people).tables(tallies, reasons)
    progress(say.WRITING)
    connection.execute(
        f"copy (select * from {ANSWERS} order by {ROW}) to {literal(folder / PARQUET)} (format parquet)"
    )
    bases = {
        name: (
            people.total - sum(left.values()),
            rule(left.get(Missing.NOT_APPLICABLE, 0), sum(left.values())),
        )
        for name, left in reasons.items()
    }
    weight = next((column.header for column in raw.columns if column.name == plan.weight), "")
    write_book(plan, folder / CODEBOOK, bases, weight)
    return Converted(tables, faults.listed(), raw.rows, len(raw.columns))


def _note_others(connection: duckdb.DuckDBPyConnection, raw: Raw, plan: AnswersPlan, faults: Faults) -> None:
    """What is left out, and what a person should look at before it is shared."""
    ignored = tuple(column for column in raw.columns if column.name in plan.ignored)
    for profile in profiles(connection, Raw(raw.table, ignored, raw.rows, raw.header_row, raw.sheet)):
        message, advice = (say.PERSONAL, say.NOT_TAKEN) if is_personal(profile) else (say.IGNORED, EMPTY)
        faults.note(message, advice, sheet=raw.sheet, column=profile.header or profile.name)
    for question in plan.questions:
        if question.answer_type is AnswerType.TEXT:
            faults.note(say.FREE_TEXT, say.MIND_NAMES, sheet=raw.sheet, column=question.header)
    note_readings(raw, plan, faults)
    if plan.wave.field_start is None:
        faults.note(say.NO_PERIOD, say.GIVE_PERIOD)
