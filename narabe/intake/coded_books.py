"""A table of codes (変数・コード・ラベル) as a codebook."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from narabe.intake.answers.drafting import at_most
from narabe.intake.answers.headings import heading, question_number
from narabe.intake.answers.shared_words import parted
from narabe.intake.answers.spellings import YES_OR_NO, chosen, code, missing_word, normal
from narabe.intake.reading.cells import on_one_line
from narabe.intake.reading.code_sheets import Coded
from narabe.model.answers_plan import AnswerType
from narabe.model.codebook import Book, BookOption, BookQuestion
from narabe.model.text import Text, plain

TYPES = (
    (AnswerType.TEXT, re.compile(r"自由|記述|文字|テキスト|\b(fa|oa|text|string|char)\b")),
    (AnswerType.NUMERIC, re.compile(r"数値|実数|整数|\b(na|num|numeric|number|integer|float)\b")),
    (AnswerType.LIMITED, re.compile(r"まで|以内|制限|\b\d*la\b")),
    (AnswerType.MULTIPLE, re.compile(r"複数|いくつでも|すべて|全て|\b(ma|multiple|multi|checkbox)\b")),
    (AnswerType.SINGLE, re.compile(r"単一|単数|択一|ひとつ|1つ|一つ|\b(sa|single|radio)\b")),
)
Lines = list[Coded]


def book_of(codes: Sequence[Coded]) -> Book:
    """The codebook of a file's own table of codes: what it does not list for a question is an unknown code."""
    listed: dict[str, Lines] = {}
    for each in codes:
        listed.setdefault(normal(each.variable), []).append(each)
    return Book("", tuple(_questions(list(listed.values()))), own=True)


def _questions(listed: list[Lines]) -> Iterator[BookQuestion]:
    """Neighbours that are numbered alike (Q2_1, Q2_2) and only say chosen or not are the boxes of one question."""

    def stem(lines: Lines) -> str:
        part = heading(lines[0].variable)
        boxes = part.number is not None and lines[0].text and all(map(_says_ticked, lines))
        return normal(part.stem) if boxes else ""

    for boxes, run in groupby(listed, key=stem):
        together = list(run)
        if boxes and len(together) > 1:
            yield _of_boxes([lines[0] for lines in together])
        else:
            yield from map(_of_codes, together)


def _says_ticked(line: Coded) -> bool:
    """A code of a box: 0 and 1, by words that say so, or why there is no answer."""
    ticks = chosen(line.label) is not None and normal(line.label) not in YES_OR_NO
    return missing_word(line.label) is not None or (ticks and code(line.code) in ("0", "1"))


def _of_boxes(firsts: Lines) -> BookQuestion:
    """One question; each column is one of its options, named by the column or by its words."""
    shared, words = parted([line.text for line in firsts])
    stem = heading(firsts[0].variable).stem
    options = tuple(
        BookOption(f"o{place}", _shown(label), spellings=(line.variable,))
        for place, (line, label) in enumerate(zip(firsts, words, strict=True), start=1)
    )
    most = at_most(shared)
    kind = AnswerType.LIMITED if most else AnswerType.MULTIPLE
    return BookQuestion("", None, stem, _shown(shared or stem), kind, most, options, header=stem)


def _of_codes(lines: Lines) -> BookQuestion:
    variable, text = lines[0].variable, next((each.text for each in lines if each.text), "")
    missing = {each: reason for each in lines if (reason := missing_word(each.label))}
    options = [each for each in lines if each.label and each not in missing]
    told = _type(next((each.type for each in lines if each.type), ""))
    return BookQuestion(
        question_id="",
        concept_id=None,
        number=variable if question_number(variable) else None,
        label=_shown(text or variable),
        answer_type=told or AnswerType.SINGLE,
        max_choices=at_most(text),
        options=tuple(
            BookOption(f"o{place}", _shown(each.label), spellings=(each.code,) if each.code else ())
            for place, each in enumerate(options, start=1)
        ),
        header=variable,
        missing=tuple((each.code or each.label, str(why)) for each, why in missing.items()),
        typed=told is not None,
    )  # fmt: skip


def _shown(words: str) -> Text:
    return plain(on_one_line(words))


def _type(words: str) -> AnswerType | None:
    spelled = normal(words)
    return next((kind for kind, said in TYPES if said.search(spelled)), None)
