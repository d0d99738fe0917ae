"""The three views of the voices page, opened and used."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.pages.reading import alt_texts, charts

View = Callable[..., AppTest]


def answer(app: AppTest) -> str:
    return str(app.markdown[0].value)


def test_themes_count_remarks_and_say_they_are_not_people(view: View) -> None:
    app = view("voices")
    assert "103件の発言" in answer(app)
    assert "市の職員9件" in answer(app)
    assert "人数ではありません" in answer(app)
    assert len(charts(app)[0]["point 1"]) > 103


def test_a_theme_stands_beside_its_survey_result(view: View) -> None:
    app = view("voices", theme="divide")
    assert "62.3%" in alt_texts(app)[1]
    assert "61.9%" in alt_texts(app)[1]
    said = " ".join(str(node.value) for node in app.markdown)
    assert "80代・男性" in said
    assert "市内の中小企業事業者" in said


def test_shares_that_may_not_be_compared_are_not_drawn(view: View) -> None:
    app = view("voices", theme="procedures")
    assert len(charts(app)) == 1
    said = [str(node.value) for node in app.markdown]
    assert any("2021年 1位 → 2025年 1位" in text for text in said)
    assert not any("67.6" in text or "54.3" in text for text in said)


def test_the_address_names_whose_remarks_are_shown(view: View) -> None:
    app = view("voices", who="staff")
    assert "市の職員の発言は9件（全103件のうち）" in answer(app)
    assert len(app.selectbox(key="theme.ja").options) == 3


def test_a_theme_without_a_question_says_so(view: View) -> None:
    assert any(
        "尋ねた設問はありません" in str(note.value) for note in view("voices", theme="business").caption
    )


def test_who_is_heard_more(view: View) -> None:
    app = view("voices", view="who")
    for part in ("12件のうち9件は男性", "男性52人に対し女性4人", "51.2%"):
        assert part in answer(app)
    assert any("参考値" in str(note.value) for note in app.caption)


def test_the_history_is_filtered_by_the_address(view: View) -> None:
    app = view("voices", view="history", cat="security", era="open", find="外部監査")
    assert answer(app).rstrip("*").endswith("いま表示しているのは1件。")
    assert list(app.dataframe[-1].value.iloc[:, 0]) == ["2005年度"]


def test_a_search_reads_the_language_that_is_shown(view: View) -> None:
    assert [box.value for box in view("voices", view="history", find="subtitles").info] != []
    assert view("voices", "en", view="history", find="subtitles").info == []


def test_a_search_without_a_hit_says_so(view: View) -> None:
    app = view("voices", "en", view="history", find="nothing of the kind")
    assert [box.value for box in app.info] == ["Nothing matches."]
    assert charts(app) == []


def test_a_choice_goes_into_the_address(fresh: View) -> None:
    app = fresh("voices")
    app.selectbox(key="theme.ja").select("disaster").run()
    assert app.query_params["theme"] == "disaster"
    app.button_group(key="who.ja").set_value("older").run()
    assert app.query_params["who"] == "older"
    assert "theme" not in app.query_params
    app.button_group(key="view.ja").set_value("history").run()
    assert app.query_params["view"] == "history"
    assert "who" not in app.query_params
    assert "theme" not in app.query_params
