"""A question crossed by others: what is asked, and the tables that answer it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from narabe.model.answers_plan import AnswerType
from narabe.model.raking import Margin, Weighting
from narabe.model.status import Origin
from narabe.model.text import Text

TOTAL = "total"
"""The id of the column of everybody."""
NESTED = ">"
"""Stands between the questions of a nested axis, outer first, in addresses and on the command line."""


def crossed_label(labels: Sequence[Text]) -> Text:
    """What is crossed, under one name: 性別 × 年代."""
    return Text(" × ".join(each.ja for each in labels), " × ".join(each.en for each in labels))


class Correction(StrEnum):
    """For testing many pairs at once, inside a row."""

    NONE = "none"
    HOLM = "holm"
    BONFERRONI = "bonferroni"
    FDR = "fdr"


class Base(StrEnum):
    """What shares of several answers are shares of: everybody (回答者全員), those who answered (有効回答者),
    or the answers given (回答数)."""

    EVERYBODY = "everybody"
    ANSWERED = "answered"
    ANSWERS = "answers"


class Rest(StrEnum):
    """A cell against everybody who is not in its column."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"
    NOT_TESTED = "not tested"


@dataclass(frozen=True, slots=True)
class Net:
    """Options taken together: whoever gave any of them."""

    net_id: str
    label: Text
    option_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recode:
    """How a question is looked at without touching its data: nets beside its options, and options left out."""

    question_id: str
    nets: tuple[Net, ...] = ()
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossAsk:
    """One question by any number of axes; an axis is one question, or several nested ones, outer first.

    Questions, options and `where` as a person names them: by id, by header or label. `weight` names the weights of
    the file or a numeric question; instead of it the sample can be raked to `margins`, by ids, with weights of at most
    `trim` times their mean. `suppress_below` stands instead of the setting: for whoever holds the file anyway.
    `exact`: with Fisher's test where little is expected, a tenth of a second a table; files without tests do without.
    """

    dataset: str
    rows: str
    banner: tuple[tuple[str, ...], ...] = ()
    weight: str | None = None
    where: str | None = None
    correction: Correction = Correction.HOLM
    suppress_below: int | None = None
    show_missing: bool = False
    base: Base = Base.ANSWERED
    recodes: tuple[Recode, ...] = ()
    practice: bool = False
    margins: tuple[Margin, ...] = ()
    trim: float | None = None
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its three bases (None where masked). `members` are (question, option or net) ids, outer first.

    `answers`: where shares are of the answers given, their (weighted) number, which is 100 %.
    """

    column_id: str
    label: Text
    members: tuple[tuple[str, str], ...]
    unweighted_base: int | None
    weighted_base: float | None
    effective_base: float | None
    suppressed: bool
    small: bool = False
    net: bool = False
    missing: bool = False
    answers: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table."""

    row_id: str
    label: Text
    net: bool = False
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Counts, three shares (fractions 0–1) and the interval of the column share; all None where masked.

    `differs_from` are ids of columns that this one differs from at 5 %, `strongly` those at 1 %.
    """

    unweighted_count: int | None
    weighted_count: float | None
    column_share: float | None
    row_share: float | None
    total_share: float | None
    low: float | None
    high: float | None
    suppressed: bool
    differs_from: tuple[str, ...] = ()
    strongly: tuple[str, ...] = ()
    against_rest: Rest = Rest.NOT_TESTED


@dataclass(frozen=True, slots=True)
class PairTest:
    """Two columns in a row. None where it cannot be tested (検定不可)."""

    row_id: str
    column_id: str
    other_id: str
    z: float | None
    p: float | None
    p_adjusted: float | None


@dataclass(frozen=True, slots=True)
class TableTests:
    """Tests of the whole table; each None where it does not apply. `exact_draws`: tables drawn, None where all counted."""

    pearson: tuple[float, int, float] | None = None
    rao_scott: tuple[float, float, float, float] | None = None
    cramers_v: float | None = None
    exact: float | None = None
    exact_draws: int | None = None


@dataclass(frozen=True, slots=True)
class ColumnAverage:
    """Of a number or a scale in one column; None where masked or nobody answered.

    `small`: of so few answers that it is 参考値; those shown as missing are in the base of the column, not in a mean.
    """

    mean: float | None
    median: float | None
    sd: float | None
    small: bool = False


@dataclass(frozen=True, slots=True)
class CrossTable:
    """One axis: `cells[r][c]` of `rows[r]` and `columns[c]`; column 0 is everybody. Sums and tests leave out nets."""

    banner: tuple[str, ...]
    label: Text
    columns: tuple[Column, ...]
    rows: tuple[Line, ...]
    cells: tuple[tuple[Cell, ...], ...]
    pairs: tuple[PairTest, ...]
    tests: TableTests
    averages: tuple[ColumnAverage, ...] = ()


@dataclass(frozen=True, slots=True)
class Recoded:
    """A question that is looked at otherwise than it was asked, in words: each net with its options, and what is left out."""

    question: Text
    nets: tuple[tuple[Text, tuple[Text, ...]], ...] = ()
    hidden: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossTab:
    """The answer: a table per axis, of the same rows. `part` of the `respondents` meet the condition.

    `weight` names what was weighted by: a column, or the files of the margins that `raking` brought the sample to.
    """

    dataset: str
    origin: Origin
    question_id: str
    label: Text
    answer_type: AnswerType
    weight: str | None
    where: str | None
    correction: Correction
    base: Base
    suppressed_below: int
    respondents: int
    part: int
    tables: tuple[CrossTable, ...]
    content: str
    raking: Weighting | None = None
    recoded: tuple[Recoded, ...] = ()
