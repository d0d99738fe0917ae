"""Weighting to the population on the cross-tabulation page: files given, refused, held in the address, trimmed."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from narabe.model.raking import Margin, MarginCell
from narabe.ui import crosstab_margins, crosstab_raking
from narabe.ui.crosstab_margins import read, spelled
from tests.pages.crossing import quiet, said, table

Mini = Callable[..., AppTest]
BY_SEX = "性別,人口\n男性,300\n女性,100\n"
WIDGET = "narabe.margins.files.mini"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in this process: the worker does not know the small survey."""
    monkeypatch.setattr(crosstab_raking, "away", lambda function, *given: function(*given))


def give(app: AppTest, *texts: str) -> AppTest:
    files = [(f"人口{number}.csv", text.encode(), "text/csv") for number, text in enumerate(texts, 1)]
    app.file_uploader(key=WIDGET).set_value(files)
    return quiet(app.run())


def told(app: AppTest) -> str:
    return html.unescape(app.error[0].value)


def test_a_population_becomes_the_weight_and_stays_in_the_address(mini: Mini) -> None:
    """Three men to a woman: know are 3/4 of 3/4 and 1/4 of 1/4, 62.5 %; heard 6.25. Men weigh 1.5, women 0.5.

    Effective base: (80 × 1.5 + 80 × 0.5)² / (80 × 1.5² + 80 × 0.5²) = 160² / 200 = 128.
    """
    app = give(mini(), BY_SEX)
    everybody = table(app)[1]
    assert everybody[1:] == ["全体", 160, "62.5", "6.3", "31.3", 160.0, 128.0]
    assert app.query_params["weight"] == "rake"
    assert app.query_params["margin"] == "sex~m.300~f.100~~人口1.csv"
    assert "ウエイト：人口の表（人口1.csv）に合わせて計算。160人の平均は1。" in said(app)
    linked = mini(weight="rake", margin="sex~m.300~f.100~~人口1.csv")
    assert table(linked) == table(app) and not linked.warning
    assert "読み込んだ人口の表：人口1.csv" in said(linked)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("性別,割合\n男性,3\n", "人口1.csv 1行 値「性別、割合」： 人口の列がありません。"),
        ("性別,人口\n男性,三百人\n女性,100\n", "人口1.csv 2行"),
        ("性別,人口\n男性,300\n犬,100\n", "「人口1.csv」の 3 行目：設問「性別」に選択肢「犬」はありません。"),
        ("年代,性別,人口\n30代以下,男性,0\n", "人口の合計が0です。"),
    ],
)
def test_a_file_that_does_not_fit_is_told_by_place(mini: Mini, text: str, sentence: str) -> None:
    app = give(mini(), text)
    assert sentence.replace(" ", "") in told(app).replace(" ", "")
    assert "margin" not in app.query_params and "weight" not in app.query_params
    assert table(app)[1][-2] == 240.0


def test_people_whom_nobody_stands_for_are_refused(mini: Mini) -> None:
    """No man has heard."""
    text = "性別,DXの認知,人口\n男性,知っている,10\n男性,聞いた,5\n女性,知っている,10\n"
    app = give(mini(), text)
    assert "「男性 × 聞いた」が 5 人いますが、その回答者は1人もいません" in told(app)
    assert "ほかの区分と合わせるか" in told(app)


def test_files_that_were_mended_take_their_place(mini: Mini) -> None:
    app = give(mini(), "性別,人口\n犬,1\n")
    assert app.error
    app = give(app, BY_SEX)
    assert not app.error and app.query_params["weight"] == "rake"
    app.file_uploader(key=WIDGET).set_value(None)
    quiet(app.run())
    assert "margin" not in app.query_params and table(app)[1][-2] == 240.0


def test_weights_can_be_limited(mini: Mini) -> None:
    """By sex and age women of 40 and more, 40 people, should be 3/4 of all: weight 3, limited to 2 times the mean."""
    margin = "sex.age~m.young.20~m.old.20~f.young.20~f.old.180~~p.csv"
    free = mini(weight="rake", margin=margin)
    assert "ウエイトは 0.33～3.00" in said(free)
    app = free.number_input(key="narabe.margins.trim").set_value(2.0).run()
    assert quiet(app).query_params["trim"] == "2"
    assert "ウエイトの上限は平均の 2 倍。上限にあるのは 40人。" in said(app)
    linked = mini(weight="rake", margin=margin, trim="2")
    assert table(linked) == table(app)
    assert linked.number_input(key="narabe.margins.trim").value == 2.0
    app.number_input(key="narabe.margins.trim").set_value(None).run()
    assert "trim" not in quiet(app).query_params


@pytest.mark.parametrize("trim", ["0.5", "x", "nan", "inf"])
def test_a_limit_that_is_none_is_named_and_left_out(mini: Mini, trim: str) -> None:
    app = mini(weight="rake", margin="sex~m.300~f.100~~p", trim=trim)
    assert f"「trim={trim}」" in html.unescape(app.warning[0].value)
    assert table(app)[1][-1] == 128.0


def test_a_population_of_something_else_is_named_and_left_out(mini: Mini) -> None:
    for margin in ("sex~m.300~x.100~~p", "know~~p", "use~u1.3~~p", "sex~m.-3~~p", "x", ""):
        app = mini(margin=margin)
        assert len(app.warning) == (1 if margin else 0) and table(app)[1][-2] == 240.0


def test_a_population_too_large_for_the_address_is_held_and_said(
    mini: Mini, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crosstab_margins, "LONGEST", 10)
    app = give(mini(), BY_SEX)
    assert "margin" not in app.query_params and table(app)[1][-1] == 128.0
    assert "アドレスに入りません" in said(app)
    app.toggle(key="narabe.switch.missing").set_value(True).run()
    assert table(app)[1][-1] == 128.0


def test_other_data_forgets_the_population(mini: Mini) -> None:
    app = mini(weight="rake", margin="sex~m.300~f.100~~p", trim="2")
    app.selectbox(key="d.ja").set_value("practice_2021").run()
    assert not quiet(app).warning
    assert {"margin", "trim", "weight"}.isdisjoint(app.query_params)


def test_what_is_written_is_read_again() -> None:
    for people in (0.0, 1234567.0, 0.5, 12.25):
        margin = Margin(
            ("a", "b_1"), (MarginCell(("x", "y"), people), MarginCell(("z", "y"), 1.0)), "名~~.csv"
        )
        assert read(spelled(margin)) == margin
