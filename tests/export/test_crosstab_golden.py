"""An awkward mini survey: screen table = CSV = workbook, cell for cell, and all as counted by hand.

Sixteen men and five women; nobody of the third sex, which is therefore no group; one woman gave no answer. 1 of 16 is 6.25 % and 3 of 16 is
18.75 %, both ties; one woman weighs nothing.
"""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from narabe.analyses.crosstab import crosstab
from narabe.export.cells import harmless
from narabe.export.cells import rows as plain_rows
from narabe.export.crosstab_book import crosstab_book
from narabe.export.crosstab_csv import crosstab_csv
from narabe.export.crosstab_sheet import HEAD, labels_of
from narabe.model.crosstab import CrossAsk, CrossTab
from narabe.model.rounding import half_up, share_percent
from narabe.model.text import Lang
from narabe.settings import Settings
from narabe.tables.crossed_groups import one_total
from narabe.tables.crosstab import Figures, Layout, crossed
from tests.crossing.survey import Person, Question, made

SEX = Question("sex", options=(("m", "男性"), ("f", "女性"), ("x", "どちらでもない")), header="性別")
KNOW = Question(
    "know", options=(("k1", "=1+1"), ("k2", "ﾈｯﾄ、\n「𠮷」"), ("k3", "+知らない")), header="@認知"
)
USE = Question("use", "multiple", (("u1", "窓口"), ("u2", "-ネット-"), ("u3", "窓口")), header="利用")
SCALE = Question("scale", "scale", (("s1", "1 低い"), ("s2", "2"), ("s3", "3 高い")), header="満足度")
HOURS = Question("hours", "numeric", header="時間")
QUESTIONS = (SEX, KNOW, USE, SCALE, HOURS)


def person(sex: str, know: str, weight: float, use: Any = frozenset(), scale: str = "s2", hours: Any = 1.0) -> Person:  # fmt: skip
    return {"sex": sex, "know": know, "weight": weight, "use": use, "scale": scale, "hours": hours}


PEOPLE = (
    [person("m", "k1", 1.0, frozenset({"u1"}), "s1", 2.5)]
    + [person("m", "k2", 1.0, frozenset({"u1", "u2"}))] * 3
    + [person("m", "k3", 1.0, frozenset({"u3"}), "s3")] * 12
    + [person("f", "k1", 0.0, frozenset()), person("f", "k2", 0.5, "!no_answer"), person("f", "k3", 1.5)]
    + [person("f", "k3", 2.0, frozenset({"u2"}), "!invalid", "!no_answer")]
    + [person("f", "!no_answer", 1.25, frozenset({"u1"}), "s1", 0.25)]
)
OPEN, CLOSED = Settings(mask_below=0), Settings(mask_below=10)
ASKS = {
    "plain": (CrossAsk("mini", "know", (("sex",),)), OPEN),
    "weighted": (CrossAsk("mini", "know", (("sex",),), weight="weight"), OPEN),
    "masked": (CrossAsk("mini", "know", (("sex",),)), CLOSED),
    "several axes": (CrossAsk("mini", "use", (("sex",), ("know",), ("sex", "know")), weight="weight"), OPEN),
    "missing shown": (CrossAsk("mini", "use", (("sex",), ("know",)), show_missing=True), OPEN),
    "scale": (CrossAsk("mini", "scale", (("sex",), ("use",))), OPEN),
    "number": (CrossAsk("mini", "hours", (("know",),), weight="weight"), OPEN),
    "nobody": (CrossAsk("mini", "know", (("sex",),), where="sex = x"), OPEN),
    "total alone": (CrossAsk("mini", "know"), OPEN),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, CrossTab]:
    folder: Path = tmp_path_factory.mktemp("mini")
    answers = made(folder, QUESTIONS, PEOPLE)
    return {name: crosstab(answers, ask, chosen) for name, (ask, chosen) in ASKS.items()}


def sheet_of(told: CrossTab, lang: Lang) -> list[list[Any]]:
    """The headings and lines of the question's sheet."""
    sheet = load_workbook(io.BytesIO(crosstab_book([told], lang))).worksheets[2]
    assert isinstance(sheet, Worksheet)
    lines = [list(row) for row in sheet.iter_rows(min_row=HEAD, values_only=True)]
    end = next((place for place, row in enumerate(lines) if not any(cell is not None for cell in row)))
    return lines[:end]


def csv_of(told: CrossTab) -> list[dict[str, str]]:
    content = crosstab_csv([told])
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\n") == content.count(b"\r\n")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def number(text: str, decimals: int = 1) -> float | str | None:
    """A cell of the CSV as people read it."""
    return half_up(round(float(text), 6), decimals) if text else None


EXPECTED: dict[str, list[list[Any]]] = {
    "plain": [
        ["", "全体（参考値）", 20, 10.0, 20.0, 70.0],
        ["性別", "男性（参考値）", 16, 6.3, 18.8, 75.0],
        ["性別", "女性（参考値）", 4, 25.0, 25.0, 50.0],
    ],
    # women: 0 + 0.5 + 1.5 + 2 = 4, effective 16 / (0.25 + 2.25 + 4) = 2.46; all: 20² / (16 + 6.5) = 17.8
    "weighted": [
        ["", "全体（参考値）", 20, 5.0, 17.5, 77.5, 20.0, 17.8],
        ["性別", "男性（参考値）", 16, 6.3, 18.8, 75.0, 16.0, 16.0],
        ["性別", "女性（参考値）", 4, 0.0, 12.5, 87.5, 4.0, 2.5],
    ],
    # four women are few, and 20 − 16 would tell them
    "masked": [
        ["", "全体（参考値）", 20, 10.0, 20.0, 70.0],
        ["性別", "男性", "*", "*", "*", "*"],
        ["性別", "女性", "*", "*", "*", "*"],
    ],
}  # fmt: skip


def lines_of(told: CrossTab, layout: Layout, lang: Lang = "ja") -> list[tuple[list[Any], list[Any]]]:
    """Names of groups and numbers of each line of the screen, the numbers as files order them: weighted bases first."""
    table = crossed(told, layout)
    bases = ("unweighted_base", "answers", "weighted_base", "effective_base")
    keys = [column.key for column in table.columns]
    names = [
        place
        for place, column in enumerate(table.columns)
        if column.decimals is None and column.key != "axis"
    ]
    told_of = [place for place, column in enumerate(table.columns) if column.decimals is not None]
    told_of.sort(key=lambda place: bases.index(keys[place]) if keys[place] in bases else len(bases))
    return [
        ([row[place] for place in names], [row[place] for place in told_of])
        for row in plain_rows(table, lang)
    ]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_table_is_as_counted_by_hand(told: dict[str, CrossTab], name: str) -> None:
    found = plain_rows(crossed(told[name]), "ja")
    assert [["" if cell is None else cell for cell in row] for row in found] == EXPECTED[name]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ASKS)
def test_the_workbook_equals_the_screen(told: dict[str, CrossTab], name: str, lang: Lang) -> None:
    """Upper lines are the table of counts, lower lines that of shares; masked cells are masked in all."""
    given = told[name]
    head, *lines = sheet_of(given, lang)
    options, labels = len(given.tables[0].rows), labels_of(given)
    upper = lines[::2] if options else lines
    shown = lines_of(given, Layout(Figures.COUNTS), lang)
    assert [row[1 : labels - 1] for row in upper] == [
        [harmless(name) or None for name in names] for names, _ in shown
    ]
    assert [row[labels:] for row in upper] == [[harmless(cell) for cell in told_of] for _, told_of in shown]
    measures = len(head) - labels
    assert len({len(row) for row in lines}) == 1 and len(shown[0][1]) == measures
    if not options:
        return
    before = measures - options - (3 if given.tables[0].averages else 0)
    lower = [row[labels + before :][:options] for row in lines[1::2]]
    assert lower == [told_of[before:][:options] for _, told_of in lines_of(given, Layout(), lang)]


def screen_of(told: CrossTab, figures: Figures) -> dict[tuple[str, str], list[Any]]:
    """The numbers of the screen by axis and group; a total that stands once stands for every axis."""
    shown = iter([told_of for _, told_of in lines_of(told, Layout(figures))])
    found: dict[tuple[str, str], list[Any]] = {}
    total = next(shown) if one_total(told) else None
    for table in told.tables:
        axis = "__".join(table.banner) or "total"
        for column in table.columns:
            at_top = column.column_id == "total" and total is not None
            found[axis, column.column_id] = total if at_top and total else next(shown)
    assert next(shown, None) is None
    return found


@pytest.mark.parametrize("name", ASKS)
def test_the_csv_equals_the_screen(told: dict[str, CrossTab], name: str) -> None:
    given = told[name]
    records = csv_of(given)
    counts, shares = screen_of(given, Figures.COUNTS), screen_of(given, Figures.SHARES)
    options = [row.row_id for row in given.tables[0].rows]
    bases = ("unweighted_base", *(("weighted_base", "effective_base") if given.weight else ()))
    seen = set()
    for record in records:
        key = record["axis_id"], record["group_id"]
        seen.add((*key, record["option_id"]))
        count, share = counts[key], shares[key]
        masked = record["suppressed"] == "1"
        for place, base in enumerate(bases):
            assert count[place] == share[place] == ("*" if masked else number(record[base]))
        if record["record"] == "average":
            means = [number(record[each], 2) for each in ("mean", "median", "sd")]
            assert share[-3:] == ["*" if masked else "—" if each is None else each for each in means]
            continue
        place = len(bases) + options.index(record["option_id"])
        told_count = record["weighted_count"] if given.weight else record["unweighted_count"]
        assert count[place] == ("*" if masked else number(told_count))
        part = record["column_share"]
        assert share[place] == ("*" if masked else share_percent(float(part)) if part else "—")
    assert {key[:2] for key in seen} == set(counts)
    per_table = sum(len(t.columns) * (len(t.rows) + bool(t.averages)) for t in given.tables)
    assert len(records) == len(seen) == per_table


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ASKS)
def test_turned_is_the_same_table_turned(told: dict[str, CrossTab], name: str, lang: Lang) -> None:
    given = told[name]
    turned = crossed(given, Layout(turned=True))
    decimals = {column.label.ja: column.decimals for column in crossed(given).columns}
    columns = list(zip(*(told_of for _, told_of in lines_of(given, Layout(), lang)), strict=True))
    names = [row[0] for row in plain_rows(turned, "ja")]
    for column, option, row in zip(columns, names, plain_rows(turned, lang), strict=True):
        spelled = [cell if isinstance(cell, str) else f"{cell:,.{decimals[str(option)]}f}" for cell in column]
        assert list(row[1:]) == spelled


def test_no_cell_of_the_workbook_runs_as_a_formula(told: dict[str, CrossTab]) -> None:
    book = load_workbook(io.BytesIO(crosstab_book(list(told.values()), "ja", lettered=True)))
    texts = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
    ]
    assert [
        cell.value for cell in texts if cell.data_type == "f" or cell.value.startswith(tuple("=+-@"))
    ] == []
    assert {"'=1+1", "'+知らない", "'@認知", "'-ネット-"} <= {cell.value for cell in texts}


def test_no_cell_of_the_csv_runs_as_a_formula(told: dict[str, CrossTab]) -> None:
    lines = csv.reader(io.StringIO(crosstab_csv(list(told.values())).decode("utf-8-sig"), newline=""))
    cells = [cell for line in lines for cell in line]
    assert [cell for cell in cells if cell.startswith(tuple("=+-@"))] == []


def test_two_options_of_one_name_stay_two_columns(told: dict[str, CrossTab]) -> None:
    labels = [column.label.ja for column in crossed(told["several axes"]).columns]
    assert labels[-5:] == ["窓口", "-ネット-", "窓口 (2)", "加重後回答者数", "有効標本サイズ"]


def test_axes_that_lose_different_people_have_their_own_total(told: dict[str, CrossTab]) -> None:
    """20 answered `use`; one of them gave no answer to `know`."""
    shown = plain_rows(crossed(told["several axes"]), "ja")
    totals = [row[:4] for row in shown if str(row[1]).startswith("全体")]
    assert totals == [["性別", "全体（参考値）", None, 20], ["@認知", "全体（参考値）", None, 19], ["性別 × @認知", "全体（参考値）", None, 19]]  # fmt: skip
    shown = plain_rows(crossed(told["missing shown"]), "ja")
    assert [row[2] for row in shown if str(row[1]).startswith("全体")] == [21]
