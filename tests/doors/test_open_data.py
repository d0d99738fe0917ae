"""/data over a real server: what spreadsheets, BI tools and people send, and what they get."""

from __future__ import annotations

import csv
import http.client
import io
import json
import pickle
import re
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pandas as pd
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from narabe.analyses.crosstab import crosstab
from narabe.analyses.open_data import open_rows, open_table, open_tables
from narabe.desk import views
from narabe.doors.open_data import ENDINGS, OpenData
from narabe.model.crosstab import CrossAsk
from narabe.model.imports import Signer
from narabe.warehouse import Warehouse, open_live
from narabe.warehouse.answers import open_answers
from tests.doors.visiting import Visitor

POWER_QUERY = {
    "User-Agent": "Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)",
    "Accept-Encoding": "gzip, deflate",
    "Cache-Control": "no-cache",
    "Pragma": "no-cache",
    "Connection": "Keep-Alive",
}
TABLEAU = {
    "User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Tableau Desktop 2025.1 Safari/537.36",
    "Accept": "*/*",
    "Accept-Encoding": "gzip, deflate, br",
    "Accept-Language": "ja-JP",
    "Connection": "keep-alive",
}
SIGNER = Signer("DX課", "佐藤")
SECONDS = 20


@dataclass(frozen=True)
class Got:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8-sig")


@dataclass(frozen=True)
class Server:
    port: int

    def send(self, method: str, address: str, headers: dict[str, str] | None = None) -> Got:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            line.request(method, address, headers=headers or {})
            answer = line.getresponse()
            return Got(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            line.close()

    def get(self, address: str, **headers: str) -> Got:
        return self.send("GET", address, headers)


@pytest.fixture(scope="module")
def server(app: ASGIApp) -> Iterator[Server]:
    running = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    until = time.monotonic() + SECONDS
    while not running.started and time.monotonic() < until:
        time.sleep(0.02)
    yield Server(running.servers[0].sockets[0].getsockname()[1])
    running.should_exit = True
    thread.join(SECONDS)


@pytest.fixture(scope="module")
def warehouse(store: Path) -> Warehouse:
    return open_live()


def rows_of(got: Got) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(got.text, newline="")))


def test_excel_reads_a_table_and_refreshes_it(server: Server, warehouse: Warehouse) -> None:
    """Power Query asks with GET and these headers, and asks the same again at every refresh."""
    first = server.send("GET", "/data/figures.csv", POWER_QUERY)
    assert (first.status, first.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert "content-encoding" not in first.headers and int(first.headers["content-length"]) == len(first.body)
    assert first.body.startswith(b"\xef\xbb\xbf")
    assert len(rows_of(first)) == open_rows(warehouse, "figures").num_rows
    again = server.send("GET", "/data/figures.csv", POWER_QUERY)
    assert (again.body, again.headers["etag"]) == (first.body, first.headers["etag"])


def test_excel_follows_the_address_without_its_slash(server: Server) -> None:
    """Power Query follows 301, 302, 303 and 307, not 308."""
    got = server.send("GET", "/data?lang=en", POWER_QUERY)
    assert (got.status, got.headers["location"]) == (307, "data/?lang=en")
    assert server.get("/data/?lang=en").status == 200


def test_tableau_looks_first_then_reads_then_asks_whether_it_changed(
    server: Server, warehouse: Warehouse
) -> None:
    looked = server.send("HEAD", "/data/figures.json", TABLEAU)
    assert (looked.status, looked.body, looked.headers["content-type"]) == (200, b"", "application/json")
    read = server.send("GET", "/data/figures.json", TABLEAU)
    assert (
        looked.headers["content-length"] == str(len(read.body))
        and looked.headers["etag"] == read.headers["etag"]
    )
    records = json.loads(read.body)
    assert len(records) == open_rows(warehouse, "figures").num_rows
    assert list(records[0]) == list(open_table("figures").field_names)
    for tag in (read.headers["etag"], f"W/{read.headers['etag']}", f'"x", {read.headers["etag"]}', "*"):
        kept = server.send("GET", "/data/figures.json", TABLEAU | {"If-None-Match": tag})
        assert (kept.status, kept.body, kept.headers["etag"]) == (304, b"", read.headers["etag"])
    other = server.send("GET", "/data/figures.json", TABLEAU | {"If-None-Match": '"old"'})
    assert (other.status, other.body) == (200, read.body)
    since = {"If-Modified-Since": read.headers["last-modified"]}
    assert server.send("GET", "/data/figures.json", TABLEAU | since).status == 304


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_part_can_be_asked_for(server: Server, ending: str) -> None:
    """A download that broke off goes on; a changed file is sent whole."""
    address = f"/data/groups.{ending}"
    whole = server.get(address)
    part = server.get(address, Range="bytes=10-19")
    assert (part.status, part.body) == (206, whole.body[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(whole.body)}"
    rest = server.get(address, **{"Range": "bytes=20-", "If-Range": whole.headers["etag"]})
    assert (rest.status, rest.body) == (206, whole.body[20:])
    changed = server.get(address, **{"Range": "bytes=20-", "If-Range": '"old"'})
    assert (changed.status, changed.body) == (200, whole.body)
    assert server.get(address, Range="bytes=99999999-").status == 416


@pytest.mark.parametrize("table", open_tables(), ids=lambda table: table.name)
def test_every_table_stands_at_its_addresses(server: Server, warehouse: Warehouse, table: object) -> None:
    name = table.name  # type: ignore[attr-defined]
    number = open_rows(warehouse, name).num_rows
    assert len(rows_of(server.get(f"/data/{name}.csv"))) == number
    assert pd.read_parquet(io.BytesIO(server.get(f"/data/{name}.parquet").body)).shape[0] == number
    told = json.loads(server.get(f"/data/{name}/metadata.json").body)
    assert told["rows"] == number and told["version"] == warehouse.build_id
    assert [each["name"] for each in told["fields"]] == list(table.field_names)  # type: ignore[attr-defined]
    for key in ("title", "definition", "processing", "licence", "sources", "updated"):
        assert told[key]
    assert server.get(f"/data/{name}.csv").headers["content-disposition"] == (
        f'attachment; filename="narabe_{name}.csv"'
    )


def test_the_tables_are_listed_for_programs_and_for_people(server: Server) -> None:
    told = json.loads(server.get("/data/metadata.json").body)
    assert [each["name"] for each in told["tables"]] == [table.name for table in open_tables()]
    assert all(server.get(f"/data/{each['metadata']}").status == 200 for each in told["tables"][:2])
    for lang, word in (("ja", "公開データ"), ("en", "Open data")):
        page = server.get(f"/data/?lang={lang}")
        assert page.headers["content-type"].startswith("text/html") and f"<h1>{word}</h1>" in page.text
        links = re.findall(r'href="([^"?#]+\.(?:csv|json|zip|xlsx|parquet))"', page.text)
        assert len(links) >= len(open_tables()) * (len(ENDINGS) + 1)
    assert server.get("/data/all.zip").status == server.get("/data/all.xlsx").status == 200


def test_parameters_choose_rows(server: Server) -> None:
    got = server.get("/data/figures.csv?wave=net2025&wave=net2021&status=printed&_=17")
    rows = rows_of(got)
    assert rows and {row["wave"] for row in rows} == {"net2025", "net2021"}
    assert {row["status"] for row in rows} == {"printed"}
    assert (
        'filename="narabe_figures_status-printed_wave-net2025-net2021.csv"'
        in got.headers["content-disposition"]
    )
    with zipfile.ZipFile(io.BytesIO(server.get("/data/figures.zip?wave=net2025").body)) as archive:
        assert "wave=net2025" in archive.read("about.csv").decode("utf-8-sig")


def test_other_words_of_a_filter_make_another_name(server: Server) -> None:
    """Two choices in Japanese are two files in the folder of downloads."""
    names = [
        server.get(f"/data/figures.csv?subject_ja={quote(word)}").headers["content-disposition"]
        for word in ("回答者数", "回答率", "a/b", "a?b", "x" * 90, "x" * 91)
    ]
    assert len(set(names)) == len(names) and quote("回答率") in names[1]
    refused = server.get("/data/all.zip?wave=net2025", **{"Accept-Language": "ja"})
    assert "ビュー" not in refused.text


def test_shift_jis_is_one_parameter(server: Server) -> None:
    got = server.get("/data/metrics.csv?encoding=sjis")
    assert got.headers["content-type"] == "text/csv; charset=shift_jis"
    assert "オンライン申請手続数" in got.body.decode("cp932")
    assert server.get("/data/metrics.csv?encoding=Shift_JIS").body == got.body
    assert server.get("/data/metrics.json?encoding=sjis").status == 400


@pytest.mark.parametrize(
    ("address", "status", "word"),
    [
        ("/data/figur.csv", 404, "figures"),
        ("/data/figures.pdf", 404, "parquet"),
        ("/data/all.csv", 404, "zip"),
        ("/data/figures/x", 404, "/data/figures/x"),
        ("/data/view/0.csv", 404, "0"),
        ("/data/..%2f..%2fetc%2fpasswd.csv", 404, "passwd"),
        ("/data/figures.csv?wav=net2025", 400, "wave"),
        ("/data/figures.csv?value=x", 400, "value"),
        ("/data/figures.csv?base=3_26", 400, "base"),
        ("/data/figures.csv?status=prnted", 400, "printed"),
        ("/data/figures.csv?encoding=euc", 400, "utf-8"),
        ("/data/all.zip?wave=net2025", 400, ""),
        ("/data/figures.csv?wave=" + "x" * 9000, 400, ""),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(
    server: Server, address: str, status: int, word: str
) -> None:
    for lang, end in (("ja", "。"), ("en", ".")):
        got = server.get(address, **{"Accept-Language": lang})
        assert (got.status, got.headers["content-type"]) == (status, "text/plain; charset=utf-8")
        assert word in got.text and got.text.strip().endswith(end)
    told = server.get(address, Accept="application/json", **{"Accept-Language": "ja"})
    assert told.status == status and json.loads(told.body)["error"].endswith("。")
    assert "no-store" in told.headers["cache-control"]


@pytest.mark.parametrize(
    "odd",
    [
        "months=" + "9" * 30,
        "months=-9223372036854775809",
        "value=nan",
        "value=1e999",
        "wave=%00",
        "wave=%ff",
        "base=" + "%EF%BC%93",
        "period_end=9999-12-31",
        "=x",
        "%22=x",
        "lang=xx",
        "encoding=",
    ],
)
def test_an_odd_parameter_is_answered(server: Server, odd: str) -> None:
    assert server.get(f"/data/figures.csv?{odd}").status in (200, 400)


def test_a_saved_cross_tabulation_is_data_masked_as_on_screen(server: Server, own_store: Path) -> None:

    survey = open_answers("practice_2025").survey
    rows, by = (
        survey.questions[0].question_id,
        [each.question_id for each in survey.questions if each.crossable],
    )
    ask = CrossAsk("practice_2025", rows, tuple((each,) for each in by[1:3]))
    saved = views.save("表の住所", SIGNER, ask, {})
    told = crosstab(open_answers("practice_2025"), saved.ask or ask, open_live().settings)
    got = rows_of(server.get(f"/data/view/{saved.view_id}.csv"))
    cells = [row for row in got if row["record"] == "cell"]
    assert len(cells) == sum(len(table.rows) * len(table.columns) for table in told.tables)
    shown = [cell for table in told.tables for line in table.cells for cell in line]
    for row, cell in zip(cells, shown, strict=True):
        assert row["unweighted_count"] == (
            "" if cell.unweighted_count is None else str(cell.unweighted_count)
        )
        assert row["suppressed"] == str(int(cell.suppressed))
    assert server.get(f"/data/view/{saved.view_id}.parquet").status == 200
    with zipfile.ZipFile(io.BytesIO(server.get(f"/data/view/{saved.view_id}.zip").body)) as archive:
        assert "表の住所" in archive.read("datapackage.json").decode()
    about = json.loads(server.get(f"/data/view/{saved.view_id}/metadata.json").body)
    assert (about["title"], about["rows"], about["department"]) == ("表の住所", len(got), "DX課")
    assert [each["name"] for each in about["fields"]] == list(got[0])
    assert server.get(f"/data/view/{saved.view_id}.csv?wave=x").status == 400
    views.withdraw(saved.view_id, SIGNER)
    assert server.get(f"/data/view/{saved.view_id}.csv").status == 410


def test_a_saved_list_of_figures_is_data_and_other_pages_are_not(server: Server, own_store: Path) -> None:
    extra = {"wave": json.dumps(["net2025"]), "status": json.dumps(["printed"])}
    saved = views.save("2025年の記載値", SIGNER, None, extra, "/explore")
    filtered = server.get("/data/figures.csv?wave=net2025&status=printed")
    assert server.get(f"/data/view/{saved.view_id}.csv").body == filtered.body
    about = json.loads(server.get(f"/data/view/{saved.view_id}/metadata.json").body)
    assert about["rows"] == len(rows_of(filtered)) and about["filter"] == {
        "status": ["printed"],
        "wave": ["net2025"],
    }
    assert "佐藤" not in json.dumps(about, ensure_ascii=False)
    other = views.save("KPI", SIGNER, None, {"indicator": json.dumps(["online_procedures"])}, "/kpi")
    refused = server.get(f"/data/view/{other.view_id}.csv")
    assert refused.status == 400 and "クロス集計" in refused.text
    for each in (saved, other):
        views.withdraw(each.view_id, SIGNER)


def test_without_a_database_readers_are_told_to_come_back(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NARABE_STORE", str(tmp_path))
    got = server.get("/data/figures.csv")
    assert got.status == 503 and int(got.headers["retry-after"]) > 0 and "。" in got.text


def test_what_is_kept_of_files_does_not_grow_without_end(
    server: Server, own_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("narabe.doors.kept.MOST_FILES", 5)
    monkeypatch.setattr("narabe.doors.kept.RESTED", 0.0)
    for number in range(12):
        assert (
            server.get(f"/data/figures.csv?base={number}&wave=&wave=net2025&unit=%25&unit={number}").status
            == 200
        )
        assert server.get(f"/data/figures.json?base={300 + number}").status == 200
    kept = [path for path in (own_store / "taken").iterdir() if not path.name.startswith(".")]
    assert 0 < len(kept) <= 5
    assert not [path for path in (own_store / "taken").iterdir() if path.name.startswith(".")]
    assert server.get("/data/groups.csv").status == server.get("/data/groups.csv").status == 200


def test_what_takes_long_is_made_in_the_worker(own_store: Path) -> None:
    """What is handed to it can be sent to another process, and gives the same bytes there."""
    handed = []

    def away(function: Any, *given: Any) -> bytes:
        handed.append(function.__name__)
        return pickle.loads(pickle.dumps(function))(*pickle.loads(pickle.dumps(given)))

    views_before = views.save("手元", SIGNER, None, {"wave": json.dumps(["net2025"])}, "/explore")
    doors = Starlette(routes=OpenData(open_live, away).routes())
    for address in (
        "/data/groups.csv",
        "/data/groups.xlsx?kind=sex",
        "/data/all.zip",
        f"/data/view/{views_before.view_id}.csv",
    ):
        assert Visitor(doors).get(address).status == 200
    assert handed == ["table_file", "every_file", "saved_file"]
    views.withdraw(views_before.view_id, SIGNER)
