"""Cells with several answers each, taken apart by the database where there are too many different ones to read one by one."""

import duckdb

from narabe.intake.quoting import quoted
from narabe.model.answers_plan import QuestionPlan

SCHEMA = "cut"
FEW = 20_000
"""Up to so many different cells are read one by one."""


def cut(connection: duckdb.DuckDBPyConnection, table: str, question: QuestionPlan, name: str) -> str | None:
    """A table of the cells that are plainly made of options: row, and t0, t1, … for the options in order.

    A cell is plain where the lengths of the options found in it and of the delimiters add up to its own. That is sure
    only while no piece belongs to two options; None where one does, and where there are few different cells.
    """
    column = quoted(name)
    ((about,),) = connection.execute(f"select approx_count_distinct({column}) from {table}").fetchall()
    mark = (question.delimiter or "").strip() or question.delimiter or ";"
    spelled = [_pieces(next(iter(option.spellings), option.label.ja), mark) for option in question.options]
    pieces = [piece for each in spelled for piece in each]
    missing = {value.strip() for value, _ in question.missing}
    unclear = len(set(pieces)) < len(pieces) or not all(spelled) or missing & set(pieces)
    if about < FEW or len(mark) != 1 or unclear:
        return None
    whole = [f"{mark}{mark.join(each)}{mark}" for each in spelled]
    ticks = ", ".join(f"contains(cell, $s{place}) as t{place}" for place in range(len(whole)))
    length = " + ".join(f"if(t{place}, {len(each) - 1}, 0)" for place, each in enumerate(whole))
    made = f"{SCHEMA}.{quoted(question.question_id)}"
    connection.execute(f"create schema if not exists {SCHEMA}")
    connection.execute(
        f"create or replace table {made} as from ("
        f" select row, {ticks}, length(cell) as size from ("
        f"  select row, $mark || regexp_replace(trim({column}, ' ' || $mark), '\\s*\\Q' || $mark || '\\E\\s*', $mark, 'g')"
        f"   || $mark as cell from {table} where {column} is not null"
        f" )) where size = 1 + {length}",
        {"mark": mark, **{f"s{place}": each for place, each in enumerate(whole)}},
    )
    return made


def _pieces(text: str, mark: str) -> list[str]:
    return [each for each in (piece.strip() for piece in text.split(mark)) if each]
