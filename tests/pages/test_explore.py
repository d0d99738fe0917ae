"""The explore page without a browser: links restore filters, filters offer what is there, tables and dictionary."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.reading import LANGUAGES, alt_texts, bars, download_keys, words

View = Callable[..., AppTest]
FILTERS = ("document", "wave", "concept", "metric", "group", "kind", "status", "origin")


def answer(app: AppTest) -> str:
    """The first line under the title."""
    return str(app.markdown[0].value)


def offered(app: AppTest, name: str, lang: str = "ja") -> list[str]:
    return list(app.multiselect(key=f"{name}.{lang}").options)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_restores_every_choice(fresh: View, lang: str) -> None:
    app = fresh(
        "explore",
        lang,
        find="print",
        metric="print_pages",
        group=["dept_policy", "dept_general"],
        kind="metric_observed",
        status="printed",
        origin="published",
        document="koriyama-dx-2022-appendix",
        to="2021-03",
        by="high",
        **{"from": "2020-04"},
    )
    assert not app.exception
    assert app.text_input(key="find").value == "print"
    assert app.multiselect(key=f"metric.{lang}").value == ["print_pages"]
    assert set(app.multiselect(key=f"group.{lang}").value) == {"dept_policy", "dept_general"}
    assert app.selectbox(key=f"from.{lang}").value == "2020-04"
    assert app.selectbox(key=f"to.{lang}").value == "2021-03"
    assert app.selectbox(key=f"by.{lang}").value == "high"
    (frame,) = [each.value for each in app.dataframe]
    assert list(frame.iloc[:, 5]) == [1_010_185, 709_130]  # 総務部, 政策開発部, FY2020
    assert [row["value"] for row in bars(app)] == [1_010_185, 709_130]


def test_the_total_of_what_is_shown_stands_above_it(view: View) -> None:
    assert any(
        "合計 13,271,757枚（14件の和）" in text for text in words(view("explore", metric="print_pages"))
    )
    assert any(text.startswith("合計は出せません：") for text in words(view("explore")))


def test_filters_offer_only_what_is_there_with_counts(fresh: View) -> None:
    app = fresh("explore", metric="print_pages")
    assert offered(app, "wave") == []
    assert offered(app, "kind") == ["指標の実績（14）"]
    assert len(offered(app, "metric")) > 50  # another choice of the same filter would widen the list
    app.multiselect(key="group.ja").select("dept_policy").run()
    assert "659" not in answer(app).split("のうち")[1]
    assert "2件が条件に合います" in answer(app)
    assert "プリンタの印刷枚数（2）" in offered(app, "metric")
    assert app.query_params["group"] in ("dept_policy", ["dept_policy"])


def test_a_filter_taken_back_leaves_the_address(fresh: View) -> None:
    app = fresh("explore", metric="print_pages")
    app.multiselect(key="metric.ja").unselect("print_pages").run()
    assert "metric" not in app.query_params
    assert "件の数値があります" in answer(app)


def test_nothing_found_says_so_and_draws_nothing(view: View) -> None:
    app = view("explore", find="どこにもない語")
    assert "条件に合うものはありません" in answer(app)
    assert not app.dataframe and not alt_texts(app)


def test_another_view_forgets_the_filters(fresh: View) -> None:
    app = fresh("explore", metric="print_pages")
    app.button_group(key="view.ja").set_value("tables").run()
    assert "metric" not in app.query_params


def test_an_unknown_value_is_named_and_left_out(view: View) -> None:
    app = view("explore", metric="no_such_metric")
    assert any("no_such_metric" in warning.value for warning in app.warning)
    assert "件の数値があります" in answer(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_figure_leads_to_the_page_that_shows_it(view: View, lang: str) -> None:
    (frame,) = [each.value for each in view("explore", lang, metric="online_procedures").dataframe]
    assert {"/kpi?indicator=online_procedures" + ("" if lang == "ja" else "&lang=en")} == set(
        frame.iloc[:, 7]
    )


def test_files_hold_what_is_shown(view: View) -> None:
    keys = download_keys(view("explore", metric="print_pages"))
    assert {"narabe_found_figures.csv", "narabe_found_figures.xlsx"} <= set(keys)


def test_other_tools_get_an_address_with_the_filters(view: View) -> None:
    said = [each.value for each in view("explore", metric="print_pages", status="printed").code]
    assert any("/data/figures.csv?metric_id=print_pages&status=printed" in text for text in said)
    assert not view("explore", find="print").code


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_public_table_is_listed_and_one_is_opened(view: View, lang: str) -> None:
    app = view("explore", lang, view="tables", table="metrics")
    listing, content = [each.value for each in app.dataframe][:2]
    assert {"figures", "metrics", "waves"} <= set(listing.iloc[:, 3])
    assert "online_procedures" in set(content.iloc[:, 0])
    addresses = next(each.value for each in app.code)
    assert "/data/metrics.csv" in addresses and "/data/metrics.parquet" in addresses


def test_answers_are_reached_by_the_crosstab_only(view: View) -> None:
    app = view("explore", view="tables")
    links = [link.proto.page for link in app.get("page_link")]
    assert any("crosstab" in page for page in links)
    assert "practice_2021" not in set(app.dataframe[0].value.iloc[:, 3])


def test_the_dictionary_is_searched_in_both_languages(fresh: View) -> None:
    app = fresh("explore", view="dictionary")
    every = len(app.dataframe[0].value)
    assert every > 200
    app.text_input(key="find").set_value("numerator").run()
    few = app.dataframe[0].value
    assert 0 < len(few) < every
    app.text_input(key="find").set_value("ﾌﾞﾝｼ").run()
    assert set(few.iloc[:, 1]) & set(
        fresh("explore", view="dictionary", find="分子").dataframe[0].value.iloc[:, 1]
    )


def test_a_dictionary_without_the_words_says_so_and_offers_an_example_that_is_in_it(fresh: View) -> None:
    none = fresh("explore", view="dictionary", find="どこにもない語")
    assert "「どこにもない語」が出てくるものはありません。" in answer(none) and not none.dataframe
    for lang, example in (("ja", "分母"), ("en", "denominator")):
        app = fresh("explore", lang, view="dictionary")
        assert example in app.text_input(key="find").placeholder
        assert len(fresh("explore", lang, view="dictionary", find=example).dataframe[0].value)


def test_the_name_of_a_figure_is_not_cut_short(view: View) -> None:
    (frame,) = view("explore", metric="bill_payments_phone_ratio").dataframe
    first = next(iter(json.loads(frame.proto.columns).values()))
    assert first["pinned"] is True and first["width"] > 150


def test_the_whole_dashboard_is_one_click_away(view: View) -> None:
    app = view("explore", view="tables")
    assert "narabe-dashboard" in [button.key for button in app.get("download_button")]
