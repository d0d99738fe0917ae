"""What a page draws, lists and hands out is what the analysis found."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from narabe.analyses.compare import compare
from narabe.analyses.kpi import kpi_board
from narabe.export.csv_file import to_csv
from narabe.model.comparison import CompareAsk
from narabe.tables import compare as tables
from narabe.warehouse import Warehouse, open_live
from tests.pages.reading import CONCEPTS, LANGUAGES, alt_texts, bars, charts

View = Callable[..., AppTest]
WAVES = ("net2021", "net2025")
REFUSED = ("priorities",)
"""Asked in ways whose shares may not stand side by side: five choices at most, then any number."""


@pytest.fixture
def warehouse(store: Path) -> Warehouse:
    return open_live()


def drawn(app: AppTest, chart: int = 0) -> list[float]:
    """The values of one chart's bars; nothing where the page has no chart."""
    if not app.get("vega_lite_chart"):
        return []
    return sorted(round(float(row["value"]), 6) for row in bars(app, chart))


def ranks_drawn(app: AppTest) -> list[int]:
    """The ranks of the first chart's points."""
    points = next(rows for name, rows in charts(app)[0].items() if name.startswith("point"))
    return sorted(int(row["rank"]) for row in points)


def test_progress_is_drawn_as_published(view: View) -> None:
    """27.9 % in 2021, 43.8 % in 2025: typed by hand from the two plans."""
    app = view("compare", q="digital_progress")
    assert {27.9, 43.8} <= set(drawn(app))
    assert "27.9%" in alt_texts(app)[0]
    assert "43.8%" in alt_texts(app)[0]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("concept", CONCEPTS)
def test_shares_are_drawn_as_found(view: View, warehouse: Warehouse, concept: str, lang: str) -> None:
    app = view("compare", lang, q=concept)
    keys = tuple(app.button_group(key=f"c.{lang}").value)
    found = compare(warehouse, CompareAsk(concept, keys))
    values = [share.value for row in found.rows for share in row.shares if share.value is not None]
    if concept in REFUSED:
        assert ranks_drawn(app) == sorted(
            share.rank for row in found.rows for share in row.shares if share.rank
        )
        return
    assert drawn(app) == sorted(round(value, 6) for value in values)
    for share in (share for row in found.rows for share in row.shares if share.value is not None):
        assert f"{share.value:.1f}%" in alt_texts(app)[0] or f"{share.value:g}%" in alt_texts(app)[0]


def test_the_table_shows_the_same_shares(view: View, warehouse: Warehouse) -> None:
    app = view("compare", "en", q="digital_progress")
    found = compare(warehouse, CompareAsk("digital_progress", WAVES))
    sheet = list(csv.DictReader(io.StringIO(to_csv(tables.shares(found), "en").decode("utf-8-sig"))))
    shown = app.dataframe[0].value
    assert list(shown.columns) == list(sheet[0])
    column = next(name for name in shown.columns if name.startswith("Share"))
    assert [f"{float(v):g}" for v in shown[column].dropna()] == [
        f"{float(r[column]):g}" for r in sheet if r[column]
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_kpi_bars_are_percentages_of_the_target(view: View, warehouse: Warehouse, lang: str) -> None:
    board = kpi_board(warehouse)
    expected = sorted(
        round(100 * i.yearly / i.target.value, 6)
        for i in board.indicators
        if i.yearly is not None and i.target is not None and i.target.value
    )
    assert expected, "no indicator with both a yearly figure and a target"
    assert drawn(view("kpi", lang)) == expected


def test_ai_use_is_put_on_a_year(view: View) -> None:
    """1,816 in eight months is 2,724 a year, against a target of 2,000."""
    assert 136.2 in drawn(view("kpi"))
    assert "2,724" in alt_texts(view("kpi"))[0]


def test_the_base_takes_the_website_apart(fresh: View) -> None:
    """83.9 → 77.6 is −6.3 points; on all 326 asked −2.2 remain, on the 310 who answered all of it."""
    app = fresh("compare", q="service_use", c=list(WAVES))
    assert app.slider(key="base").value == 326
    assert _remaining(app) == -2.2
    app.slider(key="base").set_value(310).run()
    assert _remaining(app) == -6.3


def _remaining(app: AppTest) -> float:
    frame = next(f.value for f in app.dataframe if "残る差（ポイント）" in f.value.columns)
    total = frame["見かけの差（ポイント）"]
    return float(frame.loc[total == -6.3, "残る差（ポイント）"].iloc[0])
