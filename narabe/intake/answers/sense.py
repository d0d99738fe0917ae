"""What is wrong with single rows: ids, weights, too many choices, answers that contradict each other."""

import duckdb

from narabe.intake.answers.scales import exclusive
from narabe.intake.answers.soundness import SEVERAL
from narabe.intake.answers.typed import ANSWERS
from narabe.intake.faults import MOST_OF_A_KIND, Faults
from narabe.intake.quoting import quoted
from narabe.model.answers_file import RESPONDENT, ROW, WEIGHT, flag_column
from narabe.model.answers_plan import AnswersPlan, AnswerType, QuestionPlan
from narabe.model.intake import Raw, Severity
from narabe.model.text import Text
from narabe.words import answers_sentences as say

LARGEST_WEIGHT = 1_000_000


class Sense:
    """Looks through table `answers`; each kind of fault is one query."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, raw: Raw, faults: Faults) -> None:
        self._connection, self._raw, self._faults = connection, raw, faults
        self._headers = {column.name: column.header for column in raw.columns}

    def check(self, plan: AnswersPlan, longest: int) -> None:
        """Add what is found; `longest` is how many characters a text may have."""
        if plan.respondent:
            self._respondents(self._headers[plan.respondent])
        if plan.weight:
            self._weights(self._headers[plan.weight])
        for question in plan.questions:
            if question.answer_type in SEVERAL:
                self._choices(question)
            if question.answer_type is AnswerType.TEXT:
                self._texts(question, longest)

    def _respondents(self, header: str) -> None:
        self._rows(
            Severity.ERROR,
            say.NO_ID,
            say.GIVE_ID,
            header,
            RESPONDENT,
            f"{RESPONDENT} is null or {RESPONDENT} = ''",
        )
        twice = (
            f"{RESPONDENT} in (select {RESPONDENT} from {ANSWERS} group by {RESPONDENT} having count(*) > 1)"
        )
        self._rows(
            Severity.ERROR,
            say.SAME_ID,
            say.ONE_ROW_EACH,
            header,
            RESPONDENT,
            f"{RESPONDENT} <> '' and {twice}",
        )

    def _weights(self, header: str) -> None:
        self._rows(Severity.ERROR, say.NO_WEIGHT, say.GIVE_WEIGHT, header, WEIGHT, f"{WEIGHT} is null")
        self._rows(Severity.ERROR, say.NEGATIVE_WEIGHT, say.GIVE_WEIGHT, header, WEIGHT, f"{WEIGHT} < 0")
        self._rows(
            Severity.ERROR, say.LARGE_WEIGHT, say.GIVE_WEIGHT, header, WEIGHT, f"{WEIGHT} > {LARGEST_WEIGHT}"
        )
        self._rows(Severity.WARNING, say.ZERO_WEIGHT, say.ZERO_IS_ALLOWED, header, WEIGHT, f"{WEIGHT} = 0")
        ((total,),) = self._connection.execute(
            f"select coalesce(sum({WEIGHT}), 0) > 0 from {ANSWERS}"
        ).fetchall()
        if not total and self._raw.rows:
            self._faults.error(say.WEIGHTS_ALL_ZERO, say.GIVE_WEIGHT, sheet=self._raw.sheet, column=header)

    def _choices(self, question: QuestionPlan) -> None:
        flags = {
            option.option_id: quoted(flag_column(question.question_id, option.option_id))
            for option in question.options
        }
        chosen = " + ".join(f"coalesce({flag}::utinyint, 0)::integer" for flag in flags.values())
        if question.max_choices and question.max_choices < len(flags):
            most = f"({chosen}) > {question.max_choices}"
            self._rows(
                Severity.WARNING,
                say.too_many(question.max_choices),
                say.KEPT_AS_GIVEN,
                question.header,
                chosen,
                most,
            )
        alone = [flags[option.option_id] for option in question.options if exclusive(option.label.ja)]
        if alone and len(flags) > len(alone):
            together = f"({' or '.join(alone)}) and ({chosen}) > 1"
            self._rows(
                Severity.WARNING, say.CONTRADICTION, say.KEPT_AS_GIVEN, question.header, "''", together
            )

    def _texts(self, question: QuestionPlan, longest: int) -> None:
        name = quoted(question.question_id)
        self._rows(
            Severity.ERROR,
            say.too_long(longest),
            say.SHORTEN,
            question.header,
            name,
            f"length({name}) > {longest}",
        )
        formula = f"regexp_matches({name}, '^\\s*[=@]|^\\s*[+\\-][^0-9\\s]')"
        self._rows(Severity.NOTE, say.FORMULA, say.AS_PLAIN_TEXT, question.header, name, formula)
        self._rows(
            Severity.NOTE,
            say.MARKUP,
            say.AS_PLAIN_TEXT,
            question.header,
            name,
            f"regexp_matches({name}, '<\\s*/?\\s*[a-zA-Z!][^<>]*>')",
        )

    def _rows(
        self, severity: Severity, message: Text, advice: Text, column: str, value: str, where: str
    ) -> None:
        """One fault per row, up to what is listed of a kind; the last stands for the rest."""
        rows = self._connection.execute(
            f"select {ROW}, {value}, count(*) over () from {ANSWERS} where {where} order by {ROW} limit {MOST_OF_A_KIND}"
        ).fetchall()
        for place, (row, held, total) in enumerate(rows, start=1):
            left = total - len(rows) + 1 if place == len(rows) else 1
            self._faults.add(
                severity, message, advice, sheet=self._raw.sheet, row=row, column=column,
                value="" if held is None else held, kind=f"{message.ja} {column}", count=left,
            )  # fmt: skip
