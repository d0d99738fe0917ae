"""What a prepared version would change, before it is made live."""

from pathlib import Path

import duckdb

from narabe.intake.quoting import literal
from narabe.model.imports import Change, Effect
from narabe.model.text import Text
from narabe.warehouse.sql import query
from narabe.words import labels, numbers


def changes(prepared: Path, current: Path | None, import_id: str) -> tuple[Change, ...]:
    """Every figure the import adds, changes, leaves as it is or removes, against the file that serves (None: nothing)."""
    with duckdb.connect() as connection:
        _attach(connection, prepared, "prepared")
        _attach(connection, current or prepared, "current")
        sql = query("between", "changes").text
        if current is None:
            sql = sql.replace(
                "from current.main.all_figures where", "from current.main.all_figures where false and"
            )
        rows = connection.execute(sql, {"document": f"import-{import_id}"}).fetchall()
    return tuple(_change(row) for row in rows)


def _attach(connection: duckdb.DuckDBPyConnection, path: Path, name: str) -> None:
    connection.execute(f"attach {literal(path)} as {name} (read_only)")


def _change(row: tuple) -> Change:
    effect, subject_ja, subject_en, group_ja, group_en, start, end, months, *rest = row
    unit_ja, unit_en, after, before, published, derived = rest
    return Change(
        effect=Effect(effect),
        subject=Text(subject_ja, subject_en),
        group=Text(group_ja or "", group_en or ""),
        period=labels.UNDATED if start is None or end is None else numbers.period(start, end, months),
        unit=Text(unit_ja or "", unit_en or ""),
        after=after,
        before=before,
        published=published,
        derived=derived,
    )
