"""The public tables: the dictionary is what the columns are, and rows are chosen by what stands in the files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pyarrow
import pytest

from narabe.analyses.open_data import edition, edition_of, open_codes, open_rows, open_table, open_tables
from narabe.model.open_data import BadFilter, FieldKind, NoSuchTable, OpenField, OpenTable
from narabe.model.problem import Problem
from narabe.warehouse import Warehouse
from narabe.warehouse.files import figures_file
from narabe.warehouse.sql import names, query
from narabe.words.open_codes import VOCABULARIES

TABLES = open_tables()
FIELDS = [(table, field) for table in TABLES for field in table.fields]
FITTING = {
    FieldKind.INTEGER: pyarrow.types.is_integer,
    FieldKind.NUMBER: pyarrow.types.is_floating,
    FieldKind.FLAG: pyarrow.types.is_boolean,
    FieldKind.DATE: pyarrow.types.is_date,
}
SECRET = "ヒミツ"


def named(table: OpenTable) -> str:
    return table.name


def test_every_table_of_the_dictionary_has_its_query_and_none_is_left_over() -> None:
    assert sorted(map(named, TABLES)) == names("open")
    assert len(TABLES) >= 20


@pytest.mark.parametrize("table", TABLES, ids=named)
def test_the_dictionary_agrees_with_the_columns(warehouse: Warehouse, table: OpenTable) -> None:
    rows = open_rows(warehouse, table.name)
    assert tuple(rows.column_names) == table.field_names
    for field in table.fields:
        fits = FITTING.get(field.kind, pyarrow.types.is_string)
        assert fits(rows.schema.field(field.name).type), field
    stated = query("open", table.name).header["returns"]
    assert table.name == "figures" or tuple(stated.split(", ")) == table.field_names


@pytest.mark.parametrize("table", [each for each in TABLES if each.key], ids=named)
def test_a_key_names_one_row(warehouse: Warehouse, table: OpenTable) -> None:
    rows = open_rows(warehouse, table.name).select(list(table.key)).to_pylist()
    assert len({tuple(row.values()) for row in rows}) == len(rows) > 0
    assert not any(value is None for row in rows for value in row.values())


def test_figures_begin_with_the_columns_of_the_public_mart(warehouse: Warehouse) -> None:
    mart = query("marts", "figures").header["returns"].split(", ")
    assert list(open_table("figures").field_names) == [
        *mart,
        "document_id",
        "section_id",
        "group_id",
        "segment_id",
    ]
    assert open_rows(warehouse, "figures").num_rows == len(
        warehouse.ask("figure_list", document=None, status=None)
    )


@pytest.mark.parametrize(("table", "field"), FIELDS, ids=lambda each: each.name)
def test_every_field_is_described_in_both_languages(table: OpenTable, field: OpenField) -> None:
    for text in (field.label, field.definition, table.title, table.note, table.processing):
        assert text.ja.strip() and text.en.strip()
    if field.kind in (FieldKind.INTEGER, FieldKind.NUMBER):
        assert field.unit.ja or field.unit_field in table.field_names
    if field.kind is FieldKind.CODE:
        assert field.codes in VOCABULARIES or field.refers or field.labelled_by
    for target, code in field.refers:
        stem = open_table(target).field(code).labelled_by
        assert not stem or {f"{stem}_ja", f"{stem}_en"} <= set(open_table(target).field_names)


@pytest.mark.parametrize("table", TABLES, ids=named)
def test_every_code_has_a_meaning(warehouse: Warehouse, table: OpenTable) -> None:
    rows = open_rows(warehouse, table.name)
    codes = open_codes(warehouse, table, rows)
    for field in table.fields:
        if field.kind is FieldKind.CODE:
            explained = {each.code: each.label for each in codes if each.field == field.name}
            used = set(rows.column(field.name).to_pylist()) - {None}
            assert used <= set(explained)
            assert not {code for code in used if explained[code].ja == code and len(code) > 2}, field.name


def test_rows_are_those_with_one_of_the_values(warehouse: Warehouse) -> None:
    every = open_rows(warehouse, "figures").to_pylist()
    for where, kept in (
        ({"wave": ["net2025"]}, lambda row: row["wave"] == "net2025"),
        ({"wave": ["net2025", "net2021"]}, lambda row: row["wave"] in ("net2025", "net2021")),
        ({"wave": [""]}, lambda row: row["wave"] is None),
        ({"wave": ["net2025", ""]}, lambda row: row["wave"] in ("net2025", None)),
        (
            {"wave": ["net2025"], "status": ["printed"]},
            lambda row: row["wave"] == "net2025" and row["status"] == "printed",
        ),
        ({"value": ["27.9"]}, lambda row: row["value"] == 27.9),
        ({"base": ["326"]}, lambda row: row["base"] == 326),
        ({"period_end": ["2025-03-31"]}, lambda row: row["period_end"] == date(2025, 3, 31)),
        ({"unit": ["%", "位"]}, lambda row: row["unit"] in ("%", "位")),
        ({"figure_id": []}, lambda _: False),
    ):
        found = open_rows(warehouse, "figures", where).to_pylist()  # type: ignore[arg-type]
        assert found == [row for row in every if kept(row)], where  # type: ignore[no-untyped-call]
        assert found or where == {"figure_id": []}
    marked = open_rows(warehouse, "projects", {"security": ["1"]}).to_pylist()
    assert marked and all(row["security"] for row in marked)


def test_a_text_is_found_as_the_files_write_it(warehouse: Warehouse) -> None:
    """① stands as (1) in every file; who copies that finds the row."""
    raw = open_rows(warehouse, "sections", {"section_id": ["s_4_2"], "document_id": ["koriyama-dx-2026"]})
    (heading,) = raw.column("heading_ja").to_pylist()
    assert "①" in heading
    found = open_rows(warehouse, "sections", {"heading_ja": [heading.replace("①", "(1)")]})
    assert found.equals(raw) and open_rows(warehouse, "sections", {"heading_ja": [heading]}).equals(raw)


@pytest.mark.parametrize(
    ("name", "where", "kind", "near"),
    [
        ("figur", {}, NoSuchTable, "figures"),
        ("all_figures", {}, NoSuchTable, "figures"),
        ("figures", {"wav": ["net2025"]}, BadFilter, "wave"),
        ("figures", {"value": ["多い"]}, BadFilter, "value"),
        ("figures", {"period_end": ["2025年"]}, BadFilter, "2026-03-31"),
        ("projects", {"security": ["はい"]}, BadFilter, "0 "),
        *(("figures", {"value": [odd]}, BadFilter, "value") for odd in ("nan", "inf", "1e999", "3_2", "３")),
        *(("figures", {"base": [odd]}, BadFilter, "base") for odd in ("3_26", "３２６", " 326", "9" * 30)),
        ("figures", {"period_end": ["2025-W14-1"]}, BadFilter, "2026-03-31"),
        ("figures", {"period_end": ["20250331"]}, BadFilter, "2026-03-31"),
        ("figures", {"status": ["prnted"]}, BadFilter, "printed"),
        ("figures", {'wave" or 1=1 --': ["x"]}, BadFilter, "figures"),
    ],
)
def test_what_is_not_there_is_said_with_what_is_near(
    warehouse: Warehouse, name: str, where: dict[str, list[str]], kind: type[Problem], near: str
) -> None:
    with pytest.raises(kind) as caught:
        open_rows(warehouse, name, where)
    assert near in caught.value.message.ja and near in caught.value.message.en


def test_a_value_is_never_sql(warehouse: Warehouse) -> None:
    assert open_rows(warehouse, "figures", {"wave": ["' or 1=1 --"]}).num_rows == 0


def test_nothing_internal_is_in_a_public_table(warehouse: Warehouse) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{figures_file(warehouse.build_id)}' as given (read_only)")
        tables = connection.execute(
            "select table_name from duckdb_tables() where database_name = 'given'"
        ).fetchall()
        for (name,) in tables:
            connection.execute(f'create table "{name}" as from given.main."{name}"')
        connection.execute(
            f"insert into discrepancies select * replace ('d99' as discrepancy_id, '{SECRET}' as title_ja, true as internal)"
            " from discrepancies limit 1"
        )
        connection.execute(
            "insert into subjects select * replace ('d99' as discrepancy_id) from subjects limit 1"
        )
        for name in names("open"):
            told = str(connection.execute(query("open", name).text).fetchall())
            assert SECRET not in told and "d99" not in told, name


def test_figures_name_their_group_or_part_by_code(warehouse: Warehouse) -> None:
    labels = {
        (table, row[f"{table}_id"]): row["label_ja"]
        for table in ("group", "segment")
        for row in open_rows(warehouse, f"{table}s").to_pylist()
    }
    rows = open_rows(warehouse, "figures").to_pylist()
    for row in rows:
        group, part = row["group_id"], row["segment_id"]
        if row["metric_id"]:
            assert group is None and labels["segment", part] == row["group_ja"]
        else:
            crossed = "・" in row["group_ja"] and row["kind"].startswith("respondents_")
            assert part is None and (crossed or labels["group", group] == row["group_ja"])
    women = open_rows(warehouse, "figures", {"group_id": ["female"], "kind": ["survey_share"]})
    assert {row["group_ja"] for row in women.to_pylist()} == {labels["group", "female"]}


def test_sources_are_those_of_the_rows(warehouse: Warehouse) -> None:
    table = open_table("figures")
    for where, cities in (
        ({"wave": ["net2025"]}, {"郡山市"}),
        ({"metric_id": ["shirakawa_mynumber_rate"]}, {"白河市"}),
        ({"figure_id": ["none"]}, set()),
    ):
        rows = open_rows(warehouse, "figures", where)
        sources = edition_of(warehouse, table, rows).sources
        assert {source.publisher.ja for source in sources} == cities
        assert {source.document_id for source in sources} == set(rows.column("document_id").to_pylist())
    groups = open_table("groups")
    every = edition_of(warehouse, groups, open_rows(warehouse, "groups"))
    assert every == edition(warehouse), "a table that names no document rests on all"


def test_an_edition_says_which_data_and_from_where(warehouse: Warehouse, store: Path) -> None:
    now = edition(warehouse)
    assert now.version == warehouse.build_id and now.updated.year >= 2026
    assert {"郡山市", "盛岡市", "白河市"} <= {source.publisher.ja for source in now.sources}
    assert not any(source.imported for source in now.sources)
