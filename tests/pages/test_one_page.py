"""The page to take away is the view on screen: same question, answer, charts and tables, nothing folded."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from narabe.model.handout import Handout
from narabe.ui import one_page
from tests.pages.reading import LANGUAGES, ONE_PAGE, VIEWS, alt_texts, charts, opened

EVERY_VIEW = [
    pytest.param(address, lang, params, id="-".join([address or "home", *params.values(), lang]))
    for address, params in VIEWS
    for lang in LANGUAGES
]
Taken = tuple[AppTest, Handout]


@pytest.fixture
def taken(store: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Taken]:
    """taken(address, lang, **params) -> the page, and the handout that its button would make."""
    made: list[Handout] = []

    def keep(_away: Any, _made: Any, handout: Handout, _kind: str) -> Callable[[], bytes]:
        made.append(handout)
        return lambda: b""

    monkeypatch.setattr(one_page, "partial", keep)

    def take(address: str, lang: str, **params: str) -> Taken:
        app = opened(address, lang, **params)
        return app, made[-1]

    return take


@pytest.mark.parametrize(("address", "lang", "params"), EVERY_VIEW)
def test_a_view_is_taken_as_it_is_shown(
    taken: Callable[..., Taken], address: str, lang: str, params: dict[str, str]
) -> None:
    app, handout = taken(address, lang, **params)
    assert handout.lang == lang
    assert handout.name == f"narabe_{address or 'home'}_{lang}"
    assert [handout.question.in_(handout.lang)] == [html.unescape(title.value) for title in app.title]
    assert f"**{handout.answer.in_(handout.lang)}**" in [html.unescape(text.value) for text in app.markdown]
    on_screen = [
        (alt, json.loads(element.proto.spec), layers)
        for alt, element, layers in zip(alt_texts(app), app.get("vega_lite_chart"), charts(app), strict=True)
    ]
    for exhibit in handout.charts:
        drawing = json.loads(json.dumps(exhibit.chart))
        rows = drawing.pop("datasets")["rows"]
        (layers,) = [shown for alt, spec, shown in on_screen if (alt, spec) == (exhibit.alt, drawing)]
        assert all(drawn == rows for drawn in layers.values())
    names = {frame.proto.alt for frame in app.dataframe}
    assert {exhibit.table.title.in_(handout.lang) for exhibit in handout.exhibits} <= names
    assert {button.key for button in app.get("download_button")} >= {f"{ONE_PAGE}.pdf", f"{ONE_PAGE}.pptx"}


def test_every_chart_in_sight_is_taken(taken: Callable[..., Taken]) -> None:
    app, handout = taken("compare", "ja", q="service_use")
    assert len(handout.charts) == len(app.get("vega_lite_chart")) >= 3
    # each table stands folded under its chart, and is taken with it once
    assert len(handout.exhibits) == len(handout.charts)


def test_what_is_folded_away_is_not_taken(taken: Callable[..., Taken]) -> None:
    """Shares that must not be compared are folded below the ranks."""
    app, handout = taken("compare", "ja", q="priorities")
    assert len(app.dataframe) == 2
    assert [len(exhibit.table.columns) for exhibit in handout.exhibits] == [3]  # option and two ranks


def test_the_verdict_is_the_caveat_of_every_page(taken: Callable[..., Taken]) -> None:
    app, handout = taken("compare", "ja", q="service_use", c=["net2021", "net2025"])
    assert handout.notes[0].ja.startswith("モニター2021年 ↔ モニター2025年：")
    assert handout.notes[1].ja.startswith("回答者数(n)：")
    assert len(handout.notes) == len(set(handout.notes))
    again = [note for each in handout.exhibits for note in each.table.notes if note in handout.notes]
    assert not again, "the tables of the files do not say once more what the first page says"
    captions = [caption.value for caption in app.caption]
    assert sum(said.startswith("回答者数(n)：") for said in captions) == 1, "nor do those on screen"
    assert not [said for said in captions if said.startswith("モニター2021年 ↔")]


def test_a_page_without_charts_takes_its_findings(taken: Callable[..., Taken]) -> None:
    app, handout = taken("", "en")
    assert handout.exhibits == ()
    headlines = [finding.headline.en for finding in handout.findings]
    assert len(headlines) > 2
    said = [text.value for text in app.markdown]
    assert all(f"**{headline}**" in said for headline in headlines)


def test_the_address_is_the_one_of_the_view(taken: Callable[..., Taken]) -> None:
    _app, handout = taken("compare", "en", q="service_use", c=["net2021", "net2025"])
    chosen = handout.address.partition("?")[2].split("&")
    assert {"q=service_use", "c=net2021", "c=net2025", "lang=en"} == set(chosen)
