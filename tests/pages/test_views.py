"""Every view opens in both languages, says its question and answer, and offers its charts as tables and files."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.reading import (
    LANGUAGES,
    PAGE_FILES,
    ROOT,
    VIEWS,
    alt_texts,
    charts,
    download_keys,
    words,
)

View = Callable[..., AppTest]
EVERY_VIEW = [
    pytest.param(address, lang, params, id="-".join([address or "home", *params.values(), lang]))
    for address, params in VIEWS
    for lang in LANGUAGES
]


def _text(markdown: str) -> str:
    return re.sub(r"[*#`>]|:\w+-badge", "", markdown).strip()


@pytest.mark.parametrize(("address", "lang", "params"), EVERY_VIEW)
def test_a_view_opens_with_its_question_and_answer(view: View, address: str, lang: str, params: dict) -> None:
    app = view(address, lang, **params)
    assert [error.message for error in app.exception] == []
    assert [box.value for box in app.error] == []
    assert len(app.title) == 1
    assert app.title[0].value.strip()
    order = [node for node in app.main if getattr(node, "type", "") in {"title", "markdown"}]
    after = order[order.index(app.title[0]) + 1]
    assert len(_text(after.value)) > 10, "the first line below the title is the answer"


@pytest.mark.parametrize(("address", "lang", "params"), EVERY_VIEW)
def test_every_chart_says_itself_in_words(view: View, address: str, lang: str, params: dict) -> None:
    said = alt_texts(view(address, lang, **params))
    assert [text for text in said if len(text.strip()) < 20] == []
    assert len(set(said)) == len(said), "two charts of one page have the same alt text"


@pytest.mark.parametrize(("address", "lang", "params"), EVERY_VIEW)
def test_every_table_downloads_as_csv_and_xlsx(view: View, address: str, lang: str, params: dict) -> None:
    app = view(address, lang, **params)
    offered = [key.rpartition(".") for key in download_keys(app)]
    tables = {stem for stem, _, _kind in offered}
    assert sorted(offered) == sorted((stem, ".", kind) for stem in tables for kind in ("csv", "xlsx"))
    assert len(tables) == len(app.dataframe)
    assert all(frame.proto.alt.strip() for frame in app.dataframe), (
        "a table without a name for screen readers"
    )


@pytest.mark.parametrize(("address", "lang", "params"), EVERY_VIEW)
def test_every_view_can_be_taken_away_as_one_page(view: View, address: str, lang: str, params: dict) -> None:
    keys = [str(button.key) for button in view(address, lang, **params).get("download_button")]
    assert {"narabe-one-page.pdf", "narabe-one-page.pptx"} <= set(keys)


@pytest.mark.parametrize(("address", "lang", "params"), EVERY_VIEW)
def test_no_table_repeats_a_column(view: View, address: str, lang: str, params: dict) -> None:
    app = view(address, lang, **params)
    for frame in app.dataframe:
        names = list(frame.value.columns)
        assert len(set(names)) == len(names), f"two columns of one name in {names}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("address", ["compare", "kpi"])
def test_every_chart_has_a_table_and_a_source_line(view: View, address: str, lang: str) -> None:
    """Even where a second chart (ranks) is a view of the first one's table, the page has tables and sources."""
    app = view(address, lang)
    assert charts(app)
    assert app.dataframe
    source = "出典：" if lang == "ja" else "Source: "
    assert [text for text in words(app) if text.startswith(source) and len(text) > 20]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_session_walks_through_all_pages(fresh: View, lang: str) -> None:
    app = fresh("", lang)
    titles = {app.title[0].value}
    for file in [*PAGE_FILES.values(), PAGE_FILES[""]]:
        app.switch_page(file).run()
        assert [error.message for error in app.exception] == []
        titles.add(app.title[0].value)
    assert len(titles) == len(PAGE_FILES)


def test_every_page_file_is_tested() -> None:
    files = {str(path.relative_to(ROOT)) for path in (ROOT / "pages").rglob("*.py")}
    assert set(PAGE_FILES.values()) == files
