"""The machine face of the public tables: every kind of file holds the same, keeps the 30 rules, and opens safely."""

from __future__ import annotations

import csv
import io
import json
import math
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, get_args

import duckdb
import pandas as pd
import pyarrow
import pytest
from frictionless import Package
from openpyxl import load_workbook

from narabe.analyses.open_data import open_codes, open_rows, open_table, open_tables
from narabe.export.machine.fields import Field, MachineTable, of_rows
from narabe.export.machine.files import to_csv, to_json, to_parquet, to_workbook, unwritable
from narabe.export.machine.metadata import of_table
from narabe.export.machine.open_face import every_table, machine_table, made
from narabe.export.machine.package import MIME, Kind, PackageAbout, as_kind, to_package
from narabe.intake.readability import judge
from narabe.intake.readability.mending import mended
from narabe.intake.reading import open_file
from narabe.model.imports import Readability
from narabe.model.intake import Format, ReadOptions, SheetFound
from narabe.model.open_data import FieldKind
from narabe.model.problem import Problem
from narabe.model.text import plain
from narabe.settings import Limits
from narabe.warehouse import Warehouse, open_live

NAMES = [table.name for table in open_tables()]
FULL = (("L1", 100), ("L2", 100), ("L3", 100))
COMPANIONS = ["codes", "definitions", "about", "history"]
ABOUT = PackageAbout("narabe_test", plain("表"), plain("1行"), "v1", date(2026, 11, 21))
Record = dict[str, Any]


@cache
def file(name: str, kind: Kind) -> bytes:
    return made(name, open_rows(open_live(), name), kind)


def expected(name: str) -> list[Record]:
    """Straight from the database: texts mended, nothing else."""
    table = open_table(name)
    words = [field.name for field in table.fields if field.kind not in NUMBERS]
    rows = open_rows(open_live(), name).to_pylist()
    for row in rows:
        row |= {each: mended(row[each]) if row[each] else None for each in words}
    return rows


NUMBERS = (FieldKind.INTEGER, FieldKind.NUMBER, FieldKind.FLAG, FieldKind.DATE)


def by_pandas_csv(name: str) -> list[Record]:
    read = pd.read_csv(io.BytesIO(file(name, "csv")), dtype=str, keep_default_na=False)
    return read.to_dict("records")


def by_shift_jis(name: str) -> list[Record]:
    read = pd.read_csv(io.BytesIO(file(name, "csv_sjis")), dtype=str, keep_default_na=False, encoding="cp932")
    return read.to_dict("records")


def by_json(name: str) -> list[Record]:
    return json.loads(file(name, "json"))


def by_parquet(name: str) -> list[Record]:
    return pd.read_parquet(io.BytesIO(file(name, "parquet")), dtype_backend="pyarrow").to_dict("records")


def by_openpyxl(name: str) -> list[Record]:
    sheet = load_workbook(io.BytesIO(file(name, "xlsx")))[name]
    names, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(names, row, strict=True)) for row in rows]  # type: ignore[misc]


def by_package(name: str) -> list[Record]:
    with zipfile.ZipFile(io.BytesIO(file(name, "zip"))) as archive:
        text = archive.read(f"{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def same(value: Any, wanted: Any) -> bool:
    """However a format spells a number, a date, a yes or nothing."""
    if wanted is None:
        return value in (None, "") or value is pd.NA or (isinstance(value, float) and math.isnan(value))
    if isinstance(wanted, bool):
        return float(value) == float(wanted)
    if isinstance(wanted, (int, float)):
        return float(value) in (wanted, float(f"{wanted:.16g}"))  # a workbook keeps 16 digits
    if isinstance(wanted, date):
        held = value.date() if isinstance(value, datetime) else value
        return str(held) == wanted.isoformat()
    return value in (wanted, f"'{wanted}")


READERS: list[Callable[[str], list[Record]]] = [
    by_pandas_csv,
    by_json,
    by_parquet,
    by_openpyxl,
    by_package,
]


@pytest.mark.parametrize("read", READERS, ids=lambda each: each.__name__)
@pytest.mark.parametrize("name", NAMES)
def test_every_file_gives_back_the_same_rows(
    warehouse: Warehouse, name: str, read: Callable[[str], list[Record]]
) -> None:
    rows, found = expected(name), read(name)
    assert len(found) == len(rows) > 0
    for got, wanted in zip(found, rows, strict=True):
        assert list(got) == list(wanted)
        assert [key for key, value in wanted.items() if not same(got[key], value)] == []


@pytest.mark.parametrize("kind", ["csv", "parquet", "json"])
def test_duckdb_adds_up_the_same_numbers(warehouse: Warehouse, tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / f"figures.{kind}"
    path.write_bytes(file("figures", kind))
    wanted = [row["value"] for row in expected("figures") if row["value"] is not None]
    asked = f"select count(*), count(value), sum(value) from '{path}'"
    ((rows, values, total),) = duckdb.sql(asked).fetchall()
    assert (rows, values) == (len(expected("figures")), len(wanted))
    assert total == pytest.approx(math.fsum(wanted), rel=1e-12)


def test_shift_jis_holds_the_same_but_for_the_characters_it_names(warehouse: Warehouse) -> None:
    for name in ("figures", "voices", "metric_pairs"):
        table = machine_table(open_table(name), open_rows(warehouse, name))
        lacking = {character for character, _, _ in unwritable(table, "shift_jis")}
        for got, wanted in zip(by_shift_jis(name), by_pandas_csv(name), strict=True):
            for key, text in wanted.items():
                shown = "".join("〓" if each in lacking else each for each in text)
                assert got[key] == shown.replace("−", "－"), "one sign of Shift_JIS stands for both"


def test_characters_that_cannot_be_written_are_counted_by_field() -> None:
    fields = [Field("a", plain("A"), plain("")), Field("b", plain("B"), plain(""))]
    table = of_rows("t", fields, [("é𠮷é", 1), ("髙﨑", 2), (None, None)])
    assert unwritable(table, "shift_jis") == [("é", "a", 2), ("𠮷", "a", 1)]
    assert unwritable(table, "utf-8") == []
    assert to_csv(table, "shift_jis").decode("cp932").splitlines()[1:3] == ["〓〓〓,1", "髙﨑,2"]


def unpacked(content: bytes, folder: Path) -> Package:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
    return Package(str(folder / "datapackage.json"))


@pytest.mark.parametrize("name", NAMES)
def test_a_package_is_valid_and_says_what_it_holds(warehouse: Warehouse, name: str, tmp_path: Path) -> None:
    package = unpacked(file(name, "zip"), tmp_path)
    report = package.validate()
    assert report.valid, report.flatten(["title", "message"])[:3]
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert described["version"] == warehouse.build_id and described["licenses"] and described["sources"]
    assert "created" not in described, "only the day is known"
    resources = {each["path"].removesuffix(".csv"): each for each in described["resources"]}
    assert list(resources) == [name, *(each for each in COMPANIONS if each in resources)]
    for field in resources[name]["schema"]["fields"]:
        assert field["title"] and field["title_en"] and field["description"] and field["description_en"]
        assert field["type"] not in ("integer", "number") or field["unit"]


def test_all_tables_in_one_package_are_linked_and_the_links_hold(
    warehouse: Warehouse, tmp_path: Path
) -> None:
    package = unpacked(every_table(warehouse, "zip"), tmp_path)
    report = package.validate()
    assert report.valid, report.flatten(["title", "message"])[:3]
    links = [
        (each["path"], link["reference"]["resource"])
        for each in json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))["resources"]
        for link in each["schema"].get("foreignKeys", ())
    ]
    assert ("figures.csv", "waves") in links and ("figures.csv", "metrics") in links and len(links) > 30


def judged_package(content: bytes, folder: Path) -> Readability:
    """Each file of the package as the intake reads it, judged together."""
    sheets, detection = [], None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(".csv"):
                incoming = open_file(Path(archive.extract(name, folder)), name, ReadOptions(), Limits())
                detection = detection or incoming.detection
                assert (incoming.detection.format, incoming.detection.encoding) == (Format.DELIMITED, "utf-8")
                sheets += [replace(each, name=Path(name).stem) for each in incoming.sheets()]
    assert detection is not None
    found = tuple(SheetFound(each.name, len(each.rows), len(each.rows[0])) for each in sheets)
    return judge(tuple(sheets), replace(detection, sheets=found))


@pytest.mark.parametrize("name", NAMES)
def test_every_table_keeps_every_rule_for_machine_readable_data(
    warehouse: Warehouse, name: str, tmp_path: Path
) -> None:
    """As a package of CSV files, and as a workbook read by the readers of the intake."""
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(file(name, "xlsx"))
    incoming = open_file(path, path.name, ReadOptions(), Limits())
    for verdict in (
        judged_package(file(name, "zip"), tmp_path / "zip"),
        judge(incoming.sheets(), incoming.detection),
    ):
        assert {rule.rule_id: (rule.found, rule.places) for rule in verdict.rules if rule.kept is False} == {}
        assert verdict.scores == FULL and verdict.judged_rows is None


@pytest.mark.parametrize("kind", get_args(Kind))
def test_the_same_rows_give_the_same_bytes(warehouse: Warehouse, kind: Kind) -> None:
    rows = open_rows(warehouse, "groups")
    assert made("groups", rows, kind) == made("groups", open_rows(warehouse, "groups"), kind)
    assert kind in MIME


AWKWARD = ["=1+1", "+81", "-5", "@x", "＝あ", "a,b", 'a "b"', "\tx", "'=1", "#N/A", "髙橋"]


def awkward() -> MachineTable:
    fields = [Field("text", plain("文"), plain("文字列")), Field("value", plain("値"), plain("数値"))]
    return of_rows("awkward", fields, [(text, -1.5) for text in AWKWARD])


def test_a_cell_that_looks_like_a_formula_is_harmless() -> None:
    lines = list(csv.DictReader(io.StringIO(to_csv(awkward()).decode("utf-8-sig"), newline="")))
    assert [row["text"][0] for row in lines[:5]] == ["'"] * 5 and {row["value"] for row in lines} == {"-1.5"}
    sheet = load_workbook(io.BytesIO(to_workbook([awkward()])))["awkward"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"} and all(cell.quotePrefix for cell in cells[:5])
    assert [cell.value for cell in cells] == [mended(text) for text in AWKWARD]
    assert [row["text"] for row in json.loads(to_json(awkward()))] == [mended(text) for text in AWKWARD]


def test_what_is_no_number_is_no_value() -> None:
    table = MachineTable(
        "t",
        (Field("x", plain("x"), plain("数値")),),
        pyarrow.table({"x": [1.0, math.nan, math.inf, None, 0.1]}),
    )
    assert [row["x"] for row in json.loads(to_json(table))] == [1, None, None, None, 0.1]
    assert to_csv(table).decode("utf-8-sig").split() == ["x", "1", '""', '""', '""', "0.1"]


def test_no_rows_is_a_file_with_names_and_types(warehouse: Warehouse) -> None:
    rows = open_rows(warehouse, "figures", {"wave": ["none"]})
    assert json.loads(made("figures", rows, "json")) == []
    assert made("figures", rows, "csv").decode("utf-8-sig").strip() == ",".join(
        open_table("figures").field_names
    )
    assert pd.read_parquet(io.BytesIO(made("figures", rows, "parquet"))).shape == (
        0,
        len(open_table("figures").fields),
    )
    assert made("figures", rows, "xlsx") and made("figures", rows, "zip")


def test_parquet_carries_what_the_columns_mean() -> None:
    read = pyarrow.parquet.read_schema(io.BytesIO(to_parquet(machine_table_of_figures())))
    assert read.field("base").metadata[b"unit_ja"].decode() == "人"
    assert read.field("period_end").type == pyarrow.date32() and read.field("value").type == pyarrow.float64()


def machine_table_of_figures() -> MachineTable:
    return machine_table(open_table("figures"), open_rows(open_live(), "figures"))


def test_codes_tell_the_same_code_of_two_things_apart(warehouse: Warehouse) -> None:
    table = open_table("figures")
    codes = open_codes(warehouse, table, open_rows(warehouse, "figures"))
    one = [each for each in codes if (each.field, each.code) == ("option_id", "other")]
    assert len({each.within for each in one}) == len(one) > 1


def test_several_tables_need_a_file_that_can_hold_them() -> None:
    with pytest.raises(Problem, match="one table"):
        as_kind([awkward(), awkward()], ABOUT, "csv")
    with zipfile.ZipFile(io.BytesIO(to_package([awkward()], ABOUT, "shift_jis"))) as archive:
        described = json.loads(archive.read("datapackage.json"))
        assert described["resources"][0]["encoding"] == "cp932"
        assert archive.read("awkward.csv").decode("cp932").splitlines()[0] == "text,value"


def test_a_file_names_the_documents_of_its_rows_and_says_so(warehouse: Warehouse, tmp_path: Path) -> None:
    rows = open_rows(warehouse, "figures", {"metric_id": ["shirakawa_mynumber_rate"]})
    package = made("figures", rows, "zip", {"metric_id": ["shirakawa_mynumber_rate"]}, warehouse)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        described = json.loads(archive.read("datapackage.json"))
        about, history = (archive.read(f"{name}.csv").decode("utf-8-sig") for name in ("about", "history"))
    (source,) = described["sources"]
    assert "白河市" in source["title"] and "郡山市" not in about + history
    assert "このデータの行が挙げる文書" in about
    with zipfile.ZipFile(io.BytesIO(file("groups", "zip"))) as archive:
        assert "公開データ全体のもとになった文書" in archive.read("about.csv").decode("utf-8-sig")
    told = of_table(open_table("figures"), rows, warehouse)
    assert len(told["sources"]) == 1 and told["sources_are"] == "このデータの行が挙げる文書"
    fields = {each["name"]: each for each in told["fields"]}
    for part in (fields["numerator"], fields["denominator"]):
        assert part["unit"] == "指標による" and "円" in part["definition"], "yen of payments, pages of print"


def test_what_is_said_of_ratios_is_true(warehouse: Warehouse) -> None:
    """Shares of documents stand as printed, even where their parts give another number."""
    rows = [
        row
        for row in open_rows(warehouse, "figures", {"unit": ["%"], "status": ["printed"]}).to_pylist()
        if row["numerator"] is not None and row["denominator"]
    ]
    other = [row for row in rows if abs(row["value"] - 100 * row["numerator"] / row["denominator"]) > 0.051]
    said = open_table("figures").processing
    assert other and "記載値のまま" in said.ja and "計算し" not in said.ja.split("割合は", 1)[-1]


def test_a_workbook_of_a_large_table_is_refused_before_it_is_begun() -> None:
    fields = [Field(name, plain(name), plain("数値")) for name in "abcdefghij"]
    column = pyarrow.array(range(40_001))
    large = MachineTable("t", tuple(fields), pyarrow.table(dict.fromkeys("abcdefghij", column)))
    with pytest.raises(Problem):
        to_workbook([large])
