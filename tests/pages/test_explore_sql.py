"""Questions in SQL on the explore page: run on a click, kept in the address, with chart, files and history."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from narabe.charts.quick import NOTHING_TO_DRAW
from narabe.ui import explore_sql
from narabe.words import console_page_sentences as say
from tests.pages.crossing import quiet, said, table
from tests.pages.reading import charts, opened

pytestmark = pytest.mark.usefixtures("store")
FEARS = "select subject_ja, value from figures where concept_id = 'fears' and wave = 'net2025' and kind = 'survey_share' order by value desc"
TEXT = "narabe-sql.text"


def console(lang: str = "ja", **params: str) -> AppTest:
    return quiet(opened("explore", lang, view="sql", **params))


def run(app: AppTest, sql: str | None = None) -> AppTest:
    if sql is not None:
        app.text_area(key=TEXT).set_value(sql)
    app.button(key="narabe-sql.run").click().run()
    return quiet(app)


def test_a_link_shows_the_query_and_runs_it_on_a_click_only() -> None:
    app = console(sql=FEARS)
    assert app.text_area(key=TEXT).value == FEARS and not app.dataframe
    assert [box.value for box in app.info] == [say.NOT_RUN.ja]
    run(app)
    assert [row[1] for row in table(app)[1:]] == [78.1, 66.2, 61.9, 44.1, 42.2]
    assert "結果は 5 行です。" in said(app) and not app.info
    assert say.RUNNING.ja not in said(app) and say.IN_LINE.ja not in said(app)
    assert len(charts(app)) == 1 and app.query_params["sql"] == FEARS and app.query_params["view"] == "sql"


def test_a_mistake_is_told_with_its_place_and_the_statement_stays() -> None:
    app = run(console(), "select nothing\nfrom figures")
    assert "1行目8文字目" in app.error[0].value and not app.dataframe
    assert app.text_area(key=TEXT).value == "select nothing\nfrom figures"
    english = run(console("en"), "drop table figures")
    assert "It is not a SELECT." in english.error[0].value


def test_more_rows_than_are_shown_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explore_sql, "ROWS", 7)
    app = run(console(), "select * from range(100)")
    assert len(table(app)) == 8 and "結果のはじめの 7 行です（続きがあります）。" in said(app)


def test_a_long_statement_is_not_put_into_the_address() -> None:
    app = run(console(sql="select 1"), f"select '{'あ' * 400}' as long")
    assert "sql" not in app.query_params and say.TOO_LONG.ja in said(app)


def test_the_history_and_the_examples_fill_the_statement_in() -> None:
    app = run(run(console(), "select 1 as a"), "select 2 as b")
    app.button(key="narabe-sql.history.1").click().run()
    assert quiet(app).text_area(key=TEXT).value == "select 1 as a"
    app.button(key="narabe-sql.example.0").click().run()
    assert quiet(app).text_area(key=TEXT).value == say.EVERY_EXAMPLE[0].sql.ja


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("example", range(len(say.EVERY_EXAMPLE)))
def test_every_example_has_an_answer(example: int, lang: str) -> None:
    app = console(lang)
    app.button(key=f"narabe-sql.example.{example}").click().run()
    assert len(table(run(app))) > 2 and not app.error


def test_the_result_outlives_a_look_at_another_view_of_the_page() -> None:
    app = run(console(), FEARS)
    app.pills(key="view.ja").set_value("dictionary").run()
    assert quiet(app).query_params.get("sql") is None
    app.pills(key="view.ja").set_value("sql").run()
    assert quiet(app).text_area(key=TEXT).value == FEARS and app.query_params["sql"] == FEARS
    assert "結果は 5 行です。" in said(app)


def test_the_columns_of_a_table_are_at_hand() -> None:
    app = console()
    app.session_state["narabe-sql.tables"] = True
    app.run()
    app.selectbox(key="narabe-sql.table").set_value("projects").run()
    assert [row[0] for row in table(quiet(app))[1:]][:2] == ["project_number", "project_no"]


def test_odd_columns_are_told_apart_and_every_kind_of_value_is_shown() -> None:
    app = run(
        console(),
        "select 1 as a, 2 as a, 3 as \" \", null, true, date '2025-11-01', [1], 1.5, 2::hugeint, 'x'::blob",
    )
    heading, row = table(app)
    assert len(set(map(str, heading))) == 10 and [str(cell) for cell in row][4:7] == [
        "true",
        "2025-11-01",
        "[1]",
    ]


def test_while_it_runs_it_says_so_and_afterwards_no_more() -> None:
    """The query takes longer than the page waits before it says anything."""
    app = run(console(), "select max(hash(range)) is not null as slow from range(300000000)")
    assert "結果は 1 行です。" in said(app)
    assert say.RUNNING.ja not in said(app) and say.IN_LINE.ja not in said(app)


@pytest.mark.parametrize("value", ["1 / 0", "-1 / 0", "'nan'::double", "1e300", "1e17 + 0.5"])
def test_a_number_that_cannot_be_drawn_leaves_the_page_whole(value: str) -> None:
    app = run(console(), f"select 'a' as who, {value} as r")
    assert len(table(app)) == 2 and not app.error
    if value != "1e17 + 0.5":
        assert not charts(app)


def test_what_is_no_number_is_left_empty_and_the_rest_drawn() -> None:
    app = run(console(), "select * from (values ('a', 1.5::double), ('b', 1 / 0)) as t(who, r)")
    assert table(app)[1][1] == 1.5 and len(charts(app)) == 1
    assert say.NO_NUMBER.ja in said(app)


def test_without_a_chart_it_says_why() -> None:
    app = run(console(), "select 'a' as word")
    assert not charts(app) and NOTHING_TO_DRAW.ja in said(app)


def test_structures_and_spans_are_shown_without_python() -> None:
    app = run(console(), "select interval '14 months 3 days 90 seconds' as span, {'a': 1, 'b': 'あ'} as pair")
    assert [str(cell) for cell in table(app)[1]] == ["P14M3DT90S", '{"a": 1, "b": "あ"}']


def test_a_date_beyond_the_calendar_is_refused_in_words() -> None:
    app = run(console(), "select date '20000-01-01' as far")
    assert "1～9999年" in app.error[0].value and not app.dataframe
