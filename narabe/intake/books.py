"""Codebook files -> `model.codebook.Book`: those of data/codebooks, one given with a file, one drafted from a file."""

import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from narabe.intake.coded_books import book_of
from narabe.intake.reading import open_file
from narabe.intake.reading.cells import column_as_text
from narabe.intake.reading.code_sheets import Coded, codes_in
from narabe.intake.reading.signature import shape
from narabe.model.answers_plan import AnswerType, Missing
from narabe.model.codebook import Book, BookOption, BookQuestion
from narabe.model.intake import AS_FOUND, Format, Refused
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.settings import Limits
from narabe.sources.codebooks import BASE_RULES, LISTS
from narabe.sources.entries import Entry, read
from narabe.sources.inputs import CODEBOOKS
from narabe.words import answers_sentences as say

LARGEST = 10_000_000
"""Bytes; codebooks drafted from a file of 2,000 columns stay far below."""
DEEPEST = 20
PACKAGE = b"PK"
"""How an Excel workbook begins."""
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe one, in C where it is installed: wide files have large codebooks."""
TYPES = tuple(AnswerType)
REASONS = tuple(Missing)
ROUTED = "routed"
WORDS = ("id", "number", "concept", "header", "value", "code", "wave", "group", "weight")
"""Entries that are texts, also where somebody wrote a number."""
OURS = re.compile(rb"^\s*(?:questions|wave|title)\s*:", re.MULTILINE)
LABELS = ("label", "note")
"""Entries in two languages; one text alone stands for both."""


def published() -> tuple[Book, ...]:
    """The codebooks of data/codebooks. Errors: Problem naming file, entry and field."""
    paths = sorted(path for path in CODEBOOKS.glob("*.yml") if path.stem not in LISTS)
    asked = {entry["id"]: entry["question"]["ja"] for entry in read(CODEBOOKS / "concepts.yml")}
    return tuple(_asking(_book(path, read(path)), asked) for path in paths)


def _asking(book: Book, asked: dict[str, str]) -> Book:
    """The book with the text in which we ask each question: what a file made for us has as its header."""
    questions = tuple(
        replace(question, header=question.header or asked.get(question.concept_id or "", ""))
        for question in book.questions
    )
    return replace(book, questions=questions)


def from_bytes(content: bytes, name: str = "codebook.yml") -> Book:
    """The codebook that came with a file: ours (YAML), or a table of codes (CSV, Excel).

    Errors: Problem naming entry and field.
    """
    if len(content) > LARGEST:
        raise Problem(say.CODEBOOK_TOO_LARGE, say.MEND_CODEBOOK)
    if not OURS.search(content) and (codes := _table(content)):
        return book_of(codes)
    return replace(_book(Path(name), _loaded(content)), own=True)


def _table(content: bytes) -> tuple[Coded, ...]:
    """The lines of a table of codes; none for a text without one, which may be ours. Errors: Problem for other files."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "codebook"
        path.write_bytes(content)
        try:
            sheets = open_file(path, path.name, AS_FOUND, Limits()).sheets()
            is_text = shape(path) is Format.DELIMITED
        except Refused:
            if content.startswith(PACKAGE):
                raise
            return ()
    tables = (codes_in([column_as_text(row) for row in sheet.rows]) for sheet in sheets)
    found = next(filter(None, tables), ())
    if not found and not is_text:
        raise Problem(say.NO_TABLE_OF_CODES, say.MEND_CODEBOOK)
    return found


def _loaded(content: bytes) -> Any:
    """YAML without references: those could unfold into more than fits into memory."""
    try:
        text = content.decode("utf-8-sig")
        _check_shape(text)
        return yaml.load(text, Loader=LOADER)
    except UnicodeDecodeError as error:
        raise Problem(say.CODEBOOK_NOT_UTF8, say.MEND_CODEBOOK) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise Problem(say.codebook_not_yaml(mark.line + 1 if mark else None), say.MEND_CODEBOOK) from error
    except ValueError as error:  # such as the 31st of February
        raise Problem(say.codebook_not_yaml(None), say.MEND_CODEBOOK) from error


def _check_shape(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise Problem(say.CODEBOOK_REFERS, say.MEND_CODEBOOK)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise Problem(say.codebook_not_yaml(None), say.MEND_CODEBOOK)


def _book(path: Path, content: Any) -> Book:
    try:
        book = Entry(path, _tolerant(content), None)
        questions = tuple(map(_question, book.entries("questions", needed=True)))
        wave, drafted = book.optional_text("wave") or path.stem, book.flag("drafted")
        weight = book.optional_text("weight") or ""
    except Problem as problem:
        raise Problem(problem.message, say.MEND_CODEBOOK) from problem
    if drafted:
        questions = tuple(replace(question, complete=False) for question in questions)
    return Book(wave, questions, weight=weight)


def _tolerant(content: Any) -> Any:
    """Numbers where texts are meant become texts; one text where two languages are meant stands for both."""
    if isinstance(content, list):
        return [_tolerant(each) for each in content]
    if not isinstance(content, dict):
        return content
    return {str(key): _entry(str(key), value) for key, value in content.items()}


def _entry(key: str, value: Any) -> Any:
    plain_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if key in (*WORDS, *LABELS) and plain_number:
        value = str(value)
    if key in LABELS and isinstance(value, str):
        return {"ja": value, "en": value}
    if key in LABELS and isinstance(value, dict):
        given = {name: str(each) for name, each in value.items() if each is not None}
        return {"en": given.get("ja"), **given} if given.get("ja") else given
    return _tolerant(value)


def _question(entry: Entry) -> BookQuestion:
    return BookQuestion(
        question_id=entry.text("id"),
        concept_id=entry.optional_text("concept"),
        number=entry.optional_text("number"),
        label=_label(entry),
        answer_type=entry.text("type", TYPES),
        max_choices=entry.optional_integer("max_choices"),
        options=tuple(map(_option, entry.entries("options"))),
        header=entry.optional_text("header") or "",
        missing=tuple(
            (each.text("value"), each.text("reason", REASONS)) for each in entry.entries("missing")
        ),
        complete=entry.flag("options_complete") if entry.has("options_complete") else True,
        asked_of=_asked_of(entry),
    )


def _asked_of(entry: Entry) -> Text | None:
    """From the base, where the question was asked of some only."""
    base = entry.group("base")
    if base.optional_text("rule", BASE_RULES) != ROUTED:
        return None
    note = base.note("note", "note")
    return Text(note["note_ja"] or "", note["note_en"] or "")


def _option(entry: Entry) -> BookOption:
    code = entry.optional_text("code")
    spellings = tuple(each.text("value") for each in entry.entries("spellings"))
    return BookOption(
        entry.text("id"),
        _label(entry),
        entry.has("net_of"),
        (*((code,) if code else ()), *spellings),
        entry.optional_text("group"),
    )


def _label(entry: Entry) -> Text:
    both = entry.label("label")
    return Text(both["label_ja"], both["label_en"])
