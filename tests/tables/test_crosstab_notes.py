"""What stands under a crossed table and beside its lines: what is 100 %, marks, reasons, weights, nested groups."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from narabe.analyses.crosstab import crosstab
from narabe.export.cells import rows as plain_rows
from narabe.export.crosstab_book import crosstab_book
from narabe.export.crosstab_csv import crosstab_csv, crosstab_zip
from narabe.model.crosstab import Base, Correction, CrossAsk, CrossTab
from narabe.model.text import Lang, Text
from narabe.settings import Settings
from narabe.tables.crossed_measures import Marks
from narabe.tables.crosstab import Figures, Layout, crossed
from narabe.words import crosstab_file_sentences as words
from tests.crossing.survey import Person, Question, made

SEX = Question("sex", options=(("m", "男性"), ("f", "女性")), header="性別")
AGE = Question("age", options=(("y", "30代以下"), ("o", "40代以上")), header="年代")
KNOW = Question("know", options=(("k1", "知っている"), ("k2", "知らない")), header="認知")
USE = Question("use", "multiple", (("u1", "窓口"), ("u2", "LINE")), header="利用")
QUESTIONS = (SEX, AGE, KNOW, USE)
EVERYBODY = "回答者全員（無回答などを含む）を100%とする"


def person(number: int) -> Person:
    """Of 80 people half are men; a quarter each of sex and age. 30 men and 10 women know; 8 gave no answer to `use`,
    2 were not asked; 70 use the first, 40 of them the second too."""
    man, place = number < 40, number % 40
    use: Any = "!no_answer" if number < 8 else "!not_applicable" if number < 10 else {"u1"}
    return {
        "sex": "m" if man else "f",
        "age": "y" if place % 2 else "o",
        "know": "k1" if place < (30 if man else 10) else "k2",
        "use": {"u1", "u2"} if number >= 40 else use,
        "weight": 0.5 if man else 1.25,
    }


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return made(tmp_path_factory.mktemp("notes"), QUESTIONS, [person(number) for number in range(80)])


def told(answers: Any, rows: str, *axes: tuple[str, ...], **more: Any) -> CrossTab:
    return crosstab(answers, CrossAsk("mini", rows, axes, correction=Correction.NONE, **more), Settings())


PLAIN = Layout()


def notes(found: CrossTab, layout: Layout = PLAIN, lang: Lang = "ja") -> str:
    return "\n".join(note.in_(lang) for note in crossed(found, layout).notes)


def book_of(found: CrossTab, lettered: bool = False, lang: Lang = "ja") -> str:
    book = load_workbook(io.BytesIO(crosstab_book([found], lang, lettered)))
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("more", [{"show_missing": True}, {"base": Base.EVERYBODY}])
def test_everybody_is_said_to_be_everybody(answers: Any, more: dict[str, Any]) -> None:
    found = told(answers, "use", ("sex",), **more)
    assert f"横%：{EVERYBODY}" in notes(found) and "答えた人を100%" not in notes(found)
    assert book_of(found).count(f"横%：{EVERYBODY}") == 2, "under the table and among the notes of the book"
    assert ",everybody," in crosstab_csv([found]).decode("utf-8-sig")
    assert words.HUNDRED[found.base].ja == "回答者全員（無回答などを含む）"


def test_codes_of_the_archive_say_the_same(answers: Any) -> None:
    content = crosstab_zip([told(answers, "use", show_missing=True)], date(2026, 11, 21))
    with ZipFile(io.BytesIO(content)) as archive:
        assert "回答者全員（無回答などを含む）" in archive.read("codes.csv").decode("utf-8-sig")


def test_answers_given_are_counted_where_they_are_the_whole(answers: Any) -> None:
    """70 and 40 answers: men 30, women 80; shares of women 50 and 50. Weighted 15 + 100 = 115."""
    found = told(answers, "use", ("sex",), base=Base.ANSWERS)
    assert "横%：回答数（選ばれた回答の総数、全体で110件）を100%とする。" in notes(found)
    assert plain_rows(crossed(found, Layout()), "ja") == [
        [None, "全体", 70, 110, 63.6, 36.4],
        ["性別", "男性", 30, 30, 100.0, 0.0],
        ["性別", "女性", 40, 80, 50.0, 50.0],
    ]
    assert "全体で110件" in book_of(found)
    weighted = told(answers, "use", ("sex",), base=Base.ANSWERS, weight="weight")
    assert "全体で115.0件" in notes(weighted)
    assert "of the number of answers given (110 in total)" in notes(found, lang="en")


def test_marks_are_explained_where_they_stand(answers: Any) -> None:
    """30 and 10 of 40 know, apart; nobody of 年代 differs: 20 each."""
    apart = notes(told(answers, "know", ("sex",)), Layout(marks=Marks.REST))
    assert "補正なし・1セルずつの目安で、差がなくても20セルに1つほどは付く" in apart and "†" not in apart
    alike = notes(told(answers, "know", ("age",)), Layout(marks=Marks.REST))
    assert "▲" not in alike and "†" not in alike
    assert "区間は、回答者が単純無作為抽出" in alike


@pytest.mark.parametrize("marks", [Marks.REST, Marks.LETTERS])
def test_why_nothing_can_be_tested(answers: Any, marks: Marks) -> None:
    """Everybody uses the first."""
    found = told(answers, "use", ("sex",))
    line = "†は検定不可（割合が0%か100%、人数が足りない、または比べる相手が伏せられている）。"
    assert line in notes(found, Layout(marks=marks))
    assert line not in notes(told(answers, "know", ("sex",)), Layout(marks=marks))
    assert (line in book_of(found, lettered=True)) and line not in book_of(
        told(answers, "know", ("sex",)), lettered=True
    )


def test_reasons_in_the_table_are_named(answers: Any) -> None:
    line = "表に出した無回答などの理由：無回答、非該当。表全体の検定（χ²など）には入れない。"
    assert line in notes(told(answers, "use", show_missing=True))
    assert line in notes(told(answers, "know", ("use",), show_missing=True))
    assert "表に出した" not in notes(told(answers, "use"))


def test_weights_are_never_called_people(answers: Any) -> None:
    """Who know weigh 30 × 0.5 + 10 × 1.25 = 27.5."""
    found = told(answers, "know", ("sex",), weight="weight")
    table = crossed(found, Layout(Figures.BOTH))
    first = plain_rows(table, "ja")[0]
    assert first[2] == "加重後の値" and first[4] == 27.5
    assert all(column.fixed for column in table.columns), "one decimal throughout"
    assert "人数ではない" in notes(found, Layout(Figures.COUNTS)) and "人数ではない" not in notes(found)
    assert "加重後の人数" not in book_of(found) and "加重後の値" in book_of(found)
    assert "weighted number of people" not in book_of(found, lang="en").lower()


def test_nested_groups_stand_under_their_outer_group(answers: Any) -> None:
    found = told(answers, "know", ("sex",), ("sex", "age"))
    table = crossed(found, Layout())
    assert [column.label.ja for column in table.columns][:4] == ["集計軸", "区分", "内訳", "回答者数(n)"]
    assert [row[:4] for row in plain_rows(table, "ja")] == [
        [None, "全体", None, 80],
        ["性別", "男性", None, 40],
        ["性別", "女性", None, 40],
        ["性別 × 年代", "男性", "30代以下（参考値）", 20],
        ["性別 × 年代", None, "40代以上（参考値）", 20],
        ["性別 × 年代", "女性", "30代以下（参考値）", 20],
        ["性別 × 年代", None, "40代以上（参考値）", 20],
    ]
    sheet = load_workbook(io.BytesIO(crosstab_book([found], "ja"))).worksheets[2]
    lines = [row[:4] for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert lines[0] == ("集計軸", "区分", "内訳", "値")
    assert lines[7:11] == [
        ("性別 × 年代", "男性", "30代以下（参考値）", "人数"),
        (None, None, None, "%"),
        (None, None, "40代以上（参考値）", "人数"),
        (None, None, None, "%"),
    ]


def test_a_nested_axis_alone_is_headed_by_its_questions(answers: Any) -> None:
    """A phone has no room for a column that says the same on every line."""
    table = crossed(told(answers, "know", ("sex", "age")), Layout())
    assert [column.label.ja for column in table.columns][:3] == ["性別", "年代", "回答者数(n)"]
    assert plain_rows(table, "ja")[2][:3] == [None, "40代以上（参考値）", 20]


def test_a_name_with_the_sign_of_nesting_stays_whole(tmp_path: Path) -> None:
    odd = Question("sex", options=(("m", "男 × 女"), ("f", "女性")), header="性別")
    people = [person(number) for number in range(80)]
    found = told(made(tmp_path, (odd, AGE, KNOW), people), "know", ("sex", "age"))
    assert [row[:2] for row in plain_rows(crossed(found, Layout()), "ja")][1:4] == [
        ["男 × 女 × 30代以下（参考値）", None],
        ["男 × 女 × 40代以上（参考値）", None],
        ["女性", "30代以下（参考値）"],
    ]


def test_a_drawn_test_says_so() -> None:
    assert words.exact(Text("地区", "Area"), 0.0421, 9_999) == Text(
        "地区：フィッシャーの正確検定 p=0.042（シミュレーション9,999回）",
        "Area: Fisher's exact test p=0.042 (simulated, 9,999 draws)",
    )
    assert words.exact(Text("性別", "Sex"), 0.5, None).ja == "性別：フィッシャーの正確検定 p=0.500"


def test_the_workbook_says_that_its_test_was_drawn(tmp_path: Path) -> None:
    """Three people a cell of the diagonal: one expected in each of nine, so tables are drawn."""
    area = Question("area", options=(("a", "東"), ("b", "西"), ("c", "南")), header="地区")
    know = Question("know", options=(("x", "甲"), ("y", "乙"), ("z", "丙")), header="認知")
    people = [
        {"area": one, "know": other} for one, other in zip("abc", "xyz", strict=True) for _ in range(12)
    ]
    few = made(tmp_path, (area, know), people[::3])
    found = crosstab(few, CrossAsk("mini", "know", (("area",),)), Settings(mask_below=0))
    assert "（シミュレーション9,999回）" in book_of(found)
