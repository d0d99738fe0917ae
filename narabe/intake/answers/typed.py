"""The typed table of answers, one row per respondent, made from the raw one by set-based SQL.

Every distinct value was read before; here it is only exchanged: by a join with a small dictionary (measured faster
than enum casts), for ticked boxes by a membership test. Wide files are made in parts: planning many joins at once
costs more than the joins.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import duckdb
import pyarrow

from narabe.intake.answers.decoding import Column
from narabe.intake.quoting import quoted
from narabe.model.answers_file import (
    RESPONDENT,
    ROW,
    WEIGHT,
    WEIGHT_SCALE,
    WEIGHT_SCALED,
    flag_column,
    missing_column,
)
from narabe.model.answers_plan import AnswersPlan, AnswerType, Layout, Missing, QuestionPlan
from narabe.model.intake import Raw

SCHEMA = "typed"
"""Everything made here lies in a schema of its own, so that a file can be converted again."""
ANSWERS = f"{SCHEMA}.answers"
JOINS_AT_ONCE, COLUMNS_AT_ONCE = 40, 400
MISSING_TYPE = f"{SCHEMA}.missing_reason"


@dataclass(slots=True)
class Part:
    """One statement: dictionary joins, what the inner query works out, what the outer one keeps, and the lists it tests."""

    joins: list[str] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)
    outer: list[str] = field(default_factory=list)
    lists: dict[str, list[str]] = field(default_factory=dict)

    def membership(self, column: str, values: Sequence[str]) -> str:
        """SQL: does the cell hold one of the values? Never NULL."""
        if not values:
            return "false"
        ordered = sorted(values)
        name = next((name for name, known in self.lists.items() if known == ordered), f"l{len(self.lists)}")
        self.lists[name] = ordered
        return f"coalesce(raw.{quoted(column)} in ${name}, false)"


class Typing:
    """Builds table `answers` of the work database."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, raw: Raw) -> None:
        self._connection, self._raw, self._dictionaries = connection, raw, 0

    def write(
        self, plan: AnswersPlan, columns: dict[str, tuple[Column, ...]], weights: Column | None
    ) -> None:
        """Create `answers`: row, respondent and weight where the plan has them, then the questions in order."""
        reasons = ", ".join(f"'{reason}'" for reason in Missing)
        self._connection.execute(f"drop schema if exists {SCHEMA} cascade; create schema {SCHEMA}")
        self._connection.execute(f"create type {MISSING_TYPE} as enum ({reasons})")
        parts = [self._roles(plan, weights)]
        for question in plan.questions:
            wide = len(parts[-1].joins) + len(question.columns) > JOINS_AT_ONCE and parts[-1].joins
            if wide or len(parts[-1].outer) > COLUMNS_AT_ONCE:
                parts.append(Part(inner=[f"raw.{ROW}"], outer=[]))
            self._question(parts[-1], question, columns[question.question_id])
        self._assemble(parts)

    def _assemble(self, parts: list[Part]) -> None:
        names = [ANSWERS if len(parts) == 1 else f"{ANSWERS}_{place}" for place in range(len(parts))]
        for place, (name, part) in enumerate(zip(names, parts, strict=True)):
            outer = part.outer if place == 0 else [ROW, *part.outer]
            statement = (
                f"create table {name} as select {', '.join(outer)} from"
                f" (select {', '.join(part.inner)} from {quoted(self._raw.table)} as raw {' '.join(part.joins)})"
            )
            self._connection.execute(statement, part.lists)
        if len(parts) > 1:
            joined = " ".join(f"join {name} using ({ROW})" for name in names[1:])
            self._connection.execute(
                f"create table {ANSWERS} as select * from {names[0]} {joined} order by {ROW}"
            )
            for name in names:
                self._connection.execute(f"drop table {name}")

    def _roles(self, plan: AnswersPlan, weights: Column | None) -> Part:
        part = Part(inner=[f"raw.{ROW}"], outer=[ROW])
        if plan.respondent:
            part.inner.append(f"trim(raw.{quoted(plan.respondent)}) as {RESPONDENT}")
            part.outer.append(RESPONDENT)
        if weights:
            part.inner.append(f"{self._number(part, weights)} as {WEIGHT}")
            part.outer += [WEIGHT, f"cast(round({WEIGHT} * {WEIGHT_SCALE}) as bigint) as {WEIGHT_SCALED}"]
        return part

    def _question(self, part: Part, question: QuestionPlan, columns: tuple[Column, ...]) -> None:
        if question.answer_type is AnswerType.TEXT:
            self._text(part, question, columns[0])
        elif question.answer_type is AnswerType.NUMERIC:
            self._numeric(part, question, columns[0])
        elif question.layout is Layout.FLAGS:
            self._flags(part, question, columns)
        elif question.layout is Layout.CELL:
            self._single(part, question, columns[0])
        else:
            self._several(part, question, columns)

    def _text(self, part: Part, question: QuestionPlan, column: Column) -> None:
        name, cell = quoted(question.question_id), f"raw.{quoted(column.name)}"
        left_out = part.membership(column.name, [value for value, _ in column.codes])
        part.inner.append(f"case when not {left_out} then {cell} end as {name}")
        part.outer.append(name)
        if column.some_missing:
            self._missing_by_lists(part, question, (column,), f"{cell} is null or {left_out}")

    def _numeric(self, part: Part, question: QuestionPlan, column: Column) -> None:
        name = quoted(question.question_id)
        part.inner.append(f"{self._number(part, column)} as {name}")
        part.outer.append(name)
        if column.some_missing:
            self._missing_by_lists(part, question, (column,), f"{name} is null")

    def _number(self, part: Part, column: Column) -> str:
        """SQL: the number in a cell."""
        cell = f"raw.{quoted(column.name)}"
        plain = f"try_cast({cell} as double)"
        if not column.codes:
            return plain
        numbers = pyarrow.array([read.number for _, read in column.codes], pyarrow.float64())
        known = self._dictionary(part, column, {"number": numbers})
        return f"case when {known}.value is null then {plain} else {known}.number end"

    def _single(self, part: Part, question: QuestionPlan, column: Column) -> None:
        name = quoted(question.question_id)
        kind = self._enum(question)
        ids = pyarrow.array(
            [read.options[0] if read.options else None for _, read in column.codes], pyarrow.string()
        )
        known = self._dictionary(part, column, {"option": ids}, {"option": kind})
        part.inner.append(f"{known}.option as {name}")
        part.outer.append(name)
        if column.some_missing:
            reason = f"coalesce({known}.reason, 'no_answer'::{MISSING_TYPE})"
            part.inner.append(
                f"case when {name} is null then {reason} end as {quoted(missing_column(question.question_id))}"
            )
            part.outer.append(quoted(missing_column(question.question_id)))

    def _flags(self, part: Part, question: QuestionPlan, columns: tuple[Column, ...]) -> None:
        """One box per column. A row is answered where a box is ticked, or some are said not to be and none is missing."""
        ticked, unticked, missing = [], [], []
        for column in columns:
            by_kind = {True: [], False: []}  # type: dict[bool, list[str]]
            for value, read in column.codes:
                if not read.missing and not read.unknown:
                    by_kind[bool(read.options)].append(value)
            ticked.append(part.membership(column.name, by_kind[True]))
            unticked.append(part.membership(column.name, by_kind[False]))
            missing.append(
                part.membership(column.name, [value for value, read in column.codes if read.missing])
            )
        answered = f"({_any(ticked)} or ({_any(unticked)} and not {_any(missing)}))"
        options = [option for option in question.options if option.column]
        by_column = dict(zip((column.name for column in columns), ticked, strict=True))
        for option in options:
            name = quoted(flag_column(question.question_id, option.option_id))
            part.inner.append(f"case when {answered} then {by_column[str(option.column)]} end as {name}")
            part.outer.append(name)
        self._missing_by_lists(part, question, columns, f"not {answered}")

    def _several(self, part: Part, question: QuestionPlan, columns: tuple[Column, ...]) -> None:
        """Slots, or cells with several answers: a dictionary of ticks per column."""
        known = [self._dictionary(part, column, _ticks(question, column)) for column in columns]
        plain = [self._plain(part, column) for column in columns if column.plain]
        for place, option in enumerate(question.options):
            name = quoted(flag_column(question.question_id, option.option_id))
            ticks = [f"{alias}.t{place}" for alias in (*known, *plain)]
            part.inner.append(f"{_either(ticks)} as {name}")
            part.outer.append(name)
        answered = [
            *(f"{alias}.answered" for alias in known),
            *(f"{alias}.row is not null" for alias in plain),
        ]
        reason = f"coalesce({', '.join(f'{alias}.reason' for alias in known)}, 'no_answer'::{MISSING_TYPE})"
        name = quoted(missing_column(question.question_id))
        part.inner.append(
            f"case when not {_any([f'coalesce({each}, false)' for each in answered])} then {reason} end as {name}"
        )
        part.outer.append(name)

    def _plain(self, part: Part, column: Column) -> str:
        """Join the rows whose cells were taken apart already; the alias."""
        self._dictionaries += 1
        alias = f"d{self._dictionaries}"
        part.joins.append(f"left join {column.plain} as {alias} on raw.{ROW} = {alias}.{ROW}")
        return alias

    def _missing_by_lists(
        self, part: Part, question: QuestionPlan, columns: tuple[Column, ...], when: str
    ) -> None:
        """The first reason that one of the columns gives; else no answer."""
        name = quoted(missing_column(question.question_id))
        cases = [
            f"when {held} then '{reason}'::{MISSING_TYPE}"
            for reason in Missing
            if (held := _any([part.membership(each.name, _spelled(each, reason)) for each in columns]))
            != "false"
        ]
        given = (
            f"case {' '.join(cases)} else 'no_answer'::{MISSING_TYPE} end"
            if cases
            else f"'no_answer'::{MISSING_TYPE}"
        )
        part.inner.append(f"case when {when} then {given} end as {name}")
        part.outer.append(name)

    def _dictionary(
        self,
        part: Part,
        column: Column,
        meanings: dict[str, pyarrow.Array],
        types: dict[str, str] | None = None,
    ) -> str:
        """Join a table of distinct values with what they mean; its alias. Columns: value, reason, the meanings."""
        self._dictionaries += 1
        alias = f"d{self._dictionaries}"
        reasons = [None if read.missing is None else str(read.missing) for _, read in column.codes]
        values = pyarrow.array([value for value, _ in column.codes], pyarrow.string())
        table = pyarrow.table(
            {"value": values, "reason": pyarrow.array(reasons, pyarrow.string()), **meanings}
        )
        kinds = {"reason": MISSING_TYPE, **(types or {})}
        selected = ", ".join(
            f"{name}::{kinds[name]} as {name}" if name in kinds else name for name in table.column_names
        )
        self._connection.register("meanings", table)
        self._connection.execute(f"create table {SCHEMA}.{alias} as select {selected} from meanings")
        self._connection.unregister("meanings")
        part.joins.append(
            f"left join {SCHEMA}.{alias} as {alias} on raw.{quoted(column.name)} = {alias}.value"
        )
        return alias

    def _enum(self, question: QuestionPlan) -> str:
        """A type of the question's options in order."""
        self._dictionaries += 1
        name = f"{SCHEMA}.e{self._dictionaries}"
        ids = pyarrow.table({"id": [option.option_id for option in question.options]})
        self._connection.register("ids", ids)
        self._connection.execute(f"create type {name} as enum (select id from ids)")
        self._connection.unregister("ids")
        return name


def _ticks(question: QuestionPlan, column: Column) -> dict[str, pyarrow.Array]:
    """Per value: was each option chosen, and was anything? NULL for no answer."""
    chosen = [set(read.options) if read.options else None for _, read in column.codes]
    ticks = {
        f"t{place}": pyarrow.array(
            [None if each is None else option.option_id in each for each in chosen], pyarrow.bool_()
        )
        for place, option in enumerate(question.options)
    }
    return ticks | {
        "answered": pyarrow.array([None if each is None else True for each in chosen], pyarrow.bool_())
    }


def _spelled(column: Column, reason: Missing) -> list[str]:
    return [value for value, read in column.codes if read.missing is reason]


def _any(conditions: Sequence[str]) -> str:
    """SQL: does one of them hold?"""
    real = [each for each in dict.fromkeys(conditions) if each != "false"]
    return f"({' or '.join(real)})" if real else "false"


def _either(ticks: Sequence[str]) -> str:
    """SQL: true where one is; NULL where all are."""
    return ticks[0] if len(ticks) == 1 else f"greatest({', '.join(ticks)})"
