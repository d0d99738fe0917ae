"""The machine face of tables of the screen: what stands in it, and that every table of every page keeps the rules."""

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pandas
import pyarrow
import pytest
from frictionless import Package
from openpyxl import load_workbook
from pyarrow import parquet

from narabe.analyses.crosstab import crosstab
from narabe.analyses.crosstab_start import usual_axes, usual_question
from narabe.analyses.stage import slide, staged
from narabe.export.crosstab_csv import crosstab_data
from narabe.export.faces import Taking, file_name, made, tab_separated, unwritable_in_sjis
from narabe.export.machine.screen_face import about_of, machine_of
from narabe.model.cell import several_codes
from narabe.model.crosstab import CrossAsk
from narabe.model.room import Phase
from narabe.model.table import Column, Table
from narabe.model.text import Text, plain
from narabe.sources.decks import ready_decks
from narabe.tables.crosstab import crossed
from narabe.tables.dashboard import Section, sections
from narabe.tables.deck import step_table, steps_table
from narabe.warehouse import Warehouse
from narabe.warehouse.answers import open_answers, surveys
from tests.export.taken import (
    FULL,
    MINI,
    NOW,
    broken,
    judged,
    judged_file,
    judged_package,
    judged_table,
    of_wave,
)


@pytest.fixture(scope="module")
def dashboard(warehouse: Warehouse) -> tuple[Section, ...]:
    return sections(warehouse)


@pytest.fixture(scope="module")
def tables(dashboard: tuple[Section, ...]) -> list[Table]:
    return [table for _, _, tables in dashboard for table in tables]


def records(table: Table) -> list[dict[str, object]]:
    machine = machine_of(table)
    return [dict(zip(machine.header, row, strict=True)) for row in machine.rows()]


def test_every_table_of_every_page_keeps_every_rule(tables: list[Table]) -> None:
    assert len(tables) > 50
    failed = {
        table.name: broken(readability)
        for table in tables
        if (readability := judged_table(table)).scores != FULL
    }
    assert failed == {}


def test_the_files_keep_every_rule_as_our_own_readers_read_them(tables: list[Table], tmp_path: Path) -> None:
    for name in ("narabe_compare_service_use", "narabe_projects", "narabe_voices_men_and_women"):
        taking = Taking(next(table for table in tables if table.name == name))
        book = made(taking, "machine_xlsx", "ja")
        for readability in (
            judged_file(book, file_name(taking.table, "machine_xlsx", "ja"), tmp_path),
            judged_package(made(taking, "machine_zip", "ja")),
        ):
            assert (broken(readability), readability.scores) == ({}, FULL), name


def test_decks_and_crosstabs_keep_every_rule(warehouse: Warehouse) -> None:
    for deck in ready_decks():
        ready = staged(warehouse, deck)
        assert judged_table(steps_table(ready)).scores == FULL
        for number, step in enumerate(ready.steps, start=1):
            if step.step.picture is not None:
                told = (slide(warehouse, step, phase) for phase in (Phase.REVEALED, Phase.WAITING))
                readability = judged_table(step_table(deck.deck_id, number, *told))
                assert (broken(readability), readability.scores) == ({}, FULL), (deck.deck_id, number)
    (name, *_) = surveys()
    answers = open_answers(name)
    asked = CrossAsk(name, usual_question(answers.survey) or "", (usual_axes(answers.survey)[:1],))
    told = crosstab(answers, asked, warehouse.settings)
    machine = crosstab_data([told])
    readability = judged(machine, about_of(crossed(told), NOW))
    assert (broken(readability), readability.scores) == ({}, FULL)


def test_names_are_plain_and_told_once(tables: list[Table]) -> None:
    for table in tables:
        header = machine_of(table).header
        assert len(set(header)) == len(header), table.name
        assert all(name.isascii() and name.replace("_", "a").isalnum() for name in header), table.name


def test_numbers_words_ranges_and_marks_stand_apart() -> None:
    yes, no, none, other = records(MINI)
    # as the table holds it, not as the screen rounds it
    assert yes["share"] == 43.756 and yes["base"] == 91
    assert (yes["option_id"], yes["option_ja"], yes["option_en"]) == ("o1", "はい（使う）", "yes, I use it")
    assert (yes["serves__a"], yes["serves__b"], yes["marked"]) == (1, 1, 1)
    assert yes["day"] == date(2025, 9, 1)
    # a mark beside a number: the number stays one
    assert (no["share"], no["share_remark_ja"]) == (12.3, "▲")
    assert (no["serves__a"], no["marked"], no["day"]) == (0, 0, None)
    # a range is two ends, never a number
    assert (none["share"], none["share_low"], none["share_high"]) == (None, 80, 100)
    assert (none["range_low"], none["range_high"], none["marked"]) == (55, 65, None)
    # a masked value is no number, and says so
    assert (other["share"], other["share_remark_ja"]) == (None, "*")


@pytest.mark.parametrize(
    "words", ["80%以上", "約6割", "45～55%", "2,600人以上", "16 hours", "—", "12.3 / 4.5"]
)
def test_words_with_a_number_in_them_are_no_number(words: str) -> None:
    table = Table("t", plain("t"), (Column("n", plain("n"), 1),), ((plain(words),),))
    assert records(table) == [{"n": None, "n_remark_ja": words, "n_remark_en": words}]


def test_columns_of_one_variable_stand_under_one_another() -> None:
    count, known = Text("数", "count"), Text("知り方", "known")
    table = Table(
        "t",
        plain("t"),
        (
            Column("option", plain("option")),
            of_wave("w1", "2021", "count", count),
            of_wave("w1", "2021", "known", known, None),
            of_wave("w2", "2025", "count", count),
            of_wave("w2", "2025", "known", known, None),
        ),
        (("a", 1, "x", 2, "y"), ("b", None, None, 3, "z")),
    )
    # the names of the waves are numbers, so they stand in the code table alone
    assert records(table) == [
        {"option": "a", "wave_id": "w1", "count": 1, "known": "x"},
        {"option": "a", "wave_id": "w2", "count": 2, "known": "y"},
        {"option": "b", "wave_id": "w1", "count": None, "known": None},
        {"option": "b", "wave_id": "w2", "count": 3, "known": "z"},
    ]
    (waves,) = [field for field in machine_of(table).fields if field.name == "wave_id"]
    assert waves.codes == (("w1", plain("2021")), ("w2", plain("2025")))


def test_several_things_told_apart_have_a_row_each() -> None:
    columns = (Column("name", plain("name")), Column("projects", plain("projects")))
    rows = (("a", several_codes(("3", "7"), apart=True)), ("b", several_codes((), apart=True)))
    assert records(Table("t", plain("t"), columns, rows)) == [
        {"name": "a", "projects_id": "3"},
        {"name": "a", "projects_id": "7"},
        {"name": "b", "projects_id": None},
    ]


def test_every_format_holds_the_same_numbers(tables: list[Table]) -> None:
    taking = Taking(next(table for table in tables if table.name == "narabe_compare_service_use"))
    machine = machine_of(taking.table)
    shares = [row[machine.header.index("share")] for row in machine.rows()]
    known = [share for share in shares if share is not None]
    assert 38.4 in known
    csvs = {
        "utf-8-sig": made(taking, "machine_csv", "ja"),
        "cp932": made(taking, "machine_csv_sjis", "ja"),
    }
    for encoding, content in csvs.items():
        frame = pandas.read_csv(io.BytesIO(content), encoding=encoding)
        assert list(frame.columns) == machine.header
        assert frame["share"].dropna().tolist() == known
    frame = parquet.read_table(pyarrow.BufferReader(made(taking, "machine_parquet", "ja")))
    assert frame.column("share").drop_null().to_pylist() == known
    assert [row["share"] for row in json.loads(made(taking, "machine_json", "ja"))] == shares
    book = load_workbook(io.BytesIO(made(taking, "machine_xlsx", "ja")))
    first, *rest = book["data"].iter_rows(values_only=True)
    assert [row[first.index("share")] for row in rest] == shares
    with zipfile.ZipFile(io.BytesIO(made(taking, "machine_zip", "ja"))) as archive:
        assert archive.read("data.csv") == csvs["utf-8-sig"]
        assert json.loads(archive.read("datapackage.json"))["name"] == "narabe-compare-service-use"


def test_a_package_is_valid_to_frictionless(tables: list[Table], tmp_path: Path) -> None:
    for name in ("narabe_compare_service_use", "narabe_kpi", "narabe_projects"):
        content = made(Taking(next(table for table in tables if table.name == name)), "machine_zip", "ja")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            archive.extractall(tmp_path / name)
        report = Package(tmp_path / name / "datapackage.json").validate()
        assert report.flatten(["rowNumber", "fieldName", "type", "note"]) == []
        assert report.valid


def test_the_same_table_gives_the_same_bytes(tables: list[Table]) -> None:
    taking = Taking(tables[0])
    assert made(taking, "machine_zip", "ja") == made(taking, "machine_zip", "ja")


def test_characters_that_shift_jis_lacks_are_listed() -> None:
    table = Table("t", plain("t"), (Column("word", plain("w")),), (("𠮷野家",), ("𠮷田 – x",), ("高",)))
    assert sorted(unwritable_in_sjis(Taking(table))) == [("–", "word", 1), ("𠮷", "word", 2)]


def test_what_is_copied_falls_into_cells() -> None:
    table = Table(
        "t",
        plain("t"),
        (Column("a", Text("名", "Name")), Column("b", Text("割合", "Share"), 1, plain("%"))),
        ((Text("一\n二\t三", "1"), 43.75), ("=1+1", None)),
    )
    lines = list(csv.reader(io.StringIO(tab_separated(table, "ja")), delimiter="\t"))
    assert lines == [["名", "割合（%）"], ["一 二 三", "43.8"], ["'=1+1", ""]]


def test_nothing_internal_stands_in_the_dashboard(warehouse: Warehouse) -> None:
    """The register has more entries for those who may see what is internal."""

    def register(internal: bool) -> int:
        found = [t for _, _, tables in sections(warehouse, internal) for t in tables]
        return next(len(table.rows) for table in found if table.name == "narabe_discrepancies")

    assert register(False) <= register(True)
