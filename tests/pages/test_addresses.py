"""A link opens the view it names; a link that names nonsense opens the usual view."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.reading import SOURCE_VIEWS

View = Callable[..., AppTest]


def test_a_compare_link_restores_every_choice(fresh: View) -> None:
    app = fresh("compare", "en", q="service_use", c=["net2021", "net2025"], base="318")
    assert app.selectbox(key="q.en").value == "service_use"
    assert app.button_group(key="c.en").value == ["net2021", "net2025"]
    assert app.slider(key="base").value == 318
    assert app.button_group(key="lang").value == "en"


def test_a_kpi_link_restores_the_area(fresh: View) -> None:
    every, one = fresh("kpi"), fresh("kpi", area="efficiency")
    assert one.button_group(key="area.ja").value == "efficiency"
    assert 0 < len(one.header) < len(every.header)


@pytest.mark.parametrize("view_name", SOURCE_VIEWS)
def test_a_sources_link_restores_the_view(view: View, view_name: str) -> None:
    assert view("sources", view=view_name).button_group(key="view.ja").value == view_name


def test_a_sources_link_filters_the_figures(fresh: View) -> None:
    every, one = fresh("sources", view="figures"), fresh("sources", view="figures", status="rank")
    assert one.selectbox(key="status.ja").value == "rank"
    assert 0 < len(one.dataframe[0].value) < len(every.dataframe[0].value)


def test_a_register_link_opens_its_entry(fresh: View) -> None:
    closed, entry = fresh("sources", view="register"), fresh("sources", view="register", entry="d37")
    assert any("d37" in text.value for text in entry.markdown)
    assert not any("d37" in text.value for text in closed.markdown)


@pytest.mark.parametrize(
    ("address", "params"),
    [
        ("compare", {"q": "no_such_question"}),
        ("compare", {"q": "digital_progress", "c": "no_such_wave"}),
        ("compare", {"q": "service_use", "base": "1000000"}),
        ("compare", {"q": "service_use", "base": "abc"}),
        ("kpi", {"area": "nowhere"}),
        ("sources", {"view": "nothing"}),
        ("sources", {"view": "register", "entry": "d9999"}),
        ("sources", {"view": "figures", "doc": "x", "status": "y"}),
        ("", {"lang": "fr"}),
        ("", {"nonsense": "1"}),
    ],
    ids=str,
)
def test_a_link_with_nonsense_opens_the_usual_view(fresh: View, address: str, params: dict[str, str]) -> None:
    app = fresh(address, **params)
    assert [error.message for error in app.exception] == []
    assert [box.value for box in app.error] == []
    assert (
        app.title[0].value
        == fresh(address, **{k: v for k, v in params.items() if k == "q" and "no" not in v}).title[0].value
    )


def test_no_cohort_chosen_is_a_view_of_its_own(fresh: View) -> None:
    app = fresh("compare", q="digital_progress", c="")
    assert [error.message for error in app.exception] == []
    assert app.title[0].value


def test_another_question_forgets_the_cohorts_of_the_last(fresh: View) -> None:
    app = fresh("compare", q="service_use", c="net2021")
    app.selectbox(key="q.ja").set_value("fears").run()
    assert [error.message for error in app.exception] == []
    assert len(app.button_group(key="c.ja").value) > 1


def test_choices_outlive_a_visit_to_another_language(fresh: View) -> None:
    app = fresh("compare", q="fears")
    app.button_group(key="lang").set_value("en").run()
    assert app.selectbox(key="q.en").value == "fears"
    assert app.title[0].value.isascii() or "’" in app.title[0].value
