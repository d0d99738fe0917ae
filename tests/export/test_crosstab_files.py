"""Files of a cross-tabulation: marks and letters by hand, fictional data, names and links, the machine-readable face."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from narabe.analyses.crosstab import crosstab
from narabe.export.crosstab_book import crosstab_book, sheet_names
from narabe.export.crosstab_csv import crosstab_csv, crosstab_zip
from narabe.export.crosstab_fields import average_fields, cell_fields, column_fields
from narabe.export.crosstab_sheet import HEAD
from narabe.intake.readability import judge
from narabe.model.crosstab import ColumnAverage, Correction, CrossAsk, CrossTab
from narabe.model.intake import Detection, Format, Sheet, SheetFound
from narabe.model.rounding import share_percent
from narabe.model.text import Lang
from narabe.settings import Settings
from narabe.tables.crossed_groups import groups
from narabe.tables.crossed_measures import Marks
from narabe.tables.crosstab import Figures, Layout, crossed
from narabe.words import crosstab_field_sentences as fields
from tests.crossing.survey import Question, made

AREA = Question("area", options=(("a", "東"), ("b", "西"), ("c", "南")), header="地区")
KNOW = Question("know", options=(("k1", "知っている"), ("k2", "知らない")), header="認知")
LONG = Question(
    "long", options=(("y", "はい"), ("n", "いいえ")), header="[Q1] 市の施設を?: " + "とても長い設問" * 5
)
KNOWN = {"a": 60, "b": 45, "c": 100}
"""Of a hundred people each, as many know. 60 against 45: z = 2.12, p = 0.03; everybody in 南: no test."""
PEOPLE = [
    {"area": area, "know": "k1" if place < known else "k2", "long": "yn"[place % 2]}
    for area, known in KNOWN.items()
    for place in range(100)
]
TODAY = date(2026, 11, 21)
ASK = CrossAsk("mini", "know", (("area",),), correction=Correction.NONE)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return made(tmp_path_factory.mktemp("areas"), (AREA, KNOW, LONG), PEOPLE)


@pytest.fixture(scope="module")
def told(answers: Any) -> CrossTab:
    return crosstab(answers, ASK, Settings())


@pytest.fixture(scope="module")
def fictional(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return made(tmp_path_factory.mktemp("invented"), (AREA, KNOW, LONG), PEOPLE, fictional=True)


def shares(told: CrossTab, marks: Marks) -> list[list[Any]]:
    return [list(row[3:]) for row in crossed(told, Layout(marks=marks)).rows]


def test_letters_name_the_groups_below(told: CrossTab) -> None:
    assert [group.letter for group in groups(told)] == ["", "A", "B", "C"]
    assert shares(told, Marks.LETTERS) == [
        [68.3, 31.7],
        ["60.0 b", 40.0],
        [45.0, "55.0 a"],
        ["100.0 †", "0.0 †"],
    ]
    labels = [row[1].ja for row in crossed(told, Layout(marks=Marks.LETTERS)).rows]  # type: ignore[union-attr]
    assert labels == ["全体", "東 (A)", "西 (B)", "南 (C)"]


def test_a_difference_at_one_per_cent_is_a_capital(answers: Any) -> None:
    """Of 205 who know 60 live in 東 and 45 in 西, of 95 who do not 40 and 55: z = 2.19 (p = 0.03) and 6.1."""
    ask = CrossAsk("mini", "area", (("know",),), correction=Correction.NONE)
    found = shares(crosstab(answers, ask, Settings()), Marks.LETTERS)
    assert found[1:] == [[29.3, 22.0, "48.8 †"], ["42.1 a", "57.9 A", "0.0 †"]]


def test_marks_against_the_rest(told: CrossTab) -> None:
    """東 60 % against 145 of 200 is lower, 西 45 % against 160 of 200 too; 100 % is not tested."""
    assert shares(told, Marks.REST) == [
        [68.3, 31.7],
        ["60.0 ▼", "40.0 ▲"],
        ["45.0 ▼", "55.0 ▲"],
        ["100.0 †", "0.0 †"],
    ]


def test_letters_stand_on_a_third_line_of_the_workbook(told: CrossTab) -> None:
    sheet = load_workbook(io.BytesIO(crosstab_book([told], "ja", lettered=True))).worksheets[2]
    lines = [list(row[3:]) for row in sheet.iter_rows(min_row=HEAD, max_row=HEAD + 12, values_only=True)]
    assert lines[3::3] == [[None, None, None], [None, "b", None], [None, None, "a"], [None, "†", "†"]]
    assert lines[2::3][1] == [100, 60, 40]


def test_more_groups_than_letters(tmp_path: Path) -> None:
    many = Question("many", options=tuple((f"g{n}", f"{n}") for n in range(28)))
    people = [{"many": f"g{n}", "know": "k1"} for n in range(28)]
    told = crosstab(made(tmp_path, (many, KNOW), people), CrossAsk("mini", "know", (("many",),)), Settings())
    assert [group.letter for group in groups(told)][-3:] == ["Z", "AA", "AB"]


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(113, 400, 28.3), (1, 16, 6.3), (3, 16, 18.8), (1, 3, 33.3), (2, 3, 66.7), (0, 5, 0.0), (5, 5, 100.0)],
)
def test_shares_are_rounded_half_up(part: int, whole: int, percent: float) -> None:
    """113 / 400 is 28.25 %; in floats 0.2825 × 100 falls below."""
    assert share_percent(part / whole) == percent


def test_a_tie_of_weights_is_a_tie() -> None:
    """0.1 + 0.2 of 3 is a tenth, whatever floats leave behind."""
    assert share_percent((0.1 + 0.2) / 3, 0) == 10.0
    assert share_percent(0.28249999999999997) == 28.3


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_fictional_data_is_marked_everywhere_and_not_compared(fictional: Any, lang: Lang) -> None:
    mark = {"ja": "架空データ（操作練習用）", "en": "Fictional data (for practice)"}[lang]
    told = crosstab(fictional, ASK, Settings())
    table = crossed(told, Layout(marks=Marks.LETTERS))
    assert mark in table.title.in_(lang) and table.notes[0].in_(lang) == mark
    assert [row[3:] for row in table.rows][1] == (60.0, 40.0)
    book = load_workbook(io.BytesIO(crosstab_book([told], lang, lettered=True)))
    for sheet in book:
        assert mark in str(sheet["A1"].value), sheet.title
    texts = [str(cell.value) for row in book.worksheets[2].iter_rows() for cell in row]
    assert not any("χ²" in text or text in ("b", "†") for text in texts)
    rows = csv.DictReader(io.StringIO(crosstab_csv([told]).decode("utf-8-sig"), newline=""))
    assert {(row["origin"], row["differs_from"], row["against_rest"]) for row in rows} == {
        ("fictional", "", "not tested")
    }


def test_fictional_data_is_compared_for_practice(fictional: Any) -> None:
    ask = CrossAsk("mini", "know", (("area",),), correction=Correction.NONE, practice=True)
    assert shares(crosstab(fictional, ask, Settings()), Marks.LETTERS)[1] == ["60.0 b", 40.0]


def test_sheets_have_names_that_excel_takes(answers: Any) -> None:
    told = [crosstab(answers, CrossAsk("mini", name), Settings()) for name in ("long", "long", "know")]
    names = sheet_names(told, "ja")
    assert names[0].startswith("01_Q1 市の施設を") and names[2] == "03_認知"
    assert len(set(names)) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_contents_lead_to_the_sheets_and_back(answers: Any, told: CrossTab) -> None:
    long = crosstab(answers, CrossAsk("mini", "long"), Settings())
    book = load_workbook(io.BytesIO(crosstab_book([told, long], "ja")))
    contents = book["目次"]
    rows = [[cell.value for cell in row] for row in contents.iter_rows(min_row=4)]
    assert rows[0] == ["番号", "設問", "回答形式", "集計軸", "回答者数(n)", "シート"]
    assert rows[1] == [1, "認知", "単数回答（SA）", "地区", 300, "01_認知"]
    for number, sheet in enumerate(book.worksheets[2:], start=1):
        assert contents.cell(4 + number, 2).hyperlink.location == f"'{sheet.title}'!A1"
        assert sheet["A2"].hyperlink.location == "'目次'!A1"


def test_notes_say_how_the_book_was_counted(answers: Any) -> None:
    ask = CrossAsk("mini", "know", (("area",),), where="area in (a, b)", correction=Correction.NONE)
    sheet = load_workbook(io.BytesIO(crosstab_book([crosstab(answers, ask, Settings())], "ja", True)))["注"]
    said = "\n".join(f"{row[0]}：{row[1]}" for row in sheet.iter_rows(values_only=True))
    for part in (
        "限定条件：area in (a, b)",
        "回答者：300人のうち200人",
        "ウエイト：なし",
        "横%：この設問に答えた人を100%とする",
        "設問に答えた人が10人未満の区分",
        "補正なし",
        "大文字は1%水準",
        "データの版：dataset-mini",
        "取り込んだ回答ファイルから集計",
    ):
        assert part in said
    assert "母数" not in said


def test_how_few_meet_a_condition_is_masked_too(tmp_path: Path) -> None:
    people = PEOPLE[:4] + PEOPLE[100:140]
    answers = made(tmp_path, (AREA, KNOW, LONG), people)
    told = crosstab(answers, CrossAsk("mini", "know", where="area = a"), Settings())
    book = load_workbook(io.BytesIO(crosstab_book([told], "ja")))
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "44人のうち*人" in texts and not any("4人" in text.replace("44人", "") for text in texts)
    assert [note.ja for note in crossed(told).notes if "限定条件" in note.ja] == [
        "限定条件：area = a（44人のうち*人）。"
    ]


def test_both_lines_on_the_screen(told: CrossTab) -> None:
    table = crossed(told, Layout(Figures.BOTH))
    assert [column.label.ja for column in table.columns] == [
        "集計軸",
        "区分",
        "値",
        "回答者数(n)",
        "知っている",
        "知らない",
    ]
    first, second = table.rows[2:4]
    assert (first[2].ja, *first[3:]) == ("人数", 100, 60, 40)  # type: ignore[union-attr]
    assert [second[2].ja, second[3], *(cell.ja for cell in second[4:])] == ["%", None, "60.0", "40.0"]  # type: ignore[union-attr]


def test_the_archive_defines_every_column_and_code(told: CrossTab) -> None:
    with zipfile.ZipFile(io.BytesIO(crosstab_zip([told], TODAY))) as archive:
        tables = {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
            for name in archive.namelist()
        }
    assert list(tables) == ["data.csv", "codes.csv", "definitions.csv", "about.csv", "history.csv"]
    defined = {row["field"]: row for row in tables["definitions.csv"] if row["table"] == "data"}
    assert list(tables["data.csv"][0]) == list(defined) == [name for name, *_ in fields.FIELDS]
    assert all(row["definition_ja"] and row["definition_en"] for row in defined.values())
    codes = {(row["field"], row["code"]) for row in tables["codes.csv"]}
    for name in ("origin", "record", "against_rest", "share_base", "correction"):
        assert {(name, row[name]) for row in tables["data.csv"]} <= codes


def test_the_csv_holds_full_precision_and_codes(told: CrossTab) -> None:
    rows = list(csv.DictReader(io.StringIO(crosstab_csv([told]).decode("utf-8-sig"), newline="")))
    total = rows[0]
    assert (total["axis_id"], total["group_id"], total["option_id"]) == ("area", "total", "k1")
    assert float(total["column_share"]) == 205 / 300
    assert (rows[1]["differs_from"], rows[1]["against_rest"]) == ("b", "lower")
    assert len(
        {tuple(row[name] for name in ("axis_id", "group_id", "option_id", "record")) for row in rows}
    ) == len(rows)


def test_the_archive_keeps_the_rules_for_machine_readable_data(answers: Any) -> None:
    """The 30 rules of the Digital Agency, by the judge that looks at files brought in."""
    told = [
        crosstab(answers, CrossAsk("mini", name, (("area",), ("know",))), Settings())
        for name in ("long", "know")
    ]
    with zipfile.ZipFile(io.BytesIO(crosstab_zip(told, TODAY))) as archive:
        sheets = tuple(
            Sheet(
                name.removesuffix(".csv"),
                tuple(
                    tuple(cell or None for cell in row)
                    for row in csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""))
                ),
            )
            for name in archive.namelist()
        )
    found = tuple(SheetFound(each.name, len(each.rows), len(each.rows[0])) for each in sheets)
    verdict = judge(sheets, Detection(Format.DELIMITED, found, "utf-8", delimiter=",", quote='"'))
    assert {rule.rule_id: (rule.found, rule.places) for rule in verdict.rules if rule.kept is False} == {}


def test_csv_leaves_out_nothing_that_json_tells_of_columns_cells_and_averages(told: CrossTab) -> None:
    table = told.tables[0]
    named = {*column_fields(table.columns[0]), *cell_fields(table.cells[0][0])}
    named |= {*average_fields(ColumnAverage(None, None, None))}
    assert named <= {name for name, *_ in fields.FIELDS}
