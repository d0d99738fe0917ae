"""The command line: what it prints, and exit 0 done, 1 refused, 2 wrong usage."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from narabe.warehouse import open_live
from tests.cli.conftest import Said

Narabe = Callable[..., Said]
ROOT = Path(__file__).resolve().parents[2]
TWO = (
    "select figure_id, value, low, period_start from figures "
    "where figure_id in ('net2021_q2.progressing.all.share', 'net2021_q4.form_download.all.share') order by 1"
)


def test_a_build_of_unchanged_inputs_ends_well(narabe: Narabe) -> None:
    said = narabe("--lang", "en", "build")
    assert said.status == 0 and re.search(r"version [0-9a-f]{16}", said.out) and said.err == ""


def test_check_prints_every_check_with_its_result(narabe: Narabe) -> None:
    said = narabe("check")
    number = len(list((ROOT / "queries" / "checks").glob("*.sql")))
    assert said.status == 0
    assert len([line for line in said.out.splitlines() if line.startswith("✓ ")]) == number
    assert f"{number} 件すべてに合格" in said.out


def test_query_as_json(narabe: Narabe) -> None:
    said = narabe("query", TWO, "--format", "json")
    assert said.status == 0
    assert json.loads(said.out) == [
        {
            "figure_id": "net2021_q2.progressing.all.share",
            "value": 27.9,
            "low": None,
            "period_start": "2021-09-01",
        },
        {
            "figure_id": "net2021_q4.form_download.all.share",
            "value": None,
            "low": 18.4,
            "period_start": "2021-09-01",
        },
    ]


def test_query_as_csv(narabe: Narabe) -> None:
    said = narabe("query", TWO, "--format", "csv")
    assert list(csv.reader(io.StringIO(said.out))) == [
        ["figure_id", "value", "low", "period_start"],
        ["net2021_q2.progressing.all.share", "27.9", "", "2021-09-01"],
        ["net2021_q4.form_download.all.share", "", "18.4", "2021-09-01"],
    ]


def test_query_as_a_table_is_the_default(narabe: Narabe) -> None:
    assert narabe("query", "select 1 as a, null as b").out == "a | b\n1 | \n"


def test_json_numbers_are_numbers(narabe: Narabe) -> None:
    """A literal such as 1.5 is a DECIMAL in DuckDB, and sums of whole numbers are HUGEINT."""
    said = narabe(
        "query", "select 1.5 as a, sum(base) as b from figures where base = 326", "--format", "json"
    )
    (row,) = json.loads(said.out)
    assert row["a"] == 1.5 and isinstance(row["b"], int)


def test_json_stays_json_where_there_is_no_number_and_no_column_is_lost(narabe: Narabe) -> None:
    sql = "select 1 / 0 as a, 'nan'::double as a, [1 / 0, 2] as c, interval 1 day as d"
    said = narabe("query", sql, "--format", "json")
    told = json.loads(said.out, parse_constant=lambda word: f"not JSON: {word}")
    assert told == [{"a": None, "a_2": None, "c": [None, 2.0], "d": "P1D"}]


def test_csv_cells_run_nothing_in_a_spreadsheet(narabe: Narabe) -> None:
    said = narabe(
        "query", "select '=1+1' as \"=a\", -5 as b, -1.5 as c, '@x' as d, [1] as e", "--format", "csv"
    )
    assert list(csv.reader(io.StringIO(said.out))) == [
        ["'=a", "b", "c", "d", "e"],
        ["'=1+1", "-5", "-1.5", "'@x", "[1]"],
    ]


def test_a_terminal_gets_no_control_characters(narabe: Narabe) -> None:
    said = narabe("query", "select chr(27) || '[31m赤' || chr(10) as word")
    assert said.out == "word\n\\x1b[31m赤\\x0a\n"


@pytest.mark.parametrize("sql", ["with a as (select 1 as x) select x from a", "select 1;", "from checks"])
def test_one_select_in_any_dress_is_answered(narabe: Narabe, sql: str) -> None:
    assert narabe("query", sql).status == 0


ESCAPES = [
    "select * from read_csv('/etc/passwd')",
    "attach 'HERE/x.duckdb' as x",
    "copy (select 1) to 'HERE/escape.csv'",
    "set enable_external_access = true",
    "select 1; drop table figures",
    "selec 1",
    "select nothing from figures",
]
"""The whole list stands in tests/warehouse/test_console.py."""


@pytest.mark.parametrize("sql", ESCAPES)
def test_anything_but_one_select_is_refused(narabe: Narabe, tmp_path: Path, sql: str) -> None:
    sql = sql.replace("HERE", str(tmp_path))
    japanese, english = narabe("query", sql), narabe("--lang", "en", "query", sql)
    for said in (japanese, english):
        assert (said.status, said.out) == (1, "")
    assert "実行できません" in japanese.err and "cannot be run" in english.err
    assert "root:" not in japanese.err
    assert list(tmp_path.iterdir()) == []


def test_a_query_that_never_ends_is_stopped(narabe: Narabe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("narabe.warehouse.console.SECONDS", 0.3)
    said = narabe(
        "query", "select count(*) from range(10000000) a, range(10000000) b where a.range * b.range = 7"
    )
    assert said.status == 1 and "実行できません" in said.err


def test_the_console_sees_nothing_but_the_public_tables(narabe: Narabe) -> None:
    said = narabe("query", "select distinct schema_name from duckdb_tables()", "--format", "csv")
    assert said.out == "schema_name\nmain\n"


def test_the_console_and_the_pages_may_ask_in_one_process(narabe: Narabe) -> None:
    assert open_live().ask("documents")
    assert (
        narabe("query", "select count(*) > 300 as many from figures", "--format", "csv").out == "many\ntrue\n"
    )
    assert open_live().ask("documents")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("query",),
        ("query", "select 1", "select 2"),
        ("query", "select 1", "--format", "xml"),
        ("--lang", "fr", "build"),
        ("build", "everything"),
    ],
)
def test_wrong_usage_ends_with_2(narabe: Narabe, arguments: tuple[str, ...]) -> None:
    said = narabe(*arguments)
    assert said.status == 2 and "usage" in said.err and said.out == ""


def test_before_the_first_build_a_query_says_so(
    narabe: Narabe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NARABE_STORE", str(tmp_path))
    said = narabe("query", "select 1")
    assert said.status == 1 and "narabe build" in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["query", "select 1"], 0), (["query", "drop table figures"], 1), (["query"], 2)],
)
def test_the_exit_status_reaches_the_shell(store: Path, arguments: list[str], status: int) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "narabe", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == status and "Traceback" not in ran.stderr


def test_advice_names_only_make_targets_and_commands_that_exist() -> None:
    """What a message tells people to type must work."""
    code = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "narabe").rglob("*.py")))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    # in messages `make x` stands before a Japanese particle, a comma or the end; in prose it rarely does
    advised = set(re.findall(r"(?:run|なら) make ([a-z-]+)", code))
    assert advised <= targets, advised - targets
    commands = set(re.findall(r"python -m narabe ([a-z]+)", code)) - {
        "build",
        "check",
        "crosstab",
        "datasets",
        "export",
        "import",
        "query",
    }
    assert commands == set()
