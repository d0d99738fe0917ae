"""Serving: read-only, shut off from the machine, and many may ask at once."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from narabe.ledger import Ledger
from narabe.model.problem import Problem
from narabe.warehouse import Warehouse, open_live
from narabe.warehouse.sql import names, query
from tests.warehouse.planting import Import, Planted


@pytest.mark.parametrize(
    "sql",
    [
        "delete from figures_file.main.figures",
        "update figures_file.main.figures set value = 0",
        "insert into figures_file.main.checks values ('x', 'x', 'x', 0)",
        "create table figures_file.main.mine (a integer)",
        "drop table figures_file.main.figures",
        "select * from read_csv('/etc/passwd')",
        "attach 'HERE/other.duckdb' as other",
        "copy (select 1) to 'HERE/out.csv'",
        "set enable_external_access = true",
    ],
)
def test_the_served_connection_can_neither_write_nor_reach_out(
    warehouse: Warehouse, tmp_path: Path, sql: str
) -> None:
    with pytest.raises(duckdb.Error):
        warehouse._connection.cursor().execute(sql.replace("HERE", str(tmp_path)))
    assert list(tmp_path.iterdir()) == []


def test_serving_leaves_the_file_as_it_was(warehouse: Warehouse, store: Path) -> None:
    file = store / "files" / f"figures-{warehouse.build_id}.duckdb"
    before = file.read_bytes()
    for concept in ("fears", "service_use"):
        warehouse.ask("concept_figures", concept=concept)
    assert file.read_bytes() == before
    assert not Path(f"{file}.wal").exists()


def test_twenty_threads_get_the_same_answers_as_one(warehouse: Warehouse) -> None:
    asked = [("concept_figures", {"concept": c}) for c in ("fears", "service_use", "digital_progress")]
    asked += [("metric_values", {"city": "koriyama"}), ("documents", {})]

    def told(place: int) -> list[list[object]]:
        """Rows in order; lists inside a row are sets of marks."""
        rows = warehouse.ask(asked[place][0], **asked[place][1])
        return [[sorted(cell) if isinstance(cell, tuple) else cell for cell in row.values()] for row in rows]

    alone = [told(place) for place in range(len(asked))]

    def ask_all(start: int) -> list[list[list[object]]]:
        order = [(start + step) % len(asked) for step in range(len(asked))]
        got = {place: told(place) for place in order}
        return [got[place] for place in range(len(asked))]

    with ThreadPoolExecutor(20) as threads:
        answers = list(threads.map(ask_all, range(40)))
    assert all(answer == alone for answer in answers)


def test_nobody_can_write_into_a_shared_answer(warehouse: Warehouse) -> None:
    row: Any = warehouse.ask("concept_figures", concept="fears")[0]
    with pytest.raises(TypeError):
        row["value"] = 0
    with pytest.raises(TypeError):
        del row["value"]
    assert not any(isinstance(cell, list | dict | set) for cell in row.values())
    # the list itself is the asker's own
    warehouse.ask("documents").clear()
    assert warehouse.ask("documents")


def test_a_value_of_a_parameter_is_never_read_as_sql(warehouse: Warehouse) -> None:
    assert warehouse.ask("concept_figures", concept="fears' or '1'='1") == []


def test_the_live_version_is_opened_once(warehouse: Warehouse, store: Path) -> None:
    live = Ledger(store).live()
    assert live is not None and warehouse.build_id == live.version_id
    assert open_live() is open_live()


def test_before_the_first_build_one_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NARABE_STORE", str(tmp_path))
    with pytest.raises(Problem) as refused:
        open_live()
    assert "narabe build" in refused.value.advice.ja and "narabe build" in refused.value.advice.en


LISTS = ("documents", "waves", "concepts", "metrics", "groups", "kinds", "statuses", "origins")
"""Parameters that take any number of ids; none stands for all."""
OF_IMPORTS = {"beside"}
"""Reports that have rows only where something was imported."""


@pytest.mark.parametrize("name", sorted(set(names("reports")) - OF_IMPORTS))
def test_a_report_returns_the_columns_its_header_names(warehouse: Warehouse, name: str) -> None:
    params = {
        "concept": "digital_progress",
        "wave": "net2021",
        "document": None,
        "status": None,
        "internal": False,
        "city": "koriyama",
        "by": "stored",
        "most": 1000,
        "since": None,
        "until": None,
        **dict.fromkeys(LISTS, ()),
        **dict.fromkeys(f"word_{place}" for place in range(1, 9)),
    }
    asked = {
        key: value for key, value in params.items() if re.search(rf"\${key}\b", query("reports", name).text)
    }
    rows = warehouse.ask(name, **asked)
    assert rows
    stated = [part.split("(")[0].strip() for part in split(query("reports", name).header["returns"])]
    assert list(rows[0]) == stated


def test_a_report_of_imports_returns_the_columns_its_header_names() -> None:
    start, end = date(2025, 4, 1), date(2025, 11, 30)
    planted = Planted(Import("a", 1).value("cashless_payments", start, end, 8, 47_000))
    (row,) = planted.ask("beside", concept=None)
    assert list(row) == [
        part.split("(")[0].strip() for part in split(query("reports", "beside").header["returns"])
    ]


def split(returns: str) -> list[str]:
    """At commas that stand outside brackets."""
    parts, depth = [""], 0
    for character in returns:
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts
