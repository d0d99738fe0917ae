"""Rows of a file that are no respondents: the header once more, totals at the end."""

from collections.abc import Iterator

import duckdb

from narabe.intake.answers.spellings import normal
from narabe.intake.faults import MOST_OF_A_KIND, Faults
from narabe.intake.quoting import quoted
from narabe.model.answers_plan import AnswersPlan
from narabe.model.intake import Raw, RawColumn
from narabe.words import answers_sentences as say

TOTALS = ("合計", "計", "総計", "小計", "平均", "総数", "全体", "平均値", "total", "sum", "average", "mean")
AT_THE_END = 5
"""So many last rows may be totals."""
LOOKED_AT = 100
"""Columns compared with the header."""


def check_rows(connection: duckdb.DuckDBPyConnection, raw: Raw, plan: AnswersPlan, faults: Faults) -> None:
    """Add an error for every row that would be counted as a respondent and is none."""
    for row in _headers(connection, raw):
        faults.error(say.HEADER_AGAIN, say.REMOVE_ROW, sheet=raw.sheet, row=row)
    first = next((each for each in raw.columns if plan.respondent in (None, each.name)), None)
    if first is not None:
        for row, value in _totals(connection, raw, first):
            faults.error(
                say.TOTAL_ROW, say.REMOVE_ROW, sheet=raw.sheet, row=row, column=first.header, value=value
            )


def _headers(connection: duckdb.DuckDBPyConnection, raw: Raw) -> list[int]:
    """Rows whose cells are the words above them."""
    named = [each for each in raw.columns[:LOOKED_AT] if each.header]
    if not named:
        return []
    same = " and ".join(f"trim({quoted(each.name)}) = $h{place}" for place, each in enumerate(named))
    rows = connection.execute(
        f"select row from {quoted(raw.table)} where {same} order by row limit {MOST_OF_A_KIND}",
        {f"h{place}": each.header.strip() for place, each in enumerate(named)},
    ).fetchall()
    return [row for (row,) in rows]


def _totals(connection: duckdb.DuckDBPyConnection, raw: Raw, first: RawColumn) -> Iterator[tuple[int, str]]:
    """The last rows whose id, or first cell, names a total."""
    rows = connection.execute(
        f"select row, {quoted(first.name)} from {quoted(raw.table)} order by row desc limit {AT_THE_END}"
    ).fetchall()
    for row, value in rows:
        if value is not None and normal(value) in TOTALS:
            yield row, value
