"""Every chart is valid Vega-Lite, names what it draws, and can be seen by everybody."""

import json
import re
from pathlib import Path
from typing import Any

import altair as alt
import pytest

from narabe.analyses.cohorts import concepts
from narabe.analyses.compare import compare
from narabe.analyses.indicator import indicator_detail
from narabe.analyses.kpi import kpi_board
from narabe.analyses.operations import operations
from narabe.charts import breakdown, change, kpi, ranks, timeline
from narabe.charts import compare as shares
from narabe.charts.lines import Lines, Scale, drawn
from narabe.charts.theme import DARK, LIGHT, Look, Palette, text_width
from narabe.charts.wrapping import within
from narabe.model.comparison import CompareAsk
from narabe.warehouse import Warehouse, open_live

LOOKS = [Look("ja"), Look("en", dark=True), Look("ja", large=True)]


@pytest.fixture(scope="module")
def warehouse(store: Path) -> Warehouse:
    return open_live()


def every_chart(warehouse: Warehouse, look: Look) -> list[dict[str, Any]]:
    board, fives = kpi_board(warehouse), operations(warehouse)
    charts = [kpi.board(board, look)]
    charts += [kpi.history(indicator_detail(warehouse, i.metric_id), look) for i in board.indicators]
    charts += [timeline.strip(strip, look) for strip in fives.strips]
    charts += [breakdown.parts(metric, look) for metric in fives.broken_down]
    for concept in concepts(warehouse):
        comparison = compare(warehouse, CompareAsk(concept.concept_id))
        if comparison.has_bars:
            charts.append(shares.shares(comparison, look))
        if comparison.differences:
            charts.append(change.differences(comparison, look))
        if comparison.base_effects:
            charts.append(change.base_effects(comparison, look))
        if len(ranks.ranked_waves(comparison)) > 1:
            charts.append(ranks.ranks(comparison, look))
    return charts


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_chart_is_valid(warehouse: Warehouse, look: Look) -> None:
    charts = every_chart(warehouse, look)
    assert len(charts) >= 50
    seen: set[str] = set()
    for chart in charts:
        # charts of one form differ in data and parameters only: each form is checked once, it takes a while
        form = json.dumps([layer.get("name", layer["encoding"]) for layer in chart["layer"]], sort_keys=True)
        if form not in seen:
            alt.LayerChart.from_dict(chart, validate=True)
            seen.add(form)
        names = [layer["name"] for layer in chart["layer"] if "name" in layer]
        assert len(names) == len(set(names))
        assert chart["datasets"]["rows"]


def test_a_layer_without_rows_is_left_out() -> None:
    lines = Lines()
    lines.title("甲")
    lines.bar("10%", "#000000", 10)
    chart = drawn(lines, Scale(0, 100, (0, 100), ("0", "100")), Look())
    names = {layer["name"] for layer in chart["layer"] if "name" in layer}
    assert "bars" in names
    assert not {"spans", "rule", "intervals_ink", "starts_ink"} & names


def test_a_bar_of_time_is_as_long_as_its_months(warehouse: Warehouse) -> None:
    """Three months and eight months, in years: a quarter and two thirds, whatever their values."""
    (cashless,) = operations(warehouse, "cashless").strips
    rows = timeline.strip(cashless, Look())["datasets"]["rows"]
    lengths = {months: set() for months in ("3", "8")}
    for row in rows:
        found = re.search(r"・(3|8)か月$", row["said"])
        if found and row["kind"] == "known":
            lengths[found[1]].add(round(row["end"] - row["begin"], 2))
    assert lengths == {"3": {0.24}, "8": {0.67}}  # the last day is the last inside


def test_an_empty_slot_is_drawn_as_an_outline_that_says_so(warehouse: Warehouse) -> None:
    (moveless,) = operations(warehouse, "moveless").strips
    chart = timeline.strip(moveless, Look())
    rows = [row for row in chart["datasets"]["rows"] if row["kind"] != "title"]
    assert {(row["kind"], row["text"]) for row in rows} == {("empty", "未収録")}
    assert {layer["name"] for layer in chart["layer"] if "name" in layer} & {"known", "moment"} == set()


def test_a_text_of_time_fits_a_phone(warehouse: Warehouse) -> None:
    """On 350 px every text stands inside, on whichever side of its bar it was put."""
    for strip in operations(warehouse).strips:
        chart = timeline.strip(strip, Look())
        left, right = (next(p["value"] for p in chart["params"] if p["name"] == n) for n in ("left", "right"))
        for row in chart["datasets"]["rows"]:
            place = {
                "after": (row["end"] - left) / (right - left) * 350,
                "before": (row["begin"] - left) / (right - left) * 350,
            }[row["side"]]
            width = text_width(row["text"], 14)
            if row["kind"] in ("title", "words"):
                continue
            assert place + width <= 350 if row["side"] == "after" else place - width >= 0, row["text"]


def test_the_axis_reaches_far_enough_for_the_longest_label() -> None:
    """At 350 px the label of a bar at 100 must still end inside: 16 px gap and its own width are free."""
    label = "高齢者2025年 80%以上"
    lines = Lines()
    lines.bar(label, "#000000", 100)
    chart = drawn(lines, Scale(0, 104, (), ()), Look())
    right = next(p["value"] for p in chart["params"] if p["name"] == "right")
    assert 100 / right * 350 + 16 + text_width(label, 14) <= 350 + 1e-9


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_reach_three_to_one_and_text_four_and_a_half(palette: Palette) -> None:
    marks = [*palette.series.values(), *palette.groups, *palette.pace.values()]
    assert [mark for mark in marks if contrast(mark, palette.ground) < 3] == []
    assert contrast(palette.text, palette.ground) >= 4.5
    assert contrast(palette.quiet, palette.ground) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_cohort_has_a_colour_of_its_own(palette: Palette) -> None:
    assert len(set(palette.series.values())) == len(palette.series)
    assert len(set(palette.groups)) == len(palette.groups)


def test_a_long_text_is_broken_to_fit_a_width() -> None:
    text = "選挙管理委員会事務局 記載 −46.7%（計算 −46.78%）・12か月"
    lines = within(text, "ja", 300, 14)
    assert len(lines) == 2 and "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line, 14) <= 300 for line in lines)
    assert within("One short line", "en", 300, 14) == ["One short line"]
    assert within("printed −41.6% (computed −41.67%), 12 months", "en", 200, 14) == [
        "printed −41.6% (computed",
        "−41.67%), 12 months",
    ]


def test_labels_break_between_phrases() -> None:
    assert ranks.name_in_lines("公共施設の無料Wi-Fi", "ja").split("\n") == ["公共施設の", "無料Wi-Fi"]
    assert all(
        len(line) <= 15 for line in ranks.name_in_lines("Taxes paid at convenience stores", "en").split("\n")
    )
