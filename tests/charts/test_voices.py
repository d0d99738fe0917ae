"""The charts of the voices page draw what the analyses found."""

from pathlib import Path
from typing import Any

import altair as alt
import pytest

from narabe.analyses.echo import echo
from narabe.analyses.history import history
from narabe.analyses.voices import heard, voice_board
from narabe.charts import history as history_chart
from narabe.charts import pyramid, voices
from narabe.charts.theme import Look, text_width
from narabe.model.history import Category
from narabe.model.voices import Speaker
from narabe.warehouse import Warehouse, open_live

LOOKS = [Look("ja"), Look("en", dark=True), Look("ja", large=True)]


@pytest.fixture(scope="module")
def warehouse(store: Path) -> Warehouse:
    return open_live()


def rows(chart: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [row for row in chart["datasets"]["rows"] if row["kind"] == kind]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_chart_is_valid(warehouse: Warehouse, look: Look) -> None:
    result, divide = heard(warehouse), echo(warehouse, "divide")
    assert divide is not None
    for chart in (
        voices.themes(voice_board(warehouse), look),
        voices.echo(divide, look),
        voices.stages(result, look),
        pyramid.ages(result, look),
        history_chart.periods(history(warehouse), look),
    ):
        alt.LayerChart.from_dict(chart, validate=True)
        assert chart["datasets"]["rows"]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_one_mark_for_each_remark_and_one_for_each_sort_of_people(warehouse: Warehouse, look: Look) -> None:
    board = voice_board(warehouse)
    marks = rows(voices.themes(board, look), "mark")
    assert len(marks) == len(board.voices) + 5
    assert len({(row["line"], row["place"]) for row in marks}) == len(marks), "two marks on one spot"
    assert all(0 < row["place"] < look.narrowest for row in marks)


@pytest.mark.parametrize("look", [Look("ja"), Look("en")], ids=str)
def test_titles_fit_a_phone(warehouse: Warehouse, look: Look) -> None:
    titles = rows(voices.themes(voice_board(warehouse), look), "title")
    assert max(text_width(row["text"], look.size + 1) for row in titles) <= look.narrowest


@pytest.mark.parametrize("dark", [False, True])
def test_people_differ_in_shape_and_colour(warehouse: Warehouse, dark: bool) -> None:
    marks = rows(voices.themes(voice_board(warehouse), Look(dark=dark)), "mark")
    assert len({row["shape"] for row in marks}) == len({row["colour"] for row in marks}) == 5
    assert len({(row["shape"], row["colour"]) for row in marks}) == 5


def test_one_sort_of_people_alone(warehouse: Warehouse) -> None:
    """City staff made 9 remarks, and the key needs one line."""
    chart = voices.themes(voice_board(warehouse, Speaker.STAFF), Look())
    assert len(rows(chart, "mark")) == 9 + 1
    assert [row["text"] for row in rows(chart, "name")] == ["市の職員"]


def test_every_bar_of_men_and_women_has_its_name(warehouse: Warehouse) -> None:
    for lang, men, women in (("ja", "男", "女"), ("en", "M", "F")):
        chart = pyramid.ages(heard(warehouse), Look(lang))  # type: ignore[arg-type]
        named = [
            row["text"].split()[0] for row in rows(chart, "left") + rows(chart, "right") if " " in row["text"]
        ]
        assert (named.count(men), named.count(women)) == (16, 16)


def test_both_groups_of_people_are_on_one_scale(warehouse: Warehouse) -> None:
    """62 of 326 is 19.0 %, 2 of 12 is 16.7 %: the bars stand as 1.141 to 1."""
    bars = rows(pyramid.ages(heard(warehouse), Look()), "bar")
    assert len(bars) == 8 * 2 * 2
    long = {row["value"]: abs(row["end"] - row["begin"]) for row in bars}
    assert long[62] / long[2] == pytest.approx((62 / 326) / (2 / 12))


def test_the_history_draws_the_counts(warehouse: Warehouse) -> None:
    result = history(warehouse, Category.RESIDENT_SERVICE)
    bars = rows(history_chart.periods(result, Look()), "bar")
    assert sum(row["value"] for row in bars) == len(result.counted)
    tallest = max(bars, key=lambda row: row["value"])
    assert tallest["foot"] - tallest["height"] == pytest.approx(history_chart.TALLEST)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_alternative_texts_hold_the_numbers(warehouse: Warehouse, lang: Any) -> None:
    result = heard(warehouse)
    assert "75.0%" in voices.stages_alt(result, lang)
    assert "42" in pyramid.ages_alt(result, lang)
    assert "103" in voices.themes_alt(voice_board(warehouse), lang)
    assert "1964" in history_chart.periods_alt(history(warehouse), lang)
