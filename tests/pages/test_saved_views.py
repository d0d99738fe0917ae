"""Saved views of any page: what a link with nothing but the number shows, the list, and what is said when something is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from narabe.desk import decks
from narabe.desk import views as desk
from narabe.model.crosstab import CrossAsk
from narabe.model.deck import Deck, Picture, PictureKind, Step
from narabe.model.text import Text
from tests.pages import reading
from tests.pages.crossing import quiet, said
from tests.pages.saving import SATO, led_to, opened_with_views, press, sign

pytestmark = pytest.mark.usefixtures("own_store")


@pytest.mark.parametrize(
    ("address", "params"),
    [
        ("compare", {"q": "fears", "c": ["net2021"], "large": "true"}),
        ("compare", {"q": "service_use", "base": "318"}),
        ("kpi", {"indicator": "online_procedures"}),
        ("operations", {"detail": "print_pages"}),
        ("projects", {"by": "department", "find": "窓口"}),
        ("voices", {"view": "history", "cat": "security", "find": "2006"}),
        ("peers", {"city": "shirakawa"}),
        ("explore", {"find": "オンライン"}),
        ("sources", {"view": "register", "entry": "d37"}),
    ],
)
def test_the_number_alone_opens_what_was_saved(address: str, params: dict[str, str | list[str]]) -> None:
    app = quiet(opened_with_views(address, **params))
    sign(app, "会議用")
    press(app, "save")
    number = str(app.query_params["set"])
    assert desk.view(number).page == f"/{address}"
    linked = quiet(reading.opened(address, set=number))
    whole = quiet(reading.opened(address, **params))
    assert said(linked) == said(whole)
    assert dict(linked.query_params) == {**dict(whole.query_params), "set": number}


def test_a_view_says_that_the_page_has_changed_since() -> None:
    app = quiet(opened_with_views("compare", q="fears"))
    sign(app, "不安")
    press(app, "save")
    number = str(app.query_params["set"])
    assert led_to(app) == [f"./v/{number}"], "in the list only"
    app.selectbox(key="q.ja").set_value("dx_awareness").run()
    assert "いまの見かたは、このビューから変わっています。" in said(app)
    assert led_to(app) == [f"./v/{number}"] * 2
    sign(app)
    press(app, "overwrite")
    assert desk.view(number).extra == {"q": '["dx_awareness"]'}
    assert "変わっています" not in said(app)


def test_the_list_holds_this_pages_views_and_others_when_asked_but_no_decks() -> None:
    kpi = desk.save("指標", SATO, None, {"indicator": '["online_procedures"]'}, "/kpi")
    here = desk.save("不安", SATO, None, {"q": '["fears"]'}, "/compare")
    decks.save(
        Deck("", Text("会場用", "Deck"), (Step(Text("始まり", "Start"), Picture(PictureKind.INDICATORS, metrics=("online_procedures",))),)),
        SATO,
    )  # fmt: skip
    app = quiet(opened_with_views("compare"))
    assert led_to(app) == [f"./v/{here.view_id}"]
    app.toggle(key="narabe.views.every").set_value(True).run()
    assert led_to(app) == [f"./v/{here.view_id}", f"./v/{kpi.view_id}"]
    assert "指標　指標の進捗　デジタル戦略課 佐藤　" in said(app) and "会場用" not in said(app)
    english = quiet(opened_with_views("kpi", "en"))
    assert led_to(english)[0].startswith(f"./v/{kpi.view_id}")


def test_a_view_at_the_address_of_another_page_leads_to_its_own() -> None:
    kpi = desk.save("指標", SATO, None, {"indicator": '["online_procedures"]'}, "/kpi")
    app = quiet(reading.opened("compare", set=kpi.view_id))
    assert [box.value for box in app.warning] == ["このビューは別のページのものです。"]
    assert led_to(app) == [f"./v/{kpi.view_id}"] and "indicator" not in app.query_params


def test_an_open_view_can_be_cleared_and_stays_so() -> None:
    saved = desk.save("印刷", SATO, None, {"metric": '["print_pages"]'}, "/explore")
    app = quiet(opened_with_views("explore", set=saved.view_id))
    assert app.query_params["metric"] in ("print_pages", ["print_pages"])
    app.multiselect(key="metric.ja").unselect("print_pages").run()
    app.selectbox(key="by.ja").set_value("high").run()
    app.selectbox(key="by.ja").set_value("stored").run()
    reloaded = quiet(opened_with_views("explore", **dict(app.query_params)))
    for shown in (app, reloaded):
        assert "metric" not in shown.query_params and "件の数値があります" in said(shown)
        assert "いまの見かたは、このビューから変わっています。" in said(shown)
    app.multiselect(key="metric.ja").select("print_pages").run()
    assert set(app.query_params) == {"set", "metric"} and "変わっています" not in said(app)


@pytest.mark.parametrize(
    ("page", "first", "second"),
    [
        ("explore", {"metric": '["print_pages"]'}, {"find": '["オンライン"]', "by": '["high"]'}),
        ("compare", {"q": '["fears"]'}, {"q": '["dx_awareness"]', "large": '["true"]'}),
        ("projects", {"by": '["department"]'}, {"find": '["窓口"]'}),
    ],
)
def test_what_is_put_back_is_shown_at_once(page: str, first: dict[str, str], second: dict[str, str]) -> None:
    saved = desk.save("会議用", SATO, None, first, f"/{page}")
    desk.change(saved, SATO, None, second)
    app = quiet(opened_with_views(page, set=saved.view_id))
    assert set(app.query_params) == {"set", *second}
    app.selectbox(key="narabe.views.revision.2").set_value(1)
    sign(app)
    press(app, "put_back")
    assert "第1版の内容に戻しました" in app.success[0].value
    assert "変わっています" not in said(app)
    assert dict(app.query_params) == dict(quiet(reading.opened(page, set=saved.view_id)).query_params)
    quiet(app.run())
    assert set(app.query_params) == {"set", *first}


def test_words_that_are_put_back_are_a_click_away() -> None:
    """Streamlit keeps the field of words in the address itself and lets nobody else write it."""
    saved = desk.save("会議用", SATO, None, {"find": '["オンライン"]'}, "/explore")
    desk.change(saved, SATO, None, {"find": '["print"]'})
    app = quiet(opened_with_views("explore", set=saved.view_id))
    app.selectbox(key="narabe.views.revision.2").set_value(1)
    sign(app)
    press(app, "put_back")
    assert "第1版の内容に戻しました" in app.success[0].value
    assert "変わっています" in said(app) and led_to(app)[0] == f"./v/{saved.view_id}"


def test_a_filter_that_is_gone_is_named_and_says_that_more_is_shown() -> None:
    saved = desk.save("昔", SATO, None, {"document": '["in_ref"]'}, "/explore")
    app = quiet(reading.opened("explore", set=saved.view_id))
    (warning,) = [box.value for box in app.warning]
    assert "「文書・ファイル」の「in_ref」は選べない" in warning and "ビューより多くを示しています" in warning
    assert "件の数値があります" in said(app)
    half = desk.save("半分", SATO, None, {"metric": '["gone", "print_pages"]'}, "/explore")
    (warning,) = [box.value for box in quiet(reading.opened("explore", set=half.view_id)).warning]
    assert "gone" in warning and "より多く" not in warning


def test_what_no_longer_exists_is_named_and_the_rest_opens() -> None:
    saved = desk.save("昔", SATO, None, {"q": '["gone_question"]', "large": '["true"]'}, "/compare")
    app = quiet(reading.opened("compare", set=saved.view_id))
    assert ["gone_question" in box.value for box in app.warning] == [True]
    assert app.toggle(key="large").value is True


def test_a_cross_of_answers_that_are_gone_says_which() -> None:
    saved = desk.save("昔の集計", SATO, CrossAsk("gone", "know"), {"d": '["gone"]'})
    app = quiet(reading.opened("crosstab", set=saved.view_id))
    assert any("回答データ「gone」は、いまはありません。" in box.value for box in app.warning)


def test_names_of_people_are_words_only() -> None:
    name = '<img src=x onerror="1"> **太字** :red[x]'
    saved = desk.save(name, SATO, None, {}, "/compare")
    app = quiet(opened_with_views("compare", set=saved.view_id))
    assert [name in text.value for text in app.text].count(True) == 2
    assert not any("onerror" in str(box.proto.body) for box in app.get("html"))


def test_a_closed_server_lists_and_opens_but_keeps_nothing(settings_file: Path) -> None:
    saved = desk.save("不安", SATO, None, {"q": '["fears"]'}, "/compare")
    settings_file.write_text("remarks_open = false\n", encoding="utf-8")
    app = quiet(opened_with_views("compare", set=saved.view_id))
    assert led_to(app) == [f"./v/{saved.view_id}"] and app.query_params["q"] == "fears"
    assert not any(str(button.key).startswith("narabe.views.") for button in app.button)


def test_nothing_is_listed_before_somebody_asks() -> None:
    desk.save("不安", SATO, None, {"q": '["fears"]'}, "/compare")
    assert led_to(quiet(reading.opened("compare"))) == []
