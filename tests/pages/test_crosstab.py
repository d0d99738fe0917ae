"""The cross-tabulation page: every choice in the address, exact numbers, fictional data marked as such."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from narabe.analyses.crosstab import crosstab
from narabe.model.crosstab import CrossAsk
from narabe.settings import settings
from narabe.tables.crosstab import Figures, Layout, crossed
from narabe.ui import crosstab_files
from narabe.ui.crosstab_table import cell_at
from narabe.warehouse.answers import Answers
from tests.pages.crossing import quiet, said, table
from tests.pages.reading import alt_texts

View = Callable[..., AppTest]
FICTIONAL = "架空データ（操作練習用）"


def test_it_opens_on_what_the_city_printed(view: View) -> None:
    app = quiet(view("crosstab"))
    assert app.selectbox(key="d.ja").value == ""
    assert "39.1%" in app.markdown[0].value and "9.1%" in app.markdown[0].value
    heads, *lines = table(app)
    by_group = {str(line[1]): dict(zip(heads, line, strict=True)) for line in lines}
    assert by_group["男性"]["知っている（%）"] == "39.1"
    assert by_group["女性"]["知っている（%）"] == "9.1"
    assert by_group["女性"]["回答者数(n)"] == 175


def test_the_first_view_of_answers_needs_no_setting(mini: View) -> None:
    """Weighted: know 60 + 2×20 = 100 of 240 is 41.7 %; men 60/80, women 20/80. ▲▼ against the other sex,
    † where nobody of one of them heard."""
    app = mini()
    assert app.title[0].value == "DXの認知"
    assert app.selectbox(key="rows.ja").value == "know"
    assert app.multiselect(key="by.ja").value == ["sex", "age"]
    assert table(app) == [
        ["集計軸", "区分", "回答者数(n)", "知っている", "聞いた", "知らない", "加重後回答者数", "有効標本サイズ"],
        ["", "全体", 160, "41.7", "16.7", "41.7", 240.0, 144.0],
        ["性別", "男性", 80, "75.0 ▲", "0.0 †", "25.0 ▼", 80.0, 80.0],
        ["性別", "女性", 80, "25.0 ▼", "25.0 †", "50.0 ▲", 160.0, 80.0],
        ["年代", "30代以下", 80, "41.7", "16.7", "41.7", 120.0, 72.0],
        ["年代", "40代以上", 80, "41.7", "16.7", "41.7", 120.0, 72.0],
    ]  # fmt: skip
    assert "全体：回答者数(n)＝160、加重後回答者数＝240.0、有効標本サイズ＝144.0" in said(app)
    assert "男性" in app.markdown[0].value and "75.0%" in app.markdown[0].value


def test_a_link_restores_every_choice(mini: View) -> None:
    """Unweighted men by age: of 40 old and 40 young 30 know each; options down the side, letters."""
    app = mini(
        by=["sex", "sex>age"], weight="off", turn="true", marks="letters", figures="both", where="性別 = 男性",
        correction="none", missing="true", chart="heat", axis="sex>age",
    )  # fmt: skip
    assert app.multiselect(key="by.ja").value == ["sex", "sex>age"]
    assert app.button_group(key="marks.ja").value == "letters"
    assert app.button_group(key="chart.ja").value == "heat"
    assert app.button_group(key="axis.ja").value == "sex>age"
    assert app.selectbox(key="correction.ja").value == "none"
    assert app.text_input(key="narabe.where").value == "性別 = 男性"
    assert [app.toggle(key=f"narabe.switch.{key}").value for key in ("turn", "missing")] == [True, True]
    heads, base, count, share, *_ = table(app)
    assert heads[:4] == ["選択肢", "値", "全体", "性別：男性 (A)"]
    assert base[:4] == ["回答者数(n)", "", "80", "80"]
    assert count[:4] == ["知っている", "人数", "60", "60"]
    assert str(share[3]).startswith("75.0")
    assert "160人のうち80人" in said(app)


def test_numbers_of_people_have_no_marks_to_explain(mini: View) -> None:
    app = mini(figures="counts", weight="off")
    assert table(app)[2] == ["性別", "男性", 80, 60, 0, 20]
    assert not [caption.value for caption in app.caption if "▲" in caption.value]
    assert [caption.value for caption in mini(weight="off").caption if "▲" in caption.value]


def test_masked_groups_come_with_a_way_to_see_them_together(fresh: View) -> None:
    """Seven are 10代, masked with another group; 24 with 20代."""
    app = quiet(fresh("crosstab", d="practice_2021", by="age", net="age:age10s,age20s:20代以下"))
    bases = {line[1]: line[2] for line in table(app)[1:]}
    assert bases["10代"] == "*" and bases["20代以下（参考値）"] == "24"
    assert "小計の値を見られます" in said(app)
    assert "小計の値を見られます" not in said(quiet(fresh("crosstab", d="practice_2021", by="sex")))


def test_a_cell_says_what_it_means(mini: View) -> None:
    app = mini(weight="off", cell="sex.f.k3")
    told = [text.value for text in app.text]
    assert told[0] == "女性 のうち「知らない」"
    assert "数える人：設問『DXの認知』で「知らない」を選んだ人" in told
    assert "40人 ÷ 80人 ＝ 50.0%" in told
    assert "in ('k3')" in app.code[0].value
    app.button(key="narabe.cell.close").click().run()
    assert not app.code and "cell" not in app.query_params


def test_a_selected_cell_goes_into_the_address(answers: Answers) -> None:
    """The lines of the table are groups, its columns options: total first; turned the other way round."""
    told = crosstab(answers, CrossAsk("mini", "know", (("sex",), ("sex", "age"))), settings())
    for layout, line, name, cell in (
        (Layout(), 0, "聞いた", "sex.total.k2"),
        (Layout(), 2, "知らない", "sex.f.k3"),
        (Layout(), 4, "知らない", "sex>age.m__old.k3"),
        (Layout(Figures.BOTH), 5, "知らない", "sex.f.k3"),
        (Layout(turned=True), 1, "性別：男性", "sex.m.k1"),
        (Layout(Figures.BOTH, turned=True), 6, "性別：女性", "sex.f.k3"),
        (Layout(), 2, "回答者数(n)", None),
        (Layout(), 2, "区分", None),
        (Layout(turned=True), 0, "性別：男性", None),
    ):
        assert cell_at(told, crossed(told, layout), layout, line, name) == cell


def test_nets_and_hidden_options_live_in_the_address_and_can_be_undone(mini: View) -> None:
    app = mini(weight="off", by="sex", net="know:k1,k2:聞いたことがある（計）", hide="know:k3")
    heads, total, men, women = table(app)
    assert heads[3:] == ["知っている", "聞いた", "聞いたことがある（計）"]
    assert [line[3:] for line in (total, men, women)] == [
        ["50.0", "12.5", "62.5"],
        ["75.0 ▲", "0.0 †", "75.0 ▲"],
        ["25.0 ▼", "25.0 †", "50.0 ▼"],
    ]
    told = "まとめ（DXの認知）：聞いたことがある（計）＝知っている・聞いた。"
    left_out = "表に出していない選択肢（DXの認知）：知らない。割合の分母と合計には含みます。"
    assert told in said(app) and left_out in said(app)
    app.button(key="narabe.nets.remove.0").click().run()
    assert table(app)[0][3:] == ["知っている", "聞いた"] and told not in said(app) and left_out in said(app)
    app.button(key="narabe.nets.undo").click().run()
    assert table(app)[0] == heads
    app.multiselect(key="narabe.nets.options.know").set_value(["k2", "k3"])
    app.text_input(key="narabe.nets.name").set_value("知らない・聞いただけ")
    app.run()
    app.button(key="narabe.nets.add").click().run()
    assert table(quiet(app))[1][-1] == "50.0"
    assert app.query_params["net"][-1] == "know:k2,k3:知らない・聞いただけ"


def test_a_net_of_something_else_is_named_and_left_out(mini: View) -> None:
    app = mini(net=["know:k9:x", "nothing:k1:x"], hide="know:k1")
    assert "「know:k9:x」「nothing:k1:x」" in html.unescape(app.warning[0].value)
    assert table(app)[0][3:5] == ["聞いた", "知らない"]


def test_a_condition_that_cannot_be_read_is_told_and_left_out(mini: View) -> None:
    app = mini(where="性別 = 犬", weight="off")
    assert "「犬」はありません" in html.unescape(app.error[0].value)
    assert table(app)[1][2] == 160


def test_a_condition_is_built_by_choosing(mini: View) -> None:
    app = mini(weight="off")
    app.selectbox(key="narabe.where.question").set_value("age").run()
    app.multiselect(key="narabe.where.options.mini.age").set_value(["young"]).run()
    app.button(key="narabe.where.add").click().run()
    assert app.query_params["where"] == '"年代" = "30代以下"'
    assert table(app)[1][2] == 80
    app.button(key="narabe.where.clear").click().run()
    assert "where" not in app.query_params and table(app)[1][2] == 160


def test_the_base_of_several_answers_can_be_chosen(mini: View) -> None:
    """LINE: 144 of 144 who answered, of 160 asked, of 144 + 80 answers."""
    shares = {
        base: table(mini(rows="use", by="", weight="off", base=base, marks="none"))[1][-2:]
        for base in ("answered", "everybody", "answers")
    }
    assert shares == {"answered": [100.0, 55.6], "everybody": [90.0, 50.0], "answers": [64.3, 35.7]}


def test_every_question_at_a_glance(mini: View) -> None:
    app = mini(view="gt", weight="off")
    assert [head.value for head in app.subheader] == [
        "性別", "年代", "DXの認知", "利用", "居住年数", "使いやすさ",
    ]  # fmt: skip
    assert "単数回答（SA）・回答者数(n)＝160" in said(app)
    assert "DXの認知: 知っている 50.0%（80）; 聞いた 12.5%（20）; 知らない 37.5%（60）" in alt_texts(app)
    assert "平均 42.50、中央値 42.50" in said(app)
    app.button(key="narabe.gt.use").click().run()
    assert app.title[0].value == "利用" and app.query_params["rows"] == "use"


def test_fictional_data_says_so_everywhere_and_is_not_tested(fresh: View) -> None:
    app = quiet(fresh("crosstab", d="practice_2021"))
    assert FICTIONAL in app.title[0].value and FICTIONAL in app.markdown[0].value
    assert all(FICTIONAL in alt for alt in alt_texts(app)) and alt_texts(app)
    heads, total, men, women, *_ = table(app)
    assert [line[heads.index("知っている")] for line in (total, men, women)] == ["23.0", "39.1", "9.1"]
    assert "検定は行っていない" in said(app) and "▲" not in str(table(app))
    assert any("再現できないもの" in box.label for box in app.expander)
    app.toggle(key="narabe.switch.practice").set_value(True).run()
    assert table(app)[2][heads.index("知っている")] == "39.1 ▲"
    assert FICTIONAL in app.title[0].value


@pytest.mark.parametrize(
    "params", [{"view": "gt"}, {"rows": "net2021_q2", "chart": "heat"}, {"turn": "true"}]
)
def test_every_chart_of_fictional_data_is_marked(fresh: View, params: dict[str, str]) -> None:
    app = quiet(fresh("crosstab", d="practice_2021", **params))
    assert alt_texts(app) and all(FICTIONAL in alt for alt in alt_texts(app))


def test_other_data_forgets_the_questions_of_the_last(mini: View) -> None:
    app = mini(rows="use", by="sex", where="性別 = 男性")
    app.selectbox(key="d.ja").set_value("practice_2021").run()
    assert not quiet(app).error and not app.warning
    assert app.selectbox(key="rows.ja").value == "net2021_q1"
    assert "where" not in app.query_params


def test_files_hold_what_the_page_shows(mini: View, answers: Answers) -> None:

    ask = CrossAsk("mini", "know", (("sex",),))
    text = crosstab_files.one(ask, settings(), "csv", "ja").decode("utf-8-sig")
    assert text.count("\r\n") == 1 + 3 * 3
    assert crosstab_files.batch(ask, settings(), "xlsx", "ja")[:2] == b"PK"
    every = crosstab_files.batch(ask, settings(), "csv", "ja").decode("utf-8-sig")
    assert "居住年数" in every and "DXの認知" in every
