"""Counts of every answer, for all respondents and for groups of them, weighted too: whole numbers, so that sums are exact."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import duckdb

from narabe.intake.answers.blocks import blocks, narrowed
from narabe.intake.answers.soundness import CHOICES, SEVERAL, file_columns
from narabe.intake.answers.typed import ANSWERS
from narabe.intake.quoting import quoted
from narabe.model.answers_file import WEIGHT_SCALED, flag_column, missing_column
from narabe.model.answers_plan import AnswersPlan, Group, Layout, Missing, QuestionPlan

ALL = "all"
FLAGS_AT_ONCE = 200


@dataclass(slots=True)
class Tally:
    """One question in one group: respondents with a valid answer, and those who chose each option.

    Weighted numbers are in millionths (`answers_file.WEIGHT_SCALE`); 0 without a weight.
    """

    base: int = 0
    weighted_base: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    weighted: dict[str, int] = field(default_factory=dict)

    def add(self, option_id: str, count: int, weighted: int) -> None:
        self.counts[option_id] = self.counts.get(option_id, 0) + count
        self.weighted[option_id] = self.weighted.get(option_id, 0) + weighted


@dataclass(frozen=True, slots=True)
class People:
    """Respondents by (sex, age) group; None where a group is not known."""

    cells: tuple[tuple[str | None, str | None, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _, _, count in self.cells)


class Results:
    """Asks table `answers` for the tallies of a plan."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, plan: AnswersPlan) -> None:
        self._connection, self._plan = connection, plan
        self._groups = {group: grouping(plan, group) for group in Group}
        self._known = {row[0] for row in connection.execute(f"describe {ANSWERS}").fetchall()}
        self._table = ANSWERS

    def people(self) -> People:
        """Who answered."""
        rows = self._connection.execute(
            f"select {self._sex}, {self._age}, count(*) from {ANSWERS} group by 1, 2"
        ).fetchall()
        return People(tuple((self._named(Group.SEX, s), self._named(Group.AGE, a), n) for s, a, n in rows))

    def counted(self) -> tuple[dict[str, dict[str, Tally]], dict[str, dict[Missing, int]]]:
        """By question id: tallies by group (`all` first; none for questions without options), and how many have no
        answer, by reason."""
        tallies: dict[str, dict[str, Tally]] = {}
        reasons: dict[str, dict[Missing, int]] = {}
        groups = [question.question_id for question in self._groups.values() if question]
        always = [*groups, *([WEIGHT_SCALED] if self._plan.weight else [])]
        for block in blocks(self._plan.questions, file_columns):
            names = [name for question in block for name in file_columns(question) if name in self._known]
            with narrowed(self._connection, ANSWERS, len(self._known), [*always, *names]) as self._table:
                tallies |= {question.question_id: self._tallies(question) for question in block}
                reasons |= self._reasons(block)
        return tallies, reasons

    def _tallies(self, question: QuestionPlan) -> dict[str, Tally]:
        if question.answer_type in CHOICES:
            return self._single(question)
        return self._several(question) if question.answer_type in SEVERAL else {}

    def _reasons(self, questions: list[QuestionPlan]) -> dict[str, dict[Missing, int]]:
        """How many answers are missing, by reason; one query for several questions."""
        found: dict[str, dict[Missing, int]] = {question.question_id: {} for question in questions}
        asked = [
            (question.question_id, reason, f"count(*) filter ({quoted(name)} = '{reason}')")
            for question in questions
            if (name := missing_column(question.question_id)) in self._known
            for reason in Missing
        ]
        if asked:
            sums = ", ".join(each for *_, each in asked)
            (row,) = self._connection.execute(f"select {sums} from {self._table}").fetchall()
            for (question_id, reason, _), count in zip(asked, row, strict=True):
                found[question_id] |= {reason: count} if count else {}
        return found

    def _single(self, question: QuestionPlan) -> dict[str, Tally]:
        name = quoted(question.question_id)
        rows = self._connection.execute(
            f"select {self._sex}, {self._age}, {name}, count(*), {self._weight} from {self._table}"
            f" where {name} is not null group by 1, 2, 3"
        ).fetchall()
        tallies: dict[str, Tally] = {ALL: Tally()}
        for sex, age, option, count, weighted in rows:
            for tally in self._of(tallies, sex, age):
                tally.base += count
                tally.weighted_base += int(weighted)
                tally.add(option, count, int(weighted))
        return tallies

    def _several(self, question: QuestionPlan) -> dict[str, Tally]:
        tallies: dict[str, Tally] = {ALL: Tally()}
        options = [
            option.option_id
            for option in question.options
            if question.layout is not Layout.FLAGS or option.column
        ]
        for start in range(0, len(options), FLAGS_AT_ONCE):
            for sex, age, base, weighted_base, *sums in self._sums(
                question, options[start : start + FLAGS_AT_ONCE]
            ):
                for tally in self._of(tallies, sex, age):
                    if start == 0:
                        tally.base += base
                        tally.weighted_base += int(weighted_base)
                    for place, option in enumerate(options[start : start + FLAGS_AT_ONCE]):
                        tally.add(option, int(sums[2 * place]), int(sums[2 * place + 1]))
        return tallies

    def _sums(self, question: QuestionPlan, options: list[str]) -> Iterator[tuple]:
        flags = [quoted(flag_column(question.question_id, option)) for option in options]
        asked = ", ".join(
            f"sum({flag}::utinyint), {f'sum({flag}::utinyint * {WEIGHT_SCALED})' if self._plan.weight else '0'}"
            for flag in flags
        )
        yield from self._connection.execute(
            f"select {self._sex}, {self._age}, count(*), {self._weight}, {asked} from {self._table}"
            f" where {flags[0]} is not null group by 1, 2"
        ).fetchall()

    @property
    def _weight(self) -> str:
        return f"sum({WEIGHT_SCALED})" if self._plan.weight else "0"

    @property
    def _sex(self) -> str:
        return self._column(Group.SEX)

    @property
    def _age(self) -> str:
        return self._column(Group.AGE)

    def _column(self, group: Group) -> str:
        question = self._groups[group]
        return quoted(question.question_id) if question else "null"

    def _of(self, tallies: dict[str, Tally], sex: str | None, age: str | None) -> list[Tally]:
        """The tallies that a respondent of these options counts in."""
        groups = [ALL, self._named(Group.SEX, sex), self._named(Group.AGE, age)]
        return [tallies.setdefault(group, Tally()) for group in groups if group]

    def _named(self, group: Group, option_id: str | None) -> str | None:
        question = self._groups[group]
        if question is None or option_id is None:
            return None
        return next((option.group_id for option in question.options if option.option_id == option_id), None)


def grouping(plan: AnswersPlan, group: Group) -> QuestionPlan | None:
    """The question that tells this group: the first of its kind with one answer per respondent."""
    return next((q for q in plan.questions if q.group is group and q.answer_type in CHOICES), None)
