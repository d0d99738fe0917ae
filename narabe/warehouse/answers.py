"""One dataset file, open for counting: what it holds, and a connection that can do nothing but read it."""

import threading
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

from narabe.intake.quoting import literal
from narabe.ledger import Version
from narabe.model.answers_file import WEIGHT, WEIGHT_SCALED
from narabe.model.answers_plan import AnswerType
from narabe.model.problem import Problem
from narabe.model.status import Origin
from narabe.model.survey import AnswerOption, Survey, SurveyQuestion
from narabe.model.text import Text
from narabe.warehouse.datasets import FLAG, MASK, PACKED, REASON
from narabe.warehouse.files import file_in_store, live_version, version_record
from narabe.warehouse.records import records
from narabe.words import crosstab_sentences as say

OPEN = 4
"""Files kept open at once; each costs little until it is asked."""
TABLE = "survey.main.answers"
MOST_BITS = 18
"""Groups whose keys take no more bits are counted in an array, without hashing, where the respondents outnumber its
places: at a million and above twice as fast."""

_gate = threading.Lock()
"""Counting passes one at a time: two at once on two cores are slower than one after the other."""


class Answers:
    """An open dataset file. Any thread may ask."""

    def __init__(self, dataset: str, path: Path, origin: Origin) -> None:
        self.content = path.stem
        self._connection = duckdb.connect(":memory:")
        try:
            self._connection.execute(f"attach {literal(path)} as survey (read_only)")
            self._columns = self._by_kind()
            self.survey = self._survey(dataset, origin)
            bits = min(MOST_BITS, self.survey.respondents.bit_length())
            self._connection.execute(f"set global perfect_ht_threshold = {bits}")
            self._connection.execute("set enable_external_access = false; set lock_configuration = true")
        except duckdb.Error as error:
            raise Problem(say.unreadable(dataset), say.BUILD_AGAIN) from error

    def ask(self, sql: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
        """The columns of the answer as (masked) numpy arrays, by name."""
        with _gate, self._connection.cursor() as cursor:
            return dict(cursor.execute(sql, params or None).fetchnumpy())

    def flags(self, question_id: str) -> dict[str, str]:
        """The column of each option of several answers, by option id, in the order of the bits of its masks."""
        return {row["option_id"]: row["column_name"] for row in self._columns.get((question_id, FLAG), ())}

    def masks(self, question_id: str) -> tuple[str, ...]:
        """The columns of several answers that hold 64 options each."""
        return tuple(row["column_name"] for row in self._columns.get((question_id, MASK), ()))

    def packed(self, question_id: str) -> tuple[str, ...]:
        """Those that hold six options each; none in files of an earlier form."""
        return tuple(row["column_name"] for row in self._columns.get((question_id, PACKED), ()))

    def reasons(self, question_id: str) -> str | None:
        """The column that says why an answer is missing; None where all answered."""
        found = self._columns.get((question_id, REASON))
        return found[0]["column_name"] if found else None

    def told(self, question_id: str) -> str:
        """The column that is NULL where the question has no answer."""
        return next(iter(self.flags(question_id).values()), question_id)

    def _rows(self, table: str) -> list[dict[str, Any]]:
        with self._connection.cursor() as cursor:
            cursor.execute(f"from survey.main.{table}")
            return records(cursor)

    def _by_kind(self) -> dict[tuple[str | None, str], list[dict[str, Any]]]:
        found: dict[tuple[str | None, str], list[dict[str, Any]]] = {}
        for row in self._rows("columns"):
            found.setdefault((row["question_id"], row["kind"]), []).append(row)
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
                self.reasons(row["question_id"]) is not None,
                _asked_of(row),
            )
            for row in self._rows("questions")
        )
        with self._connection.cursor() as cursor:
            ((respondents,),) = cursor.execute(f"select count(*) from {TABLE}").fetchall()
        return Survey(dataset, origin, respondents, questions, self._weight())

    def _weight(self) -> str | None:
        """What the file called its weights; files of an earlier form do not say."""
        weights = self._columns.get((None, WEIGHT_SCALED))
        return (weights[0].get("header") or WEIGHT) if weights else None


def _asked_of(row: dict[str, Any]) -> Text | None:
    """Files of an earlier form do not say."""
    ja = row.get("asked_of_ja")
    return None if ja is None else Text(ja, row["asked_of_en"])


def surveys(version_id: str | None = None) -> tuple[str, ...]:
    """The datasets of the live version or another, in order. Errors: Problem before the first build."""
    return tuple(_version(version_id).manifest.get("datasets", {}))


def _version(version_id: str | None) -> Version:
    return version_record(version_id) if version_id else live_version()


def open_answers(dataset: str, version_id: str | None = None) -> Answers:
    """The answers of a dataset in the live version or another, opened once. Errors: Problem when there are none of that
    name."""
    manifest = _version(version_id).manifest
    files = manifest.get("datasets", {})
    if dataset not in files:
        raise Problem(say.no_dataset(dataset, tuple(files)), say.LIST_DATASETS)
    origin = Origin.FICTIONAL if dataset in manifest.get("fictional", []) else Origin.IMPORTED
    return _opened(dataset, file_in_store(files[dataset]), origin)


@lru_cache(maxsize=OPEN)
def _opened(dataset: str, path: Path, origin: Origin) -> Answers:
    return Answers(dataset, path, origin)
