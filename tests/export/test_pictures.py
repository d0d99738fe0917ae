"""Charts taken away: as pictures with their words, and as native charts of a workbook."""

import io
import re
from collections.abc import Callable
from math import ceil

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from narabe.analyses.compare import compare
from narabe.charts import change, lines, ranks
from narabe.charts import compare as chart
from narabe.charts.template import DATA, Spec
from narabe.charts.theme import Look
from narabe.export import pictures
from narabe.export.dashboard import dashboard_book
from narabe.export.faces import Taking, made
from narabe.export.xlsx_file import to_xlsx
from narabe.model.comparison import CompareAsk, Comparison
from narabe.model.table import Table
from narabe.model.text import Lang, plain
from narabe.tables import compare as tables
from narabe.warehouse import Warehouse
from tests.export.taken import MINI

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def used(warehouse: Warehouse) -> Comparison:
    return compare(warehouse, CompareAsk("service_use"))


def taking(used: Comparison, lang: Lang = "ja", dark: bool = False) -> Taking:
    return Taking(tables.shares(used), chart.shares(used, Look(lang, dark)), chart.alt_text(used, lang))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_svg_needs_neither_font_nor_network(used: Comparison, lang: Lang) -> None:
    shown = taking(used, lang)
    svg = made(shown, "svg", lang).decode()
    page = etree.fromstring(svg.encode())
    assert not list(page.iter(f"{SVG}text", f"{SVG}image", f"{SVG}style")), "letters are outlines"
    assert "font-family" not in svg
    links = [value for node in page.iter() for name, value in node.attrib.items() if name.endswith("href")]
    assert links and all(link.startswith("#") for link in links)
    drawn = {node.get("id") for node in page.iter() if node.get("id")}
    assert {link[1:] for link in links} <= drawn
    assert page.findtext(f"{SVG}title") == shown.table.title.in_(lang)
    assert page.findtext(f"{SVG}desc") == shown.alt
    assert "fefefd" not in svg, "the place of the chart is taken"


def test_every_text_of_the_chart_and_the_page_is_outlined(used: Comparison) -> None:
    """As many glyphs as letters: chart labels, title, source, notes and version."""
    shown = taking(used)
    page = etree.fromstring(made(shown, "svg", "ja"))
    labels = [row["text"] for row in shown.chart["datasets"][DATA]]  # type: ignore[index]
    around = [shown.table.title.ja, *(note.ja for note in shown.table.notes), shown.table.build_id]
    letters = sum(len(re.sub(r"\s", "", text)) for text in (*labels, *around))
    assert len(list(page.iter(f"{SVG}use"))) > letters


def test_pngs_are_as_large_as_they_say(used: Comparison) -> None:
    once, twice = (
        Image.open(io.BytesIO(made(taking(used, dark=True), form, "ja"))) for form in ("png", "png2")
    )
    assert once.width == 800 and abs(twice.width - 2 * once.width) <= 1
    assert abs(twice.height - 2 * once.height) <= 2
    assert once.convert("RGB").getpixel((2, 2)) == (255, 255, 255), "on white, whatever the screen is"


@pytest.mark.parametrize("form", ["svg", "png"])
def test_awkward_words_do_not_break_a_picture(used: Comparison, form: str) -> None:
    hostile = "#panic() $x$ *b* _i_ `c` <b>&amp; 𠮷👍 \x07 " + "あ" * 120
    shown = taking(used)
    table = Table("t", plain(hostile), (), (), notes=(plain(hostile),), build_id="v")
    assert len(made(Taking(table, shown.chart, hostile), form, "ja")) > 1000


def test_a_table_without_a_chart_has_no_picture() -> None:
    assert Taking(MINI).faces == ("readable", "machine")
    with pytest.raises(ValueError, match="has no chart"):
        made(Taking(MINI), "png", "ja")


def test_no_share_leaves_without_its_base_and_verdict(
    used: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the picture and on both sheets, as the page says them above the chart."""
    base = "回答者数(n)：2021年 310人、2025年 370人（推定）"
    said = [base, *(f"{j.earlier.ja} ↔ {j.later.ja}：" for j in used.judgements)]
    assert len(said) == 4
    feet: list[list[str]] = []
    told = pictures._set
    monkeypatch.setattr(pictures, "_set", lambda page: feet.append(page["foot"]) or told(page))
    shown = taking(used)
    made(shown, "svg", "ja")
    book = load_workbook(io.BytesIO(made(shown, "xlsx", "ja")))
    on_sheets = [
        [str(cell) for row in book[name].iter_rows(values_only=True) for cell in row]
        for name in ("Narabe", "図")
    ]
    for foot in (feet[0], *on_sheets):
        assert all(any(line.startswith(f"注：{each}") for line in foot) for each in said)
        assert any("割合は比べられない" in line for line in foot)
        assert any(line.startswith("出典：") for line in foot)
    others = (tables.differences(used), tables.base_effects(used), tables.ranks(used))
    assert all(table.notes[0].ja == base for table in others)


def sheets_of(content: bytes) -> tuple[Worksheet, Worksheet, Worksheet]:
    book = load_workbook(io.BytesIO(content))
    first, second, third = (book[name] for name in book.sheetnames)
    return first, second, third


@pytest.mark.parametrize("of", [chart.shares, change.differences])
def test_the_bars_of_a_workbook_are_those_of_the_screen(
    used: Comparison, of: Callable[[Comparison, Look], Spec]
) -> None:
    spec = of(used, Look(dark=True))
    rows = spec["datasets"][DATA]
    _, shown, numbers = sheets_of(to_xlsx(tables.shares(used), "ja", spec))
    names, *lines = numbers.iter_rows(values_only=True)
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        told = dict(zip(names, line, strict=True))
        assert str(line[0]).endswith(row["text"])
        assert told["値"] == (None if row["value"] is None else pytest.approx(row["value"], rel=1e-12))
        if row["value"] is not None and row["low"] is not None:
            assert told["値から区間の下端まで"] == pytest.approx(row["value"] - row["low"])
            assert told["値から区間の上端まで"] == pytest.approx(row["high"] - row["value"])
        if row["ceiling"] is not None and row["value"] is None:
            assert (told["下限"], told["上限"]) == (row["floor"], row["ceiling"])
    (drawn,) = shown._charts
    given = {param["name"]: param["value"] for param in spec["params"]}
    assert (drawn.barDir, drawn.x_axis.scaling.orientation) == ("bar", "maxMin")
    assert drawn.y_axis.scaling.max == pytest.approx(given["reach"])
    assert drawn.y_axis.scaling.min <= given["left"]
    for series in drawn.series:
        assert series.cat.numRef.f.endswith(f"$A$2:$A${len(rows) + 1}")
        assert "図のデータ" in series.val.numRef.f
    assert numbers["A2"].data_type == "s"


@pytest.mark.parametrize("name", ["防災ウェブサイト", "とても長い選択肢の名前" * 10])
def test_every_line_of_a_native_chart_has_room_for_its_words(name: str) -> None:
    """LibreOffice leaves out labels where one is broken into lines for which there is no height.

    A full-width letter of 9 points is 0.3175 cm wide; other letters than ours may be a fifth wider.
    """
    drawing, longest = lines.Lines(), "2025年 28.9%以下（選択肢にあれば）"
    for _ in range(20):
        drawing.title(name)
        drawing.bar(longest, "#0017C1", 28.9)
    spec = lines.drawn(drawing, lines.Scale(0, 100, (0, 100), ("0%", "100%")), Look())
    _, shown, _ = sheets_of(to_xlsx(MINI, "ja", spec))
    (chart_drawn,) = shown._charts
    extent = shown._charts[0].anchor.ext
    width, height = extent.width / 360_000, extent.height / 360_000
    inner = chart_drawn.layout.manualLayout
    letters = max(len("■ " + name), 12 + 10 * 0.56)
    needed = ceil(letters * 0.3175 * 1.2 / (inner.x * width))
    assert inner.h * height / 40 >= 0.42 * needed + 0.2
    assert needed == (1 if name == "防災ウェブサイト" else 3)


def test_a_chart_taller_than_excel_draws_leaves_the_table_alone() -> None:
    drawing = lines.Lines()
    for number in range(600):
        drawing.bar(str(number), "#0017C1", 1.0)
    spec = lines.drawn(drawing, lines.Scale(0, 1, (0, 1), ("0", "1")), Look())
    assert load_workbook(io.BytesIO(to_xlsx(MINI, "ja", spec))).sheetnames == ["Narabe"]


def test_the_ranks_of_a_workbook_are_those_of_the_screen(used: Comparison) -> None:
    spec = ranks.ranks(used, Look())
    _, shown, numbers = sheets_of(to_xlsx(tables.ranks(used), "ja", spec))
    names, *lines = numbers.iter_rows(values_only=True)
    told = {
        (str(name), step): rank
        for step, line in enumerate(lines)
        for name, rank in zip(names[1:], line[1:], strict=True)
        if rank is not None
    }
    assert told == {
        (row["option"].replace("\n", ""), row["at"]): row["rank"] for row in spec["datasets"][DATA]
    }
    assert shown._charts[0].y_axis.scaling.orientation == "maxMin"


def test_a_chart_excel_cannot_draw_leaves_the_workbook_as_it_was() -> None:
    assert load_workbook(io.BytesIO(to_xlsx(MINI, "ja", {"layer": [], "params": []}))).sheetnames == [
        "Narabe"
    ]


def test_the_whole_dashboard_is_one_workbook_with_contents() -> None:
    other = Table("narabe_" + "x" * 60, plain("=1+1"), MINI.columns, MINI.rows)
    sections = (
        (plain("one"), "/compare?q=a", (MINI, other)),
        (plain("two"), "/kpi", (MINI,)),
    )
    book = load_workbook(io.BytesIO(dashboard_book(sections, "ja")))
    contents, *sheets = book.worksheets
    assert len(sheets) == 3 and all(len(sheet.title) <= 31 for sheet in sheets)
    lines = list(contents.iter_rows(min_row=4, values_only=True))
    assert [line[4] for line in lines] == ["/compare?q=a", "/compare?q=a", "/kpi"]
    assert [line[3] for line in lines] == [4, 4, 4]
    for row, sheet in enumerate(sheets, start=4):
        link = contents.cell(row, 3).hyperlink
        assert link is not None and link.location == f"'{sheet.title}'!A1"
        back = sheet["A2"].hyperlink
        assert back is not None and back.location == "'目次'!A1"
        assert sheet["B4"].value == 43.8
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
