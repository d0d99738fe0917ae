"""The projects page without a browser: links restore choices, search finds, a project opens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.reading import LANGUAGES, bars, download_keys, words

View = Callable[..., AppTest]


def listed(app: AppTest) -> list[int]:
    """Numbers of the projects in the list, from the table with a column of gists."""
    frames = [f.value for f in app.dataframe if {"概要", "Gist"} & set(f.value.columns)]
    return [] if not frames else [int(number) for number in frames[0].iloc[:, 0]]


def test_all_seventy_are_listed_and_the_marks_drawn(view: View) -> None:
    app = view("projects")
    assert listed(app) == list(range(1, 71))
    assert [row["value"] for row in bars(app, 0)] == [50, 12, 26, 3]
    assert max(row["value"] for row in bars(app, 1)) == 78.1


def test_a_link_from_an_indicator_lists_its_projects(view: View) -> None:
    app = view("projects", kpi="online_procedures")
    assert app.selectbox(key="kpi.ja").value == "online_procedures"
    assert listed(app) == [6, 18]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_restores_every_choice(fresh: View, lang: str) -> None:
    app = fresh(
        "projects", lang, find="dx", value="security", department="dx-strategy-division", by="action", p="9"
    )
    assert app.text_input(key="find").value == "dx"
    assert app.selectbox(key=f"value.{lang}").value == "security"
    assert app.selectbox(key=f"department.{lang}").value == "dx-strategy-division"
    assert app.button_group(key=f"by.{lang}").value == "action"
    assert app.selectbox(key=f"p.{lang}").value == "9"
    assert listed(app) == [5, 8, 9]


def test_search_finds_in_the_language_shown(fresh: View) -> None:
    app = fresh("projects", "en")
    app.text_input(key="find").set_value("shared taxis").run()
    assert listed(app) == [59]
    app.text_input(key="find").set_value("乗合タクシー").run()
    assert listed(app) == []
    app.text_input(key="find").set_value("").run()
    assert len(listed(app)) == 70


def test_a_project_opens_with_marks_reasons_and_links(view: View) -> None:
    said = words(view("projects", p="35"))
    assert any("スマートシニア応援事業" in text and "人に優しいデジタル化" in text for text in said)
    assert "シニア向けスマートフォン体験講座の受講者数" in said
    assert any("健康長寿課が、指標の講座を開いている" in text for text in said)


def test_a_project_opens_before_the_chart_and_closes_again(fresh: View) -> None:
    app = fresh("projects", p="35")
    kinds = [
        "card" if "スマートシニア応援事業" in str(getattr(node, "value", "")) else node.type
        for node in app.main
    ]
    assert kinds.index("card") < kinds.index("vega_lite_chart") < kinds.index("dataframe")
    app.button(key="leading.p.").click().run()
    assert "p" not in app.query_params and app.selectbox(key="p.ja").value == ""
    assert not any("スマートシニア応援事業" in box.value for box in app.markdown)


def test_nothing_found_says_so_and_keeps_the_voices(fresh: View) -> None:
    app = fresh("projects", find="ありえない語")
    assert [error.message for error in app.exception] == []
    assert listed(app) == []
    assert [box.value for box in app.info if "当てはまる事業はありません" in box.value]
    assert "narabe_needs.csv" in download_keys(app)


def test_a_project_outside_the_filter_is_not_opened(fresh: View) -> None:
    app = fresh("projects", p="35")
    app.selectbox(key="value.ja").set_value("security").run()
    assert [error.message for error in app.exception] == []
    assert app.selectbox(key="p.ja").value == ""


@pytest.mark.parametrize(
    "params",
    [{"value": "nowhere"}, {"kpi": "x"}, {"p": "71"}, {"by": "colour"}, {"department": "課"}],
    ids=str,
)
def test_nonsense_in_a_link_opens_the_usual_view(fresh: View, params: dict[str, str]) -> None:
    app = fresh("projects", **params)
    assert [error.message for error in app.exception] == []
    assert listed(app) == list(range(1, 71))


def test_the_judgement_is_told_apart_from_print(view: View) -> None:
    assert any("このアプリの判断" in text for text in words(view("projects", by="action")))
    assert any("our judgement" in text for text in words(view("projects", "en", by="kpi")))
