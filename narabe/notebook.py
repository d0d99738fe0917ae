"""Narabe in a notebook: `import narabe; n = narabe.open()`. The analyses of the pages, as pandas data frames.

Each frame tells in `attrs` what it is: title, units, notes, sources and the version of the data.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from narabe.analyses.cohorts import cohorts as cohorts_of
from narabe.analyses.cohorts import concept_of, concepts
from narabe.analyses.compare import compare
from narabe.analyses.crosstab import crosstab
from narabe.analyses.explore import ask_of, check_known, explore, figures_asked
from narabe.analyses.kpi import kpi_board
from narabe.analyses.open_data import open_rows, open_tables
from narabe.analyses.remarks import latest_remarks
from narabe.export.crosstab_csv import crosstab_data
from narabe.model.comparison import CompareAsk
from narabe.model.crosstab import NESTED, Base, Correction, CrossAsk
from narabe.model.open_data import OpenTable
from narabe.model.problem import Problem
from narabe.model.source import sources_line
from narabe.model.table import Table
from narabe.model.text import Lang, Text
from narabe.settings import openness
from narabe.tables import compare as compare_tables
from narabe.tables import kpi as kpi_tables
from narabe.warehouse import open_live, select
from narabe.warehouse.answers import open_answers, surveys
from narabe.words import notebook_sentences as say
from narabe.words.crosstab_file_sentences import ANSWER_TYPE

if TYPE_CHECKING:
    from pandas import DataFrame


class Notebook:
    """One version of the data, open for questions. What cannot be answered is refused with a sentence (Problem)."""

    def __init__(self, lang: Lang = "ja") -> None:
        with _spoken():
            self._warehouse = open_live()
        self.lang: Lang = lang
        self.version = self._warehouse.build_id

    def __repr__(self) -> str:
        return say.opened(self.version).in_(self.lang)

    def tables(self) -> "DataFrame":
        """The public tables: name, title, what they hold."""
        rows = [(each.name, self._said(each.title), self._said(each.note)) for each in open_tables()]
        return _frame(("name", "title", "note"), rows, title=self._said(say.TABLES), version=self.version)

    def table(self, name: str) -> "DataFrame":
        """One public table, all rows."""
        with _spoken():
            rows = open_rows(self._warehouse, name, {})
        return self._open_frame(next(each for each in open_tables() if each.name == name), rows.to_pandas())

    def figures(self, **filters: str | Sequence[str]) -> "DataFrame":
        """The figures that meet the filters of the explore page, by the names in its address.

        `document`, `wave`, `concept`, `metric`, `group`, `kind`, `status`, `origin`: a value or several;
        `since`, `until`: a month (`"2025-04"`); `find`: words. What they come to is in `attrs["total"]`.
        """
        with _spoken():
            if unknown := [name for name in filters if name not in say.FILTERS]:
                raise Problem(say.unknown_filter(unknown[0]), say.FILTER_NAMES)
            ask = ask_of({say.ADDRESS.get(name, name): _several(value) for name, value in filters.items()})
            check_known(self._warehouse, ask)
            found = explore(self._warehouse, ask, most=1)
            rows = open_rows(self._warehouse, "figures", figures_asked(self._warehouse, ask))
        table = next(each for each in open_tables() if each.name == "figures")
        frame = self._open_frame(table, rows.to_pandas())
        frame.attrs |= {"summary": self._said(found.sentence), "total": self._said(found.total_said)}
        return frame

    def concepts(self) -> "DataFrame":
        """The questions that can be compared."""
        rows = [
            (each.concept_id, self._said(each.label), self._said(each.question))
            for each in concepts(self._warehouse)
        ]
        names = ("concept_id", "label", "question")
        return _frame(names, rows, title=self._said(say.CONCEPTS), version=self.version)

    def compare(self, question: str, *cohorts: str) -> "DataFrame":
        """One question side by side, by its id; `cohorts` such as `net2021`, else those the page would show."""
        with _spoken():
            concept = concept_of(self._warehouse, question)
            known = [each.key for each in cohorts_of(self._warehouse, concept.concept_id)]
            if unknown := [key for key in cohorts if key not in known]:
                raise Problem(say.unknown_value("cohorts", unknown[0]), say.values(known))
            found = compare(self._warehouse, CompareAsk(concept.concept_id, tuple(cohorts) or None))
        frame = self._of(compare_tables.shares(found))
        frame.attrs["finding"] = self._said(found.finding)
        return frame

    def kpi(self) -> "DataFrame":
        """Every indicator of the plan against its target."""
        with _spoken():
            board = kpi_board(self._warehouse)
            frame = self._of(kpi_tables.board(board, latest_remarks(openness().show_internal)))
        frame.attrs["finding"] = self._said(board.sentence)
        return frame

    def datasets(self) -> tuple[str, ...]:
        """The answers that can be cross-tabulated."""
        with _spoken():
            return surveys(self.version)

    def questions(self, dataset: str) -> "DataFrame":
        """The questions of a set of answers: id, words, how it is answered."""
        with _spoken():
            asked = open_answers(dataset, self.version).survey.questions
        rows = [
            (each.question_id, self._said(each.label), self._said(ANSWER_TYPE[each.answer_type]))
            for each in asked
        ]
        return _frame(("question_id", "label", "answer_type"), rows, title=dataset, version=self.version)

    def crosstab(
        self,
        dataset: str,
        rows: str,
        *,
        banner: str | Sequence[str] = (),
        weight: str | None = None,
        where: str | None = None,
        correction: str = Correction.HOLM.value,
        base: str = Base.ANSWERED.value,
    ) -> "DataFrame":
        """A question by others, masked as everywhere; shares are fractions 0–1. `banner` may nest: `"sex>age"`."""
        with _spoken():
            ask = CrossAsk(
                dataset=dataset,
                rows=rows,
                banner=tuple(tuple(part.strip() for part in each.split(NESTED)) for each in _several(banner)),
                weight=weight,
                where=where,
                correction=_one_of(Correction, "correction", correction),
                base=_one_of(Base, "base", base),
            )
            answers = open_answers(dataset, self.version)
            table = crosstab_data([crosstab(answers, ask, self._warehouse.settings)])
        frame: DataFrame = table.data.to_pandas()
        frame.attrs = {
            "title": dataset,
            "units": {field.name: self._said(field.unit) for field in table.fields if field.unit.ja},
            "version": self.version,
        }
        return frame

    def sql(self, text: str) -> "DataFrame":
        """The answer to one SELECT over the public tables."""
        with _spoken():
            answer = select(text, version_id=self.version)
        return _frame(answer.columns, answer.rows, title=text, version=self.version)

    def _said(self, text: Text) -> str:
        return text.in_(self.lang)

    def _of(self, table: Table) -> "DataFrame":
        """A table of a page: columns by their keys, numbers in full."""
        rows = [
            [cell.in_(self.lang) if isinstance(cell, Text) else cell for cell in row] for row in table.rows
        ]
        return _frame(
            [column.key for column in table.columns],
            rows,
            title=self._said(table.title),
            labels={column.key: self._said(column.label) for column in table.columns},
            units={column.key: self._said(column.unit) for column in table.columns if column.unit},
            notes=[self._said(note) for note in table.notes],
            sources=self._said(sources_line(table.sources)),
            version=self.version,
        )

    def _open_frame(self, table: OpenTable, frame: "DataFrame") -> "DataFrame":
        frame.attrs = {
            "title": self._said(table.title),
            "labels": {field.name: self._said(field.label) for field in table.fields},
            "units": {field.name: self._said(field.unit) for field in table.fields if field.unit.ja},
            "notes": [self._said(table.note)],
            "version": self.version,
        }
        return frame


def _frame(names: Sequence[str], rows: Sequence[Sequence[Any]], **attrs: Any) -> "DataFrame":
    """`attrs` goes with the frame."""
    from pandas import DataFrame

    frame = DataFrame([list(row) for row in rows], columns=list(names))
    frame.attrs.update(attrs)
    return frame


def _several(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _one_of(kind: Any, name: str, given: str) -> Any:
    """Errors: Problem naming what there is."""
    known = [each.value for each in kind]
    if given not in known:
        raise Problem(say.unknown_value(name, given), say.values(known))
    return kind(given)


@contextmanager
def _spoken() -> Iterator[None]:
    """A refusal tells in both languages what is wrong and what to do: a notebook shows the notes of an error."""
    try:
        yield
    except Problem as problem:
        for said in (problem.message.ja, problem.advice.ja, problem.advice.en):
            if said:
                problem.add_note(said)
        raise
