"""One dataset file, open for counting: what it holds, and a connection that can do nothing but read it."""

import threading
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

from narabe.model.answers_file import WEIGHT, WEIGHT_SCALED
from narabe.model.answers_plan import AnswerType
from narabe.model.problem import Problem
from narabe.model.status import Origin
from narabe.model.survey import AnswerOption, Survey, SurveyQuestion
from narabe.model.text import Text
from narabe.warehouse.files import file_in_store, live_version
from narabe.words import crosstab_sentences as say

OPEN = 4
"""Files kept open at once; each costs little until it is asked."""
TABLE = "survey.main.answers"

_gate = threading.Lock()
"""Counting passes one at a time: two at once on two cores are slower than one after the other."""


class Answers:
    """An open dataset file. Any thread may ask. `columns` gives, by question, (column, option id, kind) in order."""

    def __init__(self, dataset: str, path: Path, origin: Origin) -> None:
        self.content = path.stem
        self._connection = duckdb.connect(":memory:")
        try:
            self._connection.execute(
                f"attach '{str(path).replace(chr(39), chr(39) * 2)}' as survey (read_only)"
            )
            self._connection.execute("set enable_external_access = false; set lock_configuration = true")
            self.columns = self._columns()
            self.survey = self._survey(dataset, origin)
        except duckdb.Error as error:
            raise Problem(say.unreadable(dataset), say.BUILD_AGAIN) from error

    def ask(self, sql: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
        """The columns of the answer as (masked) numpy arrays, by name."""
        with _gate, self._connection.cursor() as cursor:
            return dict(cursor.execute(sql, params or None).fetchnumpy())

    def _rows(self, table: str) -> list[dict[str, Any]]:
        with self._connection.cursor() as cursor:
            cursor.execute(f"from survey.main.{table}")
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _columns(self) -> dict[str | None, list[tuple[str, str | None, str]]]:
        found: dict[str | None, list[tuple[str, str | None, str]]] = {}
        for row in self._rows("columns"):
            place = (row["column_name"], row["option_id"], row["kind"])
            found.setdefault(row["question_id"], []).append(place)
        return found

    def _survey(self, dataset: str, origin: Origin) -> Survey:
        by_question = {
            question_id: tuple(
                AnswerOption(row["option_id"], Text(row["label_ja"], row["label_en"]), row["group_id"])
                for row in rows
            )
            for question_id, rows in groupby(self._rows("options"), key=lambda row: row["question_id"])
        }
        questions = tuple(
            SurveyQuestion(
                row["question_id"],
                row["header"] or "",
                Text(row["label_ja"], row["label_en"]),
                AnswerType(row["answer_type"]),
                by_question.get(row["question_id"], ()),
                row["max_choices"],
                row["concept_id"],
                any(kind == "missing" for *_, kind in self.columns.get(row["question_id"], [])),
            )
            for row in self._rows("questions")
        )
        with self._connection.cursor() as cursor:
            ((respondents,),) = cursor.execute(f"select count(*) from {TABLE}").fetchall()
        return Survey(dataset, origin, respondents, questions, self._weight())

    def _weight(self) -> str | None:
        """What the file called its weights; files of an earlier form do not say."""
        weights = [row for row in self._rows("columns") if row["kind"] == WEIGHT_SCALED]
        return (weights[0].get("header") or WEIGHT) if weights else None


def surveys() -> tuple[str, ...]:
    """The datasets of the live version, in order. Errors: Problem before the first build."""
    return tuple(live_version().manifest.get("datasets", {}))


def open_answers(dataset: str) -> Answers:
    """The answers of a dataset in the live version, opened once. Errors: Problem when there are none of that name."""
    manifest = live_version().manifest
    files = manifest.get("datasets", {})
    if dataset not in files:
        raise Problem(say.no_dataset(dataset, tuple(files)), say.LIST_DATASETS)
    origin = Origin.FICTIONAL if dataset in manifest.get("fictional", []) else Origin.IMPORTED
    return _opened(dataset, file_in_store(files[dataset]), origin)


@lru_cache(maxsize=OPEN)
def _opened(dataset: str, path: Path, origin: Origin) -> Answers:
    return Answers(dataset, path, origin)
