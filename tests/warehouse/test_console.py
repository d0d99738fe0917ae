"""The process that answers one SELECT: what it answers, and everything it must not."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from narabe.model.problem import Problem
from narabe.settings import store as store_folder
from narabe.warehouse import console
from narabe.warehouse.console import PROGRAM, Asked, select
from narabe.warehouse.files import figures_file, live_version
from narabe.warehouse.sql import names

pytestmark = pytest.mark.usefixtures("store")
ENDLESS = "with recursive a as (select 1 as x union all select x + 1 from a) select max(x) from a"
MACHINE = re.compile(r"/(?:home|root|tmp|usr|work|workspace|opt)\b|\.venv|NARABE|duckdb/stored")

OUT_OF_REACH = [
    "select * from read_csv('/etc/passwd')",
    "select * from read_csv_auto('/etc/passwd')",
    "select * from sniff_csv('/etc/passwd')",
    "select * from '/etc/passwd'",
    "from 'HERE/bait.csv'",
    "from 'HERE/bait.parquet'",
    "select * from read_text('HERE/bait.csv')",
    "select * from read_blob('/proc/self/environ')",
    "select * from read_json('/etc/hosts')",
    "select * from read_parquet('https://example.org/x.parquet')",
    "from 'http://127.0.0.1:1/x.csv'",
    "from 's3://bucket/x.parquet'",
    "select * from glob('/*')",
    "select * from sqlite_scan('HERE/ledger.sqlite', 'view_act')",
    "select * from query('attach ''HERE/x.duckdb'' as x')",
    "select * from duckdb_secrets()",
    "select * from duckdb_extensions()",
    "select getenv('HOME')",
    "select * from frame",
    "from source.figures",
]
NO_SELECTS = [
    "attach 'HERE/x.duckdb' as x",
    "attach 'HERE/figures.duckdb' as x (read_only)",
    "detach memory",
    "copy (select 1) to 'HERE/escape.csv'",
    "copy figures from '/etc/passwd'",
    "export database 'HERE/escape'",
    "import database 'HERE/escape'",
    "install httpfs",
    "load httpfs",
    "pragma database_list",
    "pragma enable_logging",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "reset memory_limit",
    "call pragma_version()",
    "use memory",
    "checkpoint",
    "begin",
    "vacuum",
    "create table mine as select 1",
    "create temp macro mine() as 1",
    "create secret mine (type s3)",
    "insert into checks values ('x')",
    "update figures set value = 0",
    "delete from figures",
    "drop table figures",
    "prepare mine as select 1",
    "execute mine",
    "explain analyze select 1",
    "with x as (delete from figures returning *) select * from x",
    "with x as (update figures set value = 0 returning *) select * from x",
    "with x as (insert into figures select * from figures returning *) select * from x",
]
NOT_ONE = [
    "",
    ";",
    "-- select 1",
    "select 1; select 2",
    "select 1; drop table figures",
    "select 1 /* one */ ; /* two */ attach 'HERE/x.duckdb'",
    "select 1 --\n; copy figures to 'HERE/escape.csv'",
    "selec 1",
    "select (",
    "select nothing from figures",
    "select * from no_such_table",
]


def refused(sql: str) -> Problem:
    with pytest.raises(Problem) as caught:
        select(sql)
    problem = caught.value
    assert "実行できません" in problem.message.ja and "cannot be run" in problem.message.en
    assert "\n" not in problem.message.ja and not MACHINE.search(problem.message.ja.replace(sql, ""))
    return problem


@pytest.mark.parametrize("sql", [*OUT_OF_REACH, *NO_SELECTS, *NOT_ONE])
def test_anything_but_one_select_over_the_public_tables_is_refused(tmp_path: Path, sql: str) -> None:
    bait = tmp_path / "bait.csv"
    bait.write_text("secret\nsecret\n", encoding="utf-8")
    assert "secret" not in refused(sql.replace("HERE", str(tmp_path))).message.ja
    assert [path.name for path in tmp_path.iterdir()] == ["bait.csv"]


@pytest.mark.parametrize(
    ("sql", "advice"),
    [
        ("select repeat('x', 100000000000)", "直して"),
        ("select list(a.range) from range(1000000) a, range(1000) b", "LIMIT"),
        ("select string_agg(range::varchar) from range(10000000000)", "LIMIT"),
        (f"select {'(' * 5000}1{')' * 5000}", "直して"),
        ("select " + " + ".join(["1"] * 20_000), "直して"),
        ("select repeat(figure_id, 10000) from figures, range(1000)", "LIMIT"),
    ],
)
def test_what_is_too_much_is_refused_and_the_server_lives_on(sql: str, advice: str) -> None:
    assert advice in refused(sql).advice.ja
    assert select("select 1").rows == ((1,),)


@pytest.mark.parametrize(
    "sql",
    [
        ENDLESS,
        "select count(*) from range(10000000) a, range(10000000) b where a.range * b.range = 7",
        "select sum(hash(range)) from range(1000000000000)",
    ],
)
def test_what_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch, sql: str) -> None:
    monkeypatch.setattr(console, "SECONDS", 0.5)
    assert "0.5秒" in refused(sql).message.ja


def test_a_long_list_is_cut_where_it_was_asked_to_be() -> None:
    answer = Asked("select * from range(1000000000000)", rows=10).answer()
    assert answer.rows == tuple((n,) for n in range(10)) and answer.more
    whole = Asked("select * from range(10)", rows=10).answer()
    assert len(whole.rows) == 10 and not whole.more


def test_what_is_larger_than_asked_for_is_not_sent() -> None:
    with pytest.raises(Problem, match="too large"):
        Asked("select repeat('x', 1000000) from range(100)", size=1 << 20).answer()


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.3, 1.5])
def test_a_cancelled_query_is_gone_at_once(seconds: float) -> None:
    asked = Asked(ENDLESS)
    while asked._process is None:
        time.sleep(0.001)
    time.sleep(seconds)
    begun = time.monotonic()
    asked.cancel()
    with pytest.raises(Problem, match="cancelled"):
        asked.answer()
    assert time.monotonic() - begun < 2 and asked._process.poll() is not None


def test_those_that_wait_in_line_can_be_cancelled_too() -> None:
    busy = [Asked(ENDLESS) for _ in range(console.AT_ONCE)]
    waiting = Asked("select 1")
    assert not waiting.finished(0.3)
    assert not waiting.begun and any(asked.begun for asked in busy)
    waiting.cancel()
    for asked in busy:
        asked.cancel()
    with pytest.raises(Problem, match="cancelled"):
        waiting.answer()


def test_the_process_ends_with_whoever_asked() -> None:
    process = subprocess.Popen(
        [sys.executable, "-I", str(PROGRAM)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None and process.stdout is not None
    file = str(figures_file(live_version().version_id))
    request = {"file": file, "tables": {}, "sql": ENDLESS, "rows": 1, "bytes": 1, "seconds": 60}
    process.stdin.write(json.dumps(request).encode() + b"\n")
    process.stdin.flush()
    assert process.stdout.read(1) == b"R"
    process.stdin.close()
    assert process.wait(10) == 1
    process.stdout.close()


def test_the_process_holds_the_public_tables_and_nothing_else() -> None:
    assert [name for (name,) in select("select table_name from duckdb_tables() order by 1").rows] == sorted(
        names("open")
    )
    assert select("select database_name from duckdb_databases() where not internal").rows == (("memory",),)


def test_nothing_tells_of_this_machine() -> None:
    told = str(select("select * from duckdb_settings()").rows)
    assert str(store_folder()) not in told and str(PROGRAM.parents[2]) not in told
    assert not MACHINE.search(told.replace(".duckdb/stored_secrets", ""))


@pytest.mark.parametrize(
    ("sql", "said", "place"),
    [
        ("select nothing from figures", "列「nothing」はありません", "1行目8文字目"),
        ("select '割合',\n  nothin from figures", "列「nothin」はありません", "2行目3文字目"),
        ("-- 表\nselect * from figurs", "表「figurs」はありません。近い名前：figures。", "2行目15文字目"),
        ("select getenv('HOME')", "関数「getenv」はありません", "1行目8文字目"),
        ("selec 1", "「selec」のあたりが読み取れません", "1行目1文字目"),
        ("select 1 from", "「from」のあたりが読み取れません", "1行目10文字目"),
        ("select * from read_text('x')", "ファイルやネットワークは使えません", "1行目15文字目"),
        ("from figures select 1 / nothing", "列「nothing」はありません", "1行目25文字目"),
    ],
)
def test_a_fault_is_named_with_its_place(sql: str, said: str, place: str) -> None:
    message = refused(sql).message.ja
    assert said in message and place in message


def test_values_keep_their_kind() -> None:
    sql = """select 1::hugeint as whole, 1.5 as exact, 0.1::double as near, date '2025-11-01' as day, null as none,
        true as yes, 'あ' as word, [1, 2] as list, sum(base) as total from figures where base = 326"""
    (row,) = select(sql).rows
    assert row[:8] == (1, Decimal("1.5"), 0.1, date(2025, 11, 1), None, True, "あ", [1, 2])
    assert isinstance(row[0], int) and isinstance(row[8], int)


@pytest.mark.parametrize(
    "sql",
    [
        "select date '20000-01-01' as far",
        "select timestamp 'infinity' as far",
        "select [timestamp '-infinity'] as far",
    ],
)
def test_a_time_that_python_cannot_hold_is_refused_by_its_column(sql: str) -> None:
    problem = refused(sql)
    assert "列「far」" in problem.message.ja and "varchar" in problem.advice.ja
    assert "表" not in refused("from 'x.csv'").advice.ja.replace("公開している表", "")


def test_a_select_with_a_change_inside_is_no_select() -> None:
    assert "SELECT 以外" in refused(NO_SELECTS[-1]).message.ja


def test_columns_have_names_of_their_own() -> None:
    assert select('select 1 as a, 2 as a, 3 as a_2, 4 as " "').columns == ("a", "a_2", "a_2_2", "column_4")


@pytest.mark.parametrize(
    ("span", "spelled"),
    [("14 months 3 days", "P14M3D"), ("90.5 seconds", "PT90.5S"), ("0 days", "P0D"), ("1 hour", "PT3600S")],
)
def test_a_span_of_time_is_spelled_as_iso_8601_does(span: str, spelled: str) -> None:
    assert select(f"select interval '{span}', [interval '{span}']").rows == ((spelled, [spelled]),)


@pytest.mark.parametrize("sql", ["with a as (select 1 as x) select x from a", "select 1;", "from checks", "show tables", "describe figures"])  # fmt: skip
def test_one_select_in_any_dress_is_answered(sql: str) -> None:
    assert select(sql).rows
