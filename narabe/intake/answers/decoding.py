"""Every distinct value of the columns of a plan, read once; unknown ones become faults with their rows."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb

from narabe.intake.answers.blocks import blocks, narrowed
from narabe.intake.answers.cells import cut
from narabe.intake.answers.coding import Code, Coder
from narabe.intake.answers.spellings import number
from narabe.intake.faults import MOST_OF_A_KIND, Faults
from narabe.intake.quoting import quoted
from narabe.model.answers_plan import AnswersPlan, AnswerType, Layout, QuestionPlan
from narabe.model.intake import Raw
from narabe.words import answers_sentences as say

MOST_DISTINCT = 20_000
"""More distinct values than this are no options of a question."""
MOST_CELLS = 2_000_000
"""Distinct cells with several answers each may be many more."""


@dataclass(frozen=True, slots=True)
class Column:
    """A work column as one question reads it: each distinct value with its code. `blanks` says that some are empty.

    Where `plain` names a table (`cells.cut`), it holds the rows whose values are not among the codes.
    """

    name: str
    codes: tuple[tuple[str, Code], ...]
    blanks: bool
    plain: str | None = None

    @property
    def some_missing(self) -> bool:
        return self.blanks or any(read.missing for _, read in self.codes)


class Decoding:
    """Reads the columns of a plan, each distinct value once; what it cannot read goes to `faults`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, raw: Raw, faults: Faults) -> None:
        self._connection, self._raw, self._faults = connection, raw, faults
        self._table, self._with_blanks = quoted(raw.table), set[str]()
        self._headers = {column.name: column.header or column.name for column in raw.columns}

    def columns(self, plan: AnswersPlan) -> dict[str, tuple[Column, ...]]:
        """The columns of every question, by its id."""
        read: dict[str, tuple[Column, ...]] = {}
        for block in blocks(plan.questions, lambda question: question.columns):
            names = [name for question in block for name in question.columns]
            with self._narrowed(names):
                read |= {question.question_id: tuple(self._columns(question)) for question in block}
        return read

    def weights(self, plan: AnswersPlan) -> Column | None:
        """The column of weights; what is no number there is found with the rows."""
        if plan.weight is None:
            return None
        with self._narrowed([plan.weight]):
            values = self._numbers((), plan.weight)
        codes = tuple((value, Code(number=_weight(value))) for value in values)
        return Column(plan.weight, codes, False)

    def header(self, name: str) -> str:
        """What the file calls a column."""
        return self._headers[name]

    def _columns(self, question: QuestionPlan) -> Iterator[Column]:
        if question.answer_type is AnswerType.TEXT:
            yield self._text(question)
            return
        for name in question.columns:
            several = question.layout is Layout.DELIMITED
            plain = cut(self._connection, self._table, question, name) if several else None
            values = self._distinct(question, name, plain)
            coder = Coder(question, name)
            codes = tuple((value, coder.read(value)) for value in values)
            self._unknown(question, name, [value for value, read in codes if read.unknown])
            yield Column(name, codes, name in self._with_blanks, plain)

    def _distinct(self, question: QuestionPlan, name: str, plain: str | None) -> list[str]:
        if question.answer_type is AnswerType.NUMERIC:
            return self._numbers([value for value, _ in question.missing], name)
        return self._values(question, name, plain)

    def _values(self, question: QuestionPlan, name: str, plain: str | None) -> list[str]:
        """The distinct values beside plain ones; too many are one fault, and none is read."""
        most = MOST_CELLS if question.layout is Layout.DELIMITED else MOST_DISTINCT
        column = quoted(name)
        beside = f" and row not in (select row from {plain})" if plain else ""
        asked = (
            f"select distinct {column} from {self._table} where {column} is not null{beside} limit {most + 1}"
        )
        values = [value for (value,) in self._connection.execute(asked).fetchall()]
        if len(values) > most:
            self._faults.error(
                say.TOO_MANY_VALUES, say.IS_IT_TEXT, sheet=self._raw.sheet, column=self.header(name)
            )
            return []
        return sorted(values)

    def _numbers(self, codes: Sequence[str], name: str) -> list[str]:
        """The values that DuckDB does not read as a plain number, and the given codes."""
        column = quoted(name)
        asked = (
            f"select distinct {column} from {self._table} where {column} in $codes or"
            f" ({column} is not null and not coalesce(isfinite(try_cast({column} as double)), false))"
            f" limit {MOST_DISTINCT + 1}"
        )
        values = [value for (value,) in self._connection.execute(asked, {"codes": list(codes)}).fetchall()]
        if len(values) > MOST_DISTINCT:
            self._faults.error(
                say.NO_NUMBERS, say.IS_IT_TEXT, sheet=self._raw.sheet, column=self.header(name)
            )
            return []
        return sorted(values)

    def _text(self, question: QuestionPlan) -> Column:
        """Words are taken as they are; only what means no answer is looked for."""
        (name,) = question.columns[:1]
        return Column(
            name,
            tuple((value, Code(missing=reason)) for value, reason in question.missing),
            name in self._with_blanks,
        )

    def _unknown(self, question: QuestionPlan, name: str, values: list[str]) -> None:
        """Where values stand that the plan does not know."""
        if not values:
            return
        column = quoted(name)
        asked = f"from {self._table} where {column} in $values"
        (total,) = self._connection.execute(f"select count(*) {asked}", {"values": values}).fetchall()[0]
        rows = self._connection.execute(
            f"select row, {column} {asked} order by row limit {MOST_OF_A_KIND}", {"values": values}
        ).fetchall()
        message, advice = say.unknown(question.answer_type), say.mend_unknown(question.answer_type)
        for place, (row, value) in enumerate(rows):
            left = total - len(rows) + 1 if place == len(rows) - 1 else 1
            self._faults.error(
                message, advice, sheet=self._raw.sheet, row=row, column=self.header(name), value=value,
                kind=f"unknown {question.question_id} {name}", count=left,
            )  # fmt: skip

    @contextmanager
    def _narrowed(self, names: Sequence[str]) -> Iterator[None]:
        """Ask a table that has little more than these columns; know which of them have empty cells."""
        whole, width = quoted(self._raw.table), len(self._raw.columns)
        with narrowed(self._connection, whole, width, ["row", *names]) as self._table:
            chosen = list(dict.fromkeys(names))
            asked = ", ".join(f"count(*) > count({quoted(name)})" for name in chosen)
            (found,) = self._connection.execute(f"select {asked} from {self._table}").fetchall()
            self._with_blanks = {name for name, some in zip(chosen, found, strict=True) if some}
            yield


def _weight(value: str) -> float | None:
    read = number(value)
    return read if read is not None and math.isfinite(read) else None
