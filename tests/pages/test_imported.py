"""Imported values on the pages: marked, and beside what is published."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from narabe.ui import live
from tests.pages.reading import opened, words
from tests.warehouse.planting import Import, Planted

APRIL = date(2025, 4, 1)
BESIDE = {"ja": "取り込んだ値と公表された値", "en": "Imported and published values"}


@pytest.fixture(scope="module")
def planted() -> Planted:
    each = Import("monthly", 1).months("cashless_payments", APRIL, [5_000] * 9)
    each.months("web_meetings", APRIL, [10, 12, 14, 13, 9], unit="回")
    each.add("metrics", {"metric_id": "library", "title_ja": "図書館", "title_en": "Library", "unit_ja": "人",
                         "unit_en": "people", "kind": "flow", "direction": "up", "city": "koriyama",
                         "definition_ja": "来館者", "definition_en": "Visitors"})  # fmt: skip
    each.months("library", date(2024, 4, 1), range(100, 124), unit="人")
    answers = Import("answers", 2).wave("in_again", date(2021, 9, 1), same_as="net2021")
    answers.question("in_again", "q2", "digital_progress", ["neither", "dont_know"])
    answers.counts("in_again_q2", "all", 326, {"dont_know": 55, "neither": 100})
    answers.counts("in_again_q2", "age10s", 7, {"neither": 2})
    return Planted(each, answers)


@pytest.fixture
def served(store: Path, planted: Planted, monkeypatch: pytest.MonkeyPatch) -> Planted:
    """The pages show the planted imports."""
    monkeypatch.setattr(live, "open_live", lambda: planted.warehouse)
    return planted


def said(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(words(app))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_compare_shows_imported_answers_beside_the_published(served: Planted, lang: str) -> None:
    text = said(opened("compare", lang, q="digital_progress"))
    assert BESIDE[lang] in text
    assert {"ja": "in_again（取込）", "en": "in_again (imported)"}[lang] in text
    assert {"ja": "10人未満のグループ", "en": "groups of fewer than 10 people"}[lang] in text
    assert {"ja": "（取込データ）", "en": "(imported data)"}[lang] in text
    assert BESIDE[lang] not in said(opened("compare", lang, q="fears"))


@pytest.mark.parametrize("lang", ["ja"])
def test_an_indicator_shows_both_values_and_the_difference(served: Planted, lang: str) -> None:
    """Eight months of 5,000 are 40,000, 6,906 less than printed; with December 46,906 + 5,000 = 51,906."""
    text = said(opened("kpi", lang, indicator="cashless_payments"))
    assert BESIDE[lang] in text
    assert {"ja": "51,906件（取込）", "en": "51,906 cases (imported)"}[lang] in text
    assert BESIDE[lang] not in said(opened("kpi", lang, indicator="ai_users"))
    board = said(opened("kpi", lang))
    assert {"ja": "51,906件（取込）", "en": "51,906 cases (imported)"}[lang] in board


@pytest.mark.parametrize("lang", ["en"])
def test_operations_show_new_metrics_and_what_stands_beside_print(served: Planted, lang: str) -> None:
    text = said(opened("operations", lang))
    assert BESIDE[lang] in text
    assert {"ja": "そのほかの指標", "en": "Other metrics"}[lang] in text
    alone = said(opened("operations", lang, strip="others"))
    assert {"ja": "図書館", "en": "Library"}[lang] in alone and BESIDE[lang] not in alone


def test_sources_list_the_files(served: Planted) -> None:
    app = opened("sources", "ja", view="documents")
    assert "5つの文書と2つの取込ファイルから" in said(app)
    assert {"monthly.csv", "answers.csv"} <= set(app.dataframe[0].value["文書"])
    figures = opened("sources", "ja", view="figures", doc="import-monthly").dataframe[0].value
    assert set(figures["データの区分"]) == {"取込"} and len(figures) > 30


def test_sources_offer_what_is_not_stated_only_where_a_file_was_brought_in(
    served: Planted, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offered() -> list[str]:
        app = opened("sources", view="figures")
        return next(box.options for box in app.selectbox if str(box.key).startswith("status"))

    assert {"公表なし", "記載なし（取込）"} <= set(offered())
    monkeypatch.undo()
    assert "記載なし（取込）" not in offered()
