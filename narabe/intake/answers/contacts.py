"""Options whose words say how to reach somebody: they would stand in public figures."""

import re

import duckdb

from narabe.intake.answers.spellings import normal
from narabe.intake.faults import Faults
from narabe.intake.quoting import quoted
from narabe.model.answers_plan import AnswersPlan, OptionPlan, QuestionPlan
from narabe.model.intake import Raw
from narabe.words import answers_sentences as say

GAP = r"[-ー()/. ]{1,2}"
PHONE = re.compile(
    rf"(?<!\d)\(?0(?=(?:[-ー()/. ]*\d){{9,10}}(?!\d))\d{{1,4}}{GAP}\d{{1,4}}{GAP}\d{{3,4}}(?!\d)"
    r"|(?<!\d)0[5-9]0\d{8}(?!\d)|\+81[-ー() ]*\d{1,4}[-ー() ]*\d{1,4}[-ー() ]*\d{3,4}"
)
LANDLINE = re.compile(r"(?<!\d)0[1-9]\d{8}(?!\d)")
"""Ten digits alone may as well be a code, such as that of a facility."""
MAIL = re.compile(r"[\w.+\-]+@[\w\-]+\.[\w.\-]+")
ADDRESS = re.compile(
    r"〒\s*\d{3}-?\d{4}|\d\s*番地|[\d一二三四五六七八九十]丁目\s*\d+\s*(番|-|の)|[市区町村郡][^\d\s]{0,12}\d{1,4}-\d{1,4}-\d{1,4}(?!\d)"
)


def contact(text: str) -> bool:
    """Does a text hold a telephone number, a mail address or a postal address?"""
    words = normal(text)
    if any(pattern.search(words) for pattern in (PHONE, MAIL, ADDRESS)):
        return True
    return not words.isdigit() and bool(LANDLINE.search(words))


def check_contacts(
    connection: duckdb.DuckDBPyConnection, raw: Raw, plan: AnswersPlan, faults: Faults
) -> None:
    """Add an error for every option that says how to reach somebody, at the first cell that gives it."""
    headers = {column.name: column.header for column in raw.columns}
    for question in plan.questions:
        for option in question.options:
            if contact(option.label.ja) or contact(option.label.en):
                row, column = _first(connection, raw, question, option)
                faults.error(
                    say.CONTACT,
                    say.NO_CONTACTS,
                    sheet=raw.sheet,
                    row=row,
                    column=headers.get(column, question.header),
                    value=option.label.ja,
                )


def _first(
    connection: duckdb.DuckDBPyConnection, raw: Raw, question: QuestionPlan, option: OptionPlan
) -> tuple[int | None, str]:
    """(row, column) of the first cell that is the option, or holds its words; no row where only a codebook has it."""
    given = {
        "spellings": list(option.spellings) or [option.label.ja],
        "words": [each for each in (option.label.ja, *option.spellings) if contact(each)]
        or [option.label.ja],
    }
    found: list[tuple[int, str]] = []
    for name in question.columns:
        cell = quoted(name)
        held = f"list_contains($spellings, {cell}) or len(list_filter($words, lambda word: contains({cell}, word))) > 0"
        ((row,),) = connection.execute(
            f"select min(row) from {quoted(raw.table)} where {held}", given
        ).fetchall()
        found += [] if row is None else [(row, name)]
    return min(found, default=(None, option.column or ""))
