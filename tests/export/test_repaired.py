"""The repaired file: what stands in it, that it opens safely, and that it keeps the rules itself."""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from openpyxl import load_workbook
from pyarrow import parquet

from narabe.export.machine import files
from narabe.export.repaired import About, repaired_csv, repaired_xlsx
from narabe.intake.converted import Converted
from narabe.intake.readability import judge
from narabe.intake.reading import open_file
from narabe.model.figures_plan import MetricEntry
from narabe.model.imports import Readability
from narabe.model.intake import Detection, Format, ReadOptions, Sheet, SheetFound, Value
from narabe.model.problem import Problem
from narabe.model.status import MetricKind
from narabe.model.text import Text, plain
from narabe.settings import Limits
from narabe.sources import CheckedTable

ABOUT = About(
    "様式①.xlsx",
    "ab" * 32,
    Text("月次実績", "Monthly figures"),
    date(2026, 11, 21),
    date(2026, 11, 20),
    "DX課",
)
CATALOGUE = (
    MetricEntry(
        "online_applications",
        Text("オンライン申請件数", "Online applications"),
        Text("件", "cases"),
        MetricKind.FLOW,
    ),
)
SHEETS = ["data", "codes", "definitions", "about", "history"]
FULL = (("L1", 100), ("L2", 100), ("L3", 100))


def table(name: str, columns: str, *rows: tuple[Any, ...]) -> CheckedTable:
    return CheckedTable(name, tuple((column, "text") for column in columns.split()), rows)


def figures() -> Converted:
    """A known metric by month with a missing value and a zero, a drafted one in parts, and notes of every kind."""
    april, may = (date(2025, 4, 1), date(2025, 4, 30), 1), (date(2025, 5, 1), date(2025, 5, 31), 1)
    values = "metric_id role segment period_start period_end months value low high decimals about unit numerator denominator status section note_ja note_en"

    def row(
        metric: str,
        segment: str,
        when: tuple[Any, ...],
        value: float | None,
        unit: str,
        note: str | None = None,
    ) -> tuple[Any, ...]:
        return (metric, "observed", segment, *when, value, None, None, 0, False, unit, None, None, "printed", "s1", note, None)  # fmt: skip

    return Converted(
        (
            table(
                "sections",
                "section_id heading_ja heading_en page order",
                ("s1", "月次　実績", "Sheet", None, 1),
            ),
            table(
                "metric_values",
                values,
                row("online_applications", "all", april, 1234.0, "件"),
                row("online_applications", "all", may, 0.0, "件", "※1 ㈱のみ\n①を除く"),
                row("room_uses", "east", april, None, "回", '=HYPERLINK("http://x")'),
                row("room_uses", "east", may, 12.5, "回", "—:該当なし"),
            ),
            table(
                "metrics",
                "metric_id title_ja title_en unit_ja unit_en",
                ("room_uses", "-会議室の利用", "Room uses", "回", "uses"),
            ),
            table("segments", "segment_id label_ja label_en", ("east", "東棟", "East wing")),
        ),
        (),
        4,
        3,
    )


@pytest.fixture
def respondents(tmp_path: Path) -> Path:
    """Twelve answers: single, several, a number, free words; some missing."""
    count = 12
    columns = {
        "row": list(range(2, count + 2)),
        "respondent": [str(n + 1) for n in range(count)],
        "weight": [0.5 + n / 10 for n in range(count)],
        "weight_scaled": [500000 + n * 100000 for n in range(count)],
        "q1": pyarrow.array(["know", "never", None, "know"] * 3).dictionary_encode(),
        "q1__missing": [None, None, "no_answer", None] * 3,
        "q2__web": [True, False, None, True] * 3,
        "q2__app": [False, False, None, True] * 3,
        "q2__missing": [None, None, "not_applicable", None] * 3,
        "q3": [20.0, 0.0, None, 64.0] * 3,
        "q4": ["なし", "=1+1", "無し", "よい\n①と思う"] * 3,
    }
    path = tmp_path / "answers.parquet"
    parquet.write_table(pyarrow.table(columns), path)
    return path


def answers() -> Converted:
    questions = "question_id wave_id number label_ja label_en"
    return Converted(
        (
            table(
                "questions",
                questions,
                ("in_dx_q1", "in_dx", "問1", "DXを知っているか", "Knows DX"),
                ("in_dx_q2", "in_dx", "問2", "使うもの", "Uses"),
                ("in_dx_q3", "in_dx", "問3", "年齢（歳）", "Age"),
                ("in_dx_q4", "in_dx", "問4", "ご意見", "Opinion"),
            ),
            table(
                "options",
                "question_id option_id option_order label_ja label_en",
                ("in_dx_q1", "never", 2, "知らない", "No"),
                ("in_dx_q1", "know", 1, "知っている", "Yes"),
                ("in_dx_q2", "web", 1, "ウェブ", "Web"),
                ("in_dx_q2", "app", 2, "アプリ", "App"),
            ),
        ),
        (),
        12,
        8,
    )


def cells(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(io.BytesIO(content))
    return {
        sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets
    }


def texts(content: bytes, encoding: str) -> dict[str, list[list[str]]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            Path(name).stem: list(csv.reader(io.StringIO(archive.read(name).decode(encoding), newline="")))
            for name in archive.namelist()
        }


def judged(content: bytes) -> Readability:
    """The workbook read back and judged."""
    book = load_workbook(io.BytesIO(content))
    sheets = tuple(
        Sheet(
            sheet.title,
            tuple(tuple(row) for row in sheet.iter_rows(values_only=True)),
            formulas=frozenset(
                (c.row, c.column) for row in sheet.iter_rows() for c in row if c.data_type == "f"
            ),
        )
        for sheet in book.worksheets
    )
    return judge(
        sheets, Detection(Format.WORKBOOK, tuple(SheetFound(s.name, len(s.rows), 1) for s in sheets))
    )


def judged_text(content: bytes, encoding: str) -> Readability:
    def empty(row: list[str]) -> tuple[Value, ...]:
        return tuple(value or None for value in row)

    sheets = tuple(Sheet(name, tuple(map(empty, rows))) for name, rows in texts(content, encoding).items())
    found = tuple(SheetFound(each.name, len(each.rows), len(each.rows[0])) for each in sheets)
    return judge(sheets, Detection(Format.DELIMITED, found, "utf-8", delimiter=",", quote='"'))


def broken(readability: Readability) -> dict[str, Any]:
    return {rule.rule_id: (rule.found, rule.places) for rule in readability.rules if rule.kept is False}


def versions(converted: Converted, file: Path | None = None) -> Iterator[Readability]:
    yield judged(repaired_xlsx(converted, ABOUT, file, CATALOGUE))
    yield judged_text(repaired_csv(converted, ABOUT, file, CATALOGUE), "utf-8-sig")
    yield judged_text(repaired_csv(converted, ABOUT, file, CATALOGUE, "shift_jis"), "cp932")


def test_figures_keep_every_rule() -> None:
    for readability in versions(figures()):
        assert broken(readability) == {}
        assert readability.scores == FULL


def test_answers_keep_every_rule(respondents: Path) -> None:
    for readability in versions(answers(), respondents):
        assert broken(readability) == {}
        assert readability.scores == FULL


def test_a_unit_that_nobody_stated_is_not_made_up(respondents: Path) -> None:
    bare = answers()
    questions = bare.tables[0]
    rows = tuple((*row[:3], row[3].replace("（歳）", ""), row[4]) for row in questions.rows)
    changed = Converted((CheckedTable("questions", questions.columns, rows), *bare.tables[1:]), (), 12, 8)
    assert broken(judged(repaired_xlsx(changed, ABOUT, respondents))).keys() == {"L3-04"}


def test_it_keeps_every_rule_as_our_own_readers_read_it(respondents: Path, tmp_path: Path) -> None:
    for name, content in (
        ("figures.xlsx", repaired_xlsx(figures(), ABOUT, catalogue=CATALOGUE)),
        ("answers.xlsx", repaired_xlsx(answers(), ABOUT, respondents)),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        incoming = open_file(path, name, ReadOptions(), Limits())
        readability = judge(incoming.sheets(), incoming.detection)
        assert (broken(readability), readability.scores) == ({}, FULL)
        assert readability.judged_rows is None


def test_figures_in_long_form() -> None:
    sheets = cells(repaired_xlsx(figures(), ABOUT, catalogue=CATALOGUE))
    assert list(sheets) == SHEETS
    data = [dict(zip(sheets["data"][0], row, strict=True)) for row in sheets["data"][1:]]
    assert [row["value"] for row in data] == [1234, 0, None, 12.5]
    assert data[0]["area_code"] == "07203" and data[0]["area_name"] == "福島県郡山市"
    assert data[0]["metric_name_ja"] == "オンライン申請件数" and data[0]["segment_name_ja"] == "全体"
    assert data[0]["period_start"] == datetime(2025, 4, 1)
    assert data[1]["note_ja"] == "※1 (株)のみ (1)を除く"
    assert data[2]["note_ja"] == '=HYPERLINK("http://x")'
    assert data[2]["metric_name_ja"] == "-会議室の利用" and data[2]["segment_name_ja"] == "東棟"
    assert data[3]["section"] == "月次 実績" and data[3]["unit"] == "回"
    codes = {(row[0], row[1]): row[2] for row in sheets["codes"][1:]}
    assert codes["metric_id", "room_uses"] == "-会議室の利用"
    assert codes["role", "observed"] == "実績"
    about = {row[0]: row[2] for row in sheets["about"][1:]}
    assert about["元のファイル"] == "様式(1).xlsx" and about["最終更新日"] == "2026-11-21"


def test_every_column_of_every_table_is_defined(respondents: Path) -> None:
    for content in (repaired_xlsx(figures(), ABOUT), repaired_xlsx(answers(), ABOUT, respondents)):
        sheets = cells(content)
        defined = {(row[0], row[1]) for row in sheets["definitions"][1:]}
        for name in ("data", "codes", "about", "history"):
            assert {(name, column) for column in sheets[name][0]} <= defined


def test_answers_one_row_a_respondent(respondents: Path) -> None:
    sheets = cells(repaired_xlsx(answers(), ABOUT, respondents))
    assert sheets["data"][0] == ("row", "respondent_id", "weight", "q1", "q1__missing", "q2__web", "q2__app", "q2__missing", "q3", "q4")  # fmt: skip
    assert sheets["data"][1] == (2, "1", 0.5, "know", None, 1, 0, None, 20, "なし")
    assert sheets["data"][3] == (4, "3", 0.7, None, "no_answer", None, None, "not_applicable", None, "無し")
    assert sheets["data"][4][-1] == "よい (1)と思う"
    codes = [row[:3] for row in sheets["codes"][1:] if row[0] == "q1"]
    assert codes == [("q1", "know", "知っている"), ("q1", "never", "知らない")]
    definition = {row[1]: row[2:] for row in sheets["definitions"][1:]}
    assert definition["q2__app"][0] == "問2 使うもの：アプリ" and definition["q3"][4] == "歳"


def test_nothing_is_run_as_a_formula() -> None:
    content = repaired_xlsx(figures(), ABOUT)
    hostile = [
        cell
        for sheet in load_workbook(io.BytesIO(content)).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(("=", "-"))
    ]
    assert hostile and all(cell.data_type == "s" and cell.quotePrefix for cell in hostile)
    rows = texts(repaired_csv(figures(), ABOUT), "utf-8-sig")["data"]
    notes = [row[rows[0].index("note_ja")] for row in rows]
    assert '\'=HYPERLINK("http://x")' in notes


def test_csv_says_its_encoding_and_shift_jis_marks_what_it_lacks() -> None:
    names = About("𠮷髙.csv", "0" * 64, plain("t"), date(2026, 1, 1))
    both = repaired_csv(figures(), names), repaired_csv(figures(), names, encoding="shift_jis")
    with zipfile.ZipFile(io.BytesIO(both[0])) as archive:
        assert archive.read("data.csv").startswith(b"\xef\xbb\xbfarea_code,")
    utf8, sjis = (
        {row[0]: row[2] for row in texts(content, encoding)["about"]}
        for content, encoding in zip(both, ("utf-8-sig", "cp932"), strict=True)
    )
    assert utf8["元のファイル"] == "𠮷髙.csv" and sjis["元のファイル"] == "〓髙.csv"
    assert utf8["文字コード"].startswith("UTF-8（BOMあり）") and sjis["文字コード"].startswith("Shift_JIS")


def test_the_same_input_gives_the_same_csv() -> None:
    assert repaired_csv(figures(), ABOUT) == repaired_csv(figures(), ABOUT)


def test_too_large_for_a_workbook_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_CELLS", 10)
    with pytest.raises(Problem) as caught:
        repaired_xlsx(figures(), ABOUT)
    assert caught.value.message.ja == "Excelブックにするには大きすぎます。"
    assert repaired_csv(figures(), ABOUT)
