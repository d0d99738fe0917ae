"""Codebook files <-> `model.codebook.Book`: those of data/codebooks, one given with a file, one drafted from a file."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from narabe.model.answers_plan import AnswersPlan, AnswerType, Layout, Missing, QuestionPlan
from narabe.model.codebook import Book, BookOption, BookQuestion
from narabe.model.problem import Problem
from narabe.model.text import Text
from narabe.sources.codebooks import LISTS
from narabe.sources.entries import Entry, read
from narabe.sources.inputs import CODEBOOKS
from narabe.words import answers_sentences as say

LARGEST = 10_000_000
"""Bytes; codebooks drafted from a file of 2,000 columns stay far below."""
DEEPEST = 20
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The safe ones, in C where they are installed: wide files have large codebooks."""
TYPES = tuple(AnswerType)
REASONS = tuple(Missing)
WORDS = ("id", "number", "concept", "header", "value", "code", "wave", "group")
"""Entries that are texts, also where somebody wrote a number."""
HEADING = """\
# このファイルは取り込んだ回答から自動で作った下書きです。設問や選択肢の言葉を直し、取り込みのときに指定できます。
# drafted: true の行を消すと、ここにない値は「知らないコード」として取り込みを止めます。
# Drafted from the answers; edit the words and give it with a file. Without the line `drafted: true`,
# values that are not listed here stop the import.
"""
LABELS = ("label",)
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
    """The codebook that came with a file. Errors: Problem naming entry and field."""
    return replace(_book(Path(name), _loaded(content)), own=True)


def _loaded(content: bytes) -> Any:
    """YAML without references: those could unfold into more than fits into memory."""
    if len(content) > LARGEST:
        raise Problem(say.CODEBOOK_TOO_LARGE, say.MEND_CODEBOOK)
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


def write_book(plan: AnswersPlan, path: Path, bases: dict[str, tuple[int, str]] | None = None) -> None:
    """The plan's questions as a codebook file that `read_book` reads; `bases` are (answers, rule) by question."""
    wave = plan.wave
    content: dict[str, Any] = {
        "wave": wave.same_as or f"in_{wave.dataset}",
        "title": _both(wave.title),
        "drafted": True,
        "questions": [
            _written(question, (bases or {}).get(question.question_id)) for question in plan.questions
        ],
    }
    text = yaml.dump(
        content, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=None
    )
    path.write_text(HEADING + text, encoding="utf-8")


def _book(path: Path, content: Any) -> Book:
    try:
        book = Entry(path, _tolerant(content), None)
        questions = tuple(map(_question, book.entries("questions", needed=True)))
        wave, drafted = book.optional_text("wave") or path.stem, book.flag("drafted")
    except Problem as problem:
        raise Problem(problem.message, say.MEND_CODEBOOK) from problem
    if drafted:
        questions = tuple(replace(question, complete=False) for question in questions)
    return Book(wave, questions)


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
    )


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


def _both(text: Text) -> dict[str, str]:
    return {"ja": text.ja, "en": text.en}


def _written(question: QuestionPlan, base: tuple[int, str] | None) -> dict[str, Any]:
    count, rule = base or (None, "all")
    return {
        "id": question.question_id,
        "header": question.header,
        "concept": question.concept_id,
        "number": None,
        "label": _both(question.label),
        "type": str(question.answer_type),
        "max_choices": question.max_choices,
        "base": {"count": count, "status": "printed" if base else None, "rule": rule, "note": None},
        "options_complete": True,
        "options": [
            {
                "id": option.option_id,
                "label": _both(option.label),
                **({"group": option.group_id} if option.group_id else {}),
                **_spellings(question, option.spellings, option.label),
            }
            for option in question.options
        ],
        "missing": [{"value": value, "reason": str(reason)} for value, reason in question.missing],
        "note": None,
    }


def _spellings(question: QuestionPlan, spellings: tuple[str, ...], label: Text) -> dict[str, Any]:
    """Spellings beyond the label; those of ticked boxes are the same for every option and left out."""
    others = [each for each in spellings if each not in (label.ja, label.en)]
    if question.layout is Layout.FLAGS or not others:
        return {}
    return {"spellings": [{"value": each} for each in others]}
