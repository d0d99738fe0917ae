"""Files of cross-tabulations, without Streamlit: they are made in the worker."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from narabe.analyses.crosstab import crosstab
from narabe.analyses.margins import margin_of
from narabe.analyses.raking import raked
from narabe.export.cells import XLSX_MIME
from narabe.export.crosstab_book import crosstab_book
from narabe.export.crosstab_csv import crosstab_csv, crosstab_zip
from narabe.intake.margins import MarginFile, read_margin
from narabe.model.crosstab import CrossAsk, CrossTab
from narabe.model.intake import Refused
from narabe.model.raking import Margin
from narabe.model.text import Lang
from narabe.settings import Limits, Settings, limits
from narabe.warehouse.answers import open_answers
from narabe.words.remark_sentences import JAPAN

MADE: dict[str, tuple[Callable[[list[CrossTab], Lang], bytes], str, str]] = {
    "xlsx": (crosstab_book, "xlsx", XLSX_MIME),
    "letters": (lambda told, lang: crosstab_book(told, lang, lettered=True), "xlsx", XLSX_MIME),
    "csv": (lambda told, _lang: crosstab_csv(told), "csv", "text/csv"),
    "zip": (lambda told, _lang: crosstab_zip(told, datetime.now(JAPAN).date()), "zip", "application/zip"),
}
TESTLESS = ("csv", "zip")
"""Files that tell of no tests of a table."""


def margins(dataset: str, files: list[tuple[bytes, str]]) -> tuple[Margin, ...]:
    """Files of the population as margins of these answers, tried. Errors: Problem where they do not fit."""
    answers, allowed = open_answers(dataset), limits()
    allowed = replace(allowed, file_megabytes=allowed.browser_megabytes)
    found = tuple(margin_of(answers.survey, _margin(content, name, allowed)) for content, name in files)
    raked(answers, found)
    return found


def _margin(content: bytes, name: str, allowed: Limits) -> MarginFile:
    """Errors: Refused, its faults saying the file in the place of the sheet: there may be several files."""
    try:
        return read_margin(content, name, allowed)
    except Refused as refused:
        raise Refused(tuple(replace(fault, sheet=name) for fault in refused.faults)) from refused


def one(ask: CrossAsk, chosen: Settings, kind: str, lang: Lang) -> bytes:
    """The tables of one question."""
    return MADE[kind][0]([crosstab(open_answers(ask.dataset), ask, chosen)], lang)


def batch(ask: CrossAsk, chosen: Settings, kind: str, lang: Lang) -> bytes:
    """Every question of the data by the axes of `ask`, under its settings."""
    answers = open_answers(ask.dataset)
    told = [
        crosstab(answers, replace(ask, rows=each.question_id, exact=kind not in TESTLESS), chosen)
        for each in answers.survey.questions
        if each.tabulated
    ]
    return MADE[kind][0](told, lang)
