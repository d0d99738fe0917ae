"""A chart made ready for paper keeps every row, stays readable and fits its place."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest

from narabe.charts.lines import GAP, Lines, Scale, drawn
from narabe.charts.paper import LARGEST, SMALLEST, Place, columns, light, sheets
from narabe.charts.theme import DARK, LIGHT, Look, light_colours, text_width

PLACE = Place(273.0, 118.0)
Chart = dict[str, Any]


def of_groups(groups: int, bars: int, look: Look, words: str = "") -> Chart:
    """A chart of `groups` titles with `bars` bars each."""
    lines = Lines()
    for group in range(groups):
        lines.title(f"設問{group}")
        if words:
            lines.words(words)
        for bar in range(bars):
            lines.bar(f"{group}-{bar} 2025年 {10 * bar}%", look.palette.main, 90.0 - bar)
    return drawn(lines, Scale(0, 100, (0, 100), ("0", "100")), look)


def rows_of(pages: list[Any]) -> list[dict[str, Any]]:
    return [row for page in pages for panel in page for row in panel.chart["datasets"]["rows"]]


def hexes(palette: object) -> list[str]:
    return re.findall(r"#[0-9A-F]{6}", repr(palette))


def parameter(chart: Chart, name: str) -> float:
    return next(float(param["value"]) for param in chart["params"] if param["name"] == name)


@pytest.mark.parametrize("groups", [1, 4, 11, 30, 90])
@pytest.mark.parametrize("look", [Look(), Look("en", large=True)], ids=["screen", "wall"])
def test_no_row_is_lost_and_none_changes_place(groups: int, look: Look) -> None:
    chart = of_groups(groups, 2, look)
    pages = sheets(chart, PLACE)
    assert rows_of(pages) == chart["datasets"]["rows"]
    for page in pages:
        for panel in page:
            assert panel.chart["datasets"]["rows"][0]["kind"] == "title"


@pytest.mark.parametrize("groups", [1, 4, 11, 30, 90])
@pytest.mark.parametrize("look", [Look(), Look("en", large=True)], ids=["screen", "wall"])
def test_columns_fit_their_place_and_stay_readable(groups: int, look: Look) -> None:
    for page in sheets(of_groups(groups, 2, look), PLACE):
        assert sum(panel.width for panel in page) <= PLACE.width
        for panel in page:
            millimetres = panel.width / panel.chart["width"]
            assert panel.height <= PLACE.height * 1.01
            letters = millimetres * look.size
            assert 14 * SMALLEST * 0.99 <= letters <= 14 * LARGEST * 1.01


def test_columns_share_one_scale_and_hold_their_labels() -> None:
    chart = of_groups(11, 2, Look())
    (page,) = sheets(chart, PLACE)
    assert len(page) > 1
    assert len({parameter(panel.chart, "right") for panel in page}) == 1
    assert parameter(page[0].chart, "right") < parameter(chart, "right"), (
        "wider than a phone: bars may be longer"
    )
    for panel in page:
        right, width = parameter(panel.chart, "right"), panel.chart["width"]
        for row in panel.chart["datasets"]["rows"]:
            if row["kind"] == "bar":
                assert row["label_x"] / right * width + GAP + text_width(row["text"], 14) <= width * 1.001


def test_words_are_not_cut_off_by_a_narrow_column() -> None:
    """A line of words that fits a phone fits a column on paper."""
    words = "あ" * 25  # 25 × 14 = 350 pixels, the narrowest screen
    for page in sheets(of_groups(30, 1, Look(), words), PLACE):
        assert all(panel.chart["width"] >= 350 for panel in page)


def test_a_dark_chart_becomes_the_light_one() -> None:
    assert light(of_groups(3, 2, Look(dark=True))) == light(of_groups(3, 2, Look()))


def test_every_dark_colour_has_one_light_colour() -> None:
    """Else a colour could not be exchanged without knowing what it stands for."""
    assert len(hexes(DARK)) == len(hexes(LIGHT))
    pairs = set(zip(hexes(DARK), hexes(LIGHT), strict=True))
    assert len(pairs) == len({dark for dark, _ in pairs})
    assert light_colours() == dict(pairs)
    # a chart that is light already stays as it is
    assert all(light_colours().get(colour, colour) == colour for colour in hexes(LIGHT))


def test_a_text_is_drawn_once() -> None:
    names = [layer.get("name", "") for layer in light(of_groups(2, 2, Look()))["layer"]]
    assert "bar_ink" in names
    assert not {"bar_edge", "title_edge", "words_edge"} & set(names)


def test_columns_are_as_even_as_groups_allow() -> None:
    """Against every way of cutting, for small charts."""
    random.seed(3)
    for _ in range(50):
        sizes = [random.randint(1, 5) for _ in range(random.randint(1, 7))]
        rows = [
            {"kind": "title" if place == 0 else "bar", "line": (group, place)}
            for group, size in enumerate(sizes)
            for place in range(size)
        ]
        for count in (1, 2, 3):
            runs = columns(rows, count)
            assert [row for run in runs for row in run] == rows
            assert len(runs) <= count
            assert max(map(len, runs)) == _best(sizes, count)


def _best(sizes: list[int], count: int) -> int:
    """The shortest possible longest run, by trying all cuts."""
    if count == 1 or len(sizes) == 1:
        return sum(sizes)
    return min(
        max(sum(sizes[:cut]), _best(sizes[cut:], count - 1)) if cut < len(sizes) else sum(sizes)
        for cut in range(1, len(sizes) + 1)
    )


def test_marks_that_share_a_line_count_once() -> None:
    rows = [{"kind": "title", "line": 0}, *({"kind": "mark", "line": 1} for _ in range(9))]
    rows += [{"kind": "title", "line": 2}, {"kind": "mark", "line": 3}]
    left, right = columns(rows, 2)
    assert (left[-1]["line"], right[0]["line"]) == (1, 2)
