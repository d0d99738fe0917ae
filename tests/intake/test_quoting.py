"""Names and texts stand in SQL as they are, whatever letters they have."""

from pathlib import Path

import duckdb
import pytest

from narabe.intake.quoting import literal, quoted


@pytest.mark.parametrize("text", ["年代", "it's", "''", '"', "a\\'b", "'; drop table t; --", "", "%_*"])
def test_what_is_quoted_comes_back_as_it_was(text: str) -> None:
    assert duckdb.sql(f"select {literal(text)}").fetchall() == [(text,)]
    name = text or "x"
    assert duckdb.sql(f"select 1 as {quoted(name)}").columns == [name]


def test_a_path_is_a_text() -> None:
    assert literal(Path("O'Hara/x.parquet")) == "'O''Hara/x.parquet'"
